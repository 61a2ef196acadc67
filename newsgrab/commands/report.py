"""What a person, a pipe and the shell are told about each page."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TextIO, TypeVar

import click

from newsgrab.errors import ArchiveError, ExitCode, NewsgrabError
from newsgrab.model import Extraction, Failed, Outcome, Saved, Unchanged, Updated
from newsgrab.urls import printable

if TYPE_CHECKING:
    from newsgrab.pipeline import Result


Thing = TypeVar("Thing")


def is_terminal(stream: TextIO) -> bool:
    """Tell whether a person is looking, at a terminal that can do more than print."""
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def say(line: str, *, err: bool = False) -> None:
    """Print a line, with nothing in it that a terminal would obey: files may be named by anybody."""
    click.echo(printable(line), err=err)


def say_failed(failed: Failed) -> None:
    """Print the one line that a failure gets, on standard error; a name of blanks is quoted to be seen."""
    name = failed.url if failed.url.strip() else repr(failed.url)
    say(f"{name}: error[{failed.code}] {failed.message}", err=True)


def tell_failed(failed: Failed, *, as_json: bool) -> ExitCode:
    """Tell a person, and a program that asked for it, of the one failure that a command ends with."""
    from newsgrab.writers.jsonlines import outcome_record

    say_failed(failed)
    if as_json:
        print_json(outcome_record(failed.url, failed))
    return ExitCode(failed.exit_code)


def say_error(error: NewsgrabError) -> None:
    """Print the one line of an error that does not end the command, on standard error."""
    say(f"newsgrab: error[{error.code}] {error}", err=True)


def tell_each(things: Iterable[Thing], tell: Callable[[Thing], None]) -> ExitCode:
    """Tell of each article; one whose file can no more be read gets its line, and the others are told too."""
    code = ExitCode.OK
    for thing in things:
        try:
            tell(thing)
        except ArchiveError as error:
            say_error(error)
            code = ExitCode.ARCHIVE
    return code


def say_counts(word: str, counts: Mapping[str, int]) -> None:
    """Print what a pass over the whole archive comes to, on standard error."""
    told = ", ".join(f"{count:,} {state}" for state, count in sorted(counts.items()))
    click.echo(f"{word}: {told or 'nothing is there'}", err=True)


def say_outcome(outcome: Outcome, archive: Path) -> None:
    """Print one line for a page, on standard error."""
    match outcome:
        case Failed():
            say_failed(outcome)
        case Saved(file=file):
            say(f"saved: {archive / file}", err=True)
        case Updated(file=file, changes=changes):
            say(f"updated: {archive / file} ({', '.join(changes)})", err=True)
        case Unchanged(file=file, asked=asked):
            say(f"{'unchanged' if asked else 'skipped'}: {archive / file}", err=True)


def print_json(fields: Mapping[str, object]) -> None:
    """Print one object on one line of standard output."""
    click.echo(json.dumps(fields, ensure_ascii=False))


def print_extraction(target: str, extraction: Extraction, profile: str, *, as_json: bool) -> None:
    """Print an article that is not archived: as its file would be, or as one object."""
    from newsgrab.writers import article_file
    from newsgrab.writers.jsonlines import record

    if as_json:
        print_json({"input": target, "status": "extracted", **record(extraction)})
    else:
        click.echo(article_file(extraction, profile=profile), nl=False)


def result_fields(result: Result, archive: Path) -> dict[str, object]:
    """Return what became of one address, and the article where it was read."""
    from newsgrab.writers.jsonlines import outcome_record, record

    outcome = result.outcome
    fields = dict(outcome_record(outcome.url, outcome))
    if not isinstance(outcome, Failed):
        fields["file"] = str(archive / outcome.file)
    if result.extraction:
        capture = outcome.capture if isinstance(outcome, Saved | Updated) else None
        fields |= record(result.extraction, capture)
    return fields
