"""Read a followed address to its end: a feed, a front page, or a sitemap with all that it leads to."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from newsgrab.errors import NewsgrabError, NotFeed, Stopped
from newsgrab.fetching import Validators
from newsgrab.follow.memory import Version
from newsgrab.inputs.listing import MOST_LISTINGS, Index, IndexKind, Listing
from newsgrab.model import Moment, Page
from newsgrab.urls import without_userinfo

MOST_LEVELS = 3  # of sitemap indexes in one another
MOST_LISTS = 100  # read in one pass; the rest has its turn next time

NOT_MODIFIED = 304


@dataclass(frozen=True, slots=True, kw_only=True)
class ListReader:
    """How lists are come by."""

    ask: Callable[[str, Validators | None], Page]
    read: Callable[[Page], Index]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """A part of a sitemap index that could not be read; the others were."""

    url: str
    error: NewsgrabError


@dataclass(slots=True, kw_only=True)
class Survey:
    """What was found, and the versions of the lists it was found in."""

    kind: IndexKind | None = None  # None where nothing has changed
    listings: list[Listing] = field(default_factory=list)
    feeds: tuple[str, ...] = ()
    versions: dict[str, Version] = field(default_factory=dict)
    troubles: list[Trouble] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    url: str
    level: int
    modified: str | None = None

    @property
    def key(self) -> str:
        """What its version is remembered by: no file but the list of what is followed has a password."""
        return without_userinfo(self.url)


def survey(url: str, reader: ListReader, known: Mapping[str, Version]) -> Survey:
    """Read ``url`` and the sitemaps it leads to; what has not changed since ``known`` is left out.

    Raises NewsgrabError where ``url`` itself cannot be read, NotFeed among others where it is a sitemap
    index that leads to no list.
    """
    found = Survey()
    waiting = deque([_Part(url=url, level=1)])
    visited: set[str] = set()
    while waiting and len(visited) < MOST_LISTS and len(found.listings) < MOST_LISTINGS:
        part = waiting.popleft()
        version = known.get(part.key, Version())
        if part.url in visited:
            continue
        if part.modified and part.modified == version.modified:
            found.versions[part.key] = version
            continue
        visited.add(part.url)
        try:
            waiting.extend(_read_one(part, version, reader, found))
        except Stopped:
            raise
        except NewsgrabError as error:
            if part.level == 1:
                raise
            found.troubles.append(Trouble(url=part.url, error=error))
    if found.kind is IndexKind.SITEMAP_INDEX and not (found.versions or found.troubles or waiting):
        raise NotFeed("this sitemap index leads to no list of articles, only to itself, to others or nowhere")
    found.versions.update({part.key: known[part.key] for part in waiting if part.key in known})
    return found


def _read_one(part: _Part, version: Version, reader: ListReader, found: Survey) -> list[_Part]:
    """Read one list into ``found`` and return the further ones it names, the newest first."""
    has_validators = version.etag or version.last_modified
    validators = (
        Validators(etag=version.etag, last_modified=version.last_modified) if has_validators else None
    )
    page = reader.ask(part.url, validators)
    if page.status == NOT_MODIFIED:
        found.versions[part.key] = Version(
            etag=version.etag, last_modified=version.last_modified, modified=part.modified
        )
        return []
    index = reader.read(page)
    found.kind = found.kind or index.kind
    found.listings += index.listings
    found.feeds = found.feeds or index.feeds
    if index.kind is IndexKind.SITEMAP_INDEX:  # always read again: its parts may change while it does not
        return _parts(index, part.level + 1) if part.level < MOST_LEVELS + 1 else []
    found.versions[part.key] = Version(
        etag=_header(page, "etag"), last_modified=_header(page, "last-modified"), modified=part.modified
    )
    return []


def _parts(index: Index, level: int) -> list[_Part]:
    parts = [_Part(url=part.url, level=level, modified=written(part.date_modified)) for part in index.parts]
    return sorted(parts, key=lambda part: part.modified or "", reverse=True)


def written(moment: Moment | None) -> str | None:
    """Write a listing's date so that it can be compared with the one remembered."""
    if isinstance(moment, datetime):
        return moment.astimezone(UTC).isoformat()
    return moment.isoformat() if moment else None


def _header(page: Page, name: str) -> str | None:
    return next((value for key, value in page.headers if key.lower() == name), None)
