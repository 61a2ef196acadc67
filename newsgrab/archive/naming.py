"""Where an article's file goes: a name of our own that is safe on every file system and in Obsidian."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath
from string import Formatter
from urllib.parse import unquote

from newsgrab.archive.disk import sha256
from newsgrab.config import DEFAULT_TEMPLATE
from newsgrab.errors import UsageError
from newsgrab.model import Metadata
from newsgrab.text import is_of_word
from newsgrab.urls import identity, parts_of, site

ENDING = ".md"
_SLUG_LENGTH = 40  # characters, cut between words where there are any
_MOST_BYTES = 180  # of one part of the path; leaves room for -1a2b3c4d, .99.md and .files in 200
_ID_LENGTH = 8
_REVISION = re.compile(r"[2-9]|[1-9][0-9]{1,5}")
_DASHES = re.compile(r"-{2,}")
_DOTS = re.compile(r"\.{2,}")
# Names that Windows keeps for devices, with or without an ending.
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class NameParts:
    """What a name can be made of."""

    metadata: Metadata
    url: str | None
    day: date | None  # of publication, else of retrieval


def path_for(parts: NameParts, template: str = DEFAULT_TEMPLATE) -> str:
    """Return the file's path inside the archive, as if no other article were there.

    Raises UsageError for a template that names an unknown field.
    """
    filled = "".join(
        literal + (_MEANINGS[field](parts) if field else "") for literal, field in _parsed(template)
    )
    folders = [_safe_part(part) for part in filled.removesuffix(ENDING).split("/")]
    kept = [folder for folder in folders if folder] or [short_id(parts.url or "")]
    return "/".join((*kept[:-1], kept[-1].replace(".", "-"))) + ENDING


def is_article_path(file: object) -> bool:
    """Tell whether this is the path of an article file inside an archive.

    >>> [is_article_path(file) for file in ("example.org/2024/a.md", "../a.md", "/a.md", "a.txt", None)]
    [True, False, False, False, False]
    """
    if not isinstance(file, str) or not file.endswith(ENDING) or "\0" in file:
        return False
    return not file.startswith("/") and ".." not in file.split("/")


def check_template(template: str) -> None:
    """Raise UsageError if ``template`` cannot be used."""
    _parsed(template)


def with_suffix(path: str, suffix: str) -> str:
    """Tell two articles of one name apart.

    >>> with_suffix("example.org/a.md", "1a2b3c4d")
    'example.org/a-1a2b3c4d.md'
    """
    return f"{path.removesuffix(ENDING)}-{suffix}{ENDING}"


def revision_path(path: str, number: int) -> str:
    """Return the path of a revision; the first has no number.

    >>> revision_path("example.org/a.md", 2), revision_path("example.org/a.2.md", 1)
    ('example.org/a.2.md', 'example.org/a.md')
    """
    stem, _ = split_revision(path)
    return f"{stem}{ENDING}" if number == 1 else f"{stem}.{number}{ENDING}"


def split_revision(path: str) -> tuple[str, int]:
    """Return what the revisions of an article share, and the number of this one.

    >>> split_revision("example.org/a.12.md")
    ('example.org/a', 12)
    """
    stem = path.removesuffix(ENDING)
    base, dot, number = stem.rpartition(".")
    if dot and _REVISION.fullmatch(number):
        return base, int(number)
    return stem, 1


def name_key(path: str) -> str:
    """Return what is the same for two paths that some file system takes for one.

    >>> name_key("Example.org/Straße.md") == name_key("example.ORG/STRASSE.md")
    True
    """
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKC", path).casefold())


def short_id(url: str, length: int = _ID_LENGTH) -> str:
    """Return a short name of an address."""
    return sha256(identity(url).encode("utf-8", "surrogatepass"))[:length]


def slug(text: str, length: int = _SLUG_LENGTH) -> str:
    """Make words of a headline into a piece of a file name; empty where it has no letters or digits.

    >>> slug("Kyiv Says Russia Used N. Korean Missiles in Deadly Attacks on Ukraine")
    'kyiv-says-russia-used-n-korean-missiles'
    """
    lowered = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).lower())
    kept = "".join(char if is_of_word(char) else "-" for char in _joined(lowered))
    dashed = _DASHES.sub("-", kept).strip("-")
    if len(dashed) <= length:
        return dashed
    cut = dashed[: length + 1].rpartition("-")[0]
    return (cut if len(cut) >= length // 2 else dashed[:length]).strip("-")


def _joined(text: str) -> str:
    """Drop apostrophes and invisible characters, which part no words."""
    return "".join(char for char in text if char not in "'’ʼ‘" and unicodedata.category(char) != "Cf")


def _date_part(number: int) -> Callable[[NameParts], str]:
    """Return what tells year, month or day of a date; year alone tells that there is none."""
    return lambda parts: ((parts.day.isoformat() if parts.day else "undated") + "--").split("-")[number]


def _slug_of(parts: NameParts) -> str:
    return slug(parts.metadata.headline or "") or slug(_last_words(parts.url or "")) or "article"


_MEANINGS: dict[str, Callable[[NameParts], str]] = {
    "host": lambda parts: _safe_part((site(parts.url or "") or "unknown").replace(":", "-")),
    "year": _date_part(0),
    "month": _date_part(1),
    "day": _date_part(2),
    "date": lambda parts: parts.day.isoformat() if parts.day else "undated",
    "slug": _slug_of,
    "id": lambda parts: short_id(parts.url or ""),
    "section": lambda parts: slug(parts.metadata.section or ""),
    "language": lambda parts: slug(parts.metadata.language or ""),
    "publisher": lambda parts: slug(parts.metadata.publisher or ""),
    "author": lambda parts: slug(next(iter(parts.metadata.authors), "")),
}
FIELDS = tuple(_MEANINGS)


def _last_words(url: str) -> str:
    pieces = parts_of(url).path.split("/")
    return next((unquote(piece).rpartition(".")[0] or piece for piece in reversed(pieces) if piece), "")


def _parsed(template: str) -> list[tuple[str, str]]:
    """Take a template apart; only plain names in braces have a meaning."""
    try:
        pieces = list(Formatter().parse(template))
    except ValueError as error:
        raise UsageError(f"output template {template!r}: {error}") from error
    for _, field, form, conversion in pieces:
        if field is not None and (field not in FIELDS or form or conversion):
            known = ", ".join(f"{{{name}}}" for name in FIELDS)
            raise UsageError(f"output template {template!r}: {{{field}}} is none of {known}")
    return [(literal, field or "") for literal, field, _, _ in pieces]


def _safe_part(part: str) -> str:
    """Make one part of a path safe: no dots or dashes at its ends, no device, not too long."""
    composed = unicodedata.normalize("NFC", part)
    safe = "".join(char if char in ".-" or is_of_word(char) else "-" for char in composed)
    safe = _DOTS.sub(".", _DASHES.sub("-", safe)).strip(".-")
    while len(safe.encode()) > _MOST_BYTES:
        safe = safe[:-1].rstrip(".-")
    safe = unicodedata.normalize("NFC", safe)
    return f"{safe}-" if _RESERVED.fullmatch(PurePosixPath(safe).name.partition(".")[0]) else safe
