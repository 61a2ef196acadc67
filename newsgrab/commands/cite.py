"""``newsgrab cite``: entries for a bibliography."""

from __future__ import annotations

import click

from newsgrab.commands.choosing import home_of_all
from newsgrab.commands.options import options, read_config
from newsgrab.errors import ExitCode

FORMATS = ("bibtex", "csl", "ris")


@click.command("cite")
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="bibtex", help="What to write; bibtex by default."
)
@options("archive")
def command(articles: tuple[str, ...], form: str, **settings: object) -> ExitCode:
    """Print entries for a bibliography.

    Addresses, paths, or parts of the files' names say which articles.
    """
    from newsgrab.archive import read_archive
    from newsgrab.archive.records import citation_of
    from newsgrab.writers.citations import FORMATS as WRITERS
    from newsgrab.writers.citations import with_keys

    archive, names = home_of_all(articles, read_config(settings).archive)
    with read_archive(archive) as reader:
        entries = [reader.article(name) for name in names]
        citations = with_keys(citation_of(entry, reader.filed(entry)) for entry in entries)
        click.echo(WRITERS[form](citations), nl=False)
    return ExitCode.OK
