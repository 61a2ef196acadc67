"""One target, end to end: fetch, extract, attribute, store."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from newsgrab.archive import Archive, Entry
from newsgrab.errors import ArchiveError, NewsgrabError
from newsgrab.fetching import Fetcher, Validators
from newsgrab.model import Extraction, Outcome, Page, Unchanged
from newsgrab.outcomes import failure
from newsgrab.urls import without_userinfo

NOT_MODIFIED = 304


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """What a page passes on its way into the archive."""

    fetcher: Fetcher
    read: Callable[[Page], Extraction]  # here, or in another process
    archive: Archive
    refresh: bool = False
    tags: tuple[str, ...] = ()  # for what is saved


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """How it ended, and what was read on the way, if anything was."""

    outcome: Outcome
    extraction: Extraction | None = None


def archive_url(url: str, bench: Bench) -> Result:
    """Bring the article at ``url`` into the archive; a known one is not asked for again.

    Raises NewsgrabError when there is nothing to save.
    """
    entry = bench.archive.find(url)
    if entry and not bench.refresh:
        return Result(outcome=Unchanged(url=without_userinfo(url), file=entry.file, asked=False))
    page = bench.fetcher.fetch(url, validators=_validators(entry, bench.archive))
    if entry and page.retrieved_at and page.status == NOT_MODIFIED:
        return Result(outcome=bench.archive.confirm(entry, url, page.retrieved_at))
    extraction = bench.read(page)
    return Result(outcome=bench.archive.save(extraction, page, bench.tags), extraction=extraction)


def _validators(entry: Entry | None, archive: Archive) -> Validators | None:
    if entry is None:
        return None
    etag, last_modified = archive.validators(entry)
    return Validators(etag=etag, last_modified=last_modified)


def attempt(url: str, bench: Bench) -> Result:
    """Do the same, with a failure as a value that the archive remembers.

    Raises ArchiveError: when the archive itself is in trouble there is no point in going on.
    """
    try:
        return archive_url(url, bench)
    except ArchiveError:
        raise
    except NewsgrabError as error:
        failed = failure(url, error)
        remembered = bench.archive.record_failure(failed)
        return Result(outcome=replace(failed, retry_at=remembered.retry_at))
