r"""What a text must have in it for a pattern to fit: so most patterns need not be tried on most texts.

``needles(pattern)`` reads a pattern and returns sets of pieces, one of each of which stands in every text
that the pattern fits. Nothing is lost by trying a pattern only where one of its needles is.

Patterns are read in larger tokens than ``re`` reads them, since nothing but letters matters here: a set, an
escape or a lookaround asks for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from newsgrab import datafiles
from newsgrab.rules import lexicon
from newsgrab.rules.lexicon import with_words

_LEAST = 3  # letters of a needle that says something
_LEAST_WIDE = 2  # the same in scripts that put no space between words
_WIDE = "\u0e00"  # the first of their letters
_SIGNS = frozenset("©℗")  # rare enough alone
_MOST = 400
_TOKEN = re.compile(
    r"""
    (?P<list> \( \? & [\w-]+ \. [\w-]+ \) )
    | (?P<letters> [^\\\[\](){}|?*+.^$]+ )
    | (?P<repeat> (?: [*+?] | \{\d*,?\d*} ) [?+]? )
    | (?P<open> \( (?: \? (?: : | > | P<\w+> | [aiLmsu-]+: ) )? (?!\?) )
    | (?P<close> \) )
    | (?P<bar> \| )
    | (?P<place> [\^$] | \\[bBAZ] )
    | (?P<sign> \\[^\w\s] )
    | (?P<set> \[ \^? ]? (?: \\. | [^\]\\] )* ] | \\ (?: x\w\w | u\w{4} | U\w{8} | \d{1,3} | . ) | \. )
    | (?P<look> \( \? <? [=!] )
    """,
    re.VERBOSE | re.DOTALL,
)
Needles = frozenset[str]
NONE: Needles = frozenset()
Token = tuple[str, str]
Item = str | Needles | None  # letters in a row; what an item asks for; None, which parts letters
Row = list[Item]
_END = ("close", "")
PREPARED = "needles"  # where a build of the package keeps those of our phrases


def fold(text: str) -> str:
    """Return a text in lower case, letter by letter as patterns that ignore case see it.

    >>> fold("İlgili Haber")
    'ilgili haber'
    """
    return text.replace("İ", "i").lower()


def needles(pattern: str) -> tuple[Needles, ...]:
    r"""Return sets of lower-case pieces, the rarest first: any text that the pattern fits has one of each.

    A pattern with anything else than the usual in it, such as a condition, asks for nothing.

    >>> [sorted(asked) for asked in needles(r"^\W*(?:donate|subscribe)\b.{0,40}\bnews(?:letter)?s?")]
    [['donate', 'subscribe'], ['news']]
    >>> [sorted(asked) for asked in needles("(?:donate|spende) now|help")]
    [['donate', 'help', 'spende']]
    >>> needles("[abc]+|x")
    ()
    """
    known = _prepared().get(pattern)
    return read_needles(pattern) if known is None else tuple(map(frozenset, known))


@cache
def _prepared() -> dict[str, list[list[str]]]:
    return datafiles.prepared(PREPARED, follow_from()) or {}


def follow_from() -> Iterator[bytes]:
    """Give what the needles of a pattern follow from, beside the pattern."""
    for path in (Path(__file__), Path(lexicon.__file__), *sorted(lexicon.FOLDER.glob("*.toml"))):
        yield path.read_bytes()


def read_needles(pattern: str) -> tuple[Needles, ...]:
    """Return the needles of a pattern, found by reading it."""
    tokens = _tokens(pattern)
    if sum(len(text) for _, text in tokens) != len(pattern):
        return ()
    tokens.append(_END)
    tokens.reverse()
    return tuple(sorted(_asked_by(_inside(tokens)), key=_worth, reverse=True))


def _tokens(pattern: str) -> list[Token]:
    return [(found.lastgroup or "", found[0]) for found in _TOKEN.finditer(pattern)]


def _inside(tokens: list[Token]) -> Row:
    """Take the tokens up to the end of a group off the end of a list; return what the group says."""
    ways: list[Row] = [[]]
    while True:
        kind, text = tokens.pop()
        if kind == "close":
            return ways[0] if len(ways) == 1 else [_of_any(ways)]
        if kind == "bar":
            ways.append([])
        elif kind != "place":
            said = _said(kind, text, tokens)
            is_repeated = tokens[-1][0] == "repeat"
            if is_repeated and kind == "letters":  # its last letter is
                ways[-1].append(text[:-1])
                said = [text[-1]]
            ways[-1] += [_repeated(said, tokens.pop()[1])] if is_repeated else said


def _said(kind: str, text: str, tokens: list[Token]) -> Row:
    """Return what a token says, with the group that it opens."""
    if kind == "letters":
        return [text]
    if kind == "sign":
        return [text[1]]
    if kind == "list":
        return [_of_list(text)]
    if kind == "set":
        return [frozenset(text[1:-1]) if set(text[1:-1]) <= _SIGNS and len(text) > 2 else None]
    inside = _inside(tokens)
    return inside if kind == "open" else [None]


@cache
def _of_list(named: str) -> Needles | None:
    """Return what a list of words asks for, "(?&calls.share)"."""
    tokens = [*_tokens(with_words(named)), _END]
    tokens.reverse()
    return max(_asked_by(_inside(tokens)), key=_worth, default=None)


def _repeated(said: Row, repeat: str) -> Needles | None:
    """Return what is asked for by something that is repeated so often."""
    may_lack = repeat.startswith(("*", "?", "{0", "{,"))
    return None if may_lack else max(_asked_by(said), key=_worth, default=None)


def _of_any(ways: Iterable[Row]) -> Needles | None:
    """Return what the ways ask for together; None where one asks for nothing."""
    together: set[str] = set()
    for way in ways:
        asked = max(_asked_by(way), key=_worth, default=None)
        if asked is None:
            return None
        together |= asked
    return frozenset(together) if len(together) <= _MOST else None


def _asked_by(row: Row) -> list[Needles]:
    """Return what the items of a row ask for, each for itself; letters side by side are one."""
    asked: list[Needles] = []
    letters = ""
    for item in (*row, None):
        if isinstance(item, str):
            letters += item
            continue
        said = letters.lower().strip()
        least = 1 if said in _SIGNS else _LEAST_WIDE if said >= _WIDE else _LEAST
        if len(said) >= least:
            asked.append(frozenset({said}))
        if item is not None:
            asked.append(item)
        letters = ""
    return asked


def _worth(asked: Needles) -> tuple[float, int]:
    """Rank what was asked for: few and long needles are rare in a text."""
    shortest = min(len(needle) * (3 if needle[0] >= _WIDE or needle in _SIGNS else 1) for needle in asked)
    return (min(shortest, 7) - len(asked) / 40, -len(asked))
