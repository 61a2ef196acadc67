"""Is everything still as it was saved? Every file and every capture against its hash."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from newsgrab.archive import capture as warc
from newsgrab.archive.disk import read_if_there, sha256
from newsgrab.archive.entry import Entry
from newsgrab.archive.pictures import files_beside, folder_of
from newsgrab.archive.reader import Reader
from newsgrab.archive.soundness import damage, is_as_saved, unreadable
from newsgrab.archive.stock import CAPTURES
from newsgrab.errors import ArchiveError, Damaged


class State(StrEnum):
    """What became of a file."""

    WHOLE = "whole"
    EDITED = "edited"  # another text, but still an article file: someone's work, and no fault
    RENAMED = "renamed"  # by hand; found again by its hash
    UNUSED = "unused"  # a capture or a picture that no article names, left by a run that was killed
    MISSING = "missing"
    DAMAGED = "damaged"


_NO_MORE_THERE = "was saved, and is no more there"
_OTHER_BYTES = "its bytes are not those that were saved"
FAULTS = frozenset({State.MISSING, State.DAMAGED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One file and its state; ``detail`` is for a person."""

    file: str
    state: State
    detail: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Evidence:
    """What is to be remembered of a capture: little, for there may be as many as articles."""

    sha256: str | None
    article: str


def verify(reader: Reader) -> Iterator[Finding]:
    """Give a finding for every article file, every capture and every picture."""
    by_hash: dict[str, str] = {}
    captures: dict[str, _Evidence] = {}
    for entry in reader.catalog.entries():
        by_hash[entry.sha256] = entry.file
        if entry.capture:
            captures.setdefault(entry.capture, _Evidence(sha256=entry.capture_sha256, article=entry.file))
        yield _article(reader.root, entry)
    for file, digest in reader.catalog.missing().items():
        new = by_hash.get(digest)
        renamed = Finding(file=file, state=State.RENAMED, detail=f"is now {new}")
        yield renamed if new else _lost(reader.root, file)
    for file, evidence in captures.items():
        yield _capture(reader.root, file, evidence)
    yield from _unused(reader.root, captures)
    yield from _pictures(reader)


def _lost(root: Path, file: str) -> Finding:
    """Find an article that the catalog could not read: it is no more there, or no more to be understood."""
    payload = _bytes_of(root, file, missing=_NO_MORE_THERE)
    if isinstance(payload, Finding):
        return payload
    return Finding(file=file, state=State.DAMAGED, detail=unreadable(payload) or _OTHER_BYTES)


def _article(root: Path, entry: Entry) -> Finding:
    payload = _bytes_of(root, entry.file, missing=_NO_MORE_THERE)
    if isinstance(payload, Finding):
        return payload
    if is_as_saved(entry, payload):
        return Finding(file=entry.file, state=State.WHOLE)
    found = damage(entry, payload)
    if found:
        return Finding(file=entry.file, state=State.DAMAGED, detail=found)
    return Finding(file=entry.file, state=State.EDITED, detail="was edited after it was saved")


def _bytes_of(root: Path, file: str, *, missing: str) -> bytes | Finding:
    """Read a file, or find that it cannot be read or is not there; ``missing`` is what to say then."""
    try:
        payload = read_if_there(root / file)
    except ArchiveError as error:
        return Finding(file=file, state=State.DAMAGED, detail=str(error))
    return Finding(file=file, state=State.MISSING, detail=missing) if payload is None else payload


def _capture(root: Path, file: str, evidence: _Evidence) -> Finding:
    payload = _bytes_of(root, file, missing=f"the evidence of {evidence.article} is no more there")
    if isinstance(payload, Finding):
        return payload
    if sha256(payload) != evidence.sha256:
        return Finding(file=file, state=State.DAMAGED, detail=_OTHER_BYTES)
    try:
        for _ in warc.records(payload):
            pass
    except Damaged as error:
        return Finding(file=file, state=State.DAMAGED, detail=str(error))
    return Finding(file=file, state=State.WHOLE)


def _pictures(reader: Reader) -> Iterator[Finding]:
    """Give a finding for every picture that an article names, and for those that none does."""
    named: dict[str, tuple[str, str]] = {}  # picture -> its hash, the article
    folders: set[str] = set()
    for entry in reader.catalog.entries():
        folders.add(folder_of(entry.file))
        for picture, digest in _named_by(reader.root, entry.file).items():
            named.setdefault(picture, (digest, entry.file))
    for file, (digest, article) in named.items():
        yield _picture(reader.root, file, digest, article)
    folders |= {file.rpartition("/")[0] for file in named}
    for folder in sorted(folders):
        for path in _listing(reader.root / folder):
            file = f"{folder}/{path.name}"
            if file not in named:
                yield Finding(file=file, state=State.UNUSED, detail="no article names it")


def _named_by(root: Path, file: str) -> dict[str, str]:
    try:
        return files_beside(root, file)
    except ArchiveError:
        return {}  # that the article cannot be read is told already


def _listing(folder: Path) -> list[Path]:
    """Return what is in a folder: nothing where there is none, or none that may be looked into."""
    try:
        return sorted(folder.iterdir())
    except (FileNotFoundError, NotADirectoryError, PermissionError):
        return []


def _picture(root: Path, file: str, digest: str, article: str) -> Finding:
    payload = _bytes_of(root, file, missing=f"the picture of {article} is no more there")
    if isinstance(payload, Finding):
        return payload
    if sha256(payload) != digest:
        return Finding(file=file, state=State.DAMAGED, detail=_OTHER_BYTES)
    return Finding(file=file, state=State.WHOLE)


def _unused(root: Path, used: Container[str]) -> Iterator[Finding]:
    for path in sorted((root / CAPTURES).glob("*/*.warc.gz")):
        file = path.relative_to(root).as_posix()
        if file not in used:
            yield Finding(file=file, state=State.UNUSED, detail="no article names it")
