"""``newsgrab rebuild``: today's rules over the stored captures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from newsgrab.commands.diff import lines
from newsgrab.commands.options import options, read_config
from newsgrab.commands.reader import reader
from newsgrab.commands.report import print_json, say_counts
from newsgrab.config import Config
from newsgrab.errors import ExitCode

if TYPE_CHECKING:
    from newsgrab.archive.rebuilding import Rebuilt


@click.command("rebuild")
@click.option("--dry-run", is_flag=True, help="Show what would change; write nothing.")
@options("json", "archive", "waiting", "reading", "writing")
def command(dry_run: bool, **flags: object) -> ExitCode:
    """Read the stored captures again by today's rules.

    The network is not used, and files that someone edited are never touched.
    """
    from newsgrab.archive.rebuilding import Fate

    counts: Counter[str] = Counter()
    for rebuilt in _rebuilt(read_config(flags), is_dry=dry_run, wait=bool(flags["wait"])):
        counts[rebuilt.fate] += 1
        _tell(rebuilt, flags, is_dry=dry_run)
    if not flags["quiet"]:
        say_counts("rebuild", counts)
    return ExitCode.SOME_FAILED if counts[Fate.REFUSED] else ExitCode.OK


def _rebuilt(config: Config, *, is_dry: bool, wait: bool) -> Iterator[Rebuilt]:
    from newsgrab.archive import Filing, open_archive, read_archive, rebuild
    from newsgrab.archive.opening import require
    from newsgrab.archive.rebuilding import preview

    read = reader(config)
    require(config.archive)
    if is_dry:
        with read_archive(config.archive) as shelf:
            yield from preview(shelf, read, config.profile)
    else:
        with open_archive(config.archive, Filing(profile=config.profile), wait=wait) as archive:
            yield from rebuild(archive, read)


def _tell(rebuilt: Rebuilt, flags: dict[str, object], *, is_dry: bool) -> None:
    """Print what became of one file: refusals always, changes unless quiet, the rest only to programs."""
    from newsgrab.archive.rebuilding import Fate
    from newsgrab.archive.records import difference_record

    if flags["as_json"]:
        differences = [difference_record(one) for one in rebuilt.differences]
        fate = {"file": rebuilt.file, "fate": str(rebuilt.fate), "reason": rebuilt.reason}
        print_json(fate | {"differences": differences})
    if rebuilt.fate is Fate.REFUSED:
        click.echo(f"{rebuilt.file}: {rebuilt.reason}", err=True)
    elif rebuilt.fate is Fate.CHANGED and not flags["as_json"] and not flags["quiet"]:
        click.echo("\n".join([f"changed: {rebuilt.file}", *(lines(rebuilt.differences) if is_dry else ())]))
