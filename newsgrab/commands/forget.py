"""``newsgrab forget``: remove an article from the archive."""

from __future__ import annotations

import sys

import click

from newsgrab.commands.options import options, read_config
from newsgrab.errors import ExitCode, UsageError


@click.command("forget")
@click.argument("article", metavar="ARTICLE")
@click.option("--yes", is_flag=True, help="Do not ask.")
@options("archive", "waiting")
def command(article: str, yes: bool, **flags: object) -> ExitCode:
    """Remove an article with its captures.

    All its revisions and its pictures go too.
    """
    from newsgrab.archive import open_archive, read_archive

    config = read_config(flags)
    with read_archive(config.archive) as reader:
        entry = reader.article(article)
        files = [revision.entry.file for revision in reader.history(entry)]
    if not yes:
        if not sys.stdin.isatty():
            raise UsageError("nobody is there to ask; say --yes to remove " + ", ".join(files))
        click.confirm("Remove " + ", ".join(files) + " and what was captured for them?", abort=True, err=True)
    with open_archive(config.archive, wait=bool(flags["wait"])) as archive:
        for file in archive.forget(entry):
            if not flags["quiet"]:
                click.echo(f"removed: {config.archive / file}", err=True)
    return ExitCode.OK
