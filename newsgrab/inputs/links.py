"""Does an address look like an article? Dates, long slugs, numbers and telling words are the evidence."""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import parse_qsl, unquote, urlsplit

from newsgrab.rules.lexicon import any_of, word_set, words

ENOUGH = 3  # points that make an article, from the address and from how it is linked

_YEAR = re.compile(r"(?:^|/)(?:19|20)\d\d/(?=[^/]*[^\W\d_]{2})")  # /2024/harbour-reopens
_WORD = re.compile(r"[^\W\d_]{2,}")
_NUMBER = re.compile(r"(?<!\d)\d{5,}(?!\d)")
_SURE_NUMBER = re.compile(r"(?<!\d)\d{7,}(?!\d)|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_IDENTITY = re.compile(r"[0-9a-z]*(?:[a-z][0-9]|[0-9][a-z])[0-9a-z]*", re.IGNORECASE)
_SHORTEST_IDENTITY = 6
_LONG_SLUG = 5
_SLUG = 4


def address_points(url: str) -> int | None:
    """Count what speaks for an article in the address alone; None where it cannot be one.

    >>> address_points("https://example.org/2024/05/03/harbour-reopens") >= ENOUGH
    True
    >>> address_points("https://example.org/wp-content/harbour.jpg")
    """
    parts = urlsplit(url)
    path = unquote(parts.path).lower()
    segments = [segment for segment in path.split("/") if segment and not _index().fullmatch(segment)]
    if not _may_be_page(segments):
        return None
    named = _query_points(parts.query) + _query_points(unquote(parts.query))
    if not segments:
        return named or None
    slug = max(segments[-2:], key=lambda segment: len(_WORD.findall(segment)))
    return (
        named
        + _date_points(path)
        + _slug_points(slug)
        + _number_points(segments[-2:])
        + (2 if word_set("links.article").intersection(segments[:-1]) else 0)
        + (1 if "." in segments[-1][1:] else 0)
        - (4 if word_set("links.lists").intersection(segments[-2:-1]) else 0)
    )


def _may_be_page(segments: list[str]) -> bool:
    """Tell whether no segment names a service, and the last is no picture, archive or the like."""
    stem, dot, suffix = segments[-1].rpartition(".") if segments else ("", "", "")
    if word_set("links.services").intersection([*segments, stem]):
        return False
    is_file = (
        bool(stem and dot) and suffix.isalnum() and not suffix.isdigit() and len(suffix) <= _SHORTEST_IDENTITY
    )
    return not is_file or suffix in words("links.page-suffixes") or not suffix.isascii() or _has_digit(suffix)


def _has_digit(text: str) -> bool:
    return any(character.isdigit() for character in text)


def _date_points(path: str) -> int:
    """Count a date that something follows; a date that ends the path is an archive's day."""
    dated = _date().search(path)
    if dated and path[dated.end() :].strip("/"):
        return 3
    return 2 if _YEAR.search(path) else 0


def _slug_points(slug: str) -> int:
    count = len(_WORD.findall(slug))
    return 3 if count >= _LONG_SLUG else 2 if count >= _SLUG else 1 if count == _SLUG - 1 else 0


def _number_points(segments: list[str]) -> int:
    """Count numbers that can hardly be anything but an article's; less for a mix of letters and digits."""
    if any(_SURE_NUMBER.search(_date().sub("/", segment)) for segment in segments):
        return 3
    if any(_NUMBER.search(_date().sub("/", segment)) for segment in segments):
        return 2
    pieces = [piece for segment in segments for piece in re.split(r"[^0-9a-zA-Z]+", segment)]
    return 1 if any(len(p) >= _SHORTEST_IDENTITY and _IDENTITY.fullmatch(p) for p in pieces) else 0


def _query_points(query: str) -> int:
    """Give enough to ``?p=48213`` and ``?article8532``: there the number is the whole address."""
    for name, value in parse_qsl(query, keep_blank_values=True, max_num_fields=50):
        key, number = name.lower(), value
        if not value:
            key = name.lower().rstrip("0123456789")
            number = name[len(key) :]
        if number.isdigit() and len(number) >= _SLUG - 1 and key in words("links.numbers"):
            return ENOUGH
    return 0


@cache
def _date() -> re.Pattern[str]:
    """Return what a date in a path is: /2024/05/03/, /2024-05/, /202405/03/, /2024/may/03/, -20240503."""
    month = rf"(?:0?[1-9]|1[0-2]|{any_of('links.months')}[a-z]{{0,6}})"
    return re.compile(
        rf"(?:^|[/_.-])(?:19|20)\d\d[/_-]?{month}(?:[/_-]?(?:0?[1-9]|[12]\d|3[01]))?(?=[/_.-]|$)"
    )


@cache
def _index() -> re.Pattern[str]:
    """Return what a file that stands for its folder is called: index.html, de-index.php."""
    return re.compile(rf"(?:[a-z]{{2}}-)?{any_of('links.indexes')}\.[a-z]{{3,5}}")
