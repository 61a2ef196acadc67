"""What changed between two revisions: the article is compared, block by block, never the page."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from newsgrab.archive.disk import sha256
from newsgrab.archive.reading import Filed, Piece, caption_line, images, squeezed

# In the order in which changes are named. A change of these makes a revision...
WORDS = (
    "headline",
    "alternative_headline",
    "standfirst",
    "byline",
    "dateline",
    "body",
    "captions",
    "correction",
)
# ...and a change of these is named when there is one.
DATES = ("date_published", "date_modified")
_DIGEST_LENGTH = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """Digests of an article's words as they were saved, so that a later edit by hand cannot hide a change."""

    parts: dict[str, str]  # headline, standfirst and other fields that are one text; dates
    body: tuple[str, ...]
    captions: tuple[str, ...]
    length: int  # characters of the body
    is_paywalled: bool

    def to_json(self) -> dict[str, object]:
        """Return what ``from_json`` reads."""
        return {
            "parts": self.parts,
            "body": " ".join(self.body),
            "captions": " ".join(self.captions),
            "length": self.length,
            "paywalled": self.is_paywalled,
        }


def from_json(saved: dict[str, object]) -> Fingerprint:
    """Read a fingerprint from the catalog or the journal."""
    parts, length = saved.get("parts"), saved.get("length")
    return Fingerprint(
        parts={str(key): str(value) for key, value in parts.items()} if isinstance(parts, dict) else {},
        body=tuple(str(saved.get("body") or "").split()),
        captions=tuple(str(saved.get("captions") or "").split()),
        length=length if isinstance(length, int) else 0,
        is_paywalled=bool(saved.get("paywalled")),
    )


def fingerprint(filed: Filed, body: Sequence[Piece]) -> Fingerprint:
    """Take the fingerprint of an article file, of whose body the story is given."""
    texts = [squeezed(piece.text) for piece in body]
    fields = (field for field in (*WORDS, *DATES) if filed.fields.get(field) is not None)
    return Fingerprint(
        parts={field: _digest(squeezed(filed.fields[field])) for field in fields},
        body=tuple(map(_digest, texts)),
        captions=tuple(_digest(squeezed(line)) for line in map(caption_line, images(filed)) if line),
        length=sum(map(len, texts)),
        is_paywalled=bool(filed.fields.get("paywalled")),
    )


def compare(old: Fingerprint, new: Fingerprint) -> tuple[str, ...]:
    """Name what changed, or nothing where the words are the same: new dates alone are no change."""
    changed = [part for part in WORDS if _part(old, part) != _part(new, part)]
    if not changed:
        return ()
    dates = [part for part in DATES if old.parts.get(part) != new.parts.get(part)]
    return (*changed, *(["dates"] if dates else []))


def is_silent(changes: Sequence[str]) -> bool:
    """Tell whether words changed while neither a date nor a correction says so."""
    return bool(changes) and not {"dates", "correction"} & set(changes)


def is_stub(new: Fingerprint, old: Fingerprint) -> bool:
    """Tell whether ``new`` is but the beginning of ``old``, as a wall shows it."""
    if new.is_paywalled and not old.is_paywalled:
        return new.length < old.length
    begins_alike = len(new.body) > 1 and new.body[:-1] == old.body[: len(new.body) - 1]
    is_beginning = bool(new.body) and new.body == old.body[: len(new.body)]
    corrected = new.parts.get("correction") != old.parts.get("correction")
    return (begins_alike or is_beginning) and not corrected and new.length * 2 < old.length


def is_cut(new: Fingerprint, old: Fingerprint) -> bool:
    """Tell whether ``new`` is ``old`` up to the middle of a block, as a copy that broke off is."""
    blocks = len(new.body[:-1])
    is_beginning = new.body[:-1] == old.body[:blocks] and new.body[-1:] != old.body[blocks : blocks + 1]
    return is_beginning and len(new.body) < len(old.body)


def likeness(one: Fingerprint, other: Fingerprint) -> float:
    """Return how much of the smaller body's blocks the other has too, from 0 to 1."""
    ours, theirs = set(one.body), set(other.body)
    if not ours or not theirs:
        return 0.0
    return len(ours & theirs) / min(len(ours), len(theirs))


def _part(found: Fingerprint, part: str) -> object:
    if part == "body":
        return found.body
    return found.captions if part == "captions" else found.parts.get(part)


def _digest(text: str) -> str:
    whole = unicodedata.normalize("NFC", text).encode("utf-8", "surrogatepass")
    return sha256(whole)[:_DIGEST_LENGTH]
