"""From an address that a person knows to the list that is best followed."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from newsgrab.errors import NewsgrabError, NotFeed, Stopped
from newsgrab.follow.survey import Reader, Survey, survey
from newsgrab.inputs.listing import IndexKind
from newsgrab.urls import is_front_page

MOST_FEEDS = 5  # advertised ones that are tried


@dataclass(frozen=True, slots=True, kw_only=True)
class Discovery:
    """The address to follow, and what it lists now."""

    url: str
    survey: Survey


def discover(url: str, reader: Reader) -> Discovery:
    """Read ``url``; where it is a page, choose its feed if it advertises one that works.

    A page with neither a feed nor links to articles is refused: raises NewsgrabError.
    """
    found = survey(url, reader, {})
    if found.kind is not IndexKind.FRONT_PAGE:
        return Discovery(url=url, survey=found)
    for feed in [feed for feed in found.feeds if _is_about(feed, url)][:MOST_FEEDS]:
        try:
            fed = survey(feed, reader, {})
        except Stopped:
            raise
        except NewsgrabError:
            continue
        if fed.kind is not IndexKind.FRONT_PAGE and fed.listings:
            return Discovery(url=feed, survey=fed)
    if not found.listings:
        raise NotFeed("this page has no feed, and no links that look like articles")
    return Discovery(url=url, survey=found)


def _is_about(feed: str, page: str) -> bool:
    """Say whether a feed belongs to this page; that of the whole site is too much for a section's page.

    >>> _is_about("https://example.org/sport/rss", "https://example.org/sport/")
    True
    >>> _is_about("https://example.org/rss", "https://example.org/sport/")
    False
    """
    if is_front_page(page):
        return True
    section = urlsplit(page).path.strip("/").lower().rpartition(".")
    name = (section[0] or section[2]).rpartition("/")[2]
    return name in feed.lower()
