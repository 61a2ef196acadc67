"""Runs of text become one line of Markdown: emphasis, code and links, and every word whatever happens."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from unicodedata import category

from newsgrab.model import Inline
from newsgrab.text import without_controls
from newsgrab.writers.escape import destination, escape, escape_line_start, meanings, single_blanks

_PLAIN = Inline(text="")
_BACKTICKS = re.compile(r"`+")
# Inline code that Dataview evaluates, or that a template engine or Templater reads in the file as it is.
_EXECUTED = re.compile(r"^\s*\$?=|<%|\{\{|\{%|\{#")


def lines(runs: Sequence[Inline]) -> str:
    r"""Write a paragraph's runs; a line end in the text becomes a hard line break.

    >>> lines([Inline(text="See "), Inline(text="the map", href="https://example.org/"), Inline(text=".")])
    'See [the map](https://example.org/).'
    """
    rows = [escape_line_start(_row(row)) for row in split_runs(runs, "\n")]
    return "\\\n".join(row for row in rows if row)


def line(runs: Sequence[Inline]) -> str:
    """Write runs as one line that stands after other characters, in a heading or a cell."""
    return _row(tuple(run.with_text(without_controls(run.text).replace("\n", " ")) for run in runs))


def split_runs(runs: Iterable[Inline], separator: str) -> list[tuple[Inline, ...]]:
    """Cut the runs wherever the text has ``separator``."""
    rows: list[list[Inline]] = [[]]
    for run in runs:
        for number, piece in enumerate(without_controls(run.text).split(separator)):
            if number:
                rows.append([])
            if piece:
                rows[-1].append(run.with_text(piece))
    return [tuple(row) for row in rows]


def is_executed(code: str) -> bool:
    """Tell whether a note application or a site generator would run this code instead of showing it."""
    return bool(_EXECUTED.search(code))


def _row(runs: tuple[Inline, ...]) -> str:
    """Write one line: every run is tidied, escaped, given its look, and put into its link."""
    if len(runs) == 1 and runs[0].looks_like(_PLAIN):  # as most are
        row = escape(single_blanks(runs[0].text))
        return row.strip(" ") if row.strip() else ""
    merged = _merge(runs)
    escaped = _escape_runs([run.text for run in merged])
    row = ""
    for href, group in groupby(range(len(merged)), key=lambda place: merged[place].href):
        label = "".join(_look(merged, place, escaped[place]) for place in group)
        core = label.strip(" ")
        if href and core:
            head, tail = label[: label.index(core)], label[label.index(core) + len(core) :]
            label = f"{head}[{core}]({href}){tail}"
            if row.endswith("!") and not head:
                row = row[:-1] + "\\!"  # with it the link would be a picture
        row += label
    return row.strip(" ") if row.strip() else ""


def _merge(runs: Iterable[Inline]) -> list[Inline]:
    """Make blanks single, give blank runs no look, join neighbours that look the same; hrefs are checked."""
    merged: list[Inline] = []
    for run in runs:
        text = single_blanks(run.text)
        if not merged or merged[-1].text.endswith(" "):
            text = text.removeprefix(" ")
        if not text:
            continue
        href = destination(run.href)
        if not text.strip() or (run.code and (is_executed(text) or _defines(text, href))):
            shown = Inline(text=text, href=href)
        elif run.code:
            shown = Inline(text=text, href=href, code=True)
        else:
            shown = run if (text, href) == (run.text, run.href) else run._replace(text=text, href=href)
        if merged and merged[-1].looks_like(shown):
            shown = shown.with_text(merged.pop().text + text)
        merged.append(shown)
    return merged


def _defines(code: str, href: str | None) -> bool:
    """Tell whether code in a link at the start of a line would read as the definition of a link."""
    return href is not None and "]:" in code


def _escape_runs(texts: Sequence[str]) -> list[Sequence[str]]:
    """Escape, character by character, each text as it reads alone and as it reads beside its neighbours."""
    beside = meanings("".join(texts)) if len(texts) > 1 else set()
    escaped: list[Sequence[str]] = []
    start = 0
    for text in texts:
        places = meanings(text) | {place - start for place in beside}
        escaped.append(
            ["\\" * (place in places) + char for place, char in enumerate(text)] if places else text
        )
        start += len(text)
    return escaped


def _look(runs: Sequence[Inline], place: int, escaped: Sequence[str]) -> str:
    """Put the marks of emphasis and deletion where every parser takes them for marks; else leave them out."""
    run = runs[place]
    if run.code:
        return _code(run.text)
    if not _is_marked(run):
        return "".join(escaped)
    before = runs[place - 1] if place else None
    after = runs[place + 1] if place + 1 < len(runs) else None
    is_deleted = run.deleted and not any("~" in one.text for one in (before, run, after) if one)
    # Marks of both kinds side by side would need blanks around them.
    marks = "~~" if is_deleted else "*" * (run.emphasis + 2 * run.strong)
    start = _first_open(run.text, _neighbour(before, run, -1))
    end = len(run.text) - _first_open(run.text[::-1], _neighbour(after, run, 0))
    if start >= end or _touches(before, run):
        return "".join(escaped)
    return "".join((*escaped[:start], marks, *escaped[start:end], marks, *escaped[end:]))


def _is_marked(run: Inline) -> bool:
    return run.strong or run.emphasis or run.deleted


def _neighbour(other: Inline | None, run: Inline, edge: int) -> str:
    """Return the character that will be printed beside ``run``."""
    if (other.href if other else None) != run.href:
        return "]"
    if other is None:
        return " "
    return "`" if other.code else other.text[edge]


def _first_open(text: str, outside: str) -> int:
    """Return the first place where a mark before ``text`` can open (reversed: close) emphasis."""
    before = outside
    for place, char in enumerate(text):
        is_word = category(char)[0] in "LNM"
        if is_word or (_is_delimiting(before) and not char.isspace() and category(char)[0] in "PS"):
            return place
        before = char
    return len(text)


def _is_delimiting(char: str) -> bool:
    """Tell whether all parsers take this for white space or punctuation."""
    return char == " " or category(char)[0] == "P" or (char.isascii() and category(char)[0] == "S")


def _touches(before: Inline | None, run: Inline) -> bool:
    """Tell whether the marks of two looks could meet, which parsers would pair wrongly."""
    if before is None or before.code or not _is_marked(before):
        return False
    return not (before.text[-1].isspace() or run.text[0].isspace())


def fence_of(code: str, least: int = 1) -> str:
    """Return backticks in a row that is longer than any in this code, ``least`` or more.

    >>> fence_of("a ``b`` c"), fence_of("a", least=3)
    ('```', '```')
    """
    return "`" * max(least, 1 + max(map(len, _BACKTICKS.findall(code)), default=0))


def _code(text: str) -> str:
    core = text.strip(" ")
    fence = fence_of(core)
    pad = " " if core.startswith("`") or core.endswith("`") else ""
    head, tail = text[: text.index(core)], text[text.index(core) + len(core) :]
    return f"{head}{fence}{pad}{core}{pad}{fence}{tail}"
