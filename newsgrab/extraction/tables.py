"""Tables of facts, told from tables that only place things on a page."""

from __future__ import annotations

from collections.abc import Iterator

from newsgrab.extraction.element import Element
from newsgrab.extraction.wording import visible_text

_LONGEST_CELL = 400  # characters
_GROUPS = frozenset({"thead", "tbody", "tfoot"})
_CELLS = frozenset({"td", "th"})
_LAYOUT = ("h1", "h2", "form", "input", "iframe", "ul")


def table_text(table: Element) -> str | None:
    """Return the cells, tabs between them and newlines between rows; None for a table that is layout."""
    if table.has("table"):
        return None
    if not table.has("th", "thead") and (table.has(*_LAYOUT) or _has_long_cell(table)):
        return None
    rows = [[visible_text(cell) for cell in row.children if cell.tag in _CELLS] for row in _rows(table)]
    rows = [row for row in rows if any(row)]
    if len(rows) < 2 or max(map(len, rows)) < 2:
        return None
    if any(len(cell) > _LONGEST_CELL for row in rows for cell in row):
        return None
    return "\n".join("\t".join(row) for row in rows)


def caption_of(table: Element) -> str:
    """Return the words printed above a table, "" where there are none."""
    return next((visible_text(child) for child in table.children if child.tag == "caption"), "")


def _rows(table: Element) -> Iterator[Element]:
    groups = (child.children if child.tag in _GROUPS else [child] for child in table.children)
    return (row for group in groups for row in group if row.tag == "tr")


def _has_long_cell(table: Element) -> bool:
    """Tell whether anything in a table holds several paragraphs."""
    parents = [paragraph.parent for paragraph in table.inside("p")]
    return len(set(parents)) < len(parents)
