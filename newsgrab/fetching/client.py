"""One address to one Page, or an error of ours."""

from __future__ import annotations

from datetime import UTC, datetime
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

import requests

from newsgrab.errors import ConnectError
from newsgrab.fetching.politeness import Politeness
from newsgrab.fetching.settings import FetchSettings, Validators, Wanted
from newsgrab.model import Page

ACCEPT = {
    Wanted.ARTICLE: "text/html,application/xhtml+xml;q=0.9,*/*;q=0.5",
    Wanted.FEED: "application/rss+xml,application/atom+xml,application/feed+json,*/*;q=0.5",
    Wanted.IMAGE: "image/*,*/*;q=0.5",
    Wanted.ROBOTS: "text/plain,*/*;q=0.5",
}


class Fetcher:
    """A session with its bounds; used by one thread at a time.

    Threads that share a run make a Fetcher each and give them the same Politeness.
    """

    def __init__(self, settings: FetchSettings, politeness: Politeness | None = None) -> None:
        self.settings = settings
        self.politeness = politeness or Politeness(settings.delay)
        self._session = requests.Session()
        self._session.trust_env = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close every connection."""
        self._session.close()

    def fetch(
        self, url: str, *, validators: Validators | None = None, wanted: Wanted = Wanted.ARTICLE
    ) -> Page:
        """Ask for ``url`` and return what came; raises NewsgrabError for every failure."""
        headers = {"User-Agent": self.settings.agent, "Accept": ACCEPT[wanted]}
        if validators and validators.etag:
            headers["If-None-Match"] = validators.etag
        if validators and validators.last_modified:
            headers["If-Modified-Since"] = validators.last_modified
        try:
            with self.politeness.turn(urlsplit(url).hostname or ""):
                response = self._session.get(url, timeout=self.settings.timeout, headers=headers)
        except requests.RequestException as error:
            raise ConnectError(f"no answer: {error}") from error
        return Page(
            url=response.url,
            requested_url=url,
            status=response.status_code,
            headers=tuple(response.headers.items()),
            body=response.content,
            retrieved_at=datetime.now(UTC),
        )
