"""Was text lost? What the page says of the article, held against what is kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from newsgrab.extraction.boilerplate.substance import is_substantial, linked_share
from newsgrab.extraction.page.wording import plain
from newsgrab.extraction.place.witness import Witness
from newsgrab.model import Block, Claim, Mark
from newsgrab.text import letters_of

_OF_BOXES = re.compile(r"^structure\.|names$")  # rules that judge a box, not its words
_SHORTEST_TOLD = 60  # letters of a paragraph
_MOST_LINKED = 0.3  # of a paragraph that leads nowhere
_SHORTEST = 400  # letters; a shorter copy is a teaser
_FEWEST_WORDS = 100  # of a count that is believed
_HALF = 0.5  # of the words that the page counts; some count their comments too
_LONGEST_COUNT = 7  # digits
_MOSTLY = 0.6  # of what the page states; captions and lists count for some and not for others


def read_doubts(claims: Sequence[Claim], body: Sequence[Block]) -> Iterator[str]:
    """Say, for a person, where a witness has more of the article than the body.

    >>> claim = Claim(field="body", value="A long story. " * 99, origin="json-ld", locator="articleBody")
    >>> list(read_doubts([claim], ()))
    ['text may be missing: articleBody has 990 letters, the body 0']
    """
    copies = [(len(letters_of(plain(claim.value))), claim) for claim in claims if claim.field == "body"]
    if not copies:
        yield from _uncounted(claims, sum(len(block.text.split()) for block in body))
        return
    length, longest = max(copies, key=lambda copy: copy[0])
    kept = sum(len(letters_of(block.text)) for block in body)
    if length >= _SHORTEST and kept < _MOSTLY * length:
        yield f"text may be missing: {longest.locator} has {length} letters, the body {kept}"


def _uncounted(claims: Iterable[Claim], kept: int) -> Iterator[str]:
    """Say where the page counts many more words than were kept."""
    for claim in claims:
        if claim.field == "word_count" and claim.value.isdecimal() and len(claim.value) < _LONGEST_COUNT:
            stated = int(claim.value)
            if stated >= _FEWEST_WORDS and kept < _HALF * stated:
                yield f"text may be missing: {claim.locator} has {stated} words, the body {kept}"
                return


def spare_witnessed(
    blocks: Sequence[Block], marks: Iterable[Mark], witness: Witness | None
) -> tuple[Mark, ...]:
    """Drop the marks by structure or name from paragraphs that the page's own copy of the article has.

    Phrases and links are believed all the same: many copies have notices and links in them.
    """
    if witness is None:
        return tuple(marks)
    told = {place for place, block in enumerate(blocks) if _is_told(block, witness)}
    return tuple(mark for mark in marks if mark.block not in told or not _OF_BOXES.search(mark.rule))


def _is_told(block: Block, witness: Witness) -> bool:
    if not is_substantial(block) or linked_share(block) > _MOST_LINKED:
        return False
    letters = letters_of(block.text)
    return len(letters) >= _SHORTEST_TOLD and letters in witness.letters
