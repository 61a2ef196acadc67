"""The options that choose articles, and how an article is told in a line."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsgrab.commands.options import given

if TYPE_CHECKING:
    from newsgrab.archive import Entry, Filter, Reader


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise click.BadParameter(f"{text!r} is no day; write it as 2024-05-03") from error


# The options that choose articles.
choosing = given(
    click.option("--host", metavar="HOST", help="Only this site, and those below it."),
    click.option("--since", type=_day, metavar="DAY", help="Only from this day on (2024-05-03)."),
    click.option("--until", type=_day, metavar="DAY", help="Only up to this day."),
    click.option("--author", metavar="NAME", help="Only by this person; a part of the name will do."),
    click.option("--keyword", metavar="WORD", help="Only with this keyword."),
    click.option("--language", metavar="TAG", help="Only in this language (en, pt-BR)."),
    click.option("--revisions", is_flag=True, help="Earlier revisions too."),
)


def read_filter(flags: dict[str, object]) -> Filter:
    """Return what was chosen."""
    from newsgrab.archive import Filter

    def text(name: str) -> str | None:
        value = flags[name]
        return value if isinstance(value, str) else None

    since, until = flags["since"], flags["until"]
    return Filter(
        host=text("host"),
        since=since if isinstance(since, date) else None,
        until=until if isinstance(until, date) else None,
        author=text("author"),
        keyword=text("keyword"),
        language=text("language"),
        all_revisions=bool(flags["revisions"]),
    )


def line_of(entry: Entry) -> str:
    """Tell an article in one line: day, headline, file."""
    day = (entry.date_published or entry.retrieved_at or "undated   ")[:10]
    return f"{day}  {entry.headline or '(no headline)'}  {entry.file}"


def record_of(entry: Entry, reader: Reader, archive: Path) -> dict[str, object]:
    """Return an article as ``--json`` prints it, with the path by which the caller finds its file.

    Raises ArchiveError.
    """
    from newsgrab.archive.records import article_record

    return article_record(entry, reader.filed(entry)) | {"file": str(archive / entry.file)}


def is_coloured() -> bool:
    """Tell whether a person is looking who has nothing against colours (no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")
