"""What is followed: a file a person can read and edit, one table for each address."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass, fields
from urllib.parse import unquote, urlsplit

from newsgrab.errors import UsageError
from newsgrab.inputs.listing import Listing
from newsgrab.urls import without_userinfo

FILE = "following.toml"
HEADING = (
    "# What `newsgrab update` looks at. Edit it by hand, or with `newsgrab follow` and `newsgrab unfollow`.\n"
)
_NOT_IN_TOML = re.compile("[\x7f\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """A feed, a sitemap or a front page, and which of its articles are wanted."""

    url: str
    found_at: str | None = None  # the page that led to it
    languages: tuple[str, ...] = ()  # BCP 47, "de" takes "de-AT" too; any if there are none
    sections: tuple[str, ...] = ()
    match: str | None = None  # a regular expression that the article's address must fit
    tags: tuple[str, ...] = ()  # for the articles that come from here


def read_following(written: bytes, name: str = FILE) -> tuple[Followed, ...]:
    r"""Read the file; raises UsageError, naming file and fault.

    >>> read_following(b'[[follow]]\nurl = "https://example.org/rss"\ntags = ["harbour"]')[0].tags
    ('harbour',)
    """
    try:
        top = tomllib.loads(written.decode("utf-8"))
    except (ValueError, RecursionError) as error:  # no UTF-8, no TOML, a number or a nest beyond Python
        raise UsageError(f"{name}: {error}") from error
    tables = top.get("follow", [])
    if set(top) - {"follow"} or not isinstance(tables, list):
        raise UsageError(f"{name}: there may only be [[follow]] tables in it")
    return tuple(
        _followed(table, f"{name}: [[follow]] number {n}") for n, table in enumerate(tables, start=1)
    )


def write_following(following: tuple[Followed, ...]) -> str:
    """Write the file as ``read_following`` reads it.

    >>> print(write_following((Followed(url="https://example.org/rss", sections=("Local",)),))[-64:])
    [[follow]]
    url = "https://example.org/rss"
    sections = ["Local"]
    <BLANKLINE>
    """
    tables = (
        "".join(
            f"{field.name} = {_written(value)}\n"
            for field in fields(followed)
            if (value := getattr(followed, field.name))
        )
        for followed in following
    )
    return HEADING + "".join(f"\n[[follow]]\n{table}" for table in tables)


def with_followed(following: tuple[Followed, ...], followed: Followed) -> tuple[Followed, ...]:
    """Add an address, or put new filters in the place of its old ones."""
    if any(each.url == followed.url for each in following):
        return tuple(followed if each.url == followed.url else each for each in following)
    return (*following, followed)


def without_followed(
    following: tuple[Followed, ...], urls: tuple[str, ...]
) -> tuple[tuple[Followed, ...], tuple[str, ...]]:
    """Take addresses out, also by the pages that led to them; return what is left, and what was not there.

    Each may be named with its user and password, or without.
    """
    names = {name for each in following for name in _names(each)}
    kept = tuple(each for each in following if _names(each).isdisjoint(urls))
    return kept, tuple(url for url in urls if url not in names)


def is_wanted(listing: Listing, followed: Followed) -> bool:
    """Tell whether an article passes the filters; what its listing does not say speaks for it.

    >>> is_wanted(Listing(url="https://example.org/sport/a"), Followed(url="", sections=("Local", "sport")))
    True
    """
    return (
        _fits_language(listing, followed.languages)
        and _fits_section(listing, followed.sections)
        and (followed.match is None or re.search(followed.match, listing.url) is not None)
    )


def _names(followed: Followed) -> frozenset[str]:
    written = [name for name in (followed.url, followed.found_at) if name]
    return frozenset([*written, *map(without_userinfo, written)])


def _fits_language(listing: Listing, languages: tuple[str, ...]) -> bool:
    if not languages or not listing.language:
        return True
    spoken = listing.language.lower().replace("_", "-")
    return any(spoken == wanted or spoken.startswith(f"{wanted}-") for wanted in map(str.lower, languages))


def _fits_section(listing: Listing, sections: tuple[str, ...]) -> bool:
    """Look in the listing's words and in the address; only an address without folders says nothing."""
    if not sections:
        return True
    folders = unquote(urlsplit(listing.url).path).strip("/").split("/")[:-1]
    said = {word.casefold() for word in (*listing.sections, *folders)}
    return not said or not said.isdisjoint(section.casefold() for section in sections)


def _followed(table: object, where: str) -> Followed:
    if not isinstance(table, dict) or not isinstance(table.get("url"), str):
        raise UsageError(f"{where}: it needs a url")
    for key, value in table.items():
        if key not in {field.name for field in fields(Followed)}:
            raise UsageError(f"{where}: unknown key {key}")
        words = [value] if key in ("url", "found_at", "match") else value
        if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
            raise UsageError(f"{where}: {key} cannot be {value!r}")
    check_pattern(table.get("match"), f"{where}: match")
    return Followed(
        url=table["url"],
        found_at=table.get("found_at"),
        languages=tuple(table.get("languages", ())),
        sections=tuple(table.get("sections", ())),
        match=table.get("match"),
        tags=tuple(table.get("tags", ())),
    )


def check_pattern(pattern: str | None, where: str) -> None:
    """Raise UsageError if this is no regular expression."""
    try:
        re.compile(pattern or "")
    except re.error as error:
        raise UsageError(f"{where}: {pattern!r} is no regular expression: {error}") from error


def _written(value: str | tuple[str, ...]) -> str:
    """Write a JSON string, which is a TOML string too but for one control character."""
    if isinstance(value, str):
        return _NOT_IN_TOML.sub(
            lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False)
        )
    return f"[{', '.join(map(_written, value))}]"
