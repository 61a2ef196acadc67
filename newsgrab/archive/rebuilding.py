"""Better rules, old pages: every article made again from its capture, without the network."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from newsgrab.archive import capture as warc
from newsgrab.archive.differences import Difference, differences
from newsgrab.archive.disk import read_if_there
from newsgrab.archive.entry import Entry
from newsgrab.archive.ledger import loaded
from newsgrab.archive.pictures import kept_in, store, with_pictures
from newsgrab.archive.reader import Reader
from newsgrab.archive.reading import Filed, parse
from newsgrab.archive.soundness import is_as_saved
from newsgrab.archive.store import write_over
from newsgrab.archive.writing import Archive
from newsgrab.errors import ContentError, NewsgrabError
from newsgrab.model import Capture, Extraction, Page, Picture
from newsgrab.writers import article_file

_VERSION_LINE = re.compile(r"^( *newsgrab: ).*$", re.MULTILINE)


class Fate(StrEnum):
    """What became of an article file."""

    SAME = "same"
    CHANGED = "changed"
    EDITED = "edited"  # by hand: never touched
    NO_CAPTURE = "no capture"
    REFUSED = "refused"  # today's rules take no article out of the page


@dataclass(frozen=True, slots=True, kw_only=True)
class Rebuilt:
    """One article file, what became of it, and what is different; ``reason`` is for a person."""

    file: str
    fate: Fate
    differences: tuple[Difference, ...] = ()
    reason: str | None = None


def rebuild(
    archive: Archive, extract: Callable[[Page], Extraction], profile: str | None = None
) -> Iterator[Rebuilt]:
    """Run ``extract`` over the stored captures and write what comes out.

    A file that was edited stays as it is, and the catalog learns what it says now.
    Each file keeps the names of its keys, unless there is a ``profile`` that all are to have.
    """
    with archive.ledger.alone():
        files = [file for file, _ in archive.ledger.catalog.files()]
    for file in files:
        with archive.ledger.alone():
            entry = archive.ledger.catalog.entry(file)
        if entry:
            rebuilt, text = _remake(archive.root, entry, extract, profile)
            if rebuilt.fate is Fate.CHANGED:
                _put(archive, entry, text)
            elif rebuilt.fate is Fate.EDITED:
                archive.ledger.reread(entry)
            yield rebuilt


def preview(
    reader: Reader, extract: Callable[[Page], Extraction], profile: str | None = None
) -> Iterator[Rebuilt]:
    """Tell what ``rebuild`` would do; nothing is written, so that the archive may be read-only."""
    for file, _ in reader.catalog.files():
        entry = reader.catalog.entry(file)
        if entry:
            yield _remake(reader.root, entry, extract, profile)[0]


def _remake(
    root: Path, entry: Entry, extract: Callable[[Page], Extraction], profile: str | None
) -> tuple[Rebuilt, str]:
    """Say what becomes of an article file, and what would be in it; "" where it stays as it is."""
    before = _as_saved(root, entry)
    if before is None:
        return Rebuilt(file=entry.file, fate=Fate.EDITED, reason="is not as it was saved, and stays so"), ""
    old, filed = before
    capture = _capture(filed)
    if capture is None or capture.file is None:
        return Rebuilt(file=entry.file, fate=Fate.NO_CAPTURE), ""
    try:
        extraction = extract(warc.stored_page(root, capture.file, capture.sha256))
    except NewsgrabError as error:
        return Rebuilt(file=entry.file, fate=Fate.REFUSED, reason=f"error[{error.code}] {error}"), ""
    extraction = with_pictures(extraction, kept_in(filed))
    text = article_file(extraction, capture, profile=profile or filed.profile)
    new = parse(text)
    if new is None or _unversioned(text) == _unversioned(old):
        return Rebuilt(file=entry.file, fate=Fate.SAME), ""
    return Rebuilt(file=entry.file, fate=Fate.CHANGED, differences=differences(filed, new)), text


def _as_saved(root: Path, entry: Entry) -> tuple[str, Filed] | None:
    """Return an article file as text and understood; None where it is not as it was saved."""
    payload = read_if_there(root / entry.file)
    if payload is None or not is_as_saved(entry, payload):
        return None
    text = payload.decode("utf-8", "replace")
    filed = parse(text)
    return (text, filed) if filed else None


def illustrate(
    archive: Archive, file: str, extract: Callable[[Page], Extraction], pictures: Sequence[Picture]
) -> bool:
    """Put pictures beside an article whose words are as they were, and make it again with links to them.

    Return whether that was possible: a file that was edited is never touched, there must be a capture, and
    today's rules must take an article out of it. Raises ArchiveError.
    """
    with archive.ledger.alone():
        entry = archive.ledger.catalog.entry(file)
    before = _as_saved(archive.root, entry) if entry else None
    capture = _capture(before[1]) if before else None
    if entry is None or before is None or capture is None or capture.file is None:
        return False
    try:
        extraction = extract(warc.stored_page(archive.root, capture.file, capture.sha256))
    except ContentError:
        return False
    kept = {**kept_in(before[1]), **store(archive.root, file, pictures, archive.disk)}
    extraction = with_pictures(extraction, kept)
    _put(archive, entry, article_file(extraction, capture, profile=before[1].profile))
    return True


def _put(archive: Archive, entry: Entry, text: str) -> None:
    payload = text.encode()
    write_over(archive.root / entry.file, payload, archive.disk)
    found = loaded(entry.file, payload)
    if found:
        archive.ledger.rebuilt(found)


def _capture(filed: Filed) -> Capture | None:
    """Read the front matter's account of its evidence."""
    match filed.fields.get("capture"):
        case {
            "requested_url": str(requested),
            "retrieved_at": datetime() as retrieved_at,
            "status": int(status),
            "sha256": str(sha256),
            **rest,
        }:
            file, tags = rest.get("file"), rest.get("tags")
            return Capture(
                requested_url=requested,
                retrieved_at=retrieved_at,
                status=status,
                sha256=sha256,
                file=file if isinstance(file, str) else None,
                tags=tuple(map(str, tags)) if isinstance(tags, list) else (),
            )
    return None


def _unversioned(text: str) -> str:
    """Return an article file without our version: that alone is no change."""
    return _VERSION_LINE.sub(r"\1", text, count=1)
