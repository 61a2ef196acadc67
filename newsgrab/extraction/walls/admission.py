"""Pages and text dumps that stand where an article should, told by structure and words, refused by class."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

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
from newsgrab.extraction.boilerplate.gate import gate_of
from newsgrab.extraction.fields.metadata import Fields
from newsgrab.extraction.page.document import Document
from newsgrab.extraction.walls.looks import Look, look_at_dump
from newsgrab.extraction.walls.page_looks import PageLook
from newsgrab.extraction.walls.phrases import count_phrases, goes_by, is_called, is_little_but, phrases
from newsgrab.extraction.walls.stubs import Stub, find_stub
from newsgrab.model import Block, Claim, Extraction
from newsgrab.rules import Rules
from newsgrab.rules.lexicon import any_of
from newsgrab.text import shorten
from newsgrab.urls import parts_of

_ENOUGH = 1_500  # letters of running text; a page with more is an article whatever else it says
_ENOUGH_PARAGRAPHS = 3
_SOME = 150  # letters of running text; fewer are no article
_LEAST = 40  # letters; fewer are hardly a text
_BESIDE_FORM = 120  # letters; fewer are no article where nothing says so, and there is a line to fill in
_MOSTLY = 0.6  # of the running text
_LOGIN_PATH = re.compile(rf"/{any_of('walls.login-paths')}\b", re.IGNORECASE)


def admit(document: Document, fields: Fields, body: tuple[Block, ...], rules: Rules) -> Claim | None:
    """Return the words of a wall that may have closed the article; None where it is whole.

    Raises a ContentError where the page is no article.
    """
    root = document.root
    if root is None:
        return None
    if root.has("frameset"):
        raise NotArticle("the page only holds frames")
    return _judged(PageLook(root, document, fields, body), rules)


def admit_dump(document: Document, extraction: Extraction, rules: Rules) -> Claim | None:
    """Do the same for a text dump."""
    notice = _judged(look_at_dump(document, extraction), rules)
    if not any(block.text for block in extraction.article.body):
        raise NotArticle("no running text was found")
    return notice


def marked(extraction: Extraction, notice: Claim | None) -> Extraction:
    """Return an extraction of which a wall may have closed the rest, with a mark that says so."""
    if notice is None:
        return extraction
    article = extraction.article
    chosen = (claim for claim in extraction.chosen if claim.field != notice.field)
    return replace(
        extraction,
        article=replace(article, metadata=replace(article.metadata, paywalled=True)),
        chosen=(*chosen, notice),
        warnings=(*extraction.warnings, f"the rest may be for subscribers: {shorten(notice.value, 80)}"),
    )


def _judged(look: Look, rules: Rules) -> Claim | None:
    """Return the words of a wall that may have closed the article, or raise a ContentError."""
    is_told = look.length >= _ENOUGH and look.paragraphs >= _ENOUGH_PARAGRAPHS
    if not (is_told and (look.is_stated or not (_is_list(look) or _is_named_wall(look.names)))):
        _refuse(look)
    stub, notice = find_stub(look, gate_of(rules))
    if stub is Stub.YES:
        raise Paywall("only the beginning of the article was sent")
    if not look.length and not (look.is_vouched_for and look.has_story_in_pictures):
        raise NotArticle("no running text was found")
    if stub is Stub.NO:
        return None
    return Claim(field="paywalled", value=notice, origin="page", locator="notice")


def _refuse(look: Look) -> None:
    for refusal, message, applies in _WALLS:
        if applies(look):
            raise refusal(message)


def _is_named_wall(names: str) -> bool:
    return bool(count_phrases(names, "consent-titles") or count_phrases(names, "missing-titles"))


def _is_challenge(look: Look) -> bool:
    return _asks_for_proof(look) and not look.tells_story


def _asks_for_proof(look: Look) -> bool:
    if look.is_stated and look.length >= _SOME:
        return False
    said = count_phrases(look.said, "challenge-phrases")
    if look.is_stated or look.is_dated:  # and an article, unless it asks more than once
        return said > 1
    if said > 1:
        return True
    marks = count_phrases(look.source, "challenge-marks")
    if look.length >= 2 * _SOME:
        return bool(marks and count_phrases(look.names, "challenge-titles"))
    if marks or goes_by(look.names, "challenge-titles"):
        return True
    if len(look.text) < 3 * _SOME:  # a form beside an article may ask the same
        return bool(said) or _has_widget(look)
    return bool(count_phrases(look.told, "challenge-phrases"))


def _has_widget(look: Look) -> bool:
    if look.length < _LEAST and count_phrases(look.source, "challenge-scripts"):
        return True
    return len(look.text) < 2 * _SOME and bool(count_phrases(look.source, "challenge-widgets"))


def _is_consent(look: Look) -> bool:
    return _speaks_of_consent(look) and not look.tells_story


def _speaks_of_consent(look: Look) -> bool:
    if look.is_stated and look.length >= 2 * _SOME:
        return False
    said = count_phrases(look.said, "consent-phrases")
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
    agreed = phrases("consent-buttons")
    if not any(label == word or label.startswith(f"{word} ") for label in look.buttons for word in agreed):
        return False
    topics = phrases("consent-topics")
    is_named = not look.is_stated and look.length < _SOME and any(topic in look.names for topic in topics)
    if is_named or look.length < _LEAST:  # what is asked was taken for a banner, and cut
        return sum(topic in look.text for topic in topics) >= 2 and len(look.text) < _ENOUGH
    spoken = sum(len(text) for text in look.prose if any(topic in text for topic in topics))
    return spoken > _MOSTLY * sum(map(len, look.prose))


def _is_login(look: Look) -> bool:
    if look.length >= 3 * _SOME or look.is_stated:
        return False
    if _goes_by_form(look, "account-titles"):
        return True
    named = count_phrases(look.names, "login-titles")
    at_login = bool(_LOGIN_PATH.search(parts_of(look.document.url or "").path))
    return (look.asks_password and (bool(named) or at_login)) or (at_login and bool(named))


def _is_form(look: Look) -> bool:
    """Tell a page to write to the site, or to search it, by what it goes by."""
    return look.length < 3 * _SOME and not look.is_stated and _goes_by_form(look, "form-titles")


def _goes_by_form(look: Look, titles: str) -> bool:
    """Tell a page with something to fill in that is called by it; so may the site of an article be."""
    if not look.asks_something or look.tells_story:
        return False
    return is_called((look.is_vouched_for and look.heading) or look.names, titles)


def _is_missing(look: Look) -> bool:
    return _speaks_of_missing(look) and not look.tells_story


def _speaks_of_missing(look: Look) -> bool:
    is_article = look.is_stated and look.length >= _SOME
    if is_article and not is_little_but(look.heading, "missing-titles"):
        return False
    said = count_phrases(look.said, "missing-phrases")
    if is_article:
        return said > 0
    if look.length >= _ENOUGH and not look.is_index and said < 2:
        return False
    if said and count_phrases(look.names, "missing-titles"):
        return True
    is_named = is_little_but(look.heading, "missing-titles") or (
        not look.heading and goes_by(look.names, "missing-titles")
    )
    return look.length < 2 * _SOME and (said >= 2 or is_named)


def _is_shell(look: Look) -> bool:
    if not look.is_stated and len(look.text) < _SOME and count_phrases(look.text, "script-phrases"):
        return True
    if look.length >= _LEAST or len(look.text) > 1_000:
        return False
    if count_phrases(f"{look.text} {look.unseen}", "script-phrases"):
        return True
    if len(look.text) < _LEAST:
        return "<script" in look.source
    return len(look.text) < 3 * _SOME and bool(count_phrases(look.source, "script-marks"))


def _is_empty(look: Look) -> bool:
    return not look.length and not look.has_pictures and len(look.text) < _LEAST


def _is_placeholder(look: Look) -> bool:
    """Tell what a server, a program or a seller of names puts where no page is."""
    if look.is_stated or look.length >= 3 * _SOME:
        return False
    return count_phrases(look.told, "placeholder-phrases") > look.is_dated


def _is_tiny(look: Look) -> bool:
    """Tell a page that says too little to be an article, and does not say that it is one."""
    if look.is_vouched_for and (look.is_stated or look.has_pictures):
        return False
    least = _BESIDE_FORM if look.asks_something and not look.is_vouched_for else _LEAST
    return 0 < look.length < least


def _is_front_page(look: Look) -> bool:
    if not look.is_index or len(parts_of(look.document.url or "").path.strip("/")) < 2:
        return False
    stated = [claim.value for claim in look.claims if claim.field == "canonical_url"]
    return any(map(_is_address_of_front_page, stated))


def _is_address_of_front_page(address: str) -> bool:
    parts = parts_of(address)
    return bool(parts.netloc) and not parts.path.strip("/")


def _is_list(look: Look) -> bool:
    return look.is_index or look.is_counted


_WALLS: tuple[tuple[type[ContentError], str, Callable[[Look], bool]], ...] = (
    (BotChallenge, "a check for robots stands where the article should", _is_challenge),
    (ConsentWall, "a page that asks for consent stands where the article should", _is_consent),
    (SoftNotFound, "the page says that there is no such page", _is_missing),
    (Login, "a page to log in or to make an account stands where the article should", _is_login),
    (NeedsJs, "the page is an empty shell that a browser would fill", _is_shell),
    (Empty, "there is no text in it", _is_empty),
    (SoftNotFound, "the front page was sent in place of the article", _is_front_page),
    (NotArticle, "this is a list of articles, not an article", _is_list),
    (NotArticle, "a form stands where the article should", _is_form),
    (NotArticle, "a server's message stands where the article should", _is_placeholder),
    (NotArticle, "the page has too little text for an article", _is_tiny),
)
