"""``newsgrab rebuild``: today's rules over the stored captures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsgrab.commands.diff import lines
from newsgrab.commands.options import decided, options
from newsgrab.commands.reader import reader
from newsgrab.commands.report import print_json, say, say_counts
from newsgrab.config import Config, configure
from newsgrab.errors import ExitCode

if TYPE_CHECKING:
    from newsgrab.archive.rebuilding import Rebuilt


@click.command("rebuild")
@click.option("--dry-run", is_flag=True, help="Show what would change; write nothing.")
@options("json", "archive", "waiting", "reading", "writing")
def command(dry_run: bool, as_json: bool, wait: bool, quiet: bool, **settings: object) -> ExitCode:
    """Read the stored captures again by today's rules.

    The network is not used, and files that someone edited are never touched. Each file keeps the names of
    its keys unless --profile says others.
    """
    from newsgrab.archive.rebuilding import Fate

    chosen = decided(settings)
    config, counts = configure(chosen), Counter[str]()
    is_said = any(each.name == "profile" and not each.is_default for each in chosen)
    profile = config.profile if is_said else None
    for rebuilt in _previewed(config, profile) if dry_run else _rebuilt(config, profile, wait=wait):
        counts[rebuilt.fate] += 1
        if as_json:
            print_json(_record(rebuilt, config.archive))
        _tell(rebuilt, is_quiet=quiet or as_json, is_dry=dry_run)
    if not quiet:
        say_counts("rebuild", counts)
    return ExitCode.SOME_FAILED if counts[Fate.REFUSED] else ExitCode.OK


def _rebuilt(config: Config, profile: str | None, *, wait: bool) -> Iterator[Rebuilt]:
    from newsgrab.archive import open_archive, rebuild
    from newsgrab.archive.opening import require

    read = reader(config)
    require(config.archive)
    with open_archive(config.archive, wait=wait) as archive:
        yield from rebuild(archive, read, profile)


def _previewed(config: Config, profile: str | None) -> Iterator[Rebuilt]:
    from newsgrab.archive import read_archive
    from newsgrab.archive.rebuilding import preview

    read = reader(config)
    with read_archive(config.archive) as shelf:
        yield from preview(shelf, read, profile)


def _record(rebuilt: Rebuilt, archive: Path) -> dict[str, object]:
    """Tell a program what became of one file."""
    from newsgrab.archive.records import difference_record

    differences = [difference_record(one) for one in rebuilt.differences]
    fate = {"file": str(archive / rebuilt.file), "fate": str(rebuilt.fate), "reason": rebuilt.reason}
    return fate | {"differences": differences}


def _tell(rebuilt: Rebuilt, *, is_quiet: bool, is_dry: bool) -> None:
    """Tell a person what became of one file: refusals always, changes unless that is too much."""
    from newsgrab.archive.rebuilding import Fate

    if rebuilt.fate is Fate.REFUSED:
        say(f"{rebuilt.file}: {rebuilt.reason}", err=True)
    elif rebuilt.fate is Fate.CHANGED and not is_quiet:
        say(f"changed: {rebuilt.file}")
        for line in lines(rebuilt.differences) if is_dry else ():
            click.echo(line)
