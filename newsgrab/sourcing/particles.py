"""Particles: prepositions and articles with which a last name begins: "Luca Di Riva", "La Torre"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsgrab.sourcing import tags
from newsgrab.sourcing.lexicon import Lexicon

_SPEAKS = tags.AUXILIARY | tags.CUE | tags.COMMA
_EMPTY = ("", "", 0, 0, 0)
Token = tuple[str, str, int, int, int]


def tell_particles(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[Token]:
    """Give the tokens; one with a capital that only a name can have there is no preposition."""
    padded = (_EMPTY, *tokens, _EMPTY, _EMPTY)
    for index, (word, low, start, end, tag) in enumerate(tokens, 1):
        is_particle = low in lexicon.phrases["inside"] and _is_of_name(padded[index - 1 : index + 3], lexicon)
        yield word, low, start, end, tags.WORD | tags.CAPITAL if is_particle else tag


def _is_of_name(around: Sequence[Token], lexicon: Lexicon) -> bool:
    """Tell whether the second of four has its capital in mid-sentence, or before a verb: "Di Riva ha"."""
    before, (word, low, *_), following, behind = around
    if not word.istitle() or not following[-1] & tags.CAPITAL or following[0].isupper():
        return False
    if before[-1] & tags.WORD:
        return True
    return low in lexicon.phrases["linking"] and behind[-1] & _SPEAKS != 0
