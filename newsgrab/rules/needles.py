"""What a text must have in it for a pattern to fit: so most patterns need not be tried on most texts.

``needles(pattern)`` reads the parsed pattern and returns pieces of text, one of which stands in every text
that the pattern fits. Nothing is lost by trying a pattern only where one of its needles is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from re import _parser as parser  # type: ignore[attr-defined]  # the only reader of patterns there is
from typing import Any

_LEAST = 3  # letters of a needle that says something
_LEAST_WIDE = 2  # the same in scripts that put no space between words
_WIDE = "\u0e00"  # the first of their letters
_SIGNS = "©℗"  # rare enough alone
_MOST = 400
Needles = frozenset[str]


def fold(text: str) -> str:
    """Return a text in lower case, letter by letter as patterns that ignore case see it.

    >>> fold("İlgili Haber")
    'ilgili haber'
    """
    return text.replace("İ", "i").lower()


def needles(pattern: str) -> Needles | None:
    r"""Return lower-case pieces one of which is in any text that the pattern fits; None where none is sure.

    >>> sorted(needles(r"^\W*(?:sign up|subscribe)\b.{0,40}\bnews(?:letter)?s?"))
    ['news']
    >>> sorted(needles("(?:donate|spende) now|help"))
    ['donate', 'help', 'spende']
    >>> needles("[abc]+|x") is None
    True
    """
    return _of_sequence(list(parser.parse(pattern)))


def _of_sequence(items: Sequence[Any]) -> Needles | None:
    """Return the best of what each item in a row asks for."""
    asked: list[Needles] = []
    run = ""
    for operation, argument in (*items, (None, None)):
        name = str(operation)
        if name == "LITERAL":
            run += chr(argument).lower()
            continue
        if name == "AT":
            continue
        if run:
            asked += _said_by(run)
            run = ""
        inner = _of_item(name, argument)
        if inner is not None:
            asked.append(inner)
    return max(asked, key=_worth, default=None)


def _said_by(run: str) -> Iterable[Needles]:
    """Give the words of a run of letters that are long enough."""
    words = [
        word
        for word in run.split()
        if len(word) >= (_LEAST_WIDE if word[0] >= _WIDE else _LEAST) or word in _SIGNS
    ]
    return [frozenset({max(words, key=len)})] if words else []


def _of_item(name: str, argument: Any) -> Needles | None:  # noqa: ANN401  numbers, tuples, whole patterns
    if name == "IN" and all(
        str(operation) == "LITERAL" and chr(code) in _SIGNS for operation, code in argument
    ):
        return frozenset(chr(code) for _, code in argument)
    if name == "SUBPATTERN":
        return _of_sequence(list(argument[-1]))
    if name == "BRANCH":
        return _of_any(argument[1])
    if name.endswith("REPEAT") and argument[0] > 0:
        return _of_sequence(list(argument[2]))
    if name == "ATOMIC_GROUP":
        return _of_sequence(list(argument))
    return None


def _of_any(branches: Iterable[Any]) -> Needles | None:
    """Return what the branches ask for together; None where one asks for nothing."""
    together: set[str] = set()
    for branch in branches:
        asked = _of_sequence(list(branch))
        if asked is None:
            return None
        together |= asked
    return frozenset(together) if len(together) <= _MOST else None


def _worth(asked: Needles) -> tuple[float, int]:
    """Rank what was asked for: few and long needles are rare in a text."""
    shortest = min(len(needle) * (3 if needle[0] >= _WIDE or needle in _SIGNS else 1) for needle in asked)
    return (min(shortest, 7) - len(asked) / 40, -len(asked))
