"""What a page prints, row by row, with where each row stands: what no list of words can tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsgrab.extraction.page.element import Element
from newsgrab.extraction.page.survey import is_block
from newsgrab.extraction.page.wording import is_unprinted
from newsgrab.text import collapse

_UNPRINTED = frozenset({"script", "style", "noscript", "template"})
_AROUND = frozenset({"nav", "header", "footer", "aside"})  # what stands in them tells of other things


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The text that one box prints itself, outside the boxes in it."""

    text: str  # lower case, on one line
    box: Element | None = None  # none in a text dump
    is_linked: bool = False  # all of it
    is_hidden: bool = False  # until a program shows it

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


@dataclass(slots=True, eq=False)
class _Draft:
    """A row while its words are gathered."""

    box: Element
    is_hidden: bool
    words: list[str]
    unlinked: bool = False

    def add(self, text: str, *, is_linked: bool) -> None:
        self.words.append(text)
        self.unlinked |= not is_linked and bool(text.strip())


def rows_of(root: Element) -> Iterator[Row]:
    """Give the rows of a page in the order in which they begin."""
    body = next((child for child in root.children if child.tag == "body"), None)
    if body is None:
        return
    drafts = {body.place: _Draft(body, False, [body.text])}
    holders, linked = {body.place: drafts[body.place]}, {body.place: False}
    ends: list[Element] = []
    for element in body.inside():
        while ends and ends[-1].end <= element.place:
            _end(ends.pop(), holders, linked)
        parent = element.parent
        if parent is None or parent.place not in holders:
            continue
        ends.append(element)
        if element.tag in _UNPRINTED:
            continue
        outer = holders[parent.place]
        inner = outer
        if is_block(element.tag):
            hides = outer.is_hidden or is_unprinted(element) or element.get("aria-hidden") == "true"
            inner = drafts[element.place] = _Draft(element, hides, [])
        holders[element.place] = inner
        linked[element.place] = linked[parent.place] or element.tag == "a"
        inner.add(element.text, is_linked=linked[element.place])
    while ends:
        _end(ends.pop(), holders, linked)
    for draft in drafts.values():
        if text := collapse("".join(draft.words)).lower().replace("’", "'"):
            yield Row(text=text, box=draft.box, is_linked=not draft.unlinked, is_hidden=draft.is_hidden)


def _end(element: Element, holders: dict[int, _Draft], linked: dict[int, bool]) -> None:
    """Add what follows an element to the row that it stands in."""
    parent = element.parent
    if parent is not None:
        parts = is_block(element.tag) or element.tag == "br"
        tail = f" {element.tail}" if parts else element.tail
        holders[parent.place].add(tail, is_linked=linked[parent.place])
