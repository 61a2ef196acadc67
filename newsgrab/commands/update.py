"""``newsgrab update``: one pass over everything followed; the cron job."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsgrab.batch.readers import warm_up
from newsgrab.commands.options import PATH, fetch_settings, options, read_config
from newsgrab.commands.progress import Progress
from newsgrab.commands.running import (
    Telling,
    crew_for,
    logged_to,
    require_writable,
    run,
    run_options,
    write_failed,
)
from newsgrab.config import Config
from newsgrab.errors import Empty, ExitCode, NewsgrabError
from newsgrab.urls import without_userinfo

if TYPE_CHECKING:
    from newsgrab.follow.update import Update


PING_SECONDS = 10.0


@click.command("update")
@click.option("--ping", metavar="URL", help="Ask URL/start before, and URL/EXIT-CODE after: healthchecks.")
@click.option("--summary-json", type=PATH, metavar="FILE", help="Write what came of it as JSON.")
@run_options
@options("json", "archive", "waiting", "reading", "writing", "naming", "pictures", "fetching")
def command(
    ping: str | None,
    summary_json: Path | None,
    failed: Path | None,
    log_file: Path | None,
    as_json: bool,
    wait: bool,
    quiet: bool,
    verbose: int,
    **settings: object,
) -> ExitCode:
    """Archive what is new in everything that is followed.

    One pass, which also asks again for what may have changed. Made for cron: silent when all is well,
    one line for each trouble, an exit code that says what kind.
    A second update leaves at once while one is going.
    """
    config = read_config(settings)
    require_writable(failed, summary_json)
    telling = Telling(
        archive=config.archive,
        progress=Progress(is_wanted=not quiet),
        as_json=as_json,
        is_quiet=not verbose,
        is_silent=quiet,
    )
    began, code = time.monotonic(), ExitCode.BUG
    _ping(ping, "start", config)
    try:
        with logged_to(log_file):
            update, code = _update(config, telling, wait=wait)
            if verbose or telling.tally.is_unfinished:
                click.echo(f"newsgrab: {telling.tally.sentence()}", err=True)
            write_failed(failed, update.articles_of(telling.failed))
            summary = _summary(update, telling, code)
            _write_summary(summary_json, summary | {"seconds": round(time.monotonic() - began, 3)})
    except NewsgrabError as error:
        code = error.exit_code
        raise
    finally:
        _ping(ping, str(int(code)), config)
    return code


def _update(config: Config, telling: Telling, *, wait: bool) -> tuple[Update, ExitCode]:
    warm_up()
    from newsgrab.batch.engine import Batch
    from newsgrab.follow.reading import opened_reader, opened_update
    from newsgrab.follow.store import require_following

    require_following(config.archive)
    with crew_for(config, wait=wait) as crew, opened_update(crew, datetime.now(UTC)) as update:
        telling.hear = update.note
        orders = crew.orders(
            threads=config.workers, is_refresh=False, is_retry=True, max_time=config.max_time
        )
        lines = update.lines(lambda: opened_reader(crew))
        signalled = run(Batch(lines, replace(orders, tags_of=update.tags_of)), telling)
    telling.tally.lists_read = sum(report.found is not None for report in update.reports)
    telling.tally.left += update.unread
    return update, signalled or telling.tally.exit_code


def _summary(update: Update, telling: Telling, code: ExitCode) -> dict[str, object]:
    tally = telling.tally
    return {
        "exit_code": int(code),
        "outcomes": dict(tally.outcomes),
        "errors": dict(tally.errors),
        "left": tally.left,
        "followed": [
            {
                "url": report.followed.url,
                "kind": report.found.kind if report.found else report.memory.kind,
                "read": report.found is not None,
                "listed": report.listed,
                "pending": len(report.waiting),
                "error": report.error.code if report.error else None,
            }
            for report in update.reports
        ],
    }


def _write_summary(path: Path | None, summary: dict[str, object]) -> None:
    if path is not None:
        from newsgrab.archive.store import write_where_asked

        write_where_asked(path, (json.dumps(summary, ensure_ascii=False, indent=1) + "\n").encode())


def _ping(url: str | None, word: str, config: Config) -> None:
    """Tell a watchdog; that it does not hear us is told, and changes nothing."""
    if url is None:
        return
    from newsgrab.fetching import Fetcher, Wanted

    settings = replace(fetch_settings(config), deadline=PING_SECONDS, obey_robots=False)
    path, mark, query = url.partition("?")
    try:
        with Fetcher(settings) as fetcher:
            fetcher.fetch(f"{path.rstrip('/')}/{word}{mark}{query}", wanted=Wanted.FEED)
    except Empty:
        pass  # 204: heard, and nothing to say
    except NewsgrabError as error:
        told = without_userinfo(url)
        click.echo(f"{told}: error[{error.code}] the ping was not heard: {error}", err=True)
