"""Captured pages into the archive: read in several processes, saved in the order of their files."""

from __future__ import annotations

import functools
import logging
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from newsgrab.archive import Archive
from newsgrab.batch.readers import PRELOAD, read_page
from newsgrab.errors import ArchiveError, Empty, HttpError, NewsgrabError, NotArticle, NotHtml, SoftNotFound
from newsgrab.fetching.sniffing import require_page_start, require_page_type
from newsgrab.fetching.statuses import require_page
from newsgrab.model import Failed, Page
from newsgrab.outcomes import failure
from newsgrab.pipeline import Result, archive_page
from newsgrab.urls import identity
from newsgrab.workers import Workers, usable_cores

log = logging.getLogger(__name__)
# It would tell of each address with a blank in it.
logging.getLogger("warcio").setLevel(logging.ERROR)

NO_ARTICLES = (Empty, HttpError, NotArticle, NotHtml, SoftNotFound)  # that nobody meant to be one
_PAGES_EACH = 2  # under way for each core: while one is read, another is saved


@dataclass(frozen=True, slots=True, kw_only=True)
class _Turn:
    """A page under way; a later capture of the same address waits for it, or it would be saved first."""

    address: str
    result: Future[Result | None]


class Ingest:
    """One run over captured pages; reading ``results`` makes it happen."""

    def __init__(self, pages: Iterable[Page | Failed], archive: Archive, rules: Path | None) -> None:
        self._pages = pages
        self._archive = archive
        self._rules = rules
        self._is_stopped = False
        self.known = 0  # captures read so far
        self.is_known_whole = False  # nothing more is to be read
        self.left = 0  # how much of a file is left when it is stopped cannot be told
        self.passed_over = 0  # captures of what is no article

    def results(self) -> Iterator[Result]:
        """Do the work; yield how each page ended, in the order of the files.

        What was captured and is no article, such as a picture, a redirect or a front page, is passed over.
        Raises ArchiveError when the archive is in trouble.
        """
        most = _PAGES_EACH * usable_cores()
        turns: deque[_Turn] = deque()
        # In this order: where a run is cut short, the threads that wait for a process are let go first.
        with ThreadPoolExecutor(most) as threads, Workers(preload=PRELOAD) as workers:
            for page in self._pages:
                if self._is_stopped:
                    break
                self.known += 1
                address = identity(page.url or "")
                while len(turns) >= most or any(turn.address == address for turn in turns):
                    yield from self._ended(turns.popleft())
                turns.append(_Turn(address=address, result=threads.submit(self._take, workers, page)))
            else:
                self.is_known_whole = True
            while turns:
                yield from self._ended(turns.popleft())

    def stop(self) -> None:
        """Begin nothing new; what is under way ends. For a signal handler, too."""
        self._is_stopped = True

    def _ended(self, turn: _Turn) -> Iterator[Result]:
        result = turn.result.result()
        if result:
            yield result
        else:
            self.passed_over += 1

    def _take(self, workers: Workers, page: Page | Failed) -> Result | None:
        """Save one page; return None for what is no article."""
        if isinstance(page, Failed):
            return Result(outcome=page)
        read = functools.partial(read_page, self._rules)
        try:
            _require_page(page)
            return archive_page(
                page, lambda page: workers.run(read, replace(page, exchanges=())), self._archive
            )
        except ArchiveError:
            raise
        except NO_ARTICLES as error:
            log.info("%s: passed over: %s", page.url, error)
            return None
        except NewsgrabError as error:
            return Result(outcome=failure(page.url or "", error))


def _require_page(page: Page) -> None:
    """Raise what fetching it would have raised, by status, type and first bytes."""
    headers = {name.lower(): value for name, value in page.headers}
    content_type = headers.get("content-type", "")
    require_page(page.status or 0, {}, 0.0)
    require_page_type(content_type)
    require_page_start(content_type, page.body)
    if not page.body.strip():
        raise Empty("the page is empty")
