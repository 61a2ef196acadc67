"""What tools that turn a page into text write beside its words: quoting, numbers of links, Markdown.

Only what a page shows is left: no addresses behind words, and no words in place of pictures.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape
from itertools import pairwise

_QUOTED = re.compile(r"^\s{0,3}(?:>\s?)+")
# What is between the brackets behind a link's words: an address, and a title that may have anything in it.
_ADDRESS = r"""\( (?= \s* (?: [<\#/.?)] | [\w+%-]++ [:/.?] ) ) (?: [^()]++ | \( [^()]*+ \) )*+ \)"""
_WORDS = r"\[ ( (?: [^\[\]\\] | \\. )*+ ) \]"
_IMAGE = re.compile(rf"! {_WORDS} {_ADDRESS}", re.VERBOSE)
_LINK = re.compile(rf"{_WORDS} {_ADDRESS}", re.VERBOSE)
_NAMED_IMAGE = re.compile(rf"! {_WORDS} \[ [^\[\]\n]{{0,100}} \]", re.VERBOSE)
_NAMED_LINK = re.compile(rf"{_WORDS} \s? \[ [^\[\]\n]{{0,100}} \]", re.VERBOSE)
_TARGET = re.compile(r"\s{0,4}\[[^\[\]\n]{1,100}\]:\s+\S")  # "[1]: https://haven.example"
_LINK_END = re.compile(rf"\] {_ADDRESS}", re.VERBOSE)  # of one that began in a row above
# Of one that ends in a row below.
_LINK_START = re.compile(r"^(\W*?)\[(?=[^\[\]]*$)|(?<![!\[])[!\[]*+(?<=\[)\s*$")
_TAG = re.compile(r"</?[a-zA-Z][\w-]*(?:\s[^<>]*)?/?>")
_ONLY_TAGS = re.compile(rf"(?:\s*{_TAG.pattern})+\s*")
_BARE_LINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]++)>")
_HEADING = re.compile(r"\s*(?:(?:[*+-]|\d{1,3}[.)])\s+)*(#{1,6})\s+(?=\S)")  # in a list, too
_HEADING_END = re.compile(r"(?<!\s)\s++#++\s*$")
_BOLD = re.compile(r"(\*\*|__)(?=[^\s*_])([^*_]++)\1")
_ITALIC = re.compile(r"(?<![\w*_\\])([*_])(?=[^\s*_])([^*_]++)(?<![\s\\])\1(?![\w*_])")
_ESCAPED = re.compile(r"\\([^\w\s]|_)|\\$")
_OF_TERMINAL = re.compile(
    r"\((?:BUTTON|SUBMIT)\)|_{4,}|\[(?:INS|DEL):|:(?:INS|DEL)\]"
)  # what stands for a button or a field
_CELLS = re.compile(r"\s*\|(.*)\|\s*")
_NUMBER = re.compile(r"\[(\d{1,4})\](?=[^\W_]|[\"“„«»('‘’\[#@¡¿])")  # of a link, before its words
# What a page says of itself, and does not show.
_OF_HEAD = re.compile(
    r"\s*#(?:\[\d{1,4}\]|(?:alternate|canonical|publisher|search|shortlink|prev|next|icon)\b)"
)
_ANY_NUMBER = re.compile(r"\[\d{1,4}\](?:\[\])?(\[\d{1,4}\])?")
_FEWEST = 3  # numbers or names of links that show what made them
_FEWEST_BOLD = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of a row without marks, and what the marks said of them."""

    text: str
    level: int = 0  # of a heading, 0 where there is none
    is_link: bool = False  # whether there is nothing in it but links


@dataclass(frozen=True, slots=True, kw_only=True)
class Markup:
    """The marks that a dump's tool made."""

    is_numbered: bool  # "[1]" before each link
    is_named: bool  # "[words][1]", with the addresses below the text
    is_markdown: bool

    def words(self, row: str) -> Words:
        """Return the words of a row.

        >>> Markup(is_numbered=False, is_named=False, is_markdown=True).words("## [Harbour](/h) *reopens*")
        Words(text='Harbour reopens', level=2, is_link=False)
        """
        row = "" if "<" in row and _ONLY_TAGS.fullmatch(row) else _OF_TERMINAL.sub(" ", row)
        row = "" if "#" in row and _OF_HEAD.match(row) else row
        if self.is_numbered and "[" in row:
            row = _ANY_NUMBER.sub(r"\1", row)
        return self._of_markdown(row) if self.is_markdown else Words(text=row)

    def _of_markdown(self, row: str) -> Words:
        heading = _HEADING.match(row)
        if heading:
            row = _HEADING_END.sub("", row[heading.end() :])
        text, beside = self._linked(row) if "[" in row or "](" in row else (row, row)
        is_link = beside != row and not any(map(str.isalnum, beside))
        text = _TAG.sub("", _BARE_LINK.sub(r"\1", text)) if "<" in text else text
        text = _ITALIC.sub(r"\2", _BOLD.sub(r"\2", text))
        cells = _CELLS.fullmatch(text)
        text = unescape(_ESCAPED.sub(r"\1", cells[1] if cells else text))
        return Words(text=text, level=len(heading[1]) if heading else 0, is_link=is_link)

    def _linked(self, row: str) -> tuple[str, str]:
        """Return a row with the words of its links, and without them."""
        row = _IMAGE.sub("", row)
        if self.is_named:
            row = _NAMED_IMAGE.sub("", row)
        text, beside = _LINK.sub(r"\1", row), _LINK.sub("", row)
        if self.is_named:
            text, beside = _NAMED_LINK.sub(r"\1", text), _NAMED_LINK.sub("", beside)
        return _LINK_START.sub(lambda found: found[1] or "", _LINK_END.sub("", text)), beside


def read_markup(rows: Sequence[str]) -> Markup:
    """Tell what marks a dump has."""
    links = sum(len(_LINK.findall(row)) for row in rows if "](" in row)
    is_named = sum(map(bool, map(_TARGET.match, rows))) >= _FEWEST
    headings = sum(map(bool, map(_HEADING.match, rows)))
    bold = sum("**" in row and bool(_BOLD.search(row)) for row in rows)
    return Markup(
        is_numbered=_counts_links(rows),
        is_named=is_named,
        is_markdown=is_named or links > 0 or headings > 0 or bold >= _FEWEST_BOLD,
    )


def unquoted(rows: Sequence[str]) -> list[str]:
    """Return rows without the marks of a mail's quoting.

    >>> unquoted(["> Harbour", ">> reopens", "3 > 2"])
    ['Harbour', 'reopens', '3 > 2']
    """
    return [_QUOTED.sub("", row, count=1) if ">" in row[:4] else row for row in rows]


def _counts_links(rows: Sequence[str]) -> bool:
    """Tell a tool's count of links from an author's of notes: it stands before words, and only grows."""
    numbers = [int(number) for row in rows if "[" in row for number in _NUMBER.findall(row)]
    grows = sum(above < below for above, below in pairwise(numbers))
    return len(numbers) >= _FEWEST and grows > 0.9 * (len(numbers) - 1) and numbers[0] < _FEWEST
