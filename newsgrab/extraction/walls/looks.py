"""What a page or a text dump shows at first sight: by this, walls are told from articles."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

from newsgrab.extraction.fields.metadata import Fields
from newsgrab.extraction.page.document import Document
from newsgrab.extraction.page.element import Element
from newsgrab.extraction.page.wording import tidy, visible_text
from newsgrab.extraction.walls.overview import INDEX_TYPES, is_called_article, is_of_front_page, is_overview
from newsgrab.extraction.walls.phrases import count_phrases, goes_by, phrases, spoken
from newsgrab.extraction.walls.rows import Row, rows_of
from newsgrab.extraction.walls.story import Story, find_story
from newsgrab.model import Block, Claim, Extraction, Kind, Metadata
from newsgrab.text import WHOLE, collapse, weight

_HEADING, _SENTENCE = 20, 40  # letters of a script with spaces between words
_BETWEEN = " | "  # the title and the heading
_TITLED = ("challenge", "consent", "missing", "login", "account", "form", "list")
_SAID = ("challenge", "consent", "missing", "placeholder", "script", "paywall")
_LITTLE = 450  # letters of running text
_LONG = 80  # letters of a paragraph
_LONGEST_LABEL = 40
_FEWEST_NUMBERS, _COUNTED = 10, 0.3  # blocks that are numbers, and their share
_MOST_TEXT = 6_000  # characters
_MOST_SOURCE = 300_000  # characters
_NOT_RUNNING = frozenset({Kind.HEADING, Kind.FIGURE, Kind.BREAK})
_TYPED = frozenset({"text", "email", "password", "tel"})
_UNPRINTED = frozenset({"script", "style", "noscript", "template"})


class Look:
    """What there is to see of a text dump; each thing is only looked for when it is first asked for."""

    is_in_order = True  # what stands below it goes on; on a page, a wall may lie over the text after it

    def __init__(
        self, document: Document, metadata: Metadata, claims: tuple[Claim, ...], body: tuple[Block, ...]
    ) -> None:
        self.document, self.metadata, self.claims, self._body = document, metadata, claims, body

    @cached_property
    def tells_story(self) -> bool:
        """Whether a headline stands over a sentence, and neither speaks of a wall."""
        heading = spoken(self.metadata.headline or "")
        if weight(heading) < _HEADING or not self.story.is_headed or not self._is_titled(heading):
            return False
        if _is_of_wall(heading) or any(goes_by(heading, f"{wall}-titles") for wall in _TITLED):
            return False
        first = self.story.rows[self.story.told[0]].text
        return WHOLE.search(first) is not None and weight(first) >= _SENTENCE and not _is_of_wall(first)

    def _is_titled(self, heading: str) -> bool:  # noqa: ARG002
        """Tell whether a headline is that of the page; a dump has no other."""
        return True

    @cached_property
    def names(self) -> str:
        """What it goes by, lower case, without what that quotes."""
        return spoken(self.metadata.headline or "")

    @property
    def heading(self) -> str:
        """The heading alone."""
        return self.names.rpartition(_BETWEEN)[2]

    @cached_property
    def text(self) -> str:
        """The beginning of all that is printed, lower case."""
        return tidy(self._printed)[:_MOST_TEXT].lower().replace("’", "'")

    @cached_property
    def _printed(self) -> str:
        # Around an article of some length, a dump has the words of what lay before the page and was closed.
        words = self.document.text if self.length < _LITTLE else "\n".join(one.text for one in self.running)
        return words[: 2 * _MOST_TEXT]

    @cached_property
    def said(self) -> str:
        """The same without what stands between quotation marks."""
        return spoken(self.text)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """What is printed, row by row; a dump has nothing but lines."""
        lines = map(collapse, self._printed.split("\n"))
        return tuple(Row(printed=line) for line in lines if line)

    @cached_property
    def story(self) -> Story:
        """Where the article stands among the rows."""
        return find_story(self.rows, self.prose, self.metadata.headline or "")

    @cached_property
    def buttons(self) -> tuple[str, ...]:
        """What is printed on buttons, lower case; in a dump they are lines like others."""
        lines = (collapse(line).lower() for line in self._printed.split("\n"))
        return tuple(line for line in lines if 0 < len(line) <= _LONGEST_LABEL)

    @cached_property
    def source(self) -> str:
        """The beginning of the page's source, lower case."""
        return ""

    @cached_property
    def unseen(self) -> str:
        """What is said to those whose browser runs no scripts, lower case."""
        return ""

    @cached_property
    def asks_password(self) -> bool:
        """Whether there is a box for a password."""
        return False

    @cached_property
    def asks_something(self) -> bool:
        """Whether there is a line to fill in."""
        return False

    @cached_property
    def running(self) -> list[Block]:
        """The article's paragraphs."""
        return [block for block in self._body if block.kind not in _NOT_RUNNING]

    @cached_property
    def prose(self) -> tuple[str, ...]:
        """Their words, lower case."""
        return tuple(block.text.lower() for block in self.running)

    @cached_property
    def told(self) -> str:
        """What it goes by and the article's own words, lower case, without what they quote."""
        words = "\n".join((self.names, self.metadata.standfirst or "", *(one.text for one in self._body)))
        return spoken(words)

    @cached_property
    def length(self) -> int:
        """What the article's running text says, in letters of a script with spaces between words."""
        return sum(weight(block.text) for block in self.running) + weight(self.metadata.standfirst or "")

    @cached_property
    def paragraphs(self) -> int:
        """How many of them are long."""
        return sum(weight(block.text) >= _LONG for block in self.running)

    @cached_property
    def is_stated(self) -> bool:
        """Whether JSON-LD or a date of publication says that this is an article."""
        return False

    @cached_property
    def is_vouched_for(self) -> bool:
        """Whether anything says that this is an article, as its day or who wrote it; a dump says nothing."""
        return True

    @cached_property
    def is_dated(self) -> bool:
        """Whether a day is printed beside it."""
        return any(
            claim.field == "date_published" and not claim.locator.startswith("address:")
            for claim in self.claims
        )

    @cached_property
    def is_index(self) -> bool:
        """Whether it is a list of others."""
        return count_phrases(self.names, "list-titles") > 0

    @cached_property
    def has_pictures(self) -> bool:
        """Whether the article has any."""
        return any(block.images for block in self._body)

    @cached_property
    def has_story_in_pictures(self) -> bool:
        """Whether its pictures have words, be it headings, or the page says itself that it is an article."""
        has_words = any(block.text or any(one.caption for one in block.images) for block in self._body)
        return self.has_pictures and (has_words or self.is_stated)

    @cached_property
    def is_counted(self) -> bool:
        """Whether numbers stand beside what it tells, piece by piece: of answers, in a forum's list.

        Those that go up or down by one only say which piece it is.
        """
        if self.is_stated or self.is_dated:
            return False
        numbers = [int(block.text) for block in self.running if block.text.isdecimal()]
        steps = sum(abs(one - other) == 1 for one, other in pairwise(numbers))
        is_numbered = 2 * steps > len(numbers)
        return (
            not is_numbered
            and len(numbers) >= _FEWEST_NUMBERS
            and len(numbers) > _COUNTED * len(self.running)
        )


class PageLook(Look):
    """The same of a page, which has more to show than its words."""

    is_in_order = False

    def __init__(self, root: Element, document: Document, fields: Fields, body: tuple[Block, ...]) -> None:
        super().__init__(document, fields.metadata, fields.claims, body)
        self._root, self._fields = root, fields

    @cached_property
    def names(self) -> str:
        """The title and the first heading, lower case, without what they quote."""
        first = next((block.text for block in self._body[:1] if block.kind is Kind.HEADING), "")
        heading = next(map(visible_text, self._root.inside("h1")), first)
        return spoken(tidy(f"{self._title}{_BETWEEN}{heading}"))

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
        is_short = self.length < _LITTLE and not self.is_vouched_for
        is_bare = is_short and is_of_front_page(self.document, self._fields)
        is_list = is_bare or count_phrases(self.names, "list-titles") > 0
        return is_list or is_overview(self.document, self._fields, self.running)


def _is_of_article(claim: Claim) -> bool:
    """Tell the headline of an article from that of a site or a list."""
    stated, _, name = claim.locator.rpartition(".")
    return claim.field == name == "headline" and stated not in INDEX_TYPES


def _is_of_wall(text: str) -> bool:
    return any(count_phrases(text, f"{wall}-phrases") for wall in _SAID) or any(
        topic in text for topic in phrases("consent-topics")
    )


def look_at_dump(document: Document, extraction: Extraction) -> Look:
    """Look at a text dump and what was read out of it."""
    article = extraction.article
    return Look(document, article.metadata, extraction.claims, article.body)


def _beginning(root: Element) -> str:
    """Return enough of what is printed on a page, without the space between."""
    pieces: list[str] = []
    length = 0
    for text in _texts(root):
        piece = collapse(text)
        if piece:
            pieces.append(piece)
            length += len(piece)
        if length > 2 * _MOST_TEXT:
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
