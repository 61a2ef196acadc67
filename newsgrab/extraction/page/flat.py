"""Pages that are a text dump with a tag around each line: there is no structure to read them by."""

from __future__ import annotations

from dataclasses import replace

from newsgrab.extraction.page.document import Document
from newsgrab.extraction.page.element import Element
from newsgrab.text import collapse

_LINES = frozenset({"p", "br", "div"})
_MARKED_UP = ("h1", "h2", "h3", "a", "img", "table", "ul", "ol", "article", "section")
_FEWEST = 6  # lines; less is a fragment of a page


def as_dump(document: Document) -> Document | None:
    """Return a text dump, or what a page of bare lines is as one; None for a page with markup."""
    if document.root is None:
        return document
    body = document.body
    if body is None or body.tag != "body" or body.has(*_MARKED_UP):
        return None
    if not all(map(_is_line, body.children)):
        return None
    lines = [body.text]
    for element in body.children:
        lines += [element.words(), element.tail]
    lines = [line for line in map(collapse, lines) if line]
    return replace(document, text="\n".join(lines), root=None) if len(lines) >= _FEWEST else None


def _is_line(element: Element) -> bool:
    is_bare = element.tag in _LINES and not element.attributes
    return is_bare and all(child.tag not in _LINES for child in element.children)
