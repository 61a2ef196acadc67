"""A page's elements in plain Python, made once from the parser's tree.

lxml makes a proxy for each element that is looked at, which costs more than the look itself, and the elements
of a page are looked at tens of thousands of times.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml.html import HtmlElement


@dataclass(slots=True, eq=False)
class Element:
    """An element, only to be read once its page is whole."""

    tag: str
    attributes: dict[str, str]
    text: str  # before the first element inside
    tail: str  # after the element, inside its parent
    parent: Element | None = field(repr=False)
    rank: int  # among the children of its parent
    place: int  # among all elements of the page, in document order
    end: int  # the place after the last element inside
    length: int  # characters of all text inside, shown or not
    opening: str  # the first words inside
    page: Sequence[Element] = field(repr=False)  # all of them
    children: Sequence[Element] = field(default=(), repr=False)
    printed: str | None = field(default=None, repr=False)  # what is shown of it, once anybody has asked

    def get(self, name: str) -> str | None:
        """Return the value of an attribute."""
        return self.attributes.get(name)

    def within(self, *tags: str) -> Iterator[Element]:
        """Give the element and everything inside in document order, of these tags if any are named."""
        return _of(tags, self.page[self.place : self.end])

    def inside(self, *tags: str) -> Iterator[Element]:
        """Give everything inside in document order, of these tags if any are named."""
        return _of(tags, self.page[self.place + 1 : self.end])

    def has(self, *tags: str) -> bool:
        """Tell whether anything inside has one of these tags."""
        return any(one.tag in tags for one in self.page[self.place + 1 : self.end])

    def above(self) -> Iterator[Element]:
        """Give what the element is in, from the inside out."""
        here = self.parent
        while here is not None:
            yield here
            here = here.parent

    def is_in(self, other: Element) -> bool:
        """Tell whether the element is inside another one, or that one itself."""
        return other.place <= self.place < other.end

    @property
    def next(self) -> Element | None:
        """The element after this one in the same parent."""
        beside = self.parent.children if self.parent is not None else ()
        return beside[self.rank + 1] if self.rank + 1 < len(beside) else None

    @property
    def previous(self) -> Element | None:
        """The element before this one in the same parent."""
        return self.parent.children[self.rank - 1] if self.parent is not None and self.rank else None

    def texts(self) -> list[str]:
        """Return all pieces of text inside, shown or not, as they stand in the source."""
        pieces = [self.text]
        open_at: list[Element] = []
        for one in self.page[self.place + 1 : self.end]:
            while open_at and open_at[-1].end <= one.place:
                pieces.append(open_at.pop().tail)
            pieces.append(one.text)
            open_at.append(one)
        pieces += [one.tail for one in reversed(open_at)]
        return pieces

    def words(self) -> str:
        """Return all text inside, shown or not, as it stands in the source."""
        return "".join(self.texts())


def _of(tags: tuple[str, ...], elements: Sequence[Element]) -> Iterator[Element]:
    return (one for one in elements if one.tag in tags) if tags else iter(elements)


def grow(markup: Sequence[HtmlElement]) -> Element:
    """Return the root of a page whose elements these are, in document order."""
    index = {source: place for place, source in enumerate(markup)}
    parents = [-1, *[index[source.getparent()] for source in markup[1:]]]
    page: list[Element] = []
    families: dict[int, list[Element]] = {}
    for place, (source, above) in enumerate(zip(markup, parents, strict=True)):
        family = families.setdefault(above, [])
        text = source.text or ""
        element = Element(
            source.tag,
            dict(source.items()),
            text,
            source.tail or "",
            page[above] if page else None,
            len(family),
            place,
            place + 1,
            len(text),
            text.strip(),
            page,
        )
        family.append(element)
        page.append(element)
    for element in reversed(page):
        element.children = families.get(element.place, ())
        if not element.opening and element.children:
            element.opening = element.children[0].opening
        parent = element.parent
        if parent is not None:
            parent.end = max(parent.end, element.end)
            parent.length += element.length + len(element.tail)
    return page[0]
