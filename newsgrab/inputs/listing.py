"""What the lists of a publisher say: one Listing for each article, one Index for each list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from newsgrab.model import Moment

MOST_LISTINGS = 50_000  # what the sitemap protocol allows in one file


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """One article as a feed, a sitemap or a front page announces it; the URL is absolute."""

    url: str
    headline: str | None = None
    date_published: Moment | None = None
    date_modified: Moment | None = None
    language: str | None = None
    sections: tuple[str, ...] = ()  # every word it is filed under

    @property
    def dated(self) -> Moment | None:
        """Return the date that is new when the article is: many feeds have but one, and set that anew."""
        return self.date_modified or self.date_published


class IndexKind(StrEnum):
    """What sort of list it is."""

    FEED = "feed"
    SITEMAP = "sitemap"
    SITEMAP_INDEX = "sitemap index"
    FRONT_PAGE = "front page"


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """A list of articles, and where more lists are."""

    kind: IndexKind
    listings: tuple[Listing, ...] = ()
    parts: tuple[Listing, ...] = ()  # the sitemaps that a sitemap index names
    feeds: tuple[str, ...] = ()  # the feeds that a front page advertises


def distinct(listings: Iterable[Listing | None]) -> tuple[Listing, ...]:
    """Keep the first listing of each URL, and no more than the limit; what comes behind that is not read.

    >>> len(distinct([Listing(url="https://example.org/a"), Listing(url="https://example.org/a")]))
    1
    """
    first: dict[str, Listing] = {}
    for listing in filter(None, listings):
        first.setdefault(listing.url, listing)
        if len(first) == MOST_LISTINGS:
            break
    return tuple(first.values())
