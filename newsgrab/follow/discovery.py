"""From an address that a person knows to the list that is best followed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from newsgrab.errors import NewsgrabError, NotFeed, Stopped
from newsgrab.follow.survey import ListReader, Survey, survey
from newsgrab.inputs.listing import IndexKind
from newsgrab.rules.lexicon import words
from newsgrab.urls import is_front_page

MOST_TRIED = 5  # of the feeds that a page advertises, and of the sitemaps that robots.txt names
_SITEMAP = re.compile(r"^[ \t]*sitemap[ \t]*:[ \t]*(\S+)", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Discovery:
    """The address to follow, and what it lists now."""

    url: str
    survey: Survey


def discover(url: str, reader: ListReader) -> Discovery:
    """Read ``url``; of a page choose its feed, else its site's news sitemap, else its links to articles.

    A page that has none of them is refused: raises NewsgrabError.
    """
    found = survey(url, reader, {})
    if found.kind is not IndexKind.FRONT_PAGE:
        return Discovery(url=url, survey=found)
    better = _first_that_works((feed for feed in found.feeds if _is_about(feed, url)), reader)
    if better is None and is_front_page(url):
        better = _first_that_works(_news_sitemaps(url, reader), reader)
    if better is None and not found.listings:
        raise NotFeed("this page has no feed, and no links that look like articles")
    return better or Discovery(url=url, survey=found)


def _first_that_works(urls: Iterable[str], reader: ListReader) -> Discovery | None:
    for url in list(urls)[:MOST_TRIED]:
        try:
            found = survey(url, reader, {})
        except Stopped:
            raise
        except NewsgrabError:
            continue
        if found.kind is not IndexKind.FRONT_PAGE and found.listings:
            return Discovery(url=url, survey=found)
    return None


def _news_sitemaps(url: str, reader: ListReader) -> list[str]:
    """Return the sitemaps of news that robots.txt names; the others hold every page there ever was."""
    try:
        page = reader.ask(urljoin(url, "/robots.txt"), None)
    except Stopped:
        raise
    except NewsgrabError:
        return []
    named = _SITEMAP.findall(page.body[:500_000].decode("utf-8", "replace"))
    return [sitemap for sitemap in named if _is_of_news(sitemap)]


def _is_of_news(sitemap: str) -> bool:
    """Tell whether a sitemap's address tells of news.

    >>> _is_of_news("https://example.org/sitemap-Nieuws.xml"), _is_of_news("https://news.example/sitemap.xml")
    (True, False)
    """
    path = urlsplit(sitemap).path.lower()
    return any(word in path for word in words("links.news"))


def _is_about(feed: str, page: str) -> bool:
    """Tell whether a feed belongs to this page; that of the whole site is too much for a section's page.

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
