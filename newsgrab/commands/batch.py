"""``newsgrab batch``: archive every address of these lists."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import click

from newsgrab.batch.readers import warm_up
from newsgrab.commands.options import options, read_config
from newsgrab.commands.running import (
    Telling,
    crew_for,
    logged_to,
    require_writable,
    run,
    run_options,
    write_failed,
)
from newsgrab.errors import BadInput, ExitCode, unreadable
from newsgrab.inputs.urllist import BadLine, Line, read_lists
from newsgrab.urls import without_userinfo


@click.command("batch")
@click.argument("lists", nargs=-1, metavar="[LIST|-]...")
@click.option("--refresh", is_flag=True, help="Ask again for pages that are in the archive.")
@click.option("--retry-failed", is_flag=True, help="Ask again for what failed, before its time.")
@click.option("--fail-fast", is_flag=True, help="Stop at the first failure.")
@run_options
@options("json", "archive", "waiting", "reading", "writing", "naming", "pictures", "fetching")
def command(
    lists: tuple[str, ...],
    refresh: bool,
    retry_failed: bool,
    fail_fast: bool,
    failed: Path | None,
    log_file: Path | None,
    as_json: bool,
    wait: bool,
    quiet: bool,
    **settings: object,
) -> ExitCode:
    """Archive every address in these lists.

    A list has one address a line; without a list, or for -, standard input is read. Many hosts are asked
    at once, each politely and for one page at a time. Stop it and run it again as you
    like: what is in the archive is not asked for again.
    """
    config = read_config(settings)
    names = lists or ("-",)
    _require_readable(names)
    require_writable(failed)
    warm_up()
    from newsgrab.batch.crew import list_key
    from newsgrab.batch.engine import Batch

    telling = Telling.of_all(config.archive, as_json=as_json, is_quiet=quiet)
    with logged_to(log_file):
        lines = _read_to_the_first(read_lists(names, list_key), telling)
        if lines is None:
            raise BadInput(f"there is not one address in {', '.join(names)}")
        with crew_for(config, wait=wait) as crew:
            orders = crew.orders(
                threads=config.workers,
                is_refresh=refresh,
                is_retry=retry_failed,
                max_time=config.max_time,
            )
            try:
                signalled = run(Batch(lines, orders), telling, is_fail_fast=fail_fast)
            finally:
                write_failed(failed, telling.failed)
    if not quiet:
        click.echo(f"newsgrab: {telling.tally.sentence()}", err=True)
    return signalled or telling.tally.exit_code


def _require_readable(names: tuple[str, ...]) -> None:
    """Say at once that a list cannot be read, not after hours over those before it."""
    for name in names:
        try:
            if name != "-":
                Path(name).open("rb").close()
        except (OSError, ValueError) as error:
            raise BadInput(f"{without_userinfo(name)}: {unreadable(name, error)}") from error


def _read_to_the_first(lines: Iterator[Line | BadLine], telling: Telling) -> Iterator[Line | BadLine] | None:
    """Return all lines once there is an address among them; else tell what they are, and return None.

    So lists without an address leave no archive behind.
    """
    passed: list[BadLine] = []
    for line in lines:
        if isinstance(line, Line):
            return chain(passed, (line,), lines)
        passed.append(line)
    for bad in passed:
        telling.tell_bad_line(bad)
    return None
