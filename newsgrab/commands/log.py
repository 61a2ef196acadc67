"""``newsgrab log``: the revisions of an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from newsgrab.commands.choosing import home_of
from newsgrab.commands.options import options, read_config
from newsgrab.commands.report import print_json, say
from newsgrab.errors import ExitCode

if TYPE_CHECKING:
    from newsgrab.archive.reader import Revision


@click.command("log")
@click.argument("article", metavar="ARTICLE")
@options("json", "archive")
def command(article: str, as_json: bool, **settings: object) -> ExitCode:
    """List an article's revisions.

    What changed in each is told; a change that nothing announces is silent.
    """
    from newsgrab.archive import read_archive
    from newsgrab.archive.records import revision_record

    archive, name = home_of(article, read_config(settings).archive)
    with read_archive(archive) as reader:
        for revision in reader.history(reader.article(name)):
            if as_json:
                file = str(archive / revision.entry.file)
                print_json(revision_record(revision) | {"file": file})
            else:
                say(_line(revision))
    return ExitCode.OK


def _line(revision: Revision) -> str:
    entry = revision.entry
    return f"{entry.revision}  {entry.retrieved_at or 'time unknown'}  {revision.told()}  {entry.file}"
