"""``newsgrab forget``: remove an article from the archive."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from newsgrab.commands.choosing import home_of
from newsgrab.commands.options import options, read_config
from newsgrab.commands.report import say
from newsgrab.errors import ExitCode, NotInArchive, UsageError

if TYPE_CHECKING:
    from newsgrab.archive import Entry, Reader


@click.command("forget")
@click.argument("article", metavar="ARTICLE")
@click.option("--yes", is_flag=True, help="Do not ask.")
@options("archive", "waiting")
def command(article: str, yes: bool, wait: bool, quiet: bool, **settings: object) -> ExitCode:
    """Remove an article with its captures.

    All its revisions and its pictures go too.
    Where someone deleted the files already, verify misses them no more; damaged ones are removed.
    """
    from newsgrab.archive import open_archive, read_archive

    folder, name = home_of(article, read_config(settings).archive)
    with read_archive(folder) as reader:
        entry, files = _meant(reader, name)
    if not yes:
        if not sys.stdin.isatty():
            raise UsageError("nobody is there to ask; say --yes to remove " + ", ".join(files))
        click.confirm("Remove " + ", ".join(files) + " and what was captured for them?", abort=True, err=True)
    with open_archive(folder, wait=wait) as archive:
        if entry is None:
            archive.forget_lost(files)
        for file in archive.forget(entry) if entry else files:
            if not quiet:
                say(f"removed: {folder / file}", err=True)
    return ExitCode.OK


def _meant(reader: Reader, name: str) -> tuple[Entry | None, list[str]]:
    """Return the article that a person means and its files; files alone where they are gone or damaged."""
    try:
        entry = reader.article(name)
    except NotInArchive:
        lost = reader.lost(name)
        if not lost:
            raise
        _require_one_if_there(reader, lost)
        return None, lost
    return entry, [revision.entry.file for revision in reader.history(entry)]


def _require_one_if_there(reader: Reader, lost: list[str]) -> None:
    """Raise UsageError where several articles are meant and a damaged file of one would be removed."""
    from newsgrab.archive.disk import is_there
    from newsgrab.archive.naming import split_revision

    several = len({split_revision(file)[0] for file in lost}) > 1
    if several and any(is_there(reader.root / file) for file in lost):
        raise UsageError(f"several articles fit: {', '.join(lost)}")
