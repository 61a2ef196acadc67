"""One address to one Page, or an error of ours: the redirects, the retries, and one hop of them."""

from __future__ import annotations

import itertools
import logging
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from types import TracebackType
from typing import Self

import requests

from newsgrab.errors import BadUrl, NewsgrabError, RateLimited, TooManyRedirects
from newsgrab.fetching.address import Target, readings
from newsgrab.fetching.address import read as read_address
from newsgrab.fetching.cookies import Visit
from newsgrab.fetching.journey import Asked, Journey
from newsgrab.fetching.landing import require_article_address
from newsgrab.fetching.line import Line
from newsgrab.fetching.politeness import Politeness
from newsgrab.fetching.receiving import receive, require_end
from newsgrab.fetching.redirects import REDIRECTS, location_of, refresh_of
from newsgrab.fetching.requesting import exchange_of, request_for
from newsgrab.fetching.retry import is_put_off, longest_wait, pause_after
from newsgrab.fetching.robots import MOST_BYTES, MOST_SECONDS, Robots
from newsgrab.fetching.settings import FetchSettings, Validators, Wanted
from newsgrab.fetching.statuses import require_page
from newsgrab.model import Page
from newsgrab.urls import is_same_site

log = logging.getLogger(__name__)

_LEFT_ALONE = 2  # times the patience: longer than anybody waits


class Fetcher:
    """A session with its bounds; used by one thread at a time.

    Threads that share a run make a Fetcher each, and give them the same Politeness and Robots.
    """

    def __init__(
        self,
        settings: FetchSettings,
        politeness: Politeness | None = None,
        robots: Robots | None = None,
    ) -> None:
        self.settings = settings
        self.politeness = politeness or Politeness(settings.delay, patience=settings.patience)
        self._robots = robots or Robots()
        self._line = Line(settings, self.politeness)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close every connection."""
        self._line.close()

    def fetch(
        self, url: str, *, validators: Validators | None = None, wanted: Wanted = Wanted.ARTICLE
    ) -> Page:
        """Ask for ``url`` and return what came; raises NewsgrabError for every failure.

        With ``validators`` the page may be an empty one with status 304.
        """
        target = self._admit(url)
        most = self.settings.max_bytes
        self._line.begin()
        return self._ask(Asked(target=target, wanted=wanted, validators=validators, most=most))

    def fetch_picture(self, url: str, *, page_url: str | None, within: float) -> Page:
        """Ask for a picture of the page at ``page_url``; raises NewsgrabError, NotPicture among others.

        After ``within`` seconds it is over, pauses included. The user's cookies are sent to nobody but the
        page's own origin.
        """
        target = self._admit(url)
        is_at_home = bool(page_url) and target.origin == read_address(page_url or "").origin
        asked = Asked(
            target=target,
            wanted=Wanted.IMAGE,
            most=self.settings.max_bytes,
            has_cookies=is_at_home,
            until=time.monotonic() + within,
        )
        self._line.begin(within)
        return self._ask(asked)

    def _ask(self, asked: Asked) -> Page:
        """Try until there is a page, or it is of no use any more."""
        settings, target = self.settings, asked.target
        waited = 0.0
        for attempt in itertools.count(1):
            journey = self._journey(asked)
            try:
                return self._travel(journey)
            except NewsgrabError as error:
                error.attempts = attempt + self._line.resent - (1 if is_put_off(error) else 0)
                error.is_elsewhere = _is_elsewhere(journey)
                pause = pause_after(error, settings)
                is_over = pause is None or waited + pause > longest_wait(error, settings)
                log.info("%s: try %d: %s; %s", target.url, attempt, error, _next(None if is_over else pause))
                if pause is None or is_over:
                    self._leave_alone(journey.target.netloc, error, pause)
                    raise
            waited += pause
            self.politeness.put_off(journey.target.netloc, pause)
        raise AssertionError  # itertools.count has no end

    def _admit(self, url: str) -> Target:
        """Read the address that a user gave; raises BadUrl, BadScheme or PrivateAddress."""
        targets = readings(url)
        for target in targets:
            self._line.require_public_spelling(target)
        if len(targets) > 1:
            raise BadUrl("the address names two hosts, and programs disagree on which is meant")
        return targets[0]

    def _journey(self, asked: Asked) -> Journey:
        visit = Visit(self._line.user_cookies if asked.has_cookies else (), asked.target)
        return Journey(asked=asked, target=asked.target, cookies=visit)

    def _travel(self, journey: Journey) -> Page:
        """Go from redirect to redirect until there is a page."""
        asked_last = None
        for _ in range(self.settings.max_redirects + 1):
            journey.require_new_place()
            self._line.require_public_spelling(journey.target)
            self._heed_robots(journey)
            host, until = journey.target.netloc, journey.asked.until
            with self.politeness.turn(host, at_once=host == asked_last, until=until) as wait:
                self._line.meter.extend(0.0 if until else wait)
                arrived = self._hop(journey)
            if isinstance(arrived, Page):
                return arrived
            asked_last, journey.target = host, arrived
        raise TooManyRedirects(f"more than {self.settings.max_redirects} redirects")

    def _hop(self, journey: Journey) -> Page | Target:
        """Make one request; return the page, or where it is instead."""
        asked, target = journey.asked, journey.target
        request = request_for(journey, self.settings)
        started_at = datetime.now(UTC)
        with closing(self._line.send(request)) as response:
            headers = response.raw.headers
            exchange = exchange_of(response, started_at)
            log.info("GET %s from %s: %d", target.url, exchange.address, response.status_code)
            journey.cookies.keep(target, headers.getlist("Set-Cookie"))
            journey.exchanges.append(exchange)
            if response.status_code in REDIRECTS:
                if response.raw.length_remaining == 0:  # no body to leave unread: the connection is good
                    response.raw.drain_conn()
                return location_of(target, response)
            if response.status_code == 304 and asked.is_conditional:
                return self._page(journey, response, b"")
            require_page(response.status_code, headers, self.settings.patience)
            elsewhere = _refresh(journey, headers.get("Refresh", ""))
            if elsewhere:
                return elsewhere
            received = receive(response.raw, asked.wanted, asked.most)
            if self._line.meter.is_cut:
                require_end(received, asked.wanted)
        journey.exchanges[-1] = exchange_of(response, started_at, exchange.address, received.payload)
        elsewhere = _refresh(journey, received.body)
        if elsewhere:
            return elsewhere
        if asked.wanted is Wanted.ARTICLE:
            require_article_address(asked.target, target)
        return self._page(journey, response, received.body)

    def _page(self, journey: Journey, response: requests.Response, body: bytes) -> Page:
        return Page(
            url=journey.target.url,
            requested_url=journey.asked.target.url,
            status=response.status_code,
            headers=journey.exchanges[-1].response_headers,
            body=body,
            retrieved_at=journey.exchanges[-1].started_at,
            exchanges=tuple(journey.exchanges),
        )

    def _heed_robots(self, journey: Journey) -> None:
        """Raise RobotsDisallowed where robots.txt is obeyed and says so."""
        if not self.settings.obey_robots or journey.asked.wanted is Wanted.ROBOTS:
            return
        delay = self._robots.require_allowed(journey.target, self._fetch_robots)
        if delay:
            self.politeness.slow_down(journey.target.netloc, delay)

    def _fetch_robots(self, target: Target) -> Page:
        asked = Asked(target=target, wanted=Wanted.ROBOTS, most=MOST_BYTES)
        with self._line.meter.aside(MOST_SECONDS):
            return self._travel(self._journey(asked))

    def _leave_alone(self, host: str, error: NewsgrabError, pause: float | None) -> None:
        """Remember what a host asked for, for its other addresses: they would be refused as well.

        With a ``pause`` the address itself was worth another try, if not in this fetch.
        """
        if isinstance(error, RateLimited) and pause is not None:
            error.retry_at = error.retry_at or datetime.now(UTC) + timedelta(seconds=pause)
        least = _LEFT_ALONE * self.settings.patience if isinstance(error, RateLimited) else 0.0
        wait = (error.retry_at - datetime.now(UTC)).total_seconds() if error.retry_at else 0.0
        self.politeness.put_off(host, max(wait, least))


def _refresh(journey: Journey, written: str | bytes) -> Target | None:
    """Return where a page that should be an article, or its header, sends its readers at once."""
    if journey.asked.wanted is not Wanted.ARTICLE:
        return None
    elsewhere = refresh_of(journey.target, written)
    is_here = elsewhere is not None and elsewhere.url == journey.target.url
    return None if is_here and not journey.has_new_cookie else elsewhere


def _is_elsewhere(journey: Journey) -> bool:
    asked, reached = journey.asked.target, journey.target
    return asked.netloc != reached.netloc and not is_same_site(asked.url, reached.url)


def _next(pause: float | None) -> str:
    return "given up" if pause is None else f"again in {pause:.1f} s"
