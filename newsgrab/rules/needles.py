"""What a text must have in it for a pattern to fit: so most patterns need not be tried on most texts.

``needles(pattern)`` reads the parsed pattern and returns sets of pieces, one of each of which stands in every
text that the pattern fits. Nothing is lost by trying a pattern only where one of its needles is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]  # the only reader of patterns there is
from typing import Any

_LEAST = 3  # letters of a needle that says something
_LEAST_WIDE = 2  # the same in scripts that put no space between words
_WIDE = "\u0e00"  # the first of their letters
_SIGNS = "©℗"  # rare enough alone
_MOST = 400
_REPEATS = frozenset({sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT})
Needles = frozenset[str]
NONE: Needles = frozenset()
Item = tuple[object, Any]  # what is done, and with what, as the parser tells it


def fold(text: str) -> str:
    """Return a text in lower case, letter by letter as patterns that ignore case see it.

    >>> fold("İlgili Haber")
    'ilgili haber'
    """
    return text.replace("İ", "i").lower()


def needles(pattern: str) -> tuple[Needles, ...]:
    r"""Return sets of lower-case pieces, the rarest first: any text that the pattern fits has one of each.

    >>> [sorted(asked) for asked in needles(r"^\W*(?:donate|subscribe)\b.{0,40}\bnews(?:letter)?s?")]
    [['donate', 'subscribe'], ['news']]
    >>> [sorted(asked) for asked in needles("(?:donate|spende) now|help")]
    [['donate', 'help', 'spende']]
    >>> needles("[abc]+|x")
    ()
    """
    return tuple(sorted(_asked_by(parser.parse(pattern)), key=_worth, reverse=True))


def _of_sequence(items: Iterable[Item]) -> Needles | None:
    """Return the best of what each item in a row asks for."""
    return max(_asked_by(items), key=_worth, default=None)


def _asked_by(items: Iterable[Item]) -> list[Needles]:
    """Return what the items in a row ask for, each for itself."""
    asked: list[Needles] = []
    run: list[str] = []
    for operation, argument in items:
        if operation is sre.LITERAL:
            run.append(chr(argument))
        elif operation is not sre.AT:
            asked += _said_by(run)
            run = []
            inner = _of_item(operation, argument)
            if inner is not None:
                asked.append(inner)
    asked += _said_by(run)
    return asked


def _said_by(run: Sequence[str]) -> Iterable[Needles]:
    """Give a run of letters that is long enough, with the spaces between its words."""
    said = "".join(run).lower().strip()
    least = 1 if said in _SIGNS else _LEAST_WIDE if said >= _WIDE else _LEAST
    return [frozenset({said})] if len(said) >= least else []


def _of_item(operation: object, argument: Any) -> Needles | None:  # noqa: ANN401  numbers, tuples, patterns
    if operation is sre.IN:
        letters = [chr(code) for kind, code in argument if kind is sre.LITERAL]
        are_signs = len(letters) == len(argument) and all(letter in _SIGNS for letter in letters)
        return frozenset(letters) if are_signs else None
    if operation is sre.SUBPATTERN:
        return _of_sequence(argument[-1])
    if operation is sre.BRANCH:
        return _of_any(argument[1])
    if operation in _REPEATS and argument[0] > 0:
        return _of_sequence(argument[2])
    if operation is sre.ATOMIC_GROUP:
        return _of_sequence(argument)
    return None


def _of_any(branches: Iterable[Any]) -> Needles | None:
    """Return what the branches ask for together; None where one asks for nothing."""
    together: set[str] = set()
    for branch in branches:
        asked = _of_sequence(branch)
        if asked is None:
            return None
        together |= asked
    return frozenset(together) if len(together) <= _MOST else None


def _worth(asked: Needles) -> tuple[float, int]:
    """Rank what was asked for: few and long needles are rare in a text."""
    shortest = min(len(needle) * (3 if needle[0] >= _WIDE or needle in _SIGNS else 1) for needle in asked)
    return (min(shortest, 7) - len(asked) / 40, -len(asked))
