"""``newsgrab follow``: remember a feed, a news sitemap or a front page."""

from __future__ import annotations

from dataclasses import asdict, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsgrab.commands.options import fetch_settings, options, read_config
from newsgrab.commands.report import print_json, tell_failed
from newsgrab.config import Config
from newsgrab.errors import ExitCode, NewsgrabError
from newsgrab.model import Outcome, Saved
from newsgrab.outcomes import exit_code, failure
from newsgrab.text import counted
from newsgrab.urls import printable, without_userinfo

if TYPE_CHECKING:
    from newsgrab.follow.discovery import Discovery
    from newsgrab.follow.following import Followed


@click.command("follow")
@click.argument("urls", nargs=-1, required=True, metavar="URL...")
@click.option("--dry-run", is_flag=True, help="Print the article addresses that are found; remember nothing.")
@click.option("--language", "languages", multiple=True, metavar="TAG", help="Only articles in this language.")
@click.option("--section", "sections", multiple=True, metavar="NAME", help="Only articles of this section.")
@click.option("--match", metavar="REGEX", help="Only articles whose address fits.")
@click.option("--tag", "tags", multiple=True, metavar="TAG", help="A word of yours for the articles.")
@options("json", "archive", "fetching")
def command(
    urls: tuple[str, ...],
    dry_run: bool,
    languages: tuple[str, ...],
    sections: tuple[str, ...],
    match: str | None,
    tags: tuple[str, ...],
    as_json: bool,
    quiet: bool,
    **settings: object,
) -> ExitCode:
    """Remember feeds, news sitemaps or front pages.

    "update" then archives what they list. A home page will do: its feed is followed if one works, else
    its news sitemap, else its links to articles.
    Following an address again gives it new filters.
    """
    from newsgrab.follow.following import Followed, check_pattern

    config = read_config(settings)
    check_pattern(match, "--match")
    filters = Followed(url="", languages=languages, sections=sections, match=match, tags=tags)
    outcomes: list[Outcome] = []
    for url, found in _discoveries(urls, config):
        if isinstance(found, NewsgrabError):
            failed = failure(url, found)
            tell_failed(failed, as_json=as_json)
            outcomes.append(failed)
            continue
        outcomes.append(Saved(url=url, file=found.url))
        followed = replace(filters, url=found.url, found_at=url if url != found.url else None)
        if dry_run:
            _print_listings(found, followed, as_json=as_json)
        else:
            _remember(followed, config.archive)
            _tell(found, followed, as_json=as_json, is_quiet=quiet)
    return exit_code(outcomes)


def _discoveries(urls: tuple[str, ...], config: Config) -> list[tuple[str, Discovery | NewsgrabError]]:
    from newsgrab.fetching import Fetcher
    from newsgrab.follow.discovery import discover
    from newsgrab.follow.reading import reader_of
    from newsgrab.workers import Workers

    found: list[tuple[str, Discovery | NewsgrabError]] = []
    settings = replace(fetch_settings(config), obey_robots=True)
    with Fetcher(settings) as fetcher, Workers(count=1) as workers:
        for url in urls:
            try:
                found.append((url, discover(url, reader_of(fetcher, workers))))
            except NewsgrabError as error:
                found.append((url, error))
    return found


def _print_listings(found: Discovery, followed: Followed, *, as_json: bool) -> None:
    from newsgrab.follow.following import is_wanted
    from newsgrab.writers import jsonlines

    for listing in found.survey.listings:
        if not is_wanted(listing, followed):
            continue
        if as_json:
            print_json({key: jsonlines.as_json(value) for key, value in asdict(listing).items() if value})
        else:
            click.echo(printable(listing.url))


def _remember(followed: Followed, archive: Path) -> None:
    from newsgrab.follow.following import with_followed
    from newsgrab.follow.store import change_following

    change_following(archive, partial(with_followed, followed=followed))


def _tell(found: Discovery, followed: Followed, *, as_json: bool, is_quiet: bool) -> None:
    kind, count = found.survey.kind, len(found.survey.listings)
    url = without_userinfo(followed.url)
    if as_json:
        asked = without_userinfo(followed.found_at or followed.url)
        print_json({"input": asked, "url": url, "kind": kind, "articles": count})
    elif not is_quiet:
        click.echo(f"following: {url} ({kind}, {counted(count, 'article')})", err=True)
