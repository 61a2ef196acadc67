"""An article file as the catalog knows it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from newsgrab.archive.naming import split_revision
from newsgrab.archive.reading import Filed, Piece, caption_line, images
from newsgrab.archive.revisions import Fingerprint
from newsgrab.urls import is_front_page, is_same_site, site
from newsgrab.writers.yamltext import moment_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One revision of one article; what the front matter does not say is None or ()."""

    file: str  # relative to the archive
    stem: str  # what its revisions share
    revision: int
    sha256: str  # of the file as it was saved
    url: str | None  # canonical, else as requested
    host: str | None
    headline: str | None
    byline: str | None
    authors: tuple[str, ...]
    publisher: str | None
    section: str | None
    keywords: tuple[str, ...]
    language: str | None
    date_published: str | None
    date_modified: str | None
    retrieved_at: str | None
    paywalled: bool
    capture: str | None  # relative to the archive
    capture_sha256: str | None
    fingerprint: Fingerprint


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What full-text search looks at."""

    headline: str
    standfirst: str
    byline: str
    captions: str
    body: str
    sources: str


def entry_of(file: str, filed: Filed, sha256: str, fingerprint: Fingerprint) -> Entry:
    """Return the entry of an article file with this hash and fingerprint."""
    fields = filed.fields
    capture = _mapping(fields.get("capture"))
    url = _text(fields.get("canonical_url")) or _text(capture.get("requested_url"))
    stem, revision = split_revision(file)
    return Entry(
        file=file,
        stem=stem,
        revision=revision,
        sha256=sha256,
        url=url,
        host=site(url) if url else None,
        headline=_text(fields.get("headline")),
        byline=_text(fields.get("byline")),
        authors=_texts(fields.get("authors")),
        publisher=_text(fields.get("publisher")),
        section=_text(fields.get("section")),
        keywords=_texts(fields.get("keywords")) + _texts(capture.get("tags")),
        language=_text(fields.get("language")),
        date_published=_moment(fields.get("date_published")),
        date_modified=_moment(fields.get("date_modified")),
        retrieved_at=_moment(capture.get("retrieved_at")),
        paywalled=bool(fields.get("paywalled")),
        capture=_text(capture.get("file")),
        capture_sha256=_text(capture.get("sha256")),
        fingerprint=fingerprint,
    )


def renamed(entry: Entry, file: str) -> Entry:
    """Return the entry as it is under another name."""
    stem, revision = split_revision(file)
    return replace(entry, file=file, stem=stem, revision=revision)


def words_of(filed: Filed, body: Sequence[Piece]) -> Words:
    """Return what full-text search is to find."""
    fields = filed.fields
    sources = fields.get("sources")
    named = [_mapping(source) for source in sources] if isinstance(sources, list) else []
    return Words(
        headline="\n".join(_present(fields.get("headline"), fields.get("alternative_headline"))),
        standfirst="\n".join(_present(fields.get("standfirst"), fields.get("description"))),
        byline="\n".join(
            _present(fields.get("byline"), *_texts(fields.get("authors")), *_texts(fields.get("agency")))
        ),
        captions="\n".join(map(caption_line, images(filed))),
        body="\n".join(piece.text for piece in body),
        sources="\n".join(
            name for source in named for name in _present(source.get("name"), *_texts(source.get("aliases")))
        ),
    )


def addresses_of(filed: Filed) -> tuple[str, ...]:
    """Return the addresses that an article file knows itself by."""
    requested = _text(_mapping(filed.fields.get("capture")).get("requested_url"))
    claimed = _text(filed.fields.get("canonical_url"))
    return trusted_addresses([requested] if requested else [], claimed)


def trusted_addresses(reached: Iterable[str], claimed: str | None) -> tuple[str, ...]:
    """Return the addresses an article was reached at, and the one it claims if that is its own site's.

    A page can claim any address; one on another site, or a front page, proves nothing.
    """
    known = tuple(dict.fromkeys(reached))
    if (
        claimed
        and not is_front_page(claimed)
        and (not known or any(is_same_site(claimed, url) for url in known))
    ):
        known = tuple(dict.fromkeys((*known, claimed)))
    return known


def sortable(moment: str | None) -> str | None:
    """Return a moment so that texts sort as times do: in UTC, a bare day at its beginning.

    >>> sortable("2024-05-03T00:30:00+02:00"), sortable("2024-05-03")
    ('2024-05-02T22:30:00', '2024-05-03T00:00:00')
    """
    if moment is None:
        return None
    try:
        parsed = datetime.fromisoformat(moment)
    except ValueError:
        return None
    if parsed.tzinfo is not None and 1 < parsed.year < 9999:
        parsed = parsed.astimezone(UTC)
    return parsed.replace(tzinfo=None, microsecond=0).isoformat()


def _mapping(value: object) -> dict[str, object]:
    return value if isinstance(value, dict) else {}


def _text(value: object) -> str | None:
    return str(value) if value not in (None, "") else None


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return tuple(map(str, value)) if isinstance(value, list) else ()


def _present(*values: object) -> list[str]:
    return [str(value) for value in values if value]


def _moment(value: object) -> str | None:
    return moment_text(value) if isinstance(value, date) else _text(value)
