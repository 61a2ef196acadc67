"""Tables of facts, told from tables that only place things on a page."""

from __future__ import annotations

from lxml import etree
from lxml.html import HtmlElement

from newsgrab.extraction.tree import elements
from newsgrab.text import collapse

_LONGEST_CELL = 400  # characters
_ROWS = etree.XPath("./tr | ./thead/tr | ./tbody/tr | ./tfoot/tr")
_CELLS = etree.XPath("./td | ./th")
_LAYOUT = etree.XPath("boolean(.//table | .//h1 | .//h2 | .//form | .//input | .//iframe | .//ul | .//p[2])")
_HIDDEN_TEXT = etree.XPath(".//script | .//style | .//noscript")


def table_text(table: HtmlElement) -> str | None:
    """Return the cells, tabs between them and newlines between rows; None for a table that is layout."""
    if _LAYOUT(table) and not table.xpath("boolean(./thead or .//th)"):
        return None
    if table.xpath("boolean(.//table)"):
        return None
    rows = [[_text(cell) for cell in elements(_CELLS(row))] for row in elements(_ROWS(table))]
    rows = [row for row in rows if any(row)]
    if len(rows) < 2 or max(map(len, rows)) < 2:
        return None
    if any(len(cell) > _LONGEST_CELL for row in rows for cell in row):
        return None
    return "\n".join("\t".join(row) for row in rows)


def _text(cell: HtmlElement) -> str:
    return collapse(" ".join(cell.itertext()))
