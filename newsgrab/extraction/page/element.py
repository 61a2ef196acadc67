"""A page's elements in plain Python, made while the page is parsed.

The elements of a page are looked at tens of thousands of times. lxml makes a proxy for each that is looked
at, which costs more than the look itself, and copying its tree costs more than hearing of the elements as the
parser meets them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from newsgrab.errors import TooComplex

_DEEPEST = 2000  # elements in one another
_MOST_ATTRIBUTES = 10_000  # of one element; the parser's own tree needs quadratic time for them


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
    page: Elements = field(repr=False)  # all of them
    children: list[Element] = field(default_factory=list, repr=False)
    printed: str | None = field(default=None, repr=False)  # what is shown of it, once anybody has asked
    names: tuple[str, ...] | None = field(default=None, repr=False)  # that it goes by, once anybody has asked
    lists: frozenset[str] | None = field(default=None, repr=False)  # of names that it is on, once asked

    def get(self, name: str) -> str | None:
        """Return the value of an attribute."""
        return self.attributes.get(name)

    def within(self, *tags: str) -> Iterator[Element]:
        """Give the element and everything inside in document order, of these tags if any are named."""
        return _of(tags, self.page[self.place : self.end])

    def inside(self, *tags: str) -> Iterator[Element]:
        """Give everything inside in document order, of these tags if any are named."""
        if self.parent is None and len(tags) == 1 and tags[0] != self.tag:
            return iter(self.page.by_tag.get(tags[0], ()))
        return _of(tags, self.page[self.place + 1 : self.end])

    def has(self, *tags: str) -> bool:
        """Tell whether anything inside has one of these tags."""
        return bool(self.children) and any(True for _ in self.inside(*tags))

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
    if not tags:
        return iter(elements)
    wanted = frozenset(tags)
    return (one for one in elements if one.tag in wanted)


class Elements(list[Element]):
    """The elements of a page in document order."""

    @cached_property
    def by_tag(self) -> Mapping[str, Sequence[Element]]:
        """The elements of each tag."""
        by_tag: dict[str, list[Element]] = defaultdict(list)
        for element in self:
            by_tag[element.tag].append(element)
        return dict(by_tag)

    def untie(self) -> None:
        """Part the elements of a page that is read: together, only a search for garbage would let them go."""
        for element in self:
            element.children.clear()
        self.clear()
        vars(self).clear()


class Growth:
    """What a parser tells of a page while it reads it, made into elements: a target for lxml's parsers.

    Its methods are the parser's words for what it meets.
    """

    def __init__(self) -> None:
        self._heard: list[str] = []  # text not yet given to an element
        self.data = self._heard.append
        self._begin()

    def _begin(self) -> None:
        self._heard.clear()
        self._page = Elements()
        self._open: Element | None = None  # the element that began last and has not ended
        self._ended: Element | None = None  # the element that ended last, if none has begun since
        self._depth = 0  # elements that have not ended

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Begin an element in the one that began last; raise TooComplex where it or they are too many."""
        if self._heard:
            self._write()
        if self._depth > _DEEPEST:
            raise TooComplex("the elements of the page are nested too deep")
        if len(attributes) > _MOST_ATTRIBUTES:
            raise TooComplex("one element of the page has too many attributes")
        parent, page = self._open, self._page
        family = parent.children if parent is not None else []
        place = len(page)
        attributes = attributes or {}  # the parser's own word for none is slow
        element = Element(tag, attributes, "", "", parent, len(family), place, place, 0, "", page, [])
        page.append(element)
        family.append(element)
        self._open, self._ended = element, None
        self._depth += 1

    def end(self, _: str) -> None:
        """End the element that began last."""
        if self._heard:
            self._write()
        element = self._ended = self._open
        if element is None:
            return
        parent, children = element.parent, element.children
        element.end = len(self._page)
        element.opening = element.text.strip() or (children[0].opening if children else "")
        if parent is not None:
            parent.length += element.length
        self._open = parent
        self._depth -= 1

    def close(self) -> Element | None:
        """End the page, and return its root or None where there is no element; be ready for the next one.

        What comes after the end of its root is no part of it.
        """
        page = self._page
        del page[page[0].end if page else 0 :]
        self._begin()
        return page[0] if page else None

    def _write(self) -> None:
        """Give what was heard to the element that it stands in or after."""
        text = "".join(self._heard)
        self._heard.clear()
        if self._open is None:
            return
        self._open.length += len(text)
        if self._ended is None:
            self._open.text = text
        else:
            self._ended.tail = text
