"""One target, end to end: fetch, extract, attribute, store."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from newsgrab.archive import Archive, Entry, illustrate
from newsgrab.archive.pictures import kept_beside, lacks_pictures, with_pictures
from newsgrab.errors import ArchiveError, NewsgrabError, UsageError
from newsgrab.fetching import Fetcher, Validators
from newsgrab.model import Extraction, Outcome, Page, Saved, Unchanged, Updated
from newsgrab.outcomes import failure
from newsgrab.pictures import Album, gather
from newsgrab.urls import without_userinfo

NOT_MODIFIED = 304


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """What a page passes on its way into the archive."""

    fetcher: Fetcher
    read: Callable[[Page], Extraction]  # here, or in another process
    archive: Archive
    refresh: bool = False
    images: bool = False  # save the pictures, too
    tags: tuple[str, ...] = ()  # for what is saved


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """How it ended, and what was read on the way, if anything was."""

    outcome: Outcome
    extraction: Extraction | None = None
    warnings: tuple[str, ...] = ()  # a line for each picture that was not saved


def archive_url(url: str, bench: Bench) -> Result:
    """Bring the article at ``url`` into the archive; a known one is not asked for again.

    Raises NewsgrabError when there is nothing to save.
    """
    entry = bench.archive.find(url)
    if entry and not bench.refresh:
        return Result(outcome=Unchanged(url=without_userinfo(url), file=entry.file, asked=False))
    page = bench.fetcher.fetch(url, validators=_validators(entry, bench))
    if entry and page.retrieved_at and page.status == NOT_MODIFIED:
        return Result(outcome=bench.archive.confirm(entry, url, page.retrieved_at))
    extraction = bench.read(page)
    if not bench.images:
        return Result(outcome=bench.archive.save(extraction, page, bench.tags), extraction=extraction)
    return _save_with_pictures(extraction, page, bench, entry)


def archive_page(page: Page, read: Callable[[Page], Extraction], archive: Archive) -> Result:
    """Bring a page that someone else captured into the archive, unless what is there is as new.

    Raises NewsgrabError when there is nothing to save.
    """
    entry = archive.find(page.url or "")
    if entry and not _is_newer(page, entry):
        return Result(outcome=Unchanged(url=without_userinfo(page.url or ""), file=entry.file, asked=False))
    extraction = read(page)
    return Result(outcome=archive.save(extraction, page), extraction=extraction)


def _is_newer(page: Page, entry: Entry) -> bool:
    if page.retrieved_at is None or entry.retrieved_at is None:
        return True
    return page.retrieved_at.replace(microsecond=0) > datetime.fromisoformat(entry.retrieved_at)


def _save_with_pictures(extraction: Extraction, page: Page, bench: Bench, entry: Entry | None) -> Result:
    """Fetch the pictures that are not here yet, and save them with the article."""
    root = bench.archive.root
    known = kept_beside(root, entry.file) if entry else {}
    album = gather(extraction.article, page, bench.fetcher, known)
    outcome: Saved | Updated | Unchanged = bench.archive.save(extraction, page, bench.tags, album.pictures)
    warnings = album.warnings
    if isinstance(outcome, Unchanged) and album.pictures:
        outcome, warning = _add_pictures(outcome, bench, album)
        warnings = (*warnings, *warning)
    saved = with_pictures(extraction, kept_beside(root, outcome.file))
    saved = replace(saved, warnings=(*saved.warnings, *warnings))
    return Result(outcome=outcome, extraction=saved, warnings=warnings)


def _add_pictures(
    known: Unchanged, bench: Bench, album: Album
) -> tuple[Updated | Unchanged, tuple[str, ...]]:
    """Give an article that was saved without them its pictures; or say why not."""
    if illustrate(bench.archive, known.file, bench.read, album.pictures):
        return Updated(url=known.url, file=known.file, changes=("pictures",)), ()
    return known, (f"{known.url}: the pictures are not saved: {known.file} was edited or has no capture",)


def _validators(entry: Entry | None, bench: Bench) -> Validators | None:
    """Return what makes a request conditional.

    A page is wanted whole if its pictures are still to be had, or if its article's file is damaged.
    """
    if entry is None or not bench.archive.is_sound(entry):
        return None
    if bench.images and lacks_pictures(bench.archive.root, entry.file):
        return None
    etag, last_modified = bench.archive.validators(entry)
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
        if isinstance(error, UsageError):  # no address, so never to be asked for again
            return Result(outcome=failed)
        remembered = bench.archive.record_failure(failed)
        return Result(outcome=replace(failed, retry_at=remembered.retry_at))
