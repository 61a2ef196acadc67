"""What every thread of a run shares, and what each opens for itself."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from newsgrab.archive import Archive
from newsgrab.batch.engine import Orders
from newsgrab.batch.readers import PRELOAD, read_page
from newsgrab.batch.sessions import Sessions
from newsgrab.fetching import Fetcher, FetchSettings, Politeness, Robots
from newsgrab.fetching.address import read as read_address
from newsgrab.pipeline import Bench
from newsgrab.urls import identity
from newsgrab.workers import Workers

# No need to look closer: a list of 100,000 such addresses with a port would take ten seconds.
_ORDINARY = re.compile(
    r"""
    https?://[a-z0-9-]{1,60}(?:\.[a-z0-9-]{1,60}){1,8}
    (?: :(?:[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}) )?
    /[!-~]{0,2000}
    """,
    re.VERBOSE,
)
SHORT_PAUSE = 2.5  # seconds that a thread may wait before a second try; for longer ones it serves other hosts


@dataclass(frozen=True, slots=True, kw_only=True)
class Crew:
    """Manners, processes and the archive: one value for all threads of a run."""

    archive: Archive
    settings: FetchSettings
    politeness: Politeness
    robots: Robots
    workers: Workers
    sessions: Sessions
    rules: Path | None = None  # of the user's own
    images: bool = False  # save the pictures, too

    @classmethod
    @contextmanager
    def assembled(cls, archive: Archive, settings: FetchSettings, rules: Path | None) -> Iterator[Self]:
        """Assemble a crew that obeys robots.txt, and let it go in the end.

        A host that asks for a pause gets it from the run's order of service, not from a thread that waits.
        """
        politeness, robots = Politeness(settings.delay, patience=settings.patience), Robots()
        settings = replace(settings, obey_robots=True, patience=min(settings.patience, SHORT_PAUSE))
        Fetcher(settings).close()  # a wrong setting is told before any page, and of none
        sessions = Sessions(lambda: Fetcher(settings, politeness, robots))
        with Workers(preload=PRELOAD) as workers, closing(sessions):
            yield cls(
                archive=archive,
                settings=settings,
                politeness=politeness,
                robots=robots,
                workers=workers,
                sessions=sessions,
                rules=rules,
            )

    def fetcher(self) -> Fetcher:
        """Open a session of one's own, in the manner of all."""
        return Fetcher(self.settings, self.politeness, self.robots)

    @contextmanager
    def bench(self, host: str) -> Iterator[Bench]:
        """Open a bench with the host's session; pages are read in another process, without the evidence."""
        job = functools.partial(read_page, self.rules)
        with self.sessions.of(host) as fetcher:
            yield Bench(
                fetcher=fetcher,
                read=lambda page: self.workers.run(job, replace(page, exchanges=())),
                archive=self.archive,
                images=self.images,
            )

    def orders(self, *, threads: int, is_refresh: bool, is_retry: bool, max_time: float | None) -> Orders:
        """Say how a batch is to be done with this crew."""
        return Orders(
            open_bench=self.bench,
            archive=self.archive,
            politeness=self.politeness,
            workers=self.workers,
            threads=threads,
            refresh=is_refresh,
            retry_failed=is_retry,
            max_time=max_time if max_time is not None else float("inf"),
        )


def list_key(url: str) -> str:
    """Return what all spellings of a listed address have in common; raises BadUrl or BadScheme."""
    if not is_ordinary(url):
        read_address(url)
    return identity(url)


def is_ordinary(url: str) -> bool:
    """Tell whether this is plainly an address, so that taking it apart would tell nothing."""
    return _ORDINARY.fullmatch(url) is not None
