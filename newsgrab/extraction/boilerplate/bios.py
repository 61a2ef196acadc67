"""Who wrote it, told after the text or in a box of its own: paragraphs that begin with an author's name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from newsgrab.extraction.boilerplate.marks import cut_whole, strip_whole
from newsgrab.extraction.boilerplate.substance import is_substantial
from newsgrab.model import Block, Kind, Mark
from newsgrab.text import SENTENCE_ENDS

_SHORTEST, _LONGEST = 45, 900  # characters
_NAMED = frozenset({"field.authors", "field.byline"})
_BESIDE = "author.heading"  # what stands between a name and a bio: "Follow"
_LEAST_STORY = 3  # paragraphs that are left
_NAME = re.compile(r"(?:[^\W\d_a-z][\w.'’-]*)(?: [^\W\d_][\w.'’-]*){1,3}")  # alone in its line
_MAIL = re.compile(r"[.?!:] \S+@\S+$")  # behind a sentence
# Not the colon of an interview; an age may be between.
_NEXT_WORD = re.compile(r"(?:,? | \(|, \d\d, )[^\W\d_]")


def mark_bios(blocks: Sequence[Block], marks: Sequence[Mark], authors: Sequence[str]) -> tuple[Mark, ...]:
    """Mark the last paragraphs if they are about an author and no paragraph before them is.

    Those below the author's name go wherever they are, unless it is the byline itself.
    """
    cut = cut_whole(blocks, marks)
    boxed = set(_in_boxes(blocks, marks, authors)) - cut
    gone = cut | boxed
    left = [place for place, block in enumerate(blocks) if block.text and place not in gone]
    about = [place for place in left if _is_about(blocks[place], authors)] or _below_their_name(blocks, left)
    last = left[len(left) - len(about) :]
    told = set(about if about == last else ())
    others = set(left).difference(about)
    story = [place for place in others if is_substantial(blocks[place])]
    if len(story) < _LEAST_STORY:
        return ()
    return strip_whole(blocks, ((place, "author.told") for place in told | boxed))


def _in_boxes(blocks: Sequence[Block], marks: Sequence[Mark], authors: Sequence[str]) -> Iterator[int]:
    """Give the paragraphs about an author whose name stands above them once more than in the byline."""
    beside = {mark.block for mark in marks if mark.rule == _BESIDE}
    named = {mark.block for mark in marks if mark.rule in _NAMED}
    first = min(named, default=0)
    lines = [place for place, block in enumerate(blocks) if block.text and place not in beside]
    for above, place in pairwise(lines):
        if above in named and above != first and _is_about(blocks[place], authors):
            yield place


def _below_their_name(blocks: Sequence[Block], left: Sequence[int]) -> list[int]:
    """Return the last two places where a name stands there alone and again before its verb.

    A text in parts that each tell of somebody has such names above its other paragraphs too.
    """
    named = [
        place
        for place, below in pairwise(left)
        if _NAME.fullmatch(blocks[place].text) and _is_about(blocks[below], (blocks[place].text,))
    ]
    return list(left[-2:]) if named == list(left[-2:-1]) else []


def _is_about(block: Block, authors: Sequence[str]) -> bool:
    text = block.text.lstrip("*– ")
    if block.kind is not Kind.PARAGRAPH or not _SHORTEST <= len(text) <= _LONGEST:
        return False
    if not (text.endswith(SENTENCE_ENDS) or _MAIL.search(text)):  # a list of names at the end is a byline
        return False
    return any(
        " " in author
        and text[: len(author)].casefold() == author.casefold()  # the name may be in capitals
        and _NEXT_WORD.match(text, len(author))
        for author in authors
    )
