"""Months that are first names, too: June, Jan, Julio."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsgrab.sourcing import tags
from newsgrab.sourcing.lexicon import Lexicon

_DATES = tags.PREPOSITION | tags.NUMBER | tags.TIME | tags.DETERMINER


def tell_months(
    tokens: Sequence[tuple[str, str, int, int, int]], lexicon: Lexicon
) -> Iterator[tuple[str, str, int, int, int]]:
    """Give the tokens, "June" as no month before a last name unless what stands before dates it."""
    before = 0
    for (word, low, start, end, tag), following in zip(tokens, (*tokens[1:], None), strict=True):
        behind = following[-1] if following else 0
        if (
            word in lexicon.month_names
            and behind & tags.CAPITAL
            and not (behind & tags.TIME or before & _DATES)
        ):
            tag &= ~tags.TIME
        yield word, low, start, end, tag
        before = tag
