"""The options that choose articles, and how an article is told in a line."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsgrab.commands.options import given
from newsgrab.commands.report import is_terminal
from newsgrab.errors import UsageError

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


def read_filter(asked: dict[str, object]) -> Filter:
    """Return what was chosen."""
    from newsgrab.archive import Filter

    def text(name: str) -> str | None:
        value = asked[name]
        return value if isinstance(value, str) else None

    since, until = asked["since"], asked["until"]
    return Filter(
        host=text("host"),
        since=since if isinstance(since, date) else None,
        until=until if isinstance(until, date) else None,
        author=text("author"),
        keyword=text("keyword"),
        language=text("language"),
        all_revisions=bool(asked["revisions"]),
    )


def home_of(name: str, archive: Path) -> tuple[Path, str]:
    """Return the archive in which an article is that a person named, and what it is called there.

    The path of a file says both, wherever the archive that is set may be, also by way of links.
    """
    for file in _files_of(name):
        for folder in file.parents:
            if is_archive(folder):
                is_set = is_archive(archive) and folder.samefile(archive)
                return archive if is_set else folder, file.relative_to(folder).as_posix()
    return archive, name


def is_archive(folder: Path) -> bool:
    """Tell whether there is an archive in a folder that may be looked into."""
    from newsgrab.archive.stock import HIDDEN

    return os.path.isdir(folder / HIDDEN)  # noqa: PTH112  a Path raises where it may not be seen


def _files_of(name: str) -> Iterator[Path]:
    """Give the article files that a name may be the path of."""
    from newsgrab.archive.naming import ENDING

    for path in (name, name + ENDING):
        if path.endswith(ENDING) and os.path.isfile(path):  # noqa: PTH113  a Path raises for a long name
            yield Path(path).absolute()
            yield Path(path).resolve()


def home_of_all(names: Sequence[str], archive: Path) -> tuple[Path, list[str]]:
    """Return the archive in which several articles are, and what they are called there.

    Raises UsageError for files of more than one archive.
    """
    homes = [home_of(name, archive) for name in names]
    folders = {folder for folder, _ in homes} or {archive}
    if len(folders) > 1:
        raise UsageError(f"the articles are in several archives: {', '.join(sorted(map(str, folders)))}")
    return folders.pop(), [name for _, name in homes]


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
    return is_terminal(sys.stdout) and not os.environ.get("NO_COLOR")
