"""What a page prints, row by row, with where each row stands: what no list of words can tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from newsgrab.extraction.page.element import Element
from newsgrab.extraction.page.survey import is_block
from newsgrab.extraction.page.wording import is_unprinted
from newsgrab.text import collapse

_UNPRINTED = frozenset({"script", "style", "noscript", "template"})
_AROUND = frozenset({"nav", "header", "footer", "aside"})  # what stands in them tells of other things


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The text that one box prints itself, outside the boxes in it."""

    printed: str  # on one line
    box: Element | None = None  # none in a text dump
    is_linked: bool = False  # all of it
    is_hidden: bool = False  # until a program shows it

    @property
    def text(self) -> str:
        """The same in lower case."""
        return self.printed.lower().replace("’", "'")

    def is_around(self, story: Element | None) -> bool:
        """Tell whether it stands in what a page has around its article, seen from the box of the story."""
        if self.box is None:
            return False
        for one in (self.box, *self.box.above()):
            if one is story:
                return False
            if one.tag in _AROUND:
                return True
        return False


class _Piece(NamedTuple):
    """A text between two tags."""

    text: str
    box: Element  # the innermost that starts a line
    is_linked: bool
    is_hidden: bool


def rows_of(root: Element) -> Iterator[Row]:
    """Give the rows of a page in order; what follows a box in another one is a row of its own."""
    body = next((child for child in root.children if child.tag == "body"), None)
    if body is None:
        return
    for _, group in groupby(_pieces(body), lambda piece: piece.box.place):
        pieces = tuple(group)
        if text := collapse("".join(piece.text for piece in pieces)):
            is_linked = all(piece.is_linked or not piece.text.strip() for piece in pieces)
            yield Row(printed=text, box=pieces[0].box, is_linked=is_linked, is_hidden=pieces[0].is_hidden)


def _pieces(body: Element) -> Iterator[_Piece]:
    waiting: list[tuple[Element | str, Element, bool, bool]] = [(body, body, False, False)]
    while waiting:
        one, box, is_linked, is_hidden = waiting.pop()
        if isinstance(one, str):
            yield _Piece(one, box, is_linked, is_hidden)
            continue
        if one.tag in _UNPRINTED:
            continue
        if is_block(one.tag):
            box = one
            is_hidden = is_hidden or is_unprinted(one) or one.get("aria-hidden") == "true"
        is_linked = is_linked or one.tag == "a"
        yield _Piece(one.text, box, is_linked, is_hidden)
        for child in reversed(one.children):
            tail = f" {child.tail}" if child.tag == "br" else child.tail
            waiting += [(tail, box, is_linked, is_hidden), (child, box, is_linked, is_hidden)]
