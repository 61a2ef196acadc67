"""Tables of facts, told from tables that only place things on a page."""

from __future__ import annotations

from collections.abc import Iterator

from newsgrab.extraction.page.element import Element
from newsgrab.extraction.page.wording import visible_text

_LONGEST_CELL = 400  # characters
_MOST_COLUMNS = 200  # of a table of facts
_MOST_CELLS = 500_000  # empty ones too
_GROUPS = frozenset({"thead", "tbody", "tfoot"})
_CELLS = frozenset({"td", "th"})
_LAYOUT = ("h1", "h2", "form", "input", "iframe", "ul")


def table_text(table: Element) -> str | None:
    """Return the cells, tabs between them and newlines between rows; None for a table that is layout."""
    if table.has("table"):
        return None
    if not table.has("th", "thead") and (table.has(*_LAYOUT) or _has_long_cell(table)):
        return None
    rows = _believed(table)
    width = max(map(len, rows), default=0)
    if len(rows) < 2 or not 1 < width <= _MOST_COLUMNS or len(rows) * width > _MOST_CELLS:
        return None
    if any(len(cell) > _LONGEST_CELL for row in rows for cell in row):
        return None
    return "\n".join("\t".join(row) for row in rows)


def caption_of(table: Element) -> str:
    """Return the words printed above a table, "" where there are none."""
    return next((visible_text(child) for child in table.children if child.tag == "caption"), "")


def _believed(table: Element) -> list[list[str]]:
    """Return the rows that have words; none where there are more cells than a table of facts has."""
    rows = []
    cells = 0
    for row in _grid(table):
        cells += len(row)
        if cells > _MOST_CELLS:
            return []
        if any(row):
            rows.append(row)
    return rows


def _grid(table: Element) -> Iterator[list[str]]:
    """Give the words of each row's cells; where a cell goes on to the right or below, the place is empty.

    A row that is too wide to believe is left one cell after the last one that is believed.
    """
    below: dict[int, int] = {}  # for a column, how many rows more a cell goes on
    for row in _rows(table):
        words: list[str] = []
        for cell in (one for one in row.children if one.tag in _CELLS):
            while below.get(len(words), 0):
                below[len(words)] -= 1
                words.append("")
            if len(words) > _MOST_COLUMNS:
                break
            room = max(_MOST_COLUMNS - len(words), 1)
            for place in range(min(_span(cell, "colspan"), room)):
                below[len(words)] = _span(cell, "rowspan") - 1
                words.append("" if place else visible_text(cell))
        for column in range(len(words), max(below, default=0) + 1):
            below[column] = max(below.get(column, 0) - 1, 0)
        while words and not words[-1] and len(words) <= _MOST_COLUMNS:
            words.pop()
        yield words


def _span(cell: Element, name: str) -> int:
    """Return over how many columns or rows a cell goes; 1 where that is no number or none to believe."""
    stated = cell.get(name) or ""
    span = int(stated) if stated.isascii() and stated.isdigit() and len(stated) < 4 else 1
    return span or 1


def _rows(table: Element) -> Iterator[Element]:
    groups = (child.children if child.tag in _GROUPS else [child] for child in table.children)
    return (row for group in groups for row in group if row.tag == "tr")


def _has_long_cell(table: Element) -> bool:
    """Tell whether anything in a table holds several paragraphs."""
    parents = [paragraph.parent for paragraph in table.inside("p")]
    return len(set(parents)) < len(parents)
