"""Credits: agency, dateline and backstory, read from the first and last lines of a body.

This says who supplied the report and where it was filed, never who told the reporter.
Nothing is guessed: a dateline has its capitals, its date or its agency, or it is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from newsgrab.sourcing.agencies import agency_names, any_agency, divider, known_agencies, one_of, tables
from newsgrab.sourcing.datelines import LONGEST_DATELINE, dateline_apart, read_dateline

LAST_LINES = 5
LONGEST_LINE = 400  # characters; a credit line is short

_TRAILING = re.compile(r"\((?P<names>[^()]{2,60})\)\s*$")
_CALL_SIGN = re.compile(r"[WK][A-Z]{2,3}(?:-(?:TV|FM|AM))?")  # of a station in America, the page's own
_INITIALS = re.compile(r"[a-zäöü]{2,4}$")  # of an editor: "dpa/abc"
_AROUND_LINE = " \t\r\n-–—"


@dataclass(frozen=True, slots=True, kw_only=True)
class Credits:
    """What the lines say, as printed; agencies by their names."""

    agency: tuple[str, ...] = ()
    dateline: str | None = None
    backstory: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Patterns:
    backstory: tuple[re.Pattern[str], ...]
    agency: tuple[re.Pattern[str], ...]


def read_credits(
    paragraphs: Sequence[str], language: str | None = None, edges: Sequence[str] = (), opening: str = ""
) -> Credits:
    """Read the credits of a body from its first and last paragraphs; ``language`` is a BCP 47 tag.

    ``edges`` are short lines before and after the body, ``opening`` is what it begins with in bold.
    """
    patterns = _patterns((language or "").partition("-")[0].lower())
    dateline, agencies = read_dateline(paragraphs)
    dateline = dateline or dateline_apart(opening, edges, paragraphs)
    lines = (*paragraphs[-LAST_LINES:], *edges)
    last = [line.strip(_AROUND_LINE) for line in lines if len(line) <= LONGEST_LINE]
    backstory = [line for line in last if any(pattern.fullmatch(line) for pattern in patterns.backstory)]
    for line in last:
        agencies += _agencies_in_line(line, patterns)
    if paragraphs:
        agencies += _trailing_agencies(paragraphs[-1])
    suppliers = [name for name in agencies if not _CALL_SIGN.fullmatch(name)]
    return Credits(
        agency=_distinct(suppliers), dateline=dateline, backstory="\n".join(backstory) if backstory else None
    )


def _agencies_in_line(line: str, patterns: _Patterns) -> list[str]:
    if labelled := _source_label().match(line):
        return known_agencies(line[labelled.end() :].strip("().© "))
    if any(pattern.fullmatch(line) for pattern in patterns.agency):
        return [match.group() for match in any_agency().finditer(line)]
    printed = line.strip("().© ")
    if not _may_sign(divider().split(printed, 1)[0]):  # as most lines, which need not be read to their end
        return []
    parts = [name for name in divider().split(printed) if name]
    return [name for name in parts if name.lower() in agency_names()] if all(map(_may_sign, parts)) else []


def _may_sign(name: str) -> bool:
    """Tell whether a part of a line is an agency, the initials of an editor or nothing."""
    return not name or name.lower() in agency_names() or bool(_INITIALS.match(name))


def _trailing_agencies(paragraph: str) -> list[str]:
    """Read "(dpa/AFP)" at the very end; initials of an editor may stand beside the names."""
    match = _TRAILING.search(paragraph[-LONGEST_DATELINE:])
    return known_agencies(match["names"]) if match else []


def _distinct(agencies: Sequence[str]) -> tuple[str, ...]:
    seen: dict[str, str] = {}
    for name in agencies:
        seen.setdefault(name.lower(), name)
    return tuple(seen.values())


@cache
def _source_label() -> re.Pattern[str]:
    """Return what announces who supplied a report: "Źródło: PAP"."""
    return re.compile(rf"\(?(?:{one_of('source_labels')})\s?[:：]\s?", re.IGNORECASE)


@cache
def _patterns(language: str) -> _Patterns:
    table = tables().get(language)
    if not isinstance(table, dict):
        return _Patterns(backstory=(), agency=())
    return _Patterns(backstory=tuple(_compile(table["backstory"])), agency=tuple(_compile(table["agency"])))


def _compile(sources: Sequence[str]) -> Iterator[re.Pattern[str]]:
    for source in sources:
        yield re.compile(source.replace("{agencies}", rf"\b(?:{one_of('agencies')})\b"), re.IGNORECASE)
