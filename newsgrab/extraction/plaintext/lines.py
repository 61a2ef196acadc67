"""A dump's text into lines, each with its place, its weight and how it ends."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from newsgrab.extraction.plaintext.markup import Words, read_markup, unquoted
from newsgrab.extraction.plaintext.paper import without_sheets
from newsgrab.extraction.plaintext.preface import without_preface
from newsgrab.extraction.plaintext.stops import STOP
from newsgrab.extraction.plaintext.torn import mend_torn
from newsgrab.extraction.plaintext.wrapping import join_wrapped
from newsgrab.text import collapse, weight, without_controls

_BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_BULLET = re.compile(r"(?:[*•‣◦▪▸●·□○■☆◎△◇]|-(?= )|\+(?=\s+\D))\s+(?=\S)")
# Numbers of notes may stand behind a sentence.
_TERMINAL = re.compile(rf"{STOP}(?:\s?\[\d{{1,3}}\]|[¹²³⁰-⁹])*$")
# In Japanese and Chinese a headline asks, cries and trails off as often as a sentence does.
_TERMINAL_OF_KANJI = re.compile(r"[.。．」』）):：;；]$")
_KANJI = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060]")
_BRACKETED = re.compile(r"\[[^\[\]]*\]")
_NOT_WORD = re.compile(r"[\W_]+")
_GAP = re.compile(r"\s{2,}|\s[|•·]\s")
_FEWEST_ENTRIES = 3  # of a menu in one row
_MOST_ENTRY_WORDS = 3
_LONGEST_ENTRY = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a dump that has words in it."""

    number: int  # in the file, from 1
    text: str
    weight: int  # length in letters of a script with spaces
    key: str  # letters and digits alone, to see repetition
    ends: bool  # whether it ends as a sentence does
    level: int = 0  # of a heading of Markdown
    is_link: bool = False  # whether Markdown shows that there is nothing but links in it
    is_menu: bool = False  # whether it is several entries of a word or two, with wide gaps or bars between


def read_lines(text: str) -> tuple[Line, ...]:
    """Return the lines that have words: lines broken at a column are joined, and a tool's marks taken off."""
    rows = without_preface(unquoted([without_controls(row).rstrip() for row in _BREAK.split(text)]))
    markup = read_markup(rows)
    kept = without_sheets(rows)
    whole = mend_torn(join_wrapped([row.replace("\t", " \t").expandtabs() for _, row in kept]))
    lines = ((kept[place - 1][0], markup.words(row)) for place, row in whole)
    return tuple(
        _line(number, row, words)
        for number, words in lines
        if (row := collapse(_INVISIBLE.sub("", words.text)))
    )


def _line(number: int, text: str, words: Words) -> Line:
    return Line(
        number=number,
        text=text,
        weight=weight(text),
        key=_NOT_WORD.sub("", unicodedata.normalize("NFKC", text).casefold()),
        ends=bool((_TERMINAL_OF_KANJI if _KANJI.search(text[-8:]) else _TERMINAL).search(text)),
        level=words.level,
        is_link=words.is_link,
        is_menu=is_menu(words.text),
    )


def is_menu(row: str) -> bool:
    """Tell whether a row is the entries of a menu, as a table's cells or bars part them.

    >>> is_menu("News   Sport   Letters to us"), is_menu("News | Sport | Letters"), is_menu("Port Haven 2  1")
    (True, True, False)
    """
    entries = _GAP.split(row.strip())
    if len(entries) < _FEWEST_ENTRIES:
        return False
    return all(len(entry.split()) <= _MOST_ENTRY_WORDS and len(entry) <= _LONGEST_ENTRY for entry in entries)


def bullet(text: str) -> re.Match[str] | None:
    """Return the mark of a list item that a line begins with; a number is part of the words and stays."""
    return _BULLET.match(text)


def is_bracketed(text: str) -> bool:
    """Tell whether a line is nothing but square brackets: what tools put in the place of a picture."""
    return _BRACKETED.fullmatch(text) is not None
