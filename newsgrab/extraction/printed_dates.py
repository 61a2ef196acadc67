"""The dates that a page prints: near its headline, else where something says that they are the article's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newsgrab.extraction.bylines import is_apart
from newsgrab.extraction.claims import page_claim, path_of
from newsgrab.extraction.element import Element
from newsgrab.extraction.moments import read_moment
from newsgrab.extraction.names import has_name, names_of
from newsgrab.extraction.wording import tidy, visible_text
from newsgrab.extraction.zone import Zone
from newsgrab.model import Claim
from newsgrab.rules.lexicon import any_of

_LONGEST = 120
_LONGEST_BARE = 60
_MOST_DATED = 200
_MODIFIED = re.compile(rf"(?:^|[^\w]){any_of('printed.modified')}(?:$|[^\w])", re.IGNORECASE)
_PUBLISHED = re.compile(rf"(?:^|[^\w]){any_of('printed.published')}(?:$|[^\w])", re.IGNORECASE)
_MOST_LETTERS = 36
_FEW = 4
_DATE_LIKE = re.compile(r"\d(?:[\s./-]|\d{3})")
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-]([0-3]?\d)(?=[/_-])")
_BEFORE = 25  # elements before the headline in which a bare date is its
_AFTER = 60  # and after it
_OPENING = re.compile(r"(?:[^\W\d_]+\s){0,3}\d\d?(?:\.\d\d?\.|\.?\s[^\W\d_]+\s)\d{4}(?=\s*[–—|„“\"-])")
_FIRST_LINES = 40  # elements after the headline whose text may open with its date


def find_dates(zone: Zone, url: str) -> Iterator[Claim]:
    """Give the dates near the headline, told apart by the words and names around them, and the address's."""
    for place, element in enumerate(zone.elements[: zone.at + _MOST_DATED]):
        is_marked = element.tag == "time" or (
            len(element.children) < 12 and has_name(element, "printed.time-names")
        )
        if not is_marked and not -_BEFORE < place - zone.at < _AFTER:
            continue
        longest = _LONGEST if is_marked else _LONGEST_BARE
        text = visible_text(element, longest)
        if len(text) > longest or not (is_marked or _is_mostly_date(text)):
            continue
        stamp = _stamp(element)
        value = stamp if read_moment(stamp) else text
        if read_moment(value) is None:
            continue
        if has_name(element, "printed.clock-names"):
            continue
        if value is text and (at := _start_of_modified(text)):
            yield page_claim("date_published", text[:at], f"published: {path_of(element)}")
            yield page_claim("date_modified", text[at:], f"modified: {path_of(element)}")
            continue
        yield from _dated(value, f"{names_of(element)} {_before(element, text)} {text}", element)
    found = _IN_ADDRESS.search(url)
    if found:
        yield page_claim("date_published", "-".join(found.groups()), f"address: {found[0]}")


def _stamp(element: Element) -> str:
    """Return the moment that an element states beside its words; an <abbr> has it as its title."""
    title = element.get("title") if element.tag == "abbr" else None
    return (element.get("datetime") or element.get("content") or title or "").strip()


def _start_of_modified(text: str) -> int:
    """Return where the second date begins in "3 May 2024, updated 4 May 2024", 0 in any other text."""
    found = _MODIFIED.search(text)
    if found is None or not all(map(read_moment, (text[: found.start()], text[found.start() :]))):
        return 0
    return found.start()


def _is_mostly_date(text: str) -> bool:
    """Tell a line like "Friday, 3 May 2024 | Jane Doe" from a sentence with a date in it."""
    return bool(_DATE_LIKE.search(text)) and sum(map(str.isalpha, text)) <= _MOST_LETTERS


def find_far_date(zone: Zone, root: Element, bylines: Iterable[str]) -> Claim | None:
    """Return the date in a byline, of a line that says so, of the only mark of time, or before the text."""
    places = (_in_bylines(bylines), _led(root), _only_mark(root), _opening_the_text(zone))
    return next((claim for claims in places for claim in claims), None)


def _in_bylines(lines: Iterable[str]) -> Iterator[Claim]:
    for line in lines:
        text = line[:_LONGEST]
        updated = _MODIFIED.search(text)
        before = text[: updated.start()] if updated is not None else text
        if read_moment(before) is not None:
            yield page_claim("date_published", before, "text: byline")
        elif read_moment(text) is not None:
            yield page_claim("date_modified", text, "text: byline")


def _led(root: Element) -> Iterator[Claim]:
    """Give a date that says whose it is: "Date 03.05.2024" in a list below, or in a line after a break."""
    for element in root.within("li", "p", "span", "td", "dd", "div", "br"):
        start = element.tail.strip() if element.tag == "br" else element.opening
        if len(element.children) > _FEW or not _PUBLISHED.match(start):
            continue
        text = tidy(start) if element.tag == "br" else visible_text(element, _LONGEST_BARE)
        if len(text) <= _LONGEST_BARE and _is_mostly_date(text) and read_moment(text) is not None:
            yield page_claim("date_published", text, f"text: {path_of(element)}")


def _only_mark(root: Element) -> Iterator[Claim]:
    """Give what the <time> elements of a page say, where they all say the same."""
    marks = ((element, element.get("datetime") or "") for element in root.within("time"))
    stamps = {stamp for element, stamp in marks if read_moment(stamp) is not None and not is_apart(element)}
    if len(stamps) == 1:
        yield page_claim("date_published", stamps.pop(), "time: time")


def _opening_the_text(zone: Zone) -> Iterator[Claim]:
    """Give the date before the first words of the text: "29.11.2022 – The ferry left"."""
    for element in zone.after()[:_FIRST_LINES]:
        if element.tag == "p" and (found := _OPENING.match(element.opening)) is not None:
            yield page_claim("date_published", found[0], f"text: {path_of(element)}")


def _before(element: Element, text: str) -> str:
    """Return the words that introduce a date, where they stand in the element around it."""
    parent = element.parent
    around = visible_text(parent, _LONGEST) if parent is not None and len(parent.children) < 8 else ""
    return around.partition(text)[0] if text else around


def _dated(value: str, lead: str, element: Element) -> Iterator[Claim]:
    path = path_of(element)
    if _MODIFIED.search(lead):
        yield page_claim("date_modified", value, f"modified: {path}")
        return
    finder = "published" if _PUBLISHED.search(lead) else "time" if element.tag == "time" else "date"
    if finder == "date" and not has_name(element, "printed.time-names"):
        finder = "text"
    yield page_claim("date_published", value, f"{finder}: {path}")
