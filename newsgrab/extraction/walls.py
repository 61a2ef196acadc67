"""Pages that stand where an article should, told by structure and words, refused by class."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
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
_ARTICLE_FIELDS = frozenset({"headline", "date_published", "authors"})
_UNPRINTED = frozenset({"script", "style", "noscript", "template"})
_QUOTED = re.compile(r"[“„«][^”“»]{1,120}[”“»]|(?<!\S)\"[^\"]{1,120}\"(?!\w)")
_LOGIN_PATH = re.compile(
    r"/(?:log-?in|sign-?in|signin|anmelden|einloggen|auth|account/login|connexion|sso)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a page shows at first sight."""

    names: str  # title and first heading, lower case
    text: str  # the beginning of all that is printed, lower case
    said: str  # the same without what stands between quotation marks: that is another's
    buttons: tuple[str, ...]  # what is printed on them, lower case
    prose: tuple[str, ...]  # the article's paragraphs, lower case
    source: str  # lower case
    length: int  # of the article's running text
    paragraphs: int  # of them, the long ones
    is_stated: bool  # the metadata speaks of an article
    is_index: bool  # the page is a list of others
    has_pictures: bool  # in the article
    fields: Fields
    document: Document


def refuse(document: Document, fields: Fields, body: tuple[Block, ...]) -> None:
    """Raise a ContentError where the page is no article."""
    root = document.root
    if root is None:
        return
    if root.has("frameset"):
        raise NotArticle("The page only holds frames.")
    prose = _prose(body)
    length = sum(len(block.text) for block in prose) + len(fields.metadata.standfirst or "")
    paragraphs = sum(len(block.text) >= _LONG for block in prose)
    is_stated = _is_stated(fields)
    is_index = not is_stated and is_overview(document, fields, prose)
    is_told = length >= _ENOUGH and paragraphs >= _ENOUGH_PARAGRAPHS
    if is_told and (is_stated or not (is_index or _is_named_wall(_names(root)))):
        return
    look = _look(document, fields, body, is_index=is_index)
    for refusal, message, applies in _WALLS:
        if applies(look):
            raise refusal(message)
    if not length and not look.has_pictures:
        raise NotArticle("No running text was found.")


def _is_named_wall(names: str) -> bool:
    return bool(count_phrases(names, "consent-titles") or count_phrases(names, "missing-titles"))


def _names(root: Element) -> str:
    """Return the page's title and first heading, lower case."""
    title = next((one.text for one in root.inside("title")), "")
    heading = next(map(visible_text, root.inside("h1")), "")
    return tidy(f"{title} | {heading}").lower()


def _prose(body: tuple[Block, ...]) -> list[Block]:
    return [block for block in body if block.kind not in (Kind.HEADING, Kind.FIGURE, Kind.BREAK)]


def _look(document: Document, fields: Fields, body: tuple[Block, ...], *, is_index: bool) -> Look:
    root = document.root
    if root is None:
        raise Empty("There is no text in it.")
    prose = _prose(body)
    text = tidy(_beginning(root))[:_MOST_TEXT].lower().replace("’", "'")
    return Look(
        names=_names(root),
        text=text,
        said=_QUOTED.sub("", text),
        buttons=tuple(_label(one) for one in root.inside("button", "input", "a") if _is_button(one)),
        prose=tuple(block.text.lower() for block in prose),
        source=document.text[:_MOST_SOURCE].lower(),
        length=sum(len(block.text) for block in prose) + len(fields.metadata.standfirst or ""),
        paragraphs=sum(len(block.text) >= _LONG for block in prose),
        is_stated=_is_stated(fields),
        is_index=is_index,
        has_pictures=any(block.images for block in body),
        fields=fields,
        document=document,
    )


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


def _is_stated(fields: Fields) -> bool:
    """Tell whether JSON-LD or a date of publication says that this is an article."""
    return any(
        (claim.origin == "json-ld" and claim.field == "headline" and claim.locator.endswith(".headline"))
        or (claim.field == "date_published" and claim.origin != "page")
        for claim in fields.claims
    )


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
    named = count_phrases(look.names, "challenge-titles")
    said = count_phrases(look.said, "challenge-phrases")
    marked = count_phrases(look.source, "challenge-marks")
    if look.is_stated and look.length >= _SOME:
        return False
    short = look.length < 2 * _SOME
    return bool((named and (said or marked or short)) or said >= 2 or (short and (said or marked)))


def _is_consent(look: Look) -> bool:
    said = count_phrases(look.text, "consent-phrases")
    named = count_phrases(look.names, "consent-titles")
    if look.is_stated and look.length >= 2 * _SOME:
        return False
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
    root = look.document.root
    has_password = root is not None and any(one.get("type") == "password" for one in root.inside("input"))
    named = count_phrases(look.names, "login-titles")
    at_login = bool(_LOGIN_PATH.search(urlsplit(look.document.url or "").path))
    if look.length >= 3 * _SOME or look.is_stated:
        return False
    return (has_password and (bool(named) or at_login)) or (at_login and bool(named))


def _is_missing(look: Look) -> bool:
    named = count_phrases(look.names, "missing-titles")
    said = count_phrases(look.said, "missing-phrases")
    if look.is_stated and look.length >= _SOME:
        return False
    if look.length >= _ENOUGH and not look.is_index and said < 2:
        return False
    return bool(named and (said or look.length < 2 * _SOME)) or (said >= 2 and look.length < 2 * _SOME)


def _is_shell(look: Look) -> bool:
    if look.length >= _LEAST or len(look.text) > 1_000:
        return False
    root = look.document.root
    unseen = tidy(next((one.words() for one in root.inside("noscript")), "")).lower() if root else ""
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
    said = count_phrases(look.said, "paywall-phrases")
    return bool(said) and look.length < 4 * _SOME and look.paragraphs <= 3


def _is_front_page(look: Look) -> bool:
    if not look.is_index or len(urlsplit(look.document.url or "").path.strip("/")) < 2:
        return False
    stated = [claim.value for claim in look.fields.claims if claim.field == "canonical_url"]
    return any("://" in value and not urlsplit(value).path.strip("/") for value in stated)


def _is_list(look: Look) -> bool:
    return look.is_index


_WALLS: tuple[tuple[type[ContentError], str, Callable[[Look], bool]], ...] = (
    (BotChallenge, "A check for robots stands where the article should.", _is_challenge),
    (ConsentWall, "A page that asks for consent stands where the article should.", _is_consent),
    (SoftNotFound, "The page says that there is no such page.", _is_missing),
    (Login, "A login page stands where the article should.", _is_login),
    (NeedsJs, "The page is an empty shell that a browser would fill.", _is_shell),
    (Empty, "There is no text in it.", _is_empty),
    (SoftNotFound, "The front page was sent in place of the article.", _is_front_page),
    (NotArticle, "This is a list of articles, not an article.", _is_list),
    (NotArticle, "A server's message stands where the article should.", _is_placeholder),
    (NotArticle, "The page has too little text for an article.", _is_tiny),
    (Paywall, "Only the beginning of the article was sent.", _is_stub),
)
