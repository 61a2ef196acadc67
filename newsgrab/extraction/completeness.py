"""Was text lost? What the page says of the article's length, held against what was kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from newsgrab.extraction.witness import letters_of
from newsgrab.model import Block, Claim

_SHORTEST = 400  # letters; a shorter copy is a teaser
_MOSTLY = 0.6  # of what the page states; captions and lists count for some and not for others


def read_doubts(claims: Iterable[Claim], body: Sequence[Block]) -> Iterator[str]:
    """Say, for a person, where a witness has more of the article than the body.

    >>> claim = Claim(field="body", value="A long story. " * 99, origin="json-ld", locator="articleBody")
    >>> list(read_doubts([claim], ()))
    ['text may be missing: articleBody has 990 letters, the body 0']
    """
    kept = len(letters_of("".join(block.text for block in body)))
    copies = ((len(letters_of(claim.value)), claim) for claim in claims if claim.field == "body")
    longest = max(copies, key=lambda copy: copy[0], default=None)
    if longest and longest[0] >= _SHORTEST and kept < _MOSTLY * longest[0]:
        yield f"text may be missing: {longest[1].locator} has {longest[0]} letters, the body {kept}"
