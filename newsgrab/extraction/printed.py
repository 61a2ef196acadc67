"""What is printed around the article, as claims: standfirst, byline, dates, notes, and their elements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from newsgrab.extraction.bylines import bylines_at, find_bylines, find_lone_names
from newsgrab.extraction.document import Document
from newsgrab.extraction.headline import find_headline, headline_at
from newsgrab.extraction.layouts import pointed_at
from newsgrab.extraction.moments import read_moment
from newsgrab.extraction.names import has_name, names_of
from newsgrab.extraction.people import read_byline
from newsgrab.extraction.standfirst import find_standfirst
from newsgrab.extraction.wording import opening, visible_text
from newsgrab.extraction.zone import Zone, cut_zone
from newsgrab.model import Claim
from newsgrab.rules.lexicon import any_of, words
from newsgrab.rules.sites import Layout

_LONGEST_DATE = 120
_LONGEST_BARE_DATE = 60
_LONGEST_NOTE = 2_000


def _opens(word_list: str) -> re.Pattern[str]:
    """Return a pattern of how a note begins; a word alone needs a colon, unlike "Correction officers"."""
    phrases = "|".join(re.escape(word) for word in words(word_list) if " " in word)
    alone = "|".join(re.escape(word) for word in words(word_list) if " " not in word) or "(?!)"
    return re.compile(rf"\s*(?:(?:{phrases})\b|(?:{alone})\s*(?:[:：]|$))", re.IGNORECASE)


_MOST_DATED = 200
_MODIFIED = re.compile(rf"(?:^|[^\w]){any_of('printed.modified')}(?:$|[^\w])", re.IGNORECASE)
_PUBLISHED = re.compile(rf"(?:^|[^\w]){any_of('printed.published')}(?:$|[^\w])", re.IGNORECASE)
_SHORTEST_OPENING = 6
_SHORTEST_NOTE = 20
NOTES = {name: _opens(f"printed.{name}") for name in ("correction", "backstory")}
_OPENINGS = (*words("printed.correction"), *words("printed.backstory"))
_LONGEST_OPENING = 80
_MOST_LETTERS = 36
_FEW = 4
_DATE_LIKE = re.compile(r"\d[\s./-]|\d{4}")
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-]([0-3]?\d)(?=[/_-])")
_BEFORE = 25  # elements before the headline in which a bare date is its
_AFTER = 60  # and after it


_NO_LAYOUT = Layout(host="")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Printed:
    """The printed claims, and the elements whose words are fields and not body."""

    claims: tuple[Claim, ...] = ()
    headline: HtmlElement | None = None
    standfirst: tuple[HtmlElement, ...] = ()
    byline: HtmlElement | None = None


def read_printed(document: Document, claims: tuple[Claim, ...], layout: Layout | None = None) -> Printed:
    """Read what is printed, with the metadata's ``claims`` as witnesses of where it is.

    What the ``layout`` of the site points at needs no witness.
    """
    root = document.root
    if root is None:
        return Printed()
    layout = layout or _NO_LAYOUT
    headline = headline_at(pointed_at(root, layout.headline)) or find_headline(root, claims)
    zone = cut_zone(root, headline)
    standfirst = pointed_at(root, layout.standfirst) or find_standfirst(zone, claims)
    bylines = bylines_at(pointed_at(root, layout.byline)) or find_bylines(zone, root)
    found: list[Claim] = []
    if headline is not None:
        found.append(_claim("headline", headline.text, headline.locator))
        if headline.second:
            found.append(_claim("alternative_headline", headline.second, "second-headline"))
    if title := visible_text(head) if (head := root.find("head/title")) is not None else "":
        found.append(_claim("headline", title, "title: title"))
    if standfirst:
        text = " ".join(visible_text(element) for element in standfirst)
        found.append(_claim("standfirst", text, f"standfirst: {_path(standfirst[0])}"))
    for line in bylines:
        found.append(_claim("byline", line.text, f"byline: {_path(line.element)}"))
        found += [
            _claim(name, line.names, f"byline: {_path(line.element)}") for name in ("authors", "agency")
        ]
    if not any(read_byline(line.names).authors for line in bylines):
        for line in find_lone_names(zone):
            found += [
                _claim(name, line.names, f"lone: {_path(line.element)}") for name in ("authors", "agency")
            ]
    found += _dates(zone, document.url or "")
    if not any(claim.field == "date_published" for claim in (*claims, *found)):
        found += _far_date(root)
    found += _notes(root)
    return Printed(
        claims=tuple(found),
        headline=headline.element if headline else None,
        standfirst=standfirst,
        byline=bylines[0].element if bylines else None,
    )


def _dates(zone: Zone, url: str) -> Iterator[Claim]:
    """Give the dates near the headline, told apart by the words and names around them, and the address's."""
    for place, element in enumerate(zone.elements[: zone.at + _MOST_DATED]):
        is_marked = element.tag == "time" or (
            len(element) < 12 and zone.is_named(element, "printed.time-names")
        )
        if not is_marked and not -_BEFORE < place - zone.at < _AFTER:
            continue
        text = visible_text(element, _LONGEST_DATE if is_marked else _LONGEST_BARE_DATE)
        if not is_marked and not _is_mostly_date(text):
            continue
        stamp = (element.get("datetime") or element.get("content") or "").strip()
        value = stamp if read_moment(stamp) else text
        longest = _LONGEST_DATE if is_marked else _LONGEST_BARE_DATE
        if len(text) <= longest and read_moment(value) is not None:
            yield from _dated(value, f"{names_of(element)} {_before(element, text)} {text}", element)
    found = _IN_ADDRESS.search(url)
    if found:
        yield _claim("date_published", "-".join(found.groups()), f"address: {found[0]}")


def _is_mostly_date(text: str) -> bool:
    """Tell a line like "Friday, 3 May 2024 | Jane Doe" from a sentence with a date in it."""
    return bool(_DATE_LIKE.search(text)) and sum(map(str.isalpha, text)) <= _MOST_LETTERS


def _far_date(root: HtmlElement) -> Iterator[Claim]:
    """Give a date far from the headline that says whose it is: "Date 03.05.2024" in a list below."""
    for element in root.iter("li", "p", "span", "td", "dd", "div"):
        if len(element) > _FEW or not _PUBLISHED.match(opening(element)):
            continue
        text = visible_text(element, _LONGEST_BARE_DATE)
        if len(text) <= _LONGEST_BARE_DATE and _is_mostly_date(text) and read_moment(text) is not None:
            yield _claim("date_published", text, f"text: {_path(element)}")
            return


def _before(element: HtmlElement, text: str) -> str:
    """Return the words that introduce a date, where they stand in the element around it."""
    parent = element.getparent()
    around = visible_text(parent, _LONGEST_DATE) if parent is not None and len(parent) < 8 else ""
    return around.partition(text)[0] if text else around


def _dated(value: str, lead: str, element: HtmlElement) -> Iterator[Claim]:
    path = _path(element)
    if _MODIFIED.search(lead):
        yield _claim("date_modified", value, f"modified: {path}")
        return
    finder = "published" if _PUBLISHED.search(lead) else "time" if element.tag == "time" else "date"
    if finder == "date" and not has_name(element, "printed.time-names"):
        finder = "text"
    yield _claim("date_published", value, f"{finder}: {path}")


def _notes(root: HtmlElement) -> Iterator[Claim]:
    """Give corrections and lines on who reported, wherever they are printed."""
    for element in root.iter("p", "div", "em", "i", "aside", "section", "small", "span"):
        start = element.text
        if not start or start.isspace():
            start = element[0].text if len(element) else None
        if not start or len(start) < _SHORTEST_OPENING:
            continue
        if not start.lstrip()[:_LONGEST_OPENING].lower().startswith(_OPENINGS):
            continue
        for name, pattern in NOTES.items():
            if pattern.match(start):
                text = visible_text(element, _LONGEST_NOTE)
                text = _with_next(element, text) if name == "correction" else text
                if _SHORTEST_NOTE <= len(text) <= _LONGEST_NOTE:
                    yield _claim(name, text, f"{name}: {_path(element)}")


def _with_next(element: HtmlElement, text: str) -> str:
    """Add the paragraph after a correction's heading, which is no sentence: "Correction: March 1, 2026"."""
    after = element.getnext()
    if text.endswith((".", "!", "?", "…", ")")) or after is None or after.tag != element.tag:
        return text
    return f"{text} {visible_text(after, _LONGEST_NOTE)}"


def _claim(name: str, value: str, locator: str) -> Claim:
    return Claim(field=name, value=value, origin="page", locator=locator)


def _path(element: HtmlElement) -> str:
    name = (element.get("class") or "").split()
    return f"{element.tag}.{name[0]}" if name else str(element.tag)
