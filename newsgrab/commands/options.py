"""The options that several commands share, and what is made of them."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from newsgrab.config import DEFAULTS, PROFILES, Config, Setting, configure, settings
from newsgrab.urls import printable

if TYPE_CHECKING:
    from newsgrab.archive import Filing
    from newsgrab.fetching import FetchSettings

Command = TypeVar("Command", bound=Callable[..., object])


class _Named(click.Path):
    """A path that is named: of nothing, as of a variable that is not set, click makes the current folder."""

    def convert(
        self, value: str | os.PathLike[str], param: click.Parameter | None, ctx: click.Context | None
    ) -> str | bytes | os.PathLike[str]:
        """Take a path; fail for an empty one."""
        if value == "":
            self.fail("a path is never empty", param, ctx)
        return super().convert(value, param, ctx)


PATH = _Named(path_type=Path, readable=False)  # who reads it says why it cannot be read


def usual(name: str) -> str:
    """Return a setting's default as a person writes it.

    >>> usual("delay")
    '1'
    """
    value = DEFAULTS[name]
    return f"{value:g}" if isinstance(value, float) else str(value)


class _Line(logging.Formatter):
    """Words a message as a line in which nothing is that a terminal would obey."""

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802  logging's own name
        return f"newsgrab: {printable(record.message)}"


def _log(_context: click.Context, _option: click.Parameter, verbosity: int) -> int:
    """Start logging as loud as was asked."""
    level = (logging.WARNING, logging.INFO, logging.DEBUG)[min(verbosity, 2)]
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Line())
    logging.basicConfig(level=level, handlers=[handler])
    return verbosity


_COMMON = (
    click.option("--config", "config_file", type=PATH, metavar="FILE", help="Settings (TOML)."),
    click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors."),
    click.option("-v", "--verbose", count=True, callback=_log, help="Say more; twice for everything."),
    click.option("--debug", is_flag=True, help="Print a traceback if newsgrab has a bug."),
)
_JSON = (click.option("--json", "as_json", is_flag=True, help="Print one JSON object per line."),)
_ARCHIVE = (
    click.option(
        "-A",
        "--archive",
        type=PATH,
        metavar="DIR",
        help=f"The archive ({usual('archive')}).",
    ),
)
_WAITING = (click.option("--wait", is_flag=True, help="Wait for another run in this archive to end."),)
_READING = (click.option("--rules", type=PATH, metavar="DIR", help="Rules of your own, read after ours."),)
_WRITING = (
    click.option(
        "--profile",
        type=click.Choice(PROFILES),
        help=f"Names of the front matter keys ({usual('profile')}).",
    ),
)
_NAMING = (
    click.option(
        "-o",
        "--output-template",
        metavar="T",
        help=f"Path of an article inside the archive ({usual('output_template')}).",
    ),
)
_PICTURES = (
    click.option("--images", is_flag=True, default=None, help="Also save the pictures, and link to them."),
)
_FETCHING = (
    click.option("--robots", is_flag=True, default=None, help="Obey robots.txt."),
    click.option("--cookies", type=PATH, metavar="FILE", help="cookies.txt (Netscape format)."),
    click.option(
        "--delay", type=float, metavar="S", help=f"Seconds between requests to one host ({usual('delay')})."
    ),
    click.option(
        "--retries", type=int, metavar="N", help=f"Tries again after a passing fault ({usual('retries')})."
    ),
    click.option(
        "--timeout",
        type=float,
        metavar="S",
        help=f"Seconds to wait for the server's next word ({usual('timeout')}).",
    ),
    click.option(
        "--deadline",
        type=float,
        metavar="S",
        help=f"Seconds that one page may take in all ({usual('deadline')}).",
    ),
    click.option(
        "--max-bytes",
        type=int,
        metavar="N",
        help=f"Size that one page may have in bytes ({usual('max_bytes')}).",
    ),
    click.option(
        "--allow-private", multiple=True, metavar="CIDR", help="Private addresses that may be asked."
    ),
    click.option("--ca-bundle", type=PATH, metavar="FILE", help="Certificates to trust."),
    click.option("--proxy", metavar="URL", help="Proxy for every request."),
    click.option("--user-agent", metavar="TEXT", help="How to introduce ourselves."),
    click.option("--contact", metavar="TEXT", help="Your address, for the operators of the servers asked."),
)
GROUPS = {
    "json": _JSON,
    "archive": _ARCHIVE,
    "waiting": _WAITING,
    "reading": _READING,
    "writing": _WRITING,
    "naming": _NAMING,
    "pictures": _PICTURES,
    "fetching": _FETCHING,
}


def options(*groups: str) -> Callable[[Command], Command]:
    """Give a command the options of ``groups``, and behind them those that all have."""
    return given(*chain.from_iterable(GROUPS[name] for name in groups), *_COMMON)


def given(*each: Callable[[Command], Command]) -> Callable[[Command], Command]:
    """Give a command these options, in the order in which its help lists them."""

    def decorate(command: Command) -> Command:
        for option in reversed(each):
            command = option(command)
        return command

    return decorate


def decided(asked: dict[str, object]) -> tuple[Setting, ...]:
    """Decide every setting from what the command line gives, environment and files."""
    file = asked.get("config_file")
    return settings(asked, os.environ, file=file if isinstance(file, Path) else None)


def read_config(asked: dict[str, object]) -> Config:
    """Return the settings as one frozen object."""
    return configure(decided(asked))


def filing(config: Config) -> Filing:
    """Hand the archive its part of the settings."""
    from newsgrab.archive import Filing

    return Filing(template=config.output_template, profile=config.profile)


def fetch_settings(config: Config) -> FetchSettings:
    """Hand the fetcher its part of the settings."""
    from newsgrab.fetching import FetchSettings

    return FetchSettings(
        timeout=config.timeout,
        deadline=config.deadline,
        max_bytes=config.max_bytes,
        retries=config.retries,
        delay=config.delay,
        allow_private=config.allow_private,
        user_agent=config.user_agent,
        contact=config.contact,
        cookies_file=config.cookies,
        ca_bundle=config.ca_bundle,
        proxy=config.proxy,
        obey_robots=config.robots,
    )
