"""Datelines: where a report was filed, at the head of its text: "OSLO, May 3 (Reuters) - The port"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from newsgrab.sourcing.agencies import agency_names, known_agencies, one_of, word_list

FIRST_PARAGRAPHS = 3  # among which a dateline may stand
SHORTEST_PARAGRAPH = 80  # characters; what is shorter may be a heading or a point of a summary above the text
_EASTERN = "\u3000"  # no letter of the scripts that have agencies of their own forms is before it
MOST_LINES = 10  # paragraphs and short lines together
LONGEST_DATELINE = 90  # characters
LONGEST_AGENCY = 3  # words
_PLACE = r"[^\W\d_](?:[^\W\d_]|[ .,'’/-])*?"  # KYIV; SAN JOSE, Calif.; Berlin/Kiew
_DIVIDES = re.compile(r"[—–―|_/(\[【电電-]")  # one of these stands in every dateline
_LARGE = r"[^\W\d_a-zà-ÿа-яёіїєґąćęłńśźż]"
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
_AROUND_LINE = " \t\r\n-–—"
_SMALL_CODE = re.compile(r"[a-z]{3}$")  # as German agencies sign; a longer one may be "left"


def dateline_end(paragraph: str) -> int:
    """Return where the text behind a dateline begins, or 0 where there is none.

    >>> dateline_end("OSLO, May 3 (Reuters) - The port")
    24
    """
    return _match_dateline(paragraph)[2]


def read_dateline(paragraphs: Sequence[str]) -> tuple[str | None, list[str]]:
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
    return place if place.isupper() and place not in word_list("not_places") else None


def dateline_apart(opening: str, edges: Sequence[str], paragraphs: Sequence[str]) -> str | None:
    """Return the place that is a line of its own before a body, or that it begins with in bold."""
    bold = opening.strip(_AROUND_LINE)
    led = _BOLD_BEFORE_DASH.match(next((text for text in paragraphs if bold and text.startswith(bold)), ""))
    found = led if led and led["place"] == bold else _BOLD_PLACE.fullmatch(opening.strip())
    for line in edges:
        found = found or _LONE_PLACE.fullmatch(line)
    place = found[found.lastgroup or 0] if found else None
    return place if place and place.upper() not in word_list("not_places") else None


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
        agencies = known_agencies(leading["agency"])
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
    known = known_agencies(printed)
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
    if place.upper() in word_list("not_places") or (_named_agency(match) and not agencies):
        return False
    first = re.split(r"[,/]", place)[0]
    is_capitals = first.isupper() and len(first) > 2
    if match[0].rstrip().endswith((")", "/")):  # nothing parts it from the text but its agency
        return all(name.isupper() or name.lower() in agency_names() for name in agencies)
    return bool(agencies and place[:1].isupper()) or is_capitals


def _as_printed(match: re.Match[str]) -> str:
    end = max(match.end(group) for group in match.groupdict())
    has_bracket = match.string[end : end + 1] in (")", "/")
    return match.string[: end + has_bracket].strip(" ,")


@cache
def _datelines() -> tuple[re.Pattern[str], ...]:
    """Return the patterns of a dateline that a stop, that a dash, or that its agency ends."""
    month = rf"(?:(?:{one_of('before_months')})\ )?[^\W\d_]{{3,12}}\.?"
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
def _eastern() -> re.Pattern[str]:
    """Return what fits (통영=연합뉴스), 新华社北京11月5日电, 【ワシントン共同】, 【ソウル=山田太郎】.

    [다모아=홍길동 기자] says who wrote it.
    """
    agency = one_of("agencies")
    return re.compile(
        rf"""[(\[](?P<place>[\uac00-\ud7af]{{1,10}}(?:[·,\s][\uac00-\ud7af]{{1,10}})?)=(?P<agency>[^=()\[\]]{{2,20}}(?<!기자))[)\]]
          | [(（]?(?P<wire>{agency})[\u4e00-\u9fff]{{2,12}}(?:\d{{1,2}}月)?\d{{1,2}}日(?:电|電)[)）]?
          | 【[\u3040-\u30ff\u4e00-\u9fff・]{{2,12}}(?:[=＝][^【】=＝\d]{{2,12}}|(?:{agency}))】
        """,
        re.VERBOSE,
    )
