"""What tools write above a text about it: front matter, and rows that each name what they give."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_FENCE = "---"
_MOST = 400  # rows
_FIELD = re.compile(r"([A-Za-z][\w -]{0,30}):(?:\s+(.*))?$")
_ENTRY = re.compile(r"\s+-?\s*(?:[\w-]+:\s+)?(\S.*)$|-\s+(\S.*)$")
_QUOTES = " \t\"'[]"
_SHOWN = {  # fields that a page shows, too, and how it would
    **dict.fromkeys(("title", "headline"), "# {}"),
    **dict.fromkeys(("author", "authors", "byline"), "By {}"),
    **dict.fromkeys(("published", "date", "date_published", "published time"), "{}"),
}
_HIDDEN = frozenset({"url source", "markdown content", "url", "source", "warning"})
_BY = re.compile(r"by\b", re.IGNORECASE)


def without_preface(rows: Sequence[str]) -> list[str]:
    """Return as many rows, the fields above a text as lines that a page would have.

    >>> without_preface(["---", 'title: "Harbour reopens"', "tags:", "  - sea", "---", "It did."])
    ['', '# Harbour reopens', '', '', '', 'It did.']
    >>> without_preface(["Title: Harbour reopens", "", "URL Source: https://haven.example", "It did."])
    ['# Harbour reopens', '', '', 'It did.']
    """
    end = _end_of_front_matter(rows)
    if end:
        return ["", *_shown(rows[1:end]), "", *rows[end + 1 :]]
    end = _end_of_fields(rows)
    return [*_shown(rows[:end]), *rows[end:]]


def _end_of_front_matter(rows: Sequence[str]) -> int:
    """Return the place of the fence below front matter, 0 where there is none."""
    if not rows or rows[0].strip() != _FENCE:
        return 0
    for place, row in enumerate(rows[1:_MOST], start=1):
        if row.strip() == _FENCE:
            return place
        if row.strip() and not (_FIELD.match(row) or _ENTRY.match(row)):
            return 0
    return 0


def _end_of_fields(rows: Sequence[str]) -> int:
    """Return the place below rows that give a title and an address, 0 where these do not begin a text."""
    names: list[str] = []
    end = 0
    for place, row in enumerate(rows[:_MOST]):
        found = _FIELD.match(row)
        name = found[1].lower() if found else ""
        if row.strip() and name not in _SHOWN and name not in _HIDDEN:
            break
        names += [name] if name else []
        end = place + 1 if name else end
    return end if names[:1] == ["title"] and len(names) > 1 else 0


def _shown(rows: Sequence[str]) -> Iterator[str]:
    """Give each row as a page would show it, "" where it would not."""
    form = ""
    for row in rows:
        field, entry = _FIELD.match(row), _ENTRY.match(row)
        if field:
            form = _SHOWN.get(field[1].lower(), "")
        value = ((field[2] if field else entry and (entry[1] or entry[2])) or "").strip(_QUOTES)
        is_shown = bool(form and value)
        yield (value if _BY.match(value) and "By" in form else form.format(value)) if is_shown else ""
