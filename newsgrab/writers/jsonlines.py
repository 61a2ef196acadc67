"""One JSON object per article: every field of the front matter, and what a program wants of the body."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from newsgrab.model import Article, Capture, Extraction, Failed, Kind, Outcome, Saved, Unchanged, Updated
from newsgrab.outcomes import status_of
from newsgrab.writers import markdown
from newsgrab.writers.frontmatter import Fields, fields
from newsgrab.writers.yamltext import moment_text

_WORDLESS = frozenset({Kind.FIGURE, Kind.BREAK})


def record(extraction: Extraction, capture: Capture | None = None) -> dict[str, object]:
    """Return an article as values that JSON knows."""
    found = {key: as_json(value) for key, value in fields(extraction, capture).items()}
    found["paragraphs"] = list(paragraphs(extraction.article))
    found["markdown"] = markdown.write(extraction.article)
    found["removed"] = [
        {"text": removal.text, "kind": removal.kind, "rule": removal.rule} for removal in extraction.removals
    ]
    if extraction.warnings:
        found["warnings"] = list(extraction.warnings)
    return found


def outcome_record(asked: str, outcome: Outcome) -> Fields:
    """Return what became of one target: ``input``, ``status``, ``file``, and the error if there is one."""
    shown: Fields = {"input": asked, "status": status_of(outcome)}
    match outcome:
        case Updated(file=file, changes=changes):
            return shown | {"file": file, "changes": list(changes)}
        case Saved(file=file) | Unchanged(file=file):
            return shown | {"file": file}
        case Failed():
            return shown | {"error": _error(outcome)}


def paragraphs(article: Article) -> Sequence[str]:
    """Return the body's texts in order: subheads, list items and quotations too, captions not."""
    return [block.text for block in article.body if block.kind not in _WORDLESS and block.text.strip()]


def as_json(value: object) -> object:
    """Return ``value`` with its dates as ISO 8601 text."""
    if isinstance(value, date):
        return moment_text(value)
    if isinstance(value, dict):
        return {key: as_json(inner) for key, inner in value.items()}
    return [as_json(inner) for inner in value] if isinstance(value, list | tuple) else value


def _error(failed: Failed) -> Fields:
    shown: Fields = {"class": failed.code, "message": failed.message, "exit_code": failed.exit_code}
    if failed.status is not None:
        shown["http_status"] = failed.status
    shown["attempts"] = failed.attempts
    if failed.retry_at is not None:
        shown["next_retry_at"] = moment_text(failed.retry_at)
    return shown
