"""Which words of the element that prints a byline are the line, and which of them are names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, takewhile, zip_longest

from newsgrab.extraction.lines.moments import read_moment
from newsgrab.extraction.lines.people import LED, is_full, read_byline
from newsgrab.extraction.page.element import Element
from newsgrab.extraction.page.names import has_name
from newsgrab.extraction.page.wording import linked_pieces, visible_text
from newsgrab.rules.lexicon import any_of, word_set
from newsgrab.urls import parts_of

_LONGEST = 200  # characters of a line
_MOST_INNER = 60  # elements in it
_AND = re.compile(rf"\s+{any_of('people.and')}(?=\s)")
_BARS = re.compile(r"\s+[|·•]\s+")
_WHEN = re.compile(
    rf"[^\W\d_]{{0,3}}\s?\d.{{0,30}}|(?:{any_of('printed.published', 'printed.modified', 'printed.day')})\W*",
    re.IGNORECASE,
)
_BEHIND = re.compile(rf"(?<=[\w.!)])[\s|/·•–—-]+{any_of('people.behind')}(?!\w).*", re.IGNORECASE | re.DOTALL)
_FILED = re.compile(rf"\W*(?:in\s+)?{any_of('printed.filed')}\s*:", re.IGNORECASE)
_PROFILE = re.compile(rf"/{any_of('printed.profile-paths')}/", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Byline:
    """A line as printed, its names parted by "|", and where it stands."""

    text: str
    names: str
    element: Element


def is_to_author(element: Element) -> bool:
    """Tell a link that says it leads to the author; one to the front page only has the site's own name."""
    if element.get("rel") != "author":
        return False
    address = (element.get("href") or "#").strip()
    parts = parts_of(address)
    return bool(parts.path.strip("/") or parts.query or "#" in address)


def read_line(element: Element) -> Byline:
    """Return an element as a byline: the names are those that it marks, else all that it says."""
    inside = islice(element.inside("a", "span", "b", "strong", "div", "p", "h3", "h4"), _MOST_INNER)
    marked = [one for one in inside if _is_name_of_one(one)]
    holders = {above for one in marked for above in one.above()}
    inner = [visible_text(one, _LONGEST) for one in marked if one not in holders]
    names = [text for text in dict.fromkeys(inner) if text and read_byline(text).authors]
    text = visible_text(element)
    pieces = list(takewhile(lambda piece: not _FILED.match(piece), _unfiled(element)))
    beside = [name for name in read_byline(" | ".join(pieces)).authors if _is_joined(name, names, text)]
    named = sorted([*beside, *names], key=text.find) if beside else names
    line = _between_bars(_after_date(text, pieces))
    return Byline(text=line, names=" | ".join(named or pieces), element=element)


def _between_bars(text: str) -> str:
    """Return a line without the paper before a "By" and the times behind the names.

    >>> _between_bars("Haven Post | By Jane Doe • 2d • 3 min read")
    'By Jane Doe'
    >>> _between_bars("Jane Doe | Haven Post")
    'Jane Doe | Haven Post'
    """
    bars = list(_BARS.finditer(text))
    start = next((bar.end() for bar in bars if LED.match(text[bar.end() :])), 0)
    end = len(text)
    for bar in reversed(bars):
        if bar.start() < start or not _WHEN.fullmatch(text[bar.end() : end]):
            break
        end = bar.start()
    return text[start:end]


def of_authors(text: str) -> str:
    """Return a line without what stands behind the names and tells no more of them.

    >>> of_authors("By Jane Doe facebook whatsapp"), of_authors("von Max Muster Lesezeit: 4 Min.")
    ('By Jane Doe', 'von Max Muster')
    >>> of_authors("Published by Jane Doe, Category Manager")
    'Published by Jane Doe, Category Manager'
    """
    return _BEHIND.sub("", text)


def _after_date(text: str, pieces: Iterable[str]) -> str:
    """Return a line without the date it begins with: "4 May 2024 Jane Doe", not "4 May 2024, by Jane Doe"."""
    for date in takewhile(_is_date, pieces):
        text = text.removeprefix(date).lstrip(" |·•,;:–—-") or text
    return text


def _is_date(piece: str) -> bool:
    return read_moment(piece) is not None and piece.rpartition(" ")[2].lower() not in word_set("people.by")


def _unfiled(element: Element) -> Iterator[str]:
    """Give the pieces of a line without what the article is filed under: "By Jane Doe in News"."""
    filed = {visible_text(link, _LONGEST) for link in element.inside("a") if _is_filing(link)}
    pieces = linked_pieces(element)
    for piece, after in zip_longest(pieces, pieces[1:], fillvalue=""):
        name, _, last = piece.rpartition(" ")
        if piece not in filed:
            yield name if after in filed and name and last.lower() in word_set("people.place") else piece


def _is_filing(link: Element) -> bool:
    """Tell whether a link says under what an article is filed."""
    return "tag" in (link.get("rel") or "").split() and not _PROFILE.search(link.get("href") or "")


def _is_joined(name: str, others: list[str], text: str) -> bool:
    """Tell whether a name stands before or after one of the others with no more than "and" between.

    A comma joins it where an "and" follows: "Jane Doe, John Roe and Jim Poe", not "Chief of Sea, John Roe".
    """
    if not is_full(name) or any(name in other or other in name for other in others):
        return False
    parted = ((text[: found.start()], text[found.end() :].lstrip()) for found in _AND.finditer(text))
    return bool(others) and any(_joins(before, after, name, tuple(others)) for before, after in parted)


def _joins(before: str, after: str, name: str, others: tuple[str, ...]) -> bool:
    """Tell whether an "and" between two parts of a line joins a name to one of the others."""
    if not before.endswith(others):
        return before.endswith(name) and after.startswith(others)
    lists = (before.removesuffix(other).rstrip() for other in others if before.endswith(other))
    return after.startswith(name) or any(
        rest.endswith(",") and rest[:-1].rstrip().endswith(name) for rest in lists
    )


def _is_name_of_one(element: Element) -> bool:
    """Tell whether an element inside a byline holds one person's name: a link to a profile, a marked name."""
    if is_to_author(element):
        return True
    if element.get("itemprop") == "name":
        return not any(above.tag == "li" for above in islice(element.above(), 3))
    if element.tag == "a":
        return bool(_PROFILE.search(element.get("href") or ""))
    return has_name(element, "printed.name-names")
