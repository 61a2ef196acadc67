"""Pages that are a text dump with a tag around each line: there is no structure to read them by."""

from __future__ import annotations

from dataclasses import replace

from lxml.html import HtmlElement

from newsgrab.extraction.document import Document
from newsgrab.text import collapse

_LINES = frozenset({"p", "br", "div"})
_MARKED_UP = ("h1", "h2", "h3", "a", "img", "table", "ul", "ol", "article", "section")
_FEWEST = 6  # lines; less is a fragment of a page


def as_dump(document: Document) -> Document | None:
    """Return a text dump, or what a page of bare lines is as one; None for a page with markup."""
    if document.root is None:
        return document
    body = document.root.find("body")
    if body is None or next(body.iter(*_MARKED_UP), None) is not None:
        return None
    if any(not _is_line(element) for element in body):
        return None
    lines = [body.text or ""]
    for element in body:
        lines += ["".join(element.itertext()), element.tail or ""]
    lines = [line for line in map(collapse, lines) if line]
    return replace(document, text="\n".join(lines), root=None) if len(lines) >= _FEWEST else None


def _is_line(element: HtmlElement) -> bool:
    return element.tag in _LINES and not element.attrib and all(child.tag not in _LINES for child in element)
