"""``newsgrab list``: what the archive holds."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsgrab.commands.choosing import choosing, line_of, read_filter, record_of
from newsgrab.commands.options import options, read_config
from newsgrab.commands.report import print_json, say, tell_each
from newsgrab.errors import ExitCode

if TYPE_CHECKING:
    from newsgrab.archive import Entry, Failure, Reader


@click.command("list")
@choosing
@click.option("--failed", "is_failed", is_flag=True, help="The addresses that could not be archived.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most so many.")
@options("json", "archive")
def command(is_failed: bool, limit: int | None, as_json: bool, **settings: object) -> ExitCode:
    """List the articles in the archive, the latest first."""
    from newsgrab.archive import read_archive

    config = read_config(settings)
    with read_archive(config.archive) as reader:
        if is_failed:
            _list_failed(islice(reader.failures(), limit), as_json=as_json)
            return ExitCode.OK
        entries = reader.entries(read_filter(settings), limit or -1)
        return tell_each(entries, partial(_tell, reader, config.archive, as_json=as_json))


def _tell(reader: Reader, archive: Path, entry: Entry, *, as_json: bool) -> None:
    if as_json:
        print_json(record_of(entry, reader, archive))
    else:
        say(line_of(entry))


def _list_failed(failures: Iterable[Failure], *, as_json: bool) -> None:
    """Print each address with its reason and when it will be asked again."""
    from newsgrab.archive.records import failure_record

    for failure in failures:
        if as_json:
            print_json(failure_record(failure))
        else:
            again = failure.retry_at.isoformat(timespec="minutes")
            say(f"{failure.url}  # {failure.code}: {failure.message} (again from {again})")
