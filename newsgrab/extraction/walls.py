"""Pages that stand where an article should, told by structure and words, refused by class."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, cached_property
from urllib.parse import urlsplit

from newsgrab.errors import (
    BotChallenge,
    ConsentWall,
    ContentError,
    Empty,
    Login,
    NeedsJs,
    NotArticle,
    Paywall,
    SoftNotFound,
)
from newsgrab.extraction.document import Document
from newsgrab.extraction.element import Element
from newsgrab.extraction.fields import Fields
from newsgrab.extraction.links import path_in
from newsgrab.extraction.overview import is_overview
from newsgrab.extraction.wording import tidy, visible_text
from newsgrab.model import Block, Kind
from newsgrab.rules.lexicon import words
from newsgrab.text import collapse

_ENOUGH = 1_500  # characters of running text; a page with more is an article whatever else it says
_ENOUGH_PARAGRAPHS = 3
_SOME = 150
_LEAST = 40
_MOSTLY = 0.6
_DENSE = re.compile(
    "[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
)  # scripts in which a character is a syllable or a word
_LONG = 80  # characters of a paragraph
_MOST_TEXT = 6_000
_MOST_SOURCE = 300_000
_UNPRINTED = frozenset({"script", "style", "noscript", "template"})
_QUOTED = re.compile(r"[“„«][^”“»]{1,120}[”“»]|(?<!\S)\"[^\"]{1,120}\"(?!\w)")
_LOGIN_PATH = re.compile(
    r"/(?:log-?in|sign-?in|signin|anmelden|einloggen|auth|account/login|connexion|sso)\b", re.IGNORECASE
)


class Look:
    """What a page shows at first sight; each thing is only looked for when it is first asked for."""

    def __init__(self, root: Element, document: Document, fields: Fields, body: tuple[Block, ...]) -> None:
        self.root, self.document, self.fields, self._body = root, document, fields, body

    @cached_property
    def names(self) -> str:
        """The title and the first heading, lower case."""
        title = next((one.text for one in self.root.inside("title")), "")
        heading = next(map(visible_text, self.root.inside("h1")), "")
        return tidy(f"{title} | {heading}").lower()

    @cached_property
    def text(self) -> str:
        """The beginning of all that is printed, lower case."""
        return tidy(_beginning(self.root))[:_MOST_TEXT].lower().replace("’", "'")

    @cached_property
    def said(self) -> str:
        """The same without what stands between quotation marks: that is another's."""
        return _QUOTED.sub("", self.text)

    @cached_property
    def buttons(self) -> tuple[str, ...]:
        """What is printed on them, lower case."""
        return tuple(_label(one) for one in self.root.inside("button", "input", "a") if _is_button(one))

    @cached_property
    def source(self) -> str:
        """The beginning of the page's source, lower case."""
        return self.document.text[:_MOST_SOURCE].lower()

    @cached_property
    def running(self) -> list[Block]:
        """The article's paragraphs."""
        return [block for block in self._body if block.kind not in (Kind.HEADING, Kind.FIGURE, Kind.BREAK)]

    @cached_property
    def prose(self) -> tuple[str, ...]:
        """Their words, lower case."""
        return tuple(block.text.lower() for block in self.running)

    @cached_property
    def length(self) -> int:
        """Characters of the article's running text."""
        return sum(len(block.text) for block in self.running) + len(self.fields.metadata.standfirst or "")

    @cached_property
    def paragraphs(self) -> int:
        """How many of them are long."""
        return sum(len(block.text) >= _LONG for block in self.running)

    @cached_property
    def is_stated(self) -> bool:
        """Whether JSON-LD or a date of publication says that this is an article."""
        return any(
            (claim.origin == "json-ld" and claim.field == "headline" and claim.locator.endswith(".headline"))
            or (claim.field == "date_published" and claim.origin not in ("page", "script"))
            for claim in self.fields.claims
        )

    @cached_property
    def is_index(self) -> bool:
        """Whether the page is a list of others."""
        is_list = count_phrases(self.names, "list-titles") > 0
        return not self.is_stated and (is_list or is_overview(self.document, self.fields, self.running))

    @cached_property
    def has_pictures(self) -> bool:
        """Whether the article has any."""
        return any(block.images for block in self._body)


def refuse(document: Document, fields: Fields, body: tuple[Block, ...]) -> None:
    """Raise a ContentError where the page is no article."""
    root = document.root
    if root is None:
        return
    if root.has("frameset"):
        raise NotArticle("the page only holds frames")
    look = Look(root, document, fields, body)
    is_told = look.length >= _ENOUGH and look.paragraphs >= _ENOUGH_PARAGRAPHS
    if is_told and (look.is_stated or not (look.is_index or _is_named_wall(look.names))):
        return
    for refusal, message, applies in _WALLS:
        if applies(look):
            raise refusal(message)
    if not look.length and not look.has_pictures:
        raise NotArticle("no running text was found")


def _is_named_wall(names: str) -> bool:
    return bool(count_phrases(names, "consent-titles") or count_phrases(names, "missing-titles"))


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


@cache
def _list(name: str) -> tuple[str, ...]:
    return words(f"walls.{name}")


def count_phrases(text: str, name: str) -> int:
    """Return how many phrases of a list, none inside another, stand in a text in lower case."""
    found = [phrase for phrase in _list(name) if phrase in text]
    return sum(not any(phrase in other for other in found if other != phrase) for phrase in found)


def _is_challenge(look: Look) -> bool:
    if look.is_stated and look.length >= _SOME:
        return False
    is_named = count_phrases(look.names, "challenge-titles") > 0
    is_short = look.length < 2 * _SOME
    said = count_phrases(look.said, "challenge-phrases")
    if said > 1 or (is_named and is_short):
        return True
    return (is_named or is_short) and bool(said or count_phrases(look.source, "challenge-marks"))


def _is_consent(look: Look) -> bool:
    if look.is_stated and look.length >= 2 * _SOME:
        return False
    said = count_phrases(look.text, "consent-phrases")
    named = count_phrases(look.names, "consent-titles")
    if _asks_consent(look) and (named or look.length < 3 * _SOME):
        return True
    short = look.length < 2 * _SOME
    little = len(look.text) < _ENOUGH  # of the whole page; a banner on a longer page is no wall
    return bool(
        (named and said) or (short and said >= (2 if little else 3)) or (said >= 4 and not look.is_stated)
    )


def _asks_consent(look: Look) -> bool:
    """Tell a page with a button to agree to what it mostly speaks of: cookies and personal data."""
    agreed = _list("consent-buttons")
    if not any(label == word or label.startswith(f"{word} ") for label in look.buttons for word in agreed):
        return False
    topics = _list("consent-topics")
    if not look.prose:
        return sum(topic in look.text for topic in topics) >= 2 and len(look.text) < _ENOUGH
    spoken = sum(len(text) for text in look.prose if any(topic in text for topic in topics))
    return spoken > _MOSTLY * sum(map(len, look.prose))


def _is_login(look: Look) -> bool:
    if look.length >= 3 * _SOME or look.is_stated:
        return False
    has_password = any(one.get("type") == "password" for one in look.root.inside("input"))
    named = count_phrases(look.names, "login-titles")
    at_login = bool(_LOGIN_PATH.search(urlsplit(look.document.url or "").path))
    return (has_password and (bool(named) or at_login)) or (at_login and bool(named))


def _is_missing(look: Look) -> bool:
    if look.is_stated and look.length >= _SOME:
        return False
    named = count_phrases(look.names, "missing-titles")
    said = count_phrases(look.said, "missing-phrases")
    if look.length >= _ENOUGH and not look.is_index and said < 2:
        return False
    return bool(named and (said or look.length < 2 * _SOME)) or (said >= 2 and look.length < 2 * _SOME)


def _is_shell(look: Look) -> bool:
    if look.length >= _LEAST or len(look.text) > 1_000:
        return False
    unseen = tidy(next((one.words() for one in look.root.inside("noscript")), "")).lower()
    if count_phrases(f"{look.text} {unseen}", "script-phrases"):
        return True
    if len(look.text) < _LEAST:
        return "<script" in look.source
    return len(look.text) < 3 * _SOME and bool(count_phrases(look.source, "script-marks"))


def _is_empty(look: Look) -> bool:
    return not look.length and not look.has_pictures and len(look.text) < _LEAST


def _is_placeholder(look: Look) -> bool:
    """Tell what a server, a program or a seller of names puts where no page is."""
    return (
        not look.is_stated
        and look.length < 3 * _SOME
        and bool(count_phrases(look.text, "placeholder-phrases"))
    )


def _is_tiny(look: Look) -> bool:
    """Tell a page that says too little to be an article, and does not say that it is one."""
    letters = sum(3 if _DENSE.match(char) else 1 for text in look.prose for char in text)
    return not look.is_stated and not look.has_pictures and 0 < letters < _LEAST


def _is_stub(look: Look) -> bool:
    """Tell whether only the beginning was sent, and the metadata does not say so."""
    if look.fields.metadata.paywalled:
        return not look.length
    is_short = look.length < 4 * _SOME and look.paragraphs <= 3
    return is_short and bool(count_phrases(look.said, "paywall-phrases"))


def _is_front_page(look: Look) -> bool:
    if not look.is_index or len(urlsplit(look.document.url or "").path.strip("/")) < 2:
        return False
    stated = [claim.value for claim in look.fields.claims if claim.field == "canonical_url"]
    return any(map(_is_address_of_front_page, stated))


def _is_address_of_front_page(address: str) -> bool:
    path = path_in(address)
    return "://" in address and path is not None and not path.strip("/")


def _is_list(look: Look) -> bool:
    return look.is_index


_WALLS: tuple[tuple[type[ContentError], str, Callable[[Look], bool]], ...] = (
    (BotChallenge, "a check for robots stands where the article should", _is_challenge),
    (ConsentWall, "a page that asks for consent stands where the article should", _is_consent),
    (SoftNotFound, "the page says that there is no such page", _is_missing),
    (Login, "a login page stands where the article should", _is_login),
    (NeedsJs, "the page is an empty shell that a browser would fill", _is_shell),
    (Empty, "there is no text in it", _is_empty),
    (SoftNotFound, "the front page was sent in place of the article", _is_front_page),
    (NotArticle, "this is a list of articles, not an article", _is_list),
    (NotArticle, "a server's message stands where the article should", _is_placeholder),
    (NotArticle, "the page has too little text for an article", _is_tiny),
    (Paywall, "only the beginning of the article was sent", _is_stub),
)
