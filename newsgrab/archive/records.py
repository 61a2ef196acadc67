"""What the archive knows, as values that JSON knows."""

from __future__ import annotations

from datetime import date

from newsgrab.archive.differences import Difference
from newsgrab.archive.entry import Entry
from newsgrab.archive.failures import Failure
from newsgrab.archive.reader import Revision
from newsgrab.archive.reading import Filed, story
from newsgrab.outcomes import exit_code_of
from newsgrab.writers.citations import Citation
from newsgrab.writers.jsonlines import as_json

Fields = dict[str, object]


def article_record(entry: Entry, filed: Filed) -> Fields:
    """Return an article file as ``fetch --json`` printed it, with what a person may have changed since."""
    found: Fields = {"input": entry.url, "status": "saved", "file": entry.file, "revision": entry.revision}
    found |= {key: as_json(value) for key, value in filed.fields.items()}
    found["paragraphs"] = [piece.text for piece in story(filed)]
    found["markdown"] = filed.body
    return found


def citation_of(entry: Entry, filed: Filed) -> Citation:
    """Return what a bibliography wants to know of an article."""
    agency = filed.fields.get("agency")
    return Citation(
        headline=entry.headline,
        authors=entry.authors,
        agency=tuple(map(str, agency)) if isinstance(agency, list) else (),
        publisher=entry.publisher or entry.host,
        section=entry.section,
        language=entry.language,
        published=_day(entry.date_published),
        retrieved=_day(entry.retrieved_at),
        url=entry.url,
    )


def _day(moment: str | None) -> date | None:
    """Return the day as the publisher wrote it, whatever day it was in Greenwich."""
    try:
        return date.fromisoformat((moment or "")[:10])
    except ValueError:
        return None


def failure_record(failure: Failure) -> Fields:
    """Return an address that could not be archived."""
    error: Fields = {"class": failure.code, "message": failure.message}
    error |= {"exit_code": int(exit_code_of(failure.code)), "attempts": failure.attempts}
    if failure.status is not None:
        error["http_status"] = failure.status
    error |= {"failed_at": as_json(failure.failed_at), "next_retry_at": as_json(failure.retry_at)}
    return {"input": failure.url, "status": "failed", "error": error}


def revision_record(revision: Revision) -> Fields:
    """Return one line of an article's history."""
    entry = revision.entry
    return {
        "revision": entry.revision,
        "file": entry.file,
        "retrieved_at": entry.retrieved_at,
        "date_modified": entry.date_modified,
        "changes": list(revision.changes),
        "silent": revision.is_silent,
    }


def difference_record(difference: Difference) -> Fields:
    """Return a part that changed."""
    segments = [{"change": str(one.change), "text": one.text} for one in difference.segments]
    return {"part": difference.part, "segments": segments}
