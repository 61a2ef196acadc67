"""The pictures of an article, fetched as values: what fails costs a warning, never the article."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from newsgrab.errors import ConnectError, DnsError, NewsgrabError, Stopped, TimeoutExceeded, TlsError
from newsgrab.fetching import Fetcher, picture_ending
from newsgrab.model import Article, Page, Picture
from newsgrab.text import collapse, shorten, without_controls
from newsgrab.urls import without_userinfo

MOST_SECONDS = 120.0  # for all pictures of an article, pauses included
MOST_BYTES = 50_000_000  # of them together: begin no other past this
MOST_REQUESTS = 200
_LONGEST_URL = 300  # characters of an address in a warning
SILENCE = (ConnectError, DnsError, TimeoutExceeded, TlsError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Album:
    """The pictures that came, and a line for each that did not."""

    pictures: tuple[Picture, ...] = ()
    warnings: tuple[str, ...] = ()


class _Gathering:
    """Fetches one picture after the other within the bounds of an article."""

    def __init__(self, page: Page, fetcher: Fetcher) -> None:
        self._page, self._fetcher = page, fetcher
        self._ends_at = time.monotonic() + MOST_SECONDS
        self._size = self._asked = 0
        self._silent: dict[str, NewsgrabError] = {}  # by host: each further try could cost a deadline

    @property
    def is_over(self) -> bool:
        """Tell whether the article's share of time, room or requests is used up."""
        is_late = time.monotonic() >= self._ends_at
        return is_late or self._size >= MOST_BYTES or self._asked >= MOST_REQUESTS

    def fetch(self, url: str) -> Picture | str:
        """Return the picture, or the line to warn with; raises Stopped."""
        host = url.split("/")[2]
        if host in self._silent:
            return _warning(url, self._silent[host], "its host did not answer just before")
        self._asked += 1
        try:
            page = self._fetcher.fetch_picture(
                url, page_url=self._page.url, within=self._ends_at - time.monotonic()
            )
        except Stopped:
            raise
        except NewsgrabError as error:
            if isinstance(error, SILENCE):
                self._silent[host] = error
            return _warning(url, error, str(error))
        self._size += len(page.body)
        return Picture(url=url, body=page.body, ending=picture_ending(page.body) or "")


def gather(article: Article, page: Page, fetcher: Fetcher, known: Collection[str] = ()) -> Album:
    """Fetch the article's pictures, each address once and none that is ``known``; raises Stopped."""
    gathering = _Gathering(page, fetcher)
    pictures: list[Picture] = []
    warnings: list[str] = []
    waiting = [url for url in picture_urls(article) if url not in known]
    for place, url in enumerate(waiting):
        if gathering.is_over:
            warnings.append(
                f"{page.url}: {len(waiting) - place} more pictures were not asked for: an article's may take "
                f"{MOST_SECONDS:.0f} s, {MOST_REQUESTS} requests and {MOST_BYTES:,} bytes together"
            )
            break
        found = gathering.fetch(url)
        if isinstance(found, Picture):
            pictures.append(found)
        else:
            warnings.append(found)
    return Album(pictures=tuple(pictures), warnings=tuple(warnings))


def picture_urls(article: Article) -> Iterator[str]:
    """Give the web addresses of an article's pictures in order, each once, whatever its fragment."""
    seen: set[str] = set()
    for image in article.images:
        url = image.url or ""
        whole = url.partition("#")[0]
        if url.lower().startswith(("http://", "https://")) and whole not in seen:
            seen.add(whole)
            yield url


def _warning(url: str, error: NewsgrabError, reason: str) -> str:
    """Return one line, whatever a page has put into the address."""
    told = shorten(without_controls(without_userinfo(url)), _LONGEST_URL)
    return f"{told}: warning[{error.code}] the picture is not saved: {collapse(without_controls(reason))}"
