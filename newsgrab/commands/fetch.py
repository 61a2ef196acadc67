"""``newsgrab fetch``: archive these pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsgrab.commands.options import fetch_settings, filing, options, read_config
from newsgrab.commands.reader import reader
from newsgrab.commands.report import (
    print_extraction,
    print_json,
    result_fields,
    say,
    say_outcome,
    tell_failed,
)
from newsgrab.config import Config
from newsgrab.errors import ExitCode, NewsgrabError
from newsgrab.model import Failed, Outcome, Saved
from newsgrab.outcomes import exit_code, failure
from newsgrab.streams import silence_unread
from newsgrab.urls import without_userinfo

if TYPE_CHECKING:
    from newsgrab.pipeline import Result


@click.command("fetch")
@click.argument("urls", nargs=-1, required=True, metavar="URL...")
@click.option("--stdout", "to_stdout", is_flag=True, help="Print the Markdown; archive nothing.")
@click.option("--refresh", is_flag=True, help="Ask again for pages that are in the archive.")
@options("json", "archive", "waiting", "reading", "writing", "naming", "pictures", "fetching")
def command(
    urls: tuple[str, ...],
    to_stdout: bool,
    refresh: bool,
    as_json: bool,
    wait: bool,
    quiet: bool,
    **settings: object,
) -> ExitCode:
    """Archive the articles at these addresses."""
    config = read_config(settings)
    if to_stdout:
        return exit_code(_print_pages(urls, config, as_json=as_json))
    from newsgrab.archive import open_archive
    from newsgrab.fetching import Fetcher
    from newsgrab.pipeline import Bench, attempt

    outcomes: list[Outcome] = []
    with (
        open_archive(config.archive, filing(config), wait=wait) as archive,
        Fetcher(fetch_settings(config)) as fetcher,
    ):
        bench = Bench(
            fetcher=fetcher, read=reader(config), archive=archive, refresh=refresh, images=config.images
        )
        for url in urls:
            result = attempt(url, bench)
            outcomes.append(result.outcome)
            try:
                _tell(result, config.archive, as_json=as_json, is_quiet=quiet)
            except BrokenPipeError:  # who read it has left, as head does
                silence_unread()
                break
    return exit_code(outcomes) if len(outcomes) == len(urls) else ExitCode.SOME_FAILED


def _print_pages(urls: Iterable[str], config: Config, *, as_json: bool) -> Iterator[Outcome]:
    """Print the article at each address, all in one session: it keeps its pauses between them."""
    from newsgrab.fetching import Fetcher

    read = reader(config)
    with Fetcher(fetch_settings(config)) as fetcher:
        for url in urls:
            try:
                extraction = read(fetcher.fetch(url))
            except NewsgrabError as error:
                failed = failure(url, error)
                tell_failed(failed, as_json=as_json)
                yield failed
            else:
                print_extraction(without_userinfo(url), extraction, config.profile, as_json=as_json)
                yield Saved(url=url, file="-")


def _tell(result: Result, archive: Path, *, as_json: bool, is_quiet: bool) -> None:
    outcome = result.outcome
    if as_json:
        print_json(result_fields(result, archive))
    for warning in () if is_quiet else result.warnings:
        say(warning, err=True)
    if isinstance(outcome, Failed) or not is_quiet:
        say_outcome(outcome, archive)
