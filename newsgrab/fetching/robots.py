"""robots.txt, read by Protego: a convention to be kept, never a way to hold a run up."""

from __future__ import annotations

import logging
import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from protego import Protego

from newsgrab.errors import NewsgrabError, RobotsDisallowed, Stopped
from newsgrab.fetching.address import Target
from newsgrab.model import Page

log = logging.getLogger(__name__)

PRODUCT = "newsgrab"  # the name that robots.txt may call us by
MOST_BYTES = 500_000
MOST_SECONDS = 10.0
LONGEST_DELAY = 60.0
KEPT = 24 * 3600.0  # seconds

_VERSION = re.compile(rf"(?<=:)[ \t]*{PRODUCT}/[^\s#]*", re.IGNORECASE)  # "newsgrab/0.1", as logs have us
Fetch = Callable[[Target], Page]


@dataclass(frozen=True, slots=True)
class _Wishes:
    rules: Protego | None
    read_at: float


class Robots:
    """What each site wishes; one value for all threads of a run."""

    def __init__(self) -> None:
        self._wishes: dict[str, _Wishes] = {}
        self._guard = threading.Lock()
        self._locks: dict[str, threading.Lock] = {}

    def require_allowed(self, target: Target, fetch: Fetch) -> float | None:
        """Raise RobotsDisallowed if the site asks not to fetch this; else return its Crawl-delay."""
        rules = self._rules(target, fetch)
        if rules is None:
            return None
        if not rules.can_fetch(target.url, PRODUCT):
            raise RobotsDisallowed(f"{target.origin}/robots.txt asks not to fetch this")
        delay = rules.crawl_delay(PRODUCT)
        return min(delay, LONGEST_DELAY) if delay else None

    def _rules(self, target: Target, fetch: Fetch) -> Protego | None:
        origin = target.origin
        with self._guard:
            lock = self._locks.setdefault(origin, threading.Lock())
        with lock:
            known = self._wishes.get(origin)
            if known is None or time.monotonic() - known.read_at > KEPT:
                known = _Wishes(
                    _read(replace(target, path="/robots.txt", userinfo=None), fetch), time.monotonic()
                )
                self._wishes[origin] = known
            return known.rules


def _read(target: Target, fetch: Fetch) -> Protego | None:
    """Fetch and parse; what cannot be had, or has no end, asks for nothing."""
    try:
        page = fetch(target)
    except Stopped:
        raise
    except NewsgrabError as error:
        log.info("%s: %s; taken as allowed", target.url, error)
        return None
    text = page.body.decode("utf-8-sig", "replace").replace("\0", "")
    return Protego.parse(_VERSION.sub(PRODUCT, text))
