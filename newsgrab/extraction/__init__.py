"""The only package that reads HTML: a page goes in, an extraction comes out."""

from __future__ import annotations

from dataclasses import replace

from newsgrab.extraction.assembly import assemble
from newsgrab.extraction.body.blocks import read_blocks
from newsgrab.extraction.body.selectors import select
from newsgrab.extraction.boilerplate.judging import judge
from newsgrab.extraction.boilerplate.strip import cut
from newsgrab.extraction.fields.metadata import read_fields
from newsgrab.extraction.media.stated_images import lead_stems
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
        return marked(extraction, admit_dump(dump, extraction, rules))


def _read(document: Document, rules: Rules) -> Extraction:
    fields = read_fields(document, rules)
    place = locate(document, fields, rules)
    chosen = select(place, fields.printed, rules)
    judged = judge(read_blocks(place, chosen, lead_stems(fields.claims)), place, fields, rules)
    body, removals = cut(judged.blocks, judged.marks)
    if fields.printed.headline is not None and not any(block.text for block in body):
        body, removals = cut(judged.blocks, judged.by_words)  # an article of links or of headings alone
    notice = admit(document, fields, body, rules)
    return marked(replace(assemble(place, fields, body, removals), blocks=judged.blocks), notice)
