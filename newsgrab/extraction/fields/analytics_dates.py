"""The date that a page tells only to the programs that count its readers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsgrab.extraction.fields.bylines import is_apart
from newsgrab.extraction.lines.moments import read_moment
from newsgrab.extraction.page.element import Element
from newsgrab.model import Claim, Moment
from newsgrab.rules.places import fields_at

_NUMBER = re.compile(r"[:=]\s*+\\?+[\"']?+(\d[\w .:+/-]{7,39})")
_NAME = re.compile(r"(?<![\w-])([A-Za-z][\w-]{5,39}+)\\?[\"']?\s*\Z")
_BEFORE = 60  # characters before a number, with its name
_DATA = "data-"
_LONGEST = 40


def find_counted_date(root: Element) -> tuple[Claim, ...]:
    """Return the claim of a day of publication in scripts and data attributes, where all tell the same day.

    A page that carries the dates of other articles too tells several days.
    """
    found = [(claim, moment) for claim in _claims(root) if (moment := read_moment(claim.value)) is not None]
    days = {_day(moment) for _, moment in found}
    return tuple(claim for claim, _ in found[:1]) if len(days) == 1 else ()


def _claims(root: Element) -> Iterator[Claim]:
    for key, value in _told(root):
        yield Claim(field="date_published", value=value, origin="script", locator=f"script[{key}]")


def _told(root: Element) -> Iterator[tuple[str, str]]:
    """Give what is named as the day: "publishDate": "2024-05-03", data-publish-date="2024-05-03"."""
    for element in root.within():
        for number in _NUMBER.finditer(element.text) if element.tag == "script" else ():
            start = number.start()
            named = _NAME.search(element.text, max(0, start - _BEFORE), start)
            if named and (key := _key(named[1])):
                yield key, number[1]
        for name, value in element.attributes.items():
            if name.startswith(_DATA) and (key := _key(name.removeprefix(_DATA))) and not is_apart(element):
                yield key, value[:_LONGEST]


def _key(name: str) -> str:
    """Return a name without what parts its words, "" where it is none of a day of publication."""
    key = name.replace("_", "").replace("-", "")
    return key if "date_published" in fields_at("script", key) else ""


def _day(moment: Moment) -> tuple[int, int, int]:
    return moment.year, moment.month, moment.day
