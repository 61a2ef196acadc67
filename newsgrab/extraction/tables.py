"""Tables of facts, told from tables that only place things on a page."""

from __future__ import annotations

from lxml import etree
from lxml.html import HtmlElement

from newsgrab.extraction.tree import elements
from newsgrab.text import collapse

_LONGEST_CELL = 400  # characters
_ROWS = etree.XPath("./tr | ./thead/tr | ./tbody/tr | ./tfoot/tr")
_CELLS = etree.XPath("./td | ./th")
_LAYOUT = ("h1", "h2", "form", "input", "iframe", "ul")
_MANY_PARAGRAPHS = etree.XPath("boolean(.//p[2])")


def table_text(table: HtmlElement) -> str | None:
    """Return the cells, tabs between them and newlines between rows; None for a table that is layout."""
    if next(table.iterdescendants("table"), None) is not None:
        return None
    is_headed = next(table.iterdescendants("th", "thead"), None) is not None
    if not is_headed and (next(table.iterdescendants(*_LAYOUT), None) is not None or _MANY_PARAGRAPHS(table)):
        return None
    rows = [[_text(cell) for cell in elements(_CELLS(row))] for row in elements(_ROWS(table))]
    rows = [row for row in rows if any(row)]
    if len(rows) < 2 or max(map(len, rows)) < 2:
        return None
    if any(len(cell) > _LONGEST_CELL for row in rows for cell in row):
        return None
    return "\n".join("\t".join(row) for row in rows)


def caption_of(table: HtmlElement) -> str:
    """Return the words printed above a table, "" where there are none."""
    caption = table.find("caption")
    return "" if caption is None else _text(caption)


def _text(cell: HtmlElement) -> str:
    return collapse(" ".join(cell.itertext()))
