"""Every reason for which a block is not the article, in the order in which they build on each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from newsgrab.extraction.boilerplate.alike import spare_alike
from newsgrab.extraction.boilerplate.appeals import mark_asking_boxes, mark_rests_of_notices
from newsgrab.extraction.boilerplate.asides import mark_asides
from newsgrab.extraction.boilerplate.asking import mark_asking
from newsgrab.extraction.boilerplate.below_headings import mark_below_headings
from newsgrab.extraction.boilerplate.bios import mark_bios
from newsgrab.extraction.boilerplate.closing_appeals import mark_closing_appeals
from newsgrab.extraction.boilerplate.comments import mark_comments
from newsgrab.extraction.boilerplate.completeness import spare_witnessed
from newsgrab.extraction.boilerplate.edges import mark_loose_ends
from newsgrab.extraction.boilerplate.frames import mark_in_frames
from newsgrab.extraction.boilerplate.hinted import mark_hinted
from newsgrab.extraction.boilerplate.house import mark_house_lines, own_names
from newsgrab.extraction.boilerplate.lone_captions import with_lone_captions
from newsgrab.extraction.boilerplate.recommended import mark_recommended
from newsgrab.extraction.boilerplate.repeats import mark_repeats
from newsgrab.extraction.boilerplate.shown_again import mark_shown_again
from newsgrab.extraction.boilerplate.strip import mark
from newsgrab.extraction.boilerplate.structure import mark_by_structure
from newsgrab.extraction.boilerplate.subheads import spare_subheads
from newsgrab.extraction.boilerplate.teasers import mark_teasers
from newsgrab.extraction.fields.metadata import Fields
from newsgrab.extraction.media.stated_images import lead_stems
from newsgrab.extraction.place.candidate import Place
from newsgrab.model import Block, Mark
from newsgrab.rules import Rules


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """Blocks with the marks on them; captions that stood alone are with their pictures."""

    blocks: tuple[Block, ...]
    marks: tuple[Mark, ...]
    by_words: tuple[Mark, ...]  # those that phrases and names make, and what is printed twice


def judge(blocks: tuple[Block, ...], place: Place, fields: Fields, rules: Rules) -> Judged:
    """Mark all blocks that are not the article."""
    url, metadata = place.document.url, fields.metadata
    names = own_names(url, fields.claims, metadata.publisher, metadata.headline or "")
    by_phrases = spare_alike(blocks, mark(blocks, rules), rules, metadata.language)
    by_words = (*spare_subheads(blocks, by_phrases, rules), *mark_repeats(blocks))
    marks = (
        *by_words,
        *mark_by_structure(blocks, metadata, url),
        *mark_in_frames(blocks),
        *mark_teasers(blocks, url),
        *mark_recommended(blocks, by_words, url),
    )
    marks = spare_witnessed(blocks, (*marks, *mark_comments(blocks, marks)), place.witness)
    # Each of these sees what all before it have marked.
    steps: tuple[Callable[[Sequence[Block], Sequence[Mark]], tuple[Mark, ...]], ...] = (
        mark_rests_of_notices,
        mark_asking_boxes,
        mark_below_headings,
        mark_closing_appeals,
        mark_hinted,
        partial(mark_house_lines, names=names),
        partial(mark_asides, headline=metadata.headline or ""),
        partial(mark_asking, language=metadata.language),
        partial(mark_bios, authors=metadata.authors),
    )
    for step in steps:
        marks = (*marks, *step(blocks, marks))
    blocks, marks = with_lone_captions(blocks, marks)
    marks = (*marks, *mark_loose_ends(blocks, marks, lead_stems(fields.claims)))
    return Judged(blocks=blocks, marks=(*marks, *mark_shown_again(blocks, marks)), by_words=by_words)
