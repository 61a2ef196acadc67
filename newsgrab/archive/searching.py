"""Full-text search: what a person typed becomes a query, and each hit shows where it was found."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsgrab.archive.catalog import SELECT, Catalog, entry_from
from newsgrab.archive.entry import Entry
from newsgrab.archive.listing import Filter, condition
from newsgrab.archive.reading import Filed, story
from newsgrab.archive.script import as_indexed
from newsgrab.errors import UsageError
from newsgrab.text import without_controls, words_in

_FIELDS = ("headline", "standfirst", "byline", "captions", "body", "sources")
_WEIGHTS = "10.0, 5.0, 4.0, 2.0, 1.0, 4.0"  # of the fields, in their order
_QUICK = 500  # matches that are looked at first
_SNIPPET = 160  # characters
_TERM = re.compile(r'(?P<no>-?)(?:(?P<field>[a-z]+):)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An article that was found; the lower its rank, the better it fits."""

    entry: Entry
    rank: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """Some words around what was found; ``marks`` are the places of it in ``text``."""

    text: str
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Term:
    words: str  # as the index has them
    shown: str  # as a text has them
    field: str | None
    is_prefix: bool
    is_excluded: bool


def search(catalog: Catalog, query: str, chosen: Filter, limit: int) -> Iterator[Hit]:
    """Give the articles that have every word of ``query``, the best first.

    ``"some words"`` stand side by side, ``word*`` begins so, ``-word`` is not there, and ``headline:word``
    is in that field. Raises UsageError for a query that asks for nothing.
    """
    expression = match_expression(query)
    clause, values = condition(chosen)
    best = catalog.connection.execute(
        _statement(clause, is_quick=True), (expression, *values, limit)
    ).fetchall()
    if len(best) < limit:
        whole = catalog.connection.execute(_statement(clause, is_quick=False), (expression, *values, limit))
        best = whole.fetchall()
    for row in best:
        yield Hit(entry=entry_from(row[:-1]), rank=float(row[-1]))


def _statement(clause: str, *, is_quick: bool) -> str:
    """Return the SQL of a search; the quick one joins only the best matches to their articles.

    That is all there is to do unless most of them are not wanted.
    """
    most = _QUICK if is_quick else -1
    return f"""
        {SELECT.replace(" FROM", ", rank FROM")} JOIN (
            SELECT rowid AS number, bm25(words, {_WEIGHTS}) AS rank FROM words
            WHERE words MATCH ? ORDER BY rank LIMIT {most}
        ) ON article.id = number WHERE {clause} ORDER BY rank, id LIMIT ?
    """  # noqa: S608  only our own words are put in


def match_expression(query: str) -> str:
    """Return FTS5's way to say ``query``.

    >>> match_expression('harbour "three days" -storm* headline:東京')
    '("harbour" AND "three days" AND headline : "東 京") NOT ("storm" *)'
    """
    terms = _terms(query)
    wanted = [_expression(term) for term in terms if not term.is_excluded]
    excluded = [_expression(term) for term in terms if term.is_excluded]
    if not wanted:
        raise UsageError("the query has no word to look for")
    positive = f"({' AND '.join(wanted)})" if len(wanted) > 1 or excluded else wanted[0]
    return f"{positive} NOT ({' OR '.join(excluded)})" if excluded else positive


def snippet(filed: Filed, query: str) -> Snippet:
    """Return the words around what was found, from the piece of the body that has most of it."""
    words = [
        word for term in _terms(query) if not term.is_excluded for word in words_in(unaccented(term.shown))
    ]
    pieces = [piece.text for piece in story(filed)] or [str(filed.fields.get("headline") or "")]
    folds = [unaccented(text) for text in pieces]
    folded, best = max(
        zip(folds, pieces, strict=True), key=lambda pair: sum(word in pair[0] for word in words)
    )
    places = sorted((folded.find(word), len(word)) for word in words if word in folded)
    start = max(0, places[0][0] - _SNIPPET // 3) if places else 0
    start = best.rfind(" ", 0, start) + 1 if start else 0
    end = start + _SNIPPET
    end = len(best) if end >= len(best) else max(best.rfind(" ", start, end), start + _SNIPPET // 2)
    text = ("… " if start else "") + best[start:end].replace("\n", " ") + (" …" if end < len(best) else "")
    return Snippet(text=text, marks=_marks(unaccented(text), words))


def unaccented(text: str) -> str:
    """Return text without case, accents and forms of letters, character for character.

    >>> unaccented("Éire ÅßI CO₂")
    'eire asi co2'
    """
    return "".join(unicodedata.normalize("NFKD", char)[0].casefold()[:1] or char for char in text)


def _terms(query: str) -> list[_Term]:
    found = []
    for term in _TERM.finditer(without_controls(query)):
        field = term["field"] if term["field"] in _FIELDS else None
        raw = term["phrase"] if term["phrase"] is not None else term["word"]
        raw = f"{term['field']}:{raw}" if term["field"] and not field else raw
        words = " ".join(as_indexed(raw).split())
        if any(char.isalnum() for char in words):
            prefix = term["word"] is not None and raw.endswith("*")
            found.append(
                _Term(
                    words=words.rstrip("*"),
                    shown=raw,
                    field=field,
                    is_prefix=prefix,
                    is_excluded=bool(term["no"]),
                )
            )
    return found


def _expression(term: _Term) -> str:
    quoted = '"' + term.words.replace('"', '""') + '"' + (" *" if term.is_prefix else "")
    return f"{term.field} : {quoted}" if term.field else quoted


def _marks(folded: str, words: Sequence[str]) -> tuple[tuple[int, int], ...]:
    if not words:
        return ()
    pattern = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return tuple(found.span() for found in re.finditer(pattern, folded))
