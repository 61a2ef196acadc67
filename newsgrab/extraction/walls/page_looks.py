"""What a page shows at first sight, beyond its words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from newsgrab.extraction.fields.metadata import Fields
from newsgrab.extraction.page.document import Document
from newsgrab.extraction.page.element import Element
from newsgrab.extraction.page.wording import tidy, visible_text
from newsgrab.extraction.walls.looks import BETWEEN, LITTLE, MOST_TEXT, Look
from newsgrab.extraction.walls.overview import INDEX_TYPES, is_called_article, is_of_front_page, is_overview
from newsgrab.extraction.walls.phrases import count_phrases, spoken
from newsgrab.extraction.walls.rows import Row, rows_of
from newsgrab.model import Block, Claim, Kind
from newsgrab.text import collapse

_MOST_SOURCE = 300_000  # characters
_TYPED = frozenset({"text", "email", "password", "tel"})
_UNPRINTED = frozenset({"script", "style", "noscript", "template"})


class PageLook(Look):
    """What there is to see of a page, which has more to show than its words."""

    is_in_order = False

    def __init__(self, root: Element, document: Document, fields: Fields, body: tuple[Block, ...]) -> None:
        super().__init__(document, fields.metadata, fields.claims, body)
        self._root, self._fields = root, fields

    @cached_property
    def names(self) -> str:
        """The title and the first heading, lower case, without what they quote."""
        first = next((block.text for block in self._body[:1] if block.kind is Kind.HEADING), "")
        heading = next(map(visible_text, self._root.inside("h1")), first)
        return spoken(tidy(f"{self._title}{BETWEEN}{heading}"))

    @property
    def _title(self) -> str:
        return next((one.text for one in self._root.inside("title")), "")

    @cached_property
    def _printed(self) -> str:
        return _beginning(self._root)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """What is printed, row by row, with where it stands."""
        return tuple(rows_of(self._root))

    @cached_property
    def buttons(self) -> tuple[str, ...]:
        """What is printed on them, lower case."""
        return tuple(_label(one) for one in self._root.inside("button", "input", "a") if _is_button(one))

    @cached_property
    def source(self) -> str:
        """The beginning of the page's source, lower case."""
        return self.document.text[:_MOST_SOURCE].lower()

    @cached_property
    def unseen(self) -> str:
        """What is said to those whose browser runs no scripts, lower case."""
        return tidy(next((one.words() for one in self._root.inside("noscript")), "")).lower()

    @cached_property
    def asks_password(self) -> bool:
        """Whether there is a box for a password."""
        return any(one.get("type") == "password" for one in self._root.inside("input"))

    @cached_property
    def asks_something(self) -> bool:
        """Whether there is a line to fill in."""
        kinds = {one.get("type") or "text" for one in self._root.inside("input")}
        return not _TYPED.isdisjoint(kinds) or self._root.has("textarea")

    @cached_property
    def is_stated(self) -> bool:
        """Whether JSON-LD or a date of publication says that this is an article."""
        return any(
            claim.origin not in ("page", "script")
            if claim.field == "date_published"
            else claim.origin == "json-ld" and _is_of_article(claim)
            for claim in self.claims
        )

    @cached_property
    def is_vouched_for(self) -> bool:
        """Whether anything says that this is an article: its day, who wrote it, what it calls itself."""
        if self.is_stated or self.is_dated or self.metadata.byline is not None:
            return True
        is_told = any(one.has("h1") for one in self._root.inside("article"))
        return is_told or is_called_article(self.document)

    def _is_titled(self, heading: str) -> bool:
        return heading in spoken(tidy(self._title))

    @cached_property
    def is_index(self) -> bool:
        """Whether the page is a list of others."""
        if self.is_stated:
            return False
        is_short = self.length < LITTLE and not self.is_vouched_for
        is_bare = is_short and is_of_front_page(self.document, self._fields)
        is_list = is_bare or count_phrases(self.names, "list-titles") > 0
        return is_list or is_overview(self.document, self._fields, self.running)


def _is_of_article(claim: Claim) -> bool:
    """Tell the headline of an article from that of a site or a list."""
    stated, _, name = claim.locator.rpartition(".")
    return claim.field == name == "headline" and stated not in INDEX_TYPES


def _beginning(root: Element) -> str:
    """Return enough of what is printed on a page, without the space between."""
    pieces: list[str] = []
    length = 0
    for text in _texts(root):
        piece = collapse(text)
        if piece:
            pieces.append(piece)
            length += len(piece)
        if length > 2 * MOST_TEXT:
            break
    return " ".join(pieces)


def _texts(root: Element) -> Iterator[str]:
    """Give the pieces of text of a page as they are printed."""
    body = next((child for child in root.children if child.tag == "body"), None)
    waiting: list[Element | str] = [body] if body is not None else []
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            yield one
            continue
        is_printed = one.tag not in _UNPRINTED
        yield one.text if is_printed else ""
        for child in reversed(one.children):
            waiting += [child.tail if is_printed else "", child]


def _is_button(element: Element) -> bool:
    if element.tag != "a":
        return element.tag == "button" or element.get("type") in ("submit", "button")
    names = element.attributes.get("class", "")
    return element.get("role") == "button" or "btn" in names or "button" in names


def _label(button: Element) -> str:
    return (visible_text(button) or tidy(button.get("value") or "")).lower()
