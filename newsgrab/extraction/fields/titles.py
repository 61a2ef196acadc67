"""What a page calls itself: the headlines in its metadata, its title, and both without the site's name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from newsgrab.extraction.page.element import Element
from newsgrab.extraction.page.wording import fold, plain
from newsgrab.model import Claim
from newsgrab.rules.lexicon import words
from newsgrab.rules.places import place_of
from newsgrab.text import weight

ARTICLE, SOCIAL = ("json-ld", "headline"), ("meta", "og:title")
Witnesses = dict[str, float]  # folded text, and how far it is believed
_LEAST_PART = 0.25  # of a page's title; less of it may as well be the name of the site or of a section
_UNSURE = 0.5  # weight of a part that may be the site's name
_TELLING = 4  # words
_HEAVY = 18  # letters that say as much where a script sets no spaces
_HEAVIEST_SITE = 35  # letters of a site's name
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_SITE_BREAK = re.compile(r"\s+[|–—\-·•«»:/]\s+|\s*[|｜»«ㅣ]\s*|\s+::\s+|\s--+\s?|--|: ")


def read_witnesses(root: Element, claims: Iterable[Claim]) -> Witnesses:
    """Return what the page calls itself, folded, and less surely that without what may be the site's name."""
    of_headline = [claim for claim in claims if claim.field == "headline"]
    stated = [claim for claim in of_headline if not is_printed(claim)]
    texts = [plain(claim.value) for claim in stated or of_headline]
    titles = titles_of(root)[:1]
    witnesses = {fold(text): 1.0 for text in texts if len(text) > 3}
    for text in texts + titles:
        for part in (text, *without_site(text)):
            if len(part) > 3:
                sure = 0.92 if text.startswith(part) else 0.9
                witnesses.setdefault(fold(part), sure if len(part) >= _LEAST_PART * len(text) else _UNSURE)
    for title in titles if _UNSPACED.search("".join(titles)) else ():
        for begun in _beginnings(fold(title)):
            witnesses.setdefault(begun, 0.9)
    return witnesses


def _beginnings(folded: str) -> Iterator[str]:
    """Give what a title in Chinese or Japanese may be without its last words: any sign parts the site's name.

    >>> list(_beginnings("老渡口开了最后一班船 江北 海港网"))
    ['老渡口开了最后一班船 江北', '老渡口开了最后一班船']
    """
    while " " in folded:
        folded = folded.rpartition(" ")[0]
        if is_telling(folded):
            yield folded


def is_telling(folded: str) -> bool:
    """Tell words that say enough for a headline: four, or as much in a script that sets no spaces."""
    return len(folded.split()) >= _TELLING or (not folded.isascii() and weight(folded) >= _HEAVY)


def without_unspaced_site(text: str) -> str:
    """Cut the site's name off a title in Chinese or Japanese, where "_" or "-" parts it without a space.

    >>> without_unspaced_site("老渡口开了最后一班船_江北_海港网"), without_unspaced_site("一江-两岸")
    ('老渡口开了最后一班船', '一江-两岸')
    """
    if not _UNSPACED.search(text):
        return text
    begun = text.partition("_")[0].strip()
    if begun != text and is_telling(fold(begun)):
        return begun
    shorter, _, name = text.rpartition("-")
    is_site = fold(name).endswith(words("printed.site-endings")) and weight(name) <= _HEAVIEST_SITE
    return shorter.rstrip("-— ") if is_site and is_telling(fold(shorter)) else text


def titles_of(root: Element) -> list[str]:
    """Return the title of a page, and what it is without parts that may be the name of the site."""
    title = plain(next((one.text for one in root.inside("title")), ""))
    return [title, *without_site(title)] if title else []


def without_site(text: str) -> tuple[str, ...]:
    """Return the ways to cut a name off the end or the beginning of a page's title, the longest first.

    >>> without_site("Ferry sinks | Local | The Haven Post")
    ('Ferry sinks | Local', 'Ferry sinks', 'Local | The Haven Post', 'The Haven Post')
    """
    bounds = [(found.start(), found.end()) for found in _SITE_BREAK.finditer(text)][:6]
    return tuple([text[:start] for start, _ in reversed(bounds)] + [text[end:] for _, end in bounds])


def likeness(one: str, other: str) -> float:
    """Return how much two headlines share: 1 for the same letters, else the overlap of their words."""
    if one == other:
        return 1.0
    first, second = _words(one), _words(other)
    if not first or not second:
        return 0.0
    shared = len(first & second) / max(len(first), len(second))
    if min(len(one), len(other)) >= 12 and (one in other or other in one):
        return max(shared, 0.7)
    return shared


@lru_cache(maxsize=256)
def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def stated_in(claims: Iterable[Claim], *places: tuple[str, str]) -> set[str]:
    """Return what the metadata of these places calls the headline, folded."""
    of_headline = (claim for claim in claims if claim.field == "headline")
    return {fold(plain(claim.value)) for claim in of_headline if place_of(claim) in places}


def is_printed(claim: Claim) -> bool:
    """Tell a mark on a printed element from a statement of the metadata."""
    return claim.origin == "microdata" and not claim.locator.startswith("meta")
