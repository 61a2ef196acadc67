"""The only package that reads HTML: a page goes in, an extraction comes out."""

from __future__ import annotations

from dataclasses import replace

from newsgrab.extraction.assembly import assemble
from newsgrab.extraction.body.blocks import read_blocks
from newsgrab.extraction.body.selectors import select
from newsgrab.extraction.boilerplate.appeals import rests, spread
from newsgrab.extraction.boilerplate.asides import asides
from newsgrab.extraction.boilerplate.asked import asked
from newsgrab.extraction.boilerplate.bios import bios
from newsgrab.extraction.boilerplate.calls import calls
from newsgrab.extraction.boilerplate.completeness import vouched
from newsgrab.extraction.boilerplate.edges import loose_ends
from newsgrab.extraction.boilerplate.frames import in_frames
from newsgrab.extraction.boilerplate.headed import headed
from newsgrab.extraction.boilerplate.lone_captions import with_lone_captions
from newsgrab.extraction.boilerplate.recommended import recommended
from newsgrab.extraction.boilerplate.repeats import repeats
from newsgrab.extraction.boilerplate.replies import replies
from newsgrab.extraction.boilerplate.strip import cut, mark
from newsgrab.extraction.boilerplate.structure import judge
from newsgrab.extraction.boilerplate.subheads import without_subheads
from newsgrab.extraction.boilerplate.teasers import teasers
from newsgrab.extraction.fields.metadata import read_fields
from newsgrab.extraction.media.stated_images import standing
from newsgrab.extraction.page.document import Document, opened
from newsgrab.extraction.page.flat import as_dump
from newsgrab.extraction.place.candidate import locate
from newsgrab.extraction.walls.admission import admit, admit_dump, marked
from newsgrab.model import Extraction, Page
from newsgrab.rules import Rules

__all__ = ["extract"]


def extract(page: Page, rules: Rules) -> Extraction:
    """Read the article out of a page or a text dump; raise a ContentError where there is none."""
    with opened(page) as document:
        dump = as_dump(document)
        if dump is None:
            return _read(document, rules)
        from newsgrab.extraction.plaintext import read_dump  # slow to import, and most pages are none

        extraction = read_dump(dump, rules)
        return marked(extraction, admit_dump(dump, extraction))


def _read(document: Document, rules: Rules) -> Extraction:
    fields = read_fields(document, rules)
    place = locate(document, fields, rules)
    pictures = standing(fields.claims)
    blocks = read_blocks(place, select(place, fields.printed, rules), pictures)
    named = (*without_subheads(blocks, mark(blocks, rules), rules), *repeats(blocks))
    shaped = (
        *judge(blocks, fields.metadata, document.url),
        *in_frames(blocks),
        *teasers(blocks, document.url),
    )
    marks = (*named, *shaped, *recommended(blocks, named, document.url))
    marks = vouched(blocks, (*marks, *replies(blocks, marks)), place.witness)
    marks = (*marks, *rests(blocks, marks))
    marks = (*marks, *spread(blocks, marks))
    marks = (*marks, *headed(blocks, marks))
    marks = (*marks, *asked(blocks, marks))
    marks = (*marks, *calls(blocks, marks, document.url))
    marks = (*marks, *asides(blocks, marks, fields.metadata.headline or ""))
    marks = (*marks, *bios(blocks, marks, fields.metadata.authors))
    blocks, marks = with_lone_captions(blocks, marks)
    body, removals = cut(blocks, (*marks, *loose_ends(blocks, marks, pictures)))
    if fields.printed.headline is not None and not any(block.text for block in body):
        body, removals = cut(blocks, named)  # an article of links or of headings alone
    notice = admit(document, fields, body)
    return marked(replace(assemble(place, fields, body, removals), blocks=blocks), notice)
