"""``newsgrab update``: one pass over everything followed; the cron job."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

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
def command(ping: str | None, **flags: object) -> ExitCode:
    """Archive what is new in everything that is followed.

    One pass, which also asks again for what may have changed. Made for cron: silent when all is well,
    one line for each trouble, an exit code that says what kind.
    A second update leaves at once while one is going.
    """
    config = read_config(flags)
    require_writable(cast("Path | None", flags["failed"]), cast("Path | None", flags["summary_json"]))
    code = ExitCode.BUG
    _ping(ping, "start", config)
    try:
        with logged_to(cast("Path | None", flags["log_file"])):
            code = _update(config, flags)
    except NewsgrabError as error:
        code = error.exit_code
        raise
    finally:
        _ping(ping, str(int(code)), config)
    return code


def _update(config: Config, flags: dict[str, object]) -> ExitCode:
    warm_up()
    from newsgrab.batch.engine import Batch
    from newsgrab.follow.reading import opened_reader, opened_update
    from newsgrab.follow.store import require_following

    began = time.monotonic()
    require_following(config.archive)
    with crew_for(config, wait=bool(flags["wait"])) as crew, opened_update(crew, datetime.now(UTC)) as update:
        telling = Telling(
            archive=config.archive,
            progress=Progress(is_wanted=not flags["quiet"]),
            as_json=bool(flags["as_json"]),
            is_quiet=not flags["verbose"],
            is_silent=bool(flags["quiet"]),
            hear=update.note,
        )
        orders = crew.orders(
            threads=config.workers, is_refresh=False, is_retry=True, max_time=config.max_time
        )
        lines = update.lines(lambda: opened_reader(crew))
        signalled = run(Batch(lines, replace(orders, tags_of=update.tags_of)), telling)
    telling.tally.lists_read = sum(report.found is not None for report in update.reports)
    telling.tally.left += update.unread
    code = signalled or telling.tally.exit_code
    if flags["verbose"] or telling.tally.left:
        click.echo(f"newsgrab: {telling.tally.sentence()}", err=True)
    write_failed(cast("Path | None", flags["failed"]), update.articles_of(telling.failed))
    _write_summary(
        flags["summary_json"],
        _summary(update, telling, code) | {"seconds": round(time.monotonic() - began, 3)},
    )
    return code


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


def _write_summary(path: object, summary: dict[str, object]) -> None:
    if isinstance(path, Path):
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
