"""The pictures of an article, fetched as values: what fails costs a warning, never the article."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from urllib.parse import urldefrag, urlsplit

from newsgrab.errors import ConnectError, DnsError, NewsgrabError, Stopped, TimeoutExceeded, TlsError
from newsgrab.fetching import Fetcher, picture_ending
from newsgrab.model import Article, Page, Picture
from newsgrab.urls import without_userinfo

MOST_SECONDS = 120.0  # for all pictures of an article, pauses included
MOST_BYTES = 50_000_000  # of them together: begin no other past this
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
        self._size = 0
        self._silent: dict[str, NewsgrabError] = {}  # by host: each further try could cost a deadline

    @property
    def is_over(self) -> bool:
        """Tell whether the article's share of time or room is used up."""
        return time.monotonic() >= self._ends_at or self._size >= MOST_BYTES

    def fetch(self, url: str) -> Picture | str:
        """Return the picture, or the line to warn with; raises Stopped."""
        host = urlsplit(url).netloc
        if host in self._silent:
            return _warning(url, self._silent[host], "its host did not answer just before")
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
    waiting = [url for url in addresses_of(article) if url not in known]
    for place, url in enumerate(waiting):
        if gathering.is_over:
            warnings.append(
                f"{len(waiting) - place} more pictures were not asked for: "
                f"an article's may take {MOST_SECONDS:.0f} s and {MOST_BYTES:,} bytes together"
            )
            break
        found = gathering.fetch(url)
        if isinstance(found, Picture):
            pictures.append(found)
        else:
            warnings.append(found)
    return Album(pictures=tuple(pictures), warnings=tuple(warnings))


def addresses_of(article: Article) -> Iterator[str]:
    """Give the web addresses of an article's pictures in order, each once, whatever its fragment."""
    seen: set[str] = set()
    for image in article.images:
        url = image.url or ""
        if url.lower().startswith(("http://", "https://")) and urldefrag(url).url not in seen:
            seen.add(urldefrag(url).url)
            yield url


def _warning(url: str, error: NewsgrabError, reason: str) -> str:
    return f"{without_userinfo(url)}: warning[{error.code}] the picture is not saved: {reason}"
