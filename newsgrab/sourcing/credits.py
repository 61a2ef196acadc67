"""Credits: agency, dateline and backstory, read from the first and last lines of a body.

This says who supplied the report and where it was filed, never who told the reporter.
Nothing is guessed: a dateline has its capitals, its date or its agency, or it is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from newsgrab.datafiles import read_toml

FILE = Path(__file__).parent / "credits.toml"
FIRST_PARAGRAPHS = 3  # among which a dateline may stand
SHORTEST_PARAGRAPH = 80  # characters; what is shorter may be a heading or a point of a summary above the text
_EASTERN = "\u3000"  # no letter of the scripts that have agencies of their own forms is before it
MOST_LINES = 10  # paragraphs and short lines together
LAST_LINES = 5
LONGEST_LINE = 400  # characters; a credit line is short
LONGEST_DATELINE = 90
LONGEST_AGENCY = 3  # words

_PLACE = r"[^\W\d_](?:[^\W\d_]|[ .,'’/-])*?"  # KYIV; SAN JOSE, Calif.; Berlin/Kiew
_DIVIDES = re.compile(r"[—–―|_/(\[【电電-]")  # one of these stands in every dateline
_LARGE = r"[^\W\d_a-zà-ÿа-яё]"
# PORT HAVEN: The bank; one word has four letters at least.
_CAPITALS = re.compile(
    rf"(?P<place>(?=[^\s:]*[^\W\d_]{{4}}|\S+ ){_LARGE}{{2,}}(?:[ /-]{_LARGE}{{2,}}){{0,3}})[:.]"
    rf" (?=[\"“‘'«\d]|{_LARGE})"
)
_NAMES = rf"{_LARGE}[^\W\d_]+(?:[ -]{_LARGE}[^\W\d_]+){{0,2}}"
# PORT HAVEN, IRELAND; Lohr.
_BOLD_PLACE = re.compile(
    rf"(?P<capitals>{_LARGE}{{3,}}(?: {_LARGE}{{3,}})?, (?:{_LARGE}|[. ]){{3,30}})|(?P<place>{_NAMES})\."
)
_BOLD_BEFORE_DASH = re.compile(rf"(?P<place>{_LARGE}[^\W\d_]{{2,}})(?=\s?[—–-]\s)")  # <b>Bandung</b> - The
_LONE_PLACE = re.compile(rf"(?P<place>{_NAMES}(?:, {_NAMES})?)\s*[—–-]")  # Bandung -
_LEADING_AGENCY = re.compile(r"\((?P<agency>[^()]{2,40})\)\s?(?:—|–|―|--|-|\.-|:)\s")
_TRAILING = re.compile(r"\((?P<names>[^()]{2,60})\)\s*$")
_CALL_SIGN = re.compile(r"[WK][A-Z]{2,3}(?:-(?:TV|FM|AM))?")  # of a station in America, the page's own
_INITIALS = re.compile(r"[a-zäöü]{2,4}$")  # of an editor: "dpa/abc"
_AROUND_LINE = " \t\r\n-–—"
_SMALL_CODE = re.compile(r"[a-z]{3}$")  # as German agencies sign; a longer one may be "left"


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
    dateline, agencies = _read_dateline(paragraphs)
    dateline = dateline or _set_apart(opening, edges, paragraphs)
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


def dateline_end(paragraph: str) -> int:
    """Return where the text behind a dateline begins, or 0 where there is none.

    >>> dateline_end("OSLO, May 3 (Reuters) - The port")
    24
    """
    return _match_dateline(paragraph)[2]


def _read_dateline(paragraphs: Sequence[str]) -> tuple[str | None, list[str]]:
    """Return the first dateline as printed, without its dash, and the agencies named there."""
    seen = 0
    for paragraph in paragraphs[:MOST_LINES]:
        dateline, agencies, end = _match_dateline(paragraph.lstrip())
        if end:
            return dateline, agencies
        seen += len(paragraph) >= SHORTEST_PARAGRAPH
        if seen == FIRST_PARAGRAPHS:
            break
    return _before_colon(paragraphs), []


def _before_colon(paragraphs: Sequence[str]) -> str | None:
    """Return the capitals that a colon or a stop parts from the first paragraph: "PORT HAVEN: The bank".

    Where more than one begins so, people speak.
    """
    led = [found for text in paragraphs[:MOST_LINES] if (found := _CAPITALS.match(text))]
    first = next((text for text in paragraphs[:MOST_LINES] if len(text) >= SHORTEST_PARAGRAPH), "")
    place = led[0]["place"] if len(led) == 1 and led[0].string is first else ""
    return place if place.isupper() and place not in _words("not_places") else None


def _set_apart(opening: str, edges: Sequence[str], paragraphs: Sequence[str]) -> str | None:
    """Return the place that is a line of its own before a body, or that it begins with in bold."""
    bold = opening.strip(_AROUND_LINE)
    led = _BOLD_BEFORE_DASH.match(next((text for text in paragraphs if bold and text.startswith(bold)), ""))
    found = led if led and led["place"] == bold else _BOLD_PLACE.fullmatch(opening.strip())
    for line in edges:
        found = found or _LONE_PLACE.fullmatch(line)
    place = found[found.lastgroup or 0] if found else None
    return place if place and place.upper() not in _words("not_places") else None


def _match_dateline(paragraph: str) -> tuple[str | None, list[str], int]:
    """Return dateline, agencies and where the text behind begins: 0 where there is no dateline."""
    start = paragraph[:LONGEST_DATELINE]
    if not _DIVIDES.search(start):
        return None, [], 0
    if max(start) >= _EASTERN and (found := _eastern().match(start)):
        named = [name for name in found.group("agency", "wire") if name]
        return found[0].strip("()[]（）【】 "), named, found.end()
    leading = _LEADING_AGENCY.match(start)
    if leading:
        agencies = _known(leading["agency"])
        dateline, more, end = _match_dateline(start[leading.end() :]) if agencies else (None, [], 0)
        return dateline, agencies + more, leading.end() + end if agencies else 0
    for pattern in _datelines():
        match = pattern.match(start)
        agencies = _dateline_agencies(match) if match else []
        if match and _is_dateline(match, agencies):
            return _as_printed(match), agencies, match.end()
    return None, [], 0


def _named_agency(match: re.Match[str]) -> str:
    named = match.groupdict()
    return named["agency"] or named.get("slashed") or named.get("wire") or ""


def _dateline_agencies(match: re.Match[str]) -> list[str]:
    """Return the agencies; an unknown one only behind capitals or a date, where the form makes it certain."""
    printed = _named_agency(match)
    known = _known(printed)
    place = re.split(r"[,/]", match["place"])[0]
    words = printed.split()
    is_named = len(words) <= LONGEST_AGENCY and all(word != word.lower() for word in words)
    is_dated = bool(match["date"]) and (len(words) > 1 or printed.isupper())
    is_filed = is_named and (place.isupper() or is_dated)
    is_small_code = bool(_SMALL_CODE.match(printed)) and place[:1].isupper()
    return known or ([printed] if printed and (is_filed or is_small_code) else [])


def _is_dateline(match: re.Match[str], agencies: Sequence[str]) -> bool:
    """Tell whether the line begins with a place: it has an agency, or stands in capitals."""
    place = match["place"].strip(" ,.")
    if place.upper() in _words("not_places") or (_named_agency(match) and not agencies):
        return False
    first = re.split(r"[,/]", place)[0]
    is_capitals = first.isupper() and len(first) > 2
    if match[0].rstrip().endswith((")", "/")):  # nothing parts it from the text but its agency
        return all(name.isupper() or name.lower() in _names() for name in agencies)
    return bool(agencies and place[:1].isupper()) or is_capitals


def _as_printed(match: re.Match[str]) -> str:
    end = max(match.end(group) for group in match.groupdict())
    has_bracket = match.string[end : end + 1] in (")", "/")
    return match.string[: end + has_bracket].strip(" ,")


def _agencies_in_line(line: str, patterns: _Patterns) -> list[str]:
    if labelled := _source_label().match(line):
        return _known(line[labelled.end() :].strip("().© "))
    if any(pattern.fullmatch(line) for pattern in patterns.agency):
        return [match.group() for match in _any_agency().finditer(line)]
    printed = line.strip("().© ")
    if not _may_sign(_divider().split(printed, 1)[0]):  # as most lines, which need not be read to their end
        return []
    parts = [name for name in _divider().split(printed) if name]
    return [name for name in parts if name.lower() in _names()] if all(map(_may_sign, parts)) else []


def _may_sign(name: str) -> bool:
    """Tell whether a part of a line is an agency, the initials of an editor or nothing."""
    return not name or name.lower() in _names() or bool(_INITIALS.match(name))


def _trailing_agencies(paragraph: str) -> list[str]:
    """Read "(dpa/AFP)" at the very end; initials of an editor may stand beside the names."""
    match = _TRAILING.search(paragraph[-LONGEST_DATELINE:])
    return _known(match["names"]) if match else []


def _known(printed: str) -> list[str]:
    return [name for name in _divider().split(printed.strip()) if name.lower() in _names()]


def _distinct(agencies: Sequence[str]) -> tuple[str, ...]:
    seen: dict[str, str] = {}
    for name in agencies:
        seen.setdefault(name.lower(), name)
    return tuple(seen.values())


@cache
def _datelines() -> tuple[re.Pattern[str], ...]:
    """Return the patterns of a dateline that a stop, that a dash, or that its agency ends."""
    month = rf"(?:(?:{_one_of('before_months')})\ )?[^\W\d_]{{3,12}}\.?"
    date = rf"""  # Feb. 22, 22 February 2024, 3 de mayo
        (?:[^\W\d_]{{3,12}}\.?\ \d{{1,2}} | \d{{1,2}}\.?\ {month}) (?:,?\ \d{{4}})?
    """
    with_stop = rf"""  # МОСКВА, 3 мая - РИА Новости. MOSCOW, May 3. /TASS/. МОСКВА /ТАСС/.
        (?P<place>{_PLACE}) (?P<date>,\ {date})?
        (?: (?(date) \s?(?:—|–|-)\s? | (?!)) (?P<agency>[^./]{{2,30}})
          | \.?\ /(?P<slashed>[^./]{{2,30}})/ ) \. \s
    """
    with_dash = rf"""
        (?P<place>{_PLACE}) (?P<date>,?\ {date})?
        (?: \ ? \( (?P<agency>[^()]{{2,40}}) \) )?
        (?:\ ? (?:—|–|―|--|-|\.-|\||_) \s | (?:—|―|--)(?=[\"“‘'«]?{_LARGE}))
    """
    with_agency = rf"""
        # Haven (Kerry) [Ireland], May 3 (ENA): Haven, May 3 (ENA) HAVEN, May 3 /ENA/ -- HAVEN--(ENA)--
        (?P<place>{_PLACE}(?:\ \([^()]{{2,30}}\))?(?:\ \[[^\[\]]{{2,30}}\])?)
        (?: (?P<date>,?\ {date})\ (?:\((?P<agency>[^()]{{2,40}})\)|/(?P<slashed>[^/]{{2,30}})/)
          | -- ?\((?P<wire>[^()]{{2,40}})\) )
        (?:\ ?(?::|--)\ ?|\ (?=[\"“‘'«]?{_LARGE}))
    """
    return tuple(re.compile(pattern, re.VERBOSE) for pattern in (with_stop, with_dash, with_agency))


@cache
def _divider() -> re.Pattern[str]:
    """Return what stands between two agencies."""
    return re.compile(rf"\s*(?:[/,;+&]|\b(?:{_one_of('between')})\b)\s*")


@cache
def _tables() -> dict[str, list[str] | dict[str, list[str]]]:
    return read_toml(FILE)


@cache
def _words(key: str) -> frozenset[str]:
    words = _tables()[key]
    return frozenset(words)


@cache
def _names() -> frozenset[str]:
    return frozenset(name.lower() for name in _words("agencies"))


@cache
def _source_label() -> re.Pattern[str]:
    """Return what announces who supplied a report: "Źródło: PAP"."""
    return re.compile(rf"\(?(?:{_one_of('source_labels')})\s?[:：]\s?", re.IGNORECASE)


@cache
def _any_agency() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_one_of('agencies')})\b", re.IGNORECASE)


@cache
def _eastern() -> re.Pattern[str]:
    """Return what fits (통영=연합뉴스), 新华社北京11月5日电, 【ワシントン共同】, 【ソウル=山田太郎】.

    [다모아=홍길동 기자] says who wrote it.
    """
    agency = _one_of("agencies")
    return re.compile(
        rf"""[(\[](?P<place>[\uac00-\ud7af]{{1,10}}(?:[·,\s][\uac00-\ud7af]{{1,10}})?)=(?P<agency>[^=()\[\]]{{2,20}}(?<!기자))[)\]]
          | [(（]?(?P<wire>{agency})[\u4e00-\u9fff]{{2,12}}(?:\d{{1,2}}月)?\d{{1,2}}日(?:电|電)[)）]?
          | 【[\u3040-\u30ff\u4e00-\u9fff・]{{2,12}}(?:[=＝][^【】=＝\d]{{2,12}}|(?:{agency}))】
        """,
        re.VERBOSE,
    )


def _one_of(key: str) -> str:
    return "|".join(re.escape(name) for name in sorted(_words(key), key=len, reverse=True))


@cache
def _patterns(language: str) -> _Patterns:
    table = _tables().get(language)
    if not isinstance(table, dict):
        return _Patterns(backstory=(), agency=())
    return _Patterns(backstory=tuple(_compile(table["backstory"])), agency=tuple(_compile(table["agency"])))


def _compile(sources: Sequence[str]) -> Iterator[re.Pattern[str]]:
    for source in sources:
        yield re.compile(source.replace("{agencies}", rf"\b(?:{_one_of('agencies')})\b"), re.IGNORECASE)
