"""What a page or a text dump shows at first sight: by this, walls are told from articles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, cached_property

from newsgrab.extraction.fields.metadata import Fields
from newsgrab.extraction.overview import is_overview
from newsgrab.extraction.page.document import Document
from newsgrab.extraction.page.element import Element
from newsgrab.extraction.page.wording import tidy, visible_text
from newsgrab.model import Block, Claim, Extraction, Kind, Metadata
from newsgrab.rules.lexicon import words
from newsgrab.text import collapse

_END = 30  # characters that tell the end of a paragraph
_LITTLE = 450  # characters of running text
_LONG = 80  # characters of a paragraph
_LONGEST_LABEL = 40
_MOST_TEXT = 6_000
_MOST_SOURCE = 300_000
_MOSTLY = 0.5
_GAP = " * "
_PARTS = re.compile(r"\W*(?:\s[|–—·•›»:-]|[|:])\s+\W*|[.!?…]+\s*$")  # of what a page goes by
_NOT_RUNNING = frozenset({Kind.HEADING, Kind.FIGURE, Kind.BREAK})
_UNPRINTED = frozenset({"script", "style", "noscript", "template"})
_AROUND = frozenset({"a", "nav", "header", "footer", "aside"})  # what stands in them tells of other things
_QUOTED = re.compile(r"[“„«][^”“»]{1,120}[”“»]|(?<!\S)\"[^\"]{1,120}\"(?!\w)")


class Look:
    """What there is to see of a text dump; each thing is only looked for when it is first asked for."""

    def __init__(
        self, document: Document, metadata: Metadata, claims: tuple[Claim, ...], body: tuple[Block, ...]
    ) -> None:
        self.document, self.metadata, self.claims, self._body = document, metadata, claims, body

    @cached_property
    def names(self) -> str:
        """What it goes by, lower case, without what that quotes."""
        return _spoken(self.metadata.headline or "")

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
        return _spoken(self.text)

    @cached_property
    def pieces(self) -> tuple[str, ...]:
        """What is printed by itself, lower case; in a dump the lines."""
        return tuple(self._printed.lower().split("\n"))

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
        return _spoken(words)

    @cached_property
    def length(self) -> int:
        """Characters of the article's running text."""
        return sum(len(block.text) for block in self.running) + len(self.metadata.standfirst or "")

    @cached_property
    def paragraphs(self) -> int:
        """How many of them are long."""
        return sum(len(block.text) >= _LONG for block in self.running)

    @cached_property
    def is_stated(self) -> bool:
        """Whether JSON-LD or a date of publication says that this is an article."""
        return False

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

    def goes_on_below(self, name: str) -> bool:
        """Tell whether the article goes on below the last of these phrases; a page does not say so."""
        found = [phrase for phrase in _outermost(self.text, name) if _GAP not in phrase]
        ends = [text[-_END:].replace("’", "'") for text in self.prose[-1:]]
        return bool(found and ends) and self.text.rfind(ends[0]) > max(map(self.text.rfind, found))


class PageLook(Look):
    """The same of a page, which has more to show than its words."""

    def __init__(self, root: Element, document: Document, fields: Fields, body: tuple[Block, ...]) -> None:
        super().__init__(document, fields.metadata, fields.claims, body)
        self._root, self._fields = root, fields

    def goes_on_below(self, name: str) -> bool:  # noqa: ARG002
        """Tell nothing: a wall may stand before the text that it lies over."""
        return False

    @cached_property
    def names(self) -> str:
        """The title and the first heading, lower case, without what they quote."""
        title = next((one.text for one in self._root.inside("title")), "")
        first = next((block.text for block in self._body[:1] if block.kind is Kind.HEADING), "")
        heading = next(map(visible_text, self._root.inside("h1")), first)
        return _spoken(tidy(f"{title} | {heading}"))

    @cached_property
    def _printed(self) -> str:
        return _beginning(self._root)

    @cached_property
    def pieces(self) -> tuple[str, ...]:
        """What is printed by itself, lower case, outside of links and of what stands around the article."""
        return tuple(piece.lower() for text in _texts(self._root, _AROUND) if (piece := collapse(text)))

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
    def is_stated(self) -> bool:
        """Whether JSON-LD or a date of publication says that this is an article."""
        return any(
            (claim.origin == "json-ld" and claim.field == "headline" and claim.locator.endswith(".headline"))
            or (claim.field == "date_published" and claim.origin not in ("page", "script"))
            for claim in self.claims
        )

    @cached_property
    def is_index(self) -> bool:
        """Whether the page is a list of others."""
        is_list = count_phrases(self.names, "list-titles") > 0
        return not self.is_stated and (is_list or is_overview(self.document, self._fields, self.running))


def _spoken(text: str) -> str:
    """Return a text in lower case without what is quoted in it: that is another's."""
    return _QUOTED.sub("", text.lower().replace("’", "'"))


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


def _texts(root: Element, left_out: frozenset[str] = frozenset()) -> Iterator[str]:
    """Give the pieces of text of a page as they are printed, without those of some elements."""
    body = next((child for child in root.children if child.tag == "body"), None)
    waiting: list[Element | str] = [body] if body is not None else []
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            yield one
            continue
        if one.tag in left_out:
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


@cache
def phrases(name: str) -> tuple[str, ...]:
    """Return a list of phrases that walls are told by."""
    return words(f"walls.{name}")


def count_phrases(text: str, name: str) -> int:
    """Return how many phrases of a list, none inside another, stand in a text in lower case."""
    return len(_outermost(text, name))


def goes_by(names: str, name: str) -> bool:
    """Tell whether a title or a heading, or a part of one, is little but the phrases of a list.

    >>> goes_by("the haven post | just a moment...", "challenge-titles")
    True
    >>> goes_by("it took just a moment for the crane to fall", "challenge-titles")
    False
    """
    return any(is_little_but(part, name) for part in _PARTS.split(names) if part)


def is_little_but(text: str, name: str) -> bool:
    """Tell whether a text in lower case is little but the phrases of a list.

    >>> is_little_but("for subscribers only", "paywall-labels")
    True
    >>> is_little_but("for subscribers only: a map of the harbour for the wall", "paywall-labels")
    False
    """
    return sum(map(len, _outermost(text, name))) > _MOSTLY * len(text)


def _outermost(text: str, name: str) -> list[str]:
    whole, gapped = _parted(name)
    found = [phrase for phrase in whole if phrase in text]
    found += [phrase for phrase in gapped if _with_gap(phrase).search(text)]
    return [phrase for phrase in found if not any(phrase in other for other in found if other != phrase)]


@cache
def _parted(name: str) -> tuple[list[str], list[str]]:
    """Return the phrases of a list in two: those that stand in one piece, and those with a gap."""
    every = phrases(name)
    return [one for one in every if _GAP not in one], [one for one in every if _GAP in one]


@cache
def _with_gap(phrase: str) -> re.Pattern[str]:
    """Return a pattern of a phrase with other words of the same sentence in the middle."""
    return re.compile(r"[^.!?。]{0,80}?".join(map(re.escape, phrase.split(_GAP))))
