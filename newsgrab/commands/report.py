"""What a person, a pipe and the shell are told about each page."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import click

from newsgrab.errors import ExitCode
from newsgrab.model import Failed, Outcome, Saved, Unchanged, Updated


def exit_code(outcomes: Iterable[Outcome]) -> ExitCode:
    """Weigh the outcomes of a run.

    >>> exit_code([Saved(url="a", file="a.md")]).name
    'OK'
    """
    failed: set[int] = set()
    fine = False
    for outcome in outcomes:
        if isinstance(outcome, Failed):
            failed.add(outcome.exit_code)
        else:
            fine = True
    if ExitCode.ARCHIVE in failed:
        return ExitCode.ARCHIVE
    if not failed:
        return ExitCode.OK
    if fine:
        return ExitCode.SOME_FAILED
    return ExitCode(failed.pop()) if len(failed) == 1 else ExitCode.NETWORK


def status_of(outcome: Outcome) -> str:
    """Name an outcome in one word."""
    match outcome:
        case Saved():
            return "saved"
        case Updated():
            return "updated"
        case Unchanged():
            return "unchanged" if outcome.asked else "skipped"
        case Failed():
            return "failed"


def say_failed(failed: Failed) -> None:
    """Print the one line that a failure gets, on standard error."""
    click.echo(f"{failed.url}: error[{failed.code}] {failed.message}", err=True)


def say_outcome(outcome: Outcome, archive: Path) -> None:
    """Print one line for a page that is in the archive, on standard error."""
    if isinstance(outcome, Failed):
        say_failed(outcome)
        return
    changes = f" ({', '.join(outcome.changes)})" if isinstance(outcome, Updated) else ""
    click.echo(f"{status_of(outcome)}: {archive / outcome.file}{changes}", err=True)


def error_fields(failed: Failed) -> dict[str, object]:
    """Return the ``error`` object of ``--json``."""
    known = {
        "class": failed.code,
        "message": failed.message,
        "exit_code": int(failed.exit_code),
        "http_status": failed.status,
        "attempts": failed.attempts,
        "next_retry_at": failed.retry_at.isoformat() if failed.retry_at else None,
    }
    return {name: value for name, value in known.items() if value is not None}


def print_json(fields: dict[str, object]) -> None:
    """Print one object on one line of standard output."""
    click.echo(json.dumps(fields, ensure_ascii=False))
