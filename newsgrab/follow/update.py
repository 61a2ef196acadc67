"""One pass over everything followed: which articles to ask for, and what to remember of how it went."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from datetime import datetime

from newsgrab.archive import Archive, Entry
from newsgrab.errors import NewsgrabError, NotFeed, Stopped
from newsgrab.follow.following import Followed, is_wanted
from newsgrab.follow.memory import MOST_PENDING, Look, Memory, failed, is_due, is_worth_a_look
from newsgrab.follow.survey import ListReader, Survey, survey, written
from newsgrab.inputs.dates import is_before, read_moment
from newsgrab.inputs.listing import MOST_LISTINGS, IndexKind, Listing
from newsgrab.inputs.urllist import Line
from newsgrab.model import Failed, Outcome, Unchanged
from newsgrab.outcomes import failure
from newsgrab.urls import identity

SURVEYORS = 16  # threads
MOST_ATTEMPTS = 8  # after which an article that is no longer listed is let go
# Asking again will not help until the publisher lists the article anew.
DEFINITE = frozenset(
    {
        "content.empty",
        "content.not_article",
        "content.not_html",
        "content.soft_404",
        "content.too_complex",
        "http.bad_request",
        "http.gone",
        "http.not_found",
        "http.unavailable_for_legal_reasons",
    }
)
# What a link on a front page may turn out to be without anything being wrong.
NO_ARTICLE = frozenset({"content.not_article", "content.empty", "content.not_html"})

OpenReader = Callable[[], AbstractContextManager[ListReader]]


@dataclass(slots=True, kw_only=True)
class Report:
    """What came of one followed address in this pass."""

    followed: Followed
    memory: Memory
    found: Survey | None = None  # None where it was not read
    error: NewsgrabError | None = None
    is_settled: bool = False  # what it waits for is known; until then its memory stays as it was
    listed: int = 0  # articles that passed the filters
    looks: dict[str, Look] = field(default_factory=dict)  # by identity; also those of this pass
    waiting: dict[str, Listing] = field(default_factory=dict)  # not settled, by identity


class Update:
    """The pass: ``lines`` feeds a batch, ``note`` hears how articles end, ``memories`` is what stays."""

    def __init__(self, reports: Iterable[Report], archive: Archive, now: datetime) -> None:
        self.reports = list(reports)
        self._archive = archive
        self._now = now
        self._wanted_by: dict[str, Report] = {}

    def lines(self, open_reader: OpenReader) -> Iterator[Line | Failed]:
        """Read what is due, many hosts at once; yield the articles to ask for, and what could not be read."""
        threads = ThreadPoolExecutor(SURVEYORS, thread_name_prefix="survey")
        under_way: dict[Future[Survey], Report] = {}
        for report in self.reports:
            if is_due(report.memory, self._now):
                under_way[threads.submit(_surveyed, report, open_reader)] = report
            else:
                yield from self._worth_asking(report)
        try:
            for future in as_completed(under_way):
                failures = self._failures(under_way[future], future)
                articles = self._worth_asking(under_way[future])
                yield from failures
                yield from articles
        finally:
            threads.shutdown(cancel_futures=True)

    def note(self, outcome: Outcome) -> bool:
        """Remember how an article ended; return whether a failure is trouble that a person should hear of."""
        key = identity(outcome.url)
        report = self._wanted_by.get(key)
        listing = report.waiting.get(key) if report else None
        if report is None or listing is None:
            return True
        if isinstance(outcome, Failed):
            if outcome.code in DEFINITE:
                del report.waiting[key]
            return not (_is_of_front_page(report) and outcome.code in NO_ARTICLE)
        del report.waiting[key]
        before = report.looks.get(key)
        vain = (before.vain if before else 0) + 1 if isinstance(outcome, Unchanged) else 0
        report.looks[key] = Look(modified=written(listing.dated), at=self._now, vain=vain)
        return True

    @property
    def unread(self) -> int:
        """Count what was due and not come to, because the run was stopped."""
        return sum(
            report.found is None and report.error is None and is_due(report.memory, self._now)
            for report in self.reports
        )

    def articles_of(self, failed: Iterable[Failed]) -> list[Failed]:
        """Return those failures that are of articles, not of what is followed."""
        return [each for each in failed if identity(each.url) in self._wanted_by]

    def tags_of(self, url: str) -> tuple[str, ...]:
        """Return the user's words for an article that this pass asks for."""
        report = self._wanted_by.get(identity(url))
        return report.followed.tags if report else ()

    def memories(self) -> Iterator[Memory]:
        """Give what to remember of each followed address."""
        for report in self.reports:
            yield self._remembered(report)

    def _failures(self, report: Report, future: Future[Survey]) -> list[Failed]:
        try:
            report.found = future.result()
        except Stopped:
            raise
        except NewsgrabError as error:
            report.error = error
            return [failure(report.followed.url, error)]
        return [failure(trouble.url, trouble.error) for trouble in report.found.troubles]

    def _worth_asking(self, report: Report) -> list[Line]:
        """Settle at once what a report waits for: whoever takes the lines may stop at any of them."""
        lines = []
        report.looks = dict(report.memory.looks)
        pending = [Listing(url=url) for url in report.memory.pending]
        for listing in (*(report.found.listings if report.found else ()), *pending):
            key = identity(listing.url)
            if not is_wanted(listing, report.followed) or key in self._wanted_by:
                continue
            report.listed += 1
            known = self._archive.find(listing.url)
            if known is None:
                line = self._unseen(listing, key, report)
            else:
                line = self._changed(listing, key, report, known)
            if line:
                self._wanted_by[key] = report
                report.waiting[key] = listing
                lines.append(line)
        report.is_settled = True
        return lines

    def _unseen(self, listing: Listing, key: str, report: Report) -> Line | None:
        known = self._archive.failure(listing.url)
        if known is None or known.is_due(self._now):
            return Line(url=listing.url, key=key)
        if known.code not in DEFINITE and known.attempts < MOST_ATTEMPTS:
            report.waiting[key] = listing
        return None

    def _changed(self, listing: Listing, key: str, report: Report, known: Entry) -> Line | None:
        look = report.looks.get(key)
        if not is_worth_a_look(written(listing.dated), look, self._now):
            return None
        retrieved = read_moment(known.retrieved_at)
        if look is None and listing.dated and retrieved and is_before(listing.dated, retrieved):
            report.looks[key] = Look(modified=written(listing.dated), at=self._now)
            return None
        return Line(url=listing.url, key=key, refresh=True)

    def _remembered(self, report: Report) -> Memory:
        if not report.is_settled:
            return report.memory
        memory = replace(
            report.memory,
            pending=tuple(listing.url for listing in report.waiting.values())[:MOST_PENDING],
            looks=_kept(report),
        )
        if report.error:
            return failed(memory, report.error.code, self._now)
        if report.found is None:
            return memory
        return replace(
            memory,
            kind=report.found.kind or memory.kind,
            read_at=self._now,
            failures=0,
            error=None,
            next_at=None,
            # What is too much to remember one by one is read again as a whole.
            versions=report.found.versions if len(report.waiting) <= MOST_PENDING else memory.versions,
        )


def _surveyed(report: Report, open_reader: OpenReader) -> Survey:
    """Read a followed address; raises NotFeed for a page without links, such as stands in for a list."""
    with open_reader() as reader:
        found = survey(report.followed.url, reader, report.memory.versions)
    if found.kind is IndexKind.FRONT_PAGE and not found.listings:
        raise NotFeed("a page without links that look like articles came in place of the list")
    return found


def _is_of_front_page(report: Report) -> bool:
    kind = report.found.kind if report.found else None
    return (kind or report.memory.kind) == IndexKind.FRONT_PAGE


def _kept(report: Report) -> dict[str, Look]:
    """Forget the looks at what a feed no longer lists; a sitemap is not read whole each time."""
    if report.found and report.found.kind in (IndexKind.FEED, IndexKind.FRONT_PAGE):
        listed = {identity(listing.url) for listing in report.found.listings}
        return {key: look for key, look in report.looks.items() if key in listed}
    return dict(list(report.looks.items())[-MOST_LISTINGS:])
