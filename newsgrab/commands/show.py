"""``newsgrab show``: one article of the archive."""

from __future__ import annotations

import click

from newsgrab.commands.choosing import home_of, record_of
from newsgrab.commands.options import options, read_config
from newsgrab.commands.report import print_json
from newsgrab.errors import ExitCode, NewsgrabError
from newsgrab.outcomes import failure


@click.command("show")
@click.argument("article", metavar="ARTICLE")
@click.option("--revision", type=click.IntRange(min=1), metavar="N", help="This revision, not the last.")
@options("json", "archive")
def command(article: str, revision: int | None, as_json: bool, **settings: object) -> ExitCode:
    """Print an article.

    An address, a path, or a part of a file's name says which.
    """
    from newsgrab.archive import read_archive
    from newsgrab.writers.jsonlines import outcome_record

    archive, name = home_of(article, read_config(settings).archive)
    with read_archive(archive) as reader:
        try:
            entry = reader.revision(reader.article(name), revision)
        except NewsgrabError as error:
            if as_json:
                print_json(outcome_record(article, failure(article, error)))
            raise
        if as_json:
            print_json(record_of(entry, reader, archive))
        else:
            click.echo(reader.text(entry), nl=False)
    return ExitCode.OK
