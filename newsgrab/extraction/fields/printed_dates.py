"""The dates that a page prints: near its headline, else where something says that they are the article's."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from newsgrab.extraction.fields.bylines import is_apart
from newsgrab.extraction.fields.claims import page_claim, path_of
from newsgrab.extraction.fields.zone import Zone
from newsgrab.extraction.lines.moments import read_moment
from newsgrab.extraction.page.element import Element
from newsgrab.extraction.page.names import has_name, names_of
from newsgrab.extraction.page.wording import tidy, visible_text
from newsgrab.model import Claim, Moment
from newsgrab.rules.lexicon import any_of

_LONGEST = 120  # characters of a line that is called a date's
_LONGEST_BARE = 60  # of any other
_LONGEST_LED = 80  # of a line that begins with what it says: "Posted on Friday, May 3, 2024 @ 08:15:22 PDT"
_MOST_DATED = 200  # elements after the headline
_MOST_DAYS = 2  # in boxes of one name
_MODIFIED = re.compile(rf"(?:^|[^\w]){any_of('printed.modified')}(?:$|[^\w])", re.IGNORECASE)
_PUBLISHED = re.compile(rf"(?:^|[^\w]){any_of('printed.published', 'printed.day')}(?:$|[^\w])", re.IGNORECASE)
_MOST_LETTERS = 36
_FEW = 4  # elements in a line
_DATE_LIKE = re.compile(r"\d(?:[\s./-]|\d{3})")
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-]([0-3]?\d)(?=[/_-])")
_BEFORE = 25  # elements before the headline in which a bare date is its
_AFTER = 60  # and after it
_OPENING = re.compile(r"(?:[^\W\d_]+\s){0,3}\d\d?(?:\.\d\d?\.|\.?\s[^\W\d_]+\s)\d{4}(?=\s*[–—|„“\"-])")
_BARS = re.compile(r"\s[|·•]\s")
_FIRST_LINES = 40  # elements after the headline whose text may open with its date


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Dated:
    """A date that a page prints, and the element that has it."""

    element: Element
    text: str  # all that the element prints
    value: str  # the moment that it states beside its words, else its words
    moment: Moment
    distance: int  # from the headline, in elements; below 0 before it

    @property
    def is_near(self) -> bool:
        return -_BEFORE < self.distance < _AFTER


def find_dates(zone: Zone, url: str) -> Iterator[Claim]:
    """Give the dates near the headline, told apart by the words and names around them, and the address's.

    The nearest come first, before them those on the day that the address names. What stands farther away, or
    in one of many boxes of the same name with other days, is likely to be another article's: it counts last.
    """
    dated = tuple(_dated(zone))
    in_address = _IN_ADDRESS.search(url)
    day = read_moment("-".join(in_address.groups())) if in_address is not None else None
    listed = _listed(dated)
    for one in sorted(dated, key=lambda one: (_day_of(one) != day, abs(one.distance))):
        if path_of(one.element) in listed:
            yield page_claim("date_published", one.value, f"far: {path_of(one.element)}")
        else:
            yield from _told(one, is_sure=_day_of(one) == day)
    if in_address is not None:
        yield page_claim("date_published", "-".join(in_address.groups()), f"address: {in_address[0]}")


def _dated(zone: Zone) -> Iterator[_Dated]:
    """Give the dates in boxes whose names promise one, and near the headline those in any short line."""
    for place, element in enumerate(zone.elements[: zone.at + _MOST_DATED], -zone.at):
        is_marked = element.tag == "time" or (
            len(element.children) < 12 and has_name(element, "printed.time-names")
        )
        if not is_marked and not -_BEFORE < place < _AFTER:
            continue
        longest = _LONGEST if is_marked else _LONGEST_BARE
        text = visible_text(element, longest)
        is_too_long = len(text) > longest and (len(text) > _LONGEST or not _start_of_modified(text))
        if is_too_long or not (is_marked or _is_mostly_date(text)):
            text = _line_of_date(element)
            if not text:
                continue
        stamp = _stamp(element)
        value = stamp if read_moment(stamp) else text
        moment = read_moment(value)
        if moment is not None and not has_name(element, "printed.clock-names"):
            yield _Dated(element=element, text=text, value=value, moment=moment, distance=place)


def _line_of_date(element: Element) -> str:
    """Return the first line of a box that is a date, "" where none is."""
    text = visible_text(element, _LONGEST)
    may_have_one = not text or _DATE_LIKE.search(text)  # of a long box nothing is known
    return next(filter(_is_bare_date, _lines_in(element, text)), "") if may_have_one else ""


def _lines_in(element: Element, text: str) -> Iterator[str]:
    """Give the short lines of a box that breaks or bars part: "By Jane Doe<br>March 13, 2026 | 3 min"."""
    yield from _BARS.split(text)
    if any(child.tag == "br" for child in element.children):
        yield from (tidy(line) for line in (element.text, *(child.tail for child in element.children)))


def _listed(dated: Iterable[_Dated]) -> frozenset[str]:
    """Return the names of the boxes in which many days stand: those of a list of articles."""
    days: dict[str, set[date]] = defaultdict(set)
    for one in dated:
        days[path_of(one.element)].add(_day_of(one))
    return frozenset(path for path, stated in days.items() if len(stated) > _MOST_DAYS)


def _day_of(one: _Dated) -> date:
    return one.moment.date() if isinstance(one.moment, datetime) else one.moment


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


def _is_bare_date(line: str) -> bool:
    return 0 < len(line) <= _LONGEST_BARE and _is_mostly_date(line) and read_moment(line) is not None


def find_far_date(zone: Zone, root: Element) -> Claim | None:
    """Return the date of a line that says so, of the only mark of time, or before the text."""
    places = (_led(root), _only_mark(root), _opening_the_text(zone))
    return next((claim for claims in places for claim in claims), None)


def dates_in(lines: Iterable[str]) -> Iterator[Claim]:
    """Give the dates in bylines."""
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
        text = tidy(start) if element.tag == "br" else visible_text(element, _LONGEST_LED)
        if len(text) <= _LONGEST_LED and _is_mostly_date(text) and read_moment(text) is not None:
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


def _told(one: _Dated, *, is_sure: bool) -> Iterator[Claim]:
    """Give what the words and names around a date say that it is; a sure one is of publication."""
    path = path_of(one.element)
    if one.value is one.text and (at := _start_of_modified(one.text)):
        yield page_claim("date_published", one.text[:at], f"published: {path}")
        yield page_claim("date_modified", one.text[at:], f"modified: {path}")
        return
    words = f"{_before(one.element, one.text)} {one.text}"
    if _MODIFIED.search(f"{names_of(one.element)} {words}"):
        yield page_claim("date_modified", one.value, f"modified: {path}")
    else:
        yield page_claim("date_published", one.value, f"{_finder(one, words, is_sure=is_sure)}: {path}")


def _is_of_teaser(one: _Dated) -> bool:
    """Tell a date beside the headline of another article, which is a link."""
    linked = (visible_text(link, _LONGEST) for link in one.element.inside("a"))
    return any(2 * len(text) > len(one.text) and read_moment(text) is None for text in linked)


def _finder(one: _Dated, words: str, *, is_sure: bool) -> str:
    """Return by what a date was found, as ``fields.toml`` calls it."""
    if not one.is_near or _is_of_teaser(one):
        return "far"
    if is_sure or _PUBLISHED.search(words):
        return "published"
    if one.element.tag == "time":
        return "time"
    return "date" if has_name(one.element, "printed.time-names") else "text"
