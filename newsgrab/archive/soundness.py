"""Can an article file still be read? A person's edit keeps it sound; a cut or a garbled byte does not."""

from __future__ import annotations

from newsgrab.archive.disk import sha256
from newsgrab.archive.entry import Entry
from newsgrab.archive.reading import parse, story
from newsgrab.archive.revisions import fingerprint, is_cut


def is_as_saved(entry: Entry, payload: bytes) -> bool:
    """Tell whether a file has the bytes that were saved."""
    return sha256(payload) == entry.sha256


def damage(entry: Entry, payload: bytes) -> str | None:
    """Say what keeps an article file of other bytes from being read whole; None where someone edited it."""
    found = unreadable(payload)
    if found or payload.endswith(b"\n"):
        return found
    filed = parse(payload.decode("utf-8"))
    if filed and is_cut(fingerprint(filed, story(filed)), entry.fingerprint):
        return "it ends in the middle of a line"
    return None


def unreadable(payload: bytes) -> str | None:
    """Say what keeps bytes from being read as an article file."""
    if b"\0" in payload:  # what a file system leaves where a crash lost the bytes; no editor does
        return "there are gaps in it"
    try:
        filed = parse(payload.decode("utf-8"))
    except UnicodeDecodeError:
        return "is not UTF-8 text any more"
    if filed is None:
        return "is empty" if not payload.strip() else "its front matter cannot be read any more"
    if not filed.body.strip():
        return "its body is gone"
    return None
