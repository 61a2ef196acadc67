"""Which articles: the conditions that a list or a search can be given."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from newsgrab.archive.catalog import IS_LAST, Catalog
from newsgrab.archive.entry import Entry
from newsgrab.text import storable


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What the articles have in common; ``since`` and ``until`` are days of publication, both included."""

    host: str | None = None
    since: date | None = None
    until: date | None = None
    author: str | None = None
    keyword: str | None = None
    language: str | None = None
    all_revisions: bool = False


def listed(catalog: Catalog, chosen: Filter, limit: int = -1) -> Iterator[Entry]:
    """Give the articles, the latest first."""
    clause, values = condition(chosen)
    yield from catalog.entries(f"WHERE {clause} ORDER BY sort_date DESC, id DESC LIMIT ?", *values, limit)


def condition(chosen: Filter) -> tuple[str, list[object]]:
    """Return an SQL condition and its values."""
    parts: list[str] = []
    values: list[object] = []

    def add(part: str, *given: str) -> None:
        parts.append(part)
        values.extend(map(storable, given))

    if not chosen.all_revisions:
        add(IS_LAST)
    if chosen.host:
        host = chosen.host.lower().removeprefix("www.")
        add("(host = ? OR substr(host, -length(?)) = ?)", host, f".{host}", f".{host}")
    if chosen.since:
        add("sort_date >= ?", chosen.since.isoformat())
    if chosen.until:
        add("substr(sort_date, 1, 10) <= ?", chosen.until.isoformat())
    if chosen.author:
        add("instr(folded(article.authors || ' ' || coalesce(article.byline, '')), folded(?))", chosen.author)
    if chosen.keyword:
        add("instr(folded(keywords), folded(json_quote(?)))", chosen.keyword)
    if chosen.language:
        add("(language = ? COLLATE NOCASE OR language LIKE ? || '-%')", chosen.language, chosen.language)
    return " AND ".join(parts) or "1", values
