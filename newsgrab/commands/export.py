"""``newsgrab export``: articles for other programs, and for reading elsewhere."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsgrab.commands.choosing import choosing, home_of_all, read_filter, record_of
from newsgrab.commands.options import options, read_config
from newsgrab.commands.report import print_json, tell_each
from newsgrab.errors import ExitCode, NotInArchive, UsageError

if TYPE_CHECKING:
    from newsgrab.archive import Entry, Reader
    from newsgrab.writers.book import Book

FORMATS = ("epub", "jsonl", "ninjs")


@click.command("export")
@click.argument("articles", nargs=-1, metavar="[ARTICLE]...")
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="jsonl", help="What to write; jsonl by default."
)
@choosing
@options("archive")
def command(articles: tuple[str, ...], form: str, **settings: object) -> ExitCode:
    """Write articles to standard output in another format.

    Those that are named, or else all that the options choose, the latest first. jsonl is one object a
    line, as `show --json` prints it; ninjs the same in the IPTC's words; epub a book with a chapter each.
    """
    from newsgrab.archive import read_archive

    archive, names = home_of_all(articles, read_config(settings).archive)
    with read_archive(archive) as reader:
        chosen = map(reader.article, names) if names else reader.entries(read_filter(settings))
        if form == "epub":
            return _write_book(reader, archive, chosen)
        return tell_each(chosen, partial(_print, reader, archive, form))


def _print(reader: Reader, archive: Path, form: str, entry: Entry) -> None:
    from newsgrab.writers.ninjs import ninjs

    record = record_of(entry, reader, archive)
    print_json(ninjs(record) if form == "ninjs" else record)


def _write_book(reader: Reader, archive: Path, entries: Iterator[Entry]) -> ExitCode:
    """Write a book by way of a file without a name: in a zip file one has to go back."""
    from newsgrab.writers.book import Book

    if sys.stdout.isatty():
        raise UsageError("a book is no text; write it to a file: newsgrab export --format epub > book.epub")
    with tempfile.TemporaryFile() as file:
        with Book(file) as book:
            code = tell_each(entries, partial(_add, reader, archive, book))
        if not len(book):
            raise NotInArchive("there is no article to make a book of")
        file.seek(0)
        shutil.copyfileobj(file, sys.stdout.buffer)
    return code


def _add(reader: Reader, archive: Path, book: Book, entry: Entry) -> None:
    from newsgrab.writers.book import Chapter

    book.add(Chapter(record=record_of(entry, reader, archive), picture=partial(reader.picture, entry)))
