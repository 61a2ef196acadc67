"""``newsgrab ingest``: articles out of WARC files, without the network."""

from __future__ import annotations

import click

from newsgrab.commands.options import filing, options, read_config
from newsgrab.commands.running import Telling, run
from newsgrab.errors import ExitCode
from newsgrab.text import counted


@click.command("ingest")
@click.argument("files", nargs=-1, required=True, metavar="WARC|-...")
@options("json", "archive", "waiting", "reading", "writing", "naming")
def command(files: tuple[str, ...], as_json: bool, wait: bool, quiet: bool, **settings: object) -> ExitCode:
    """Archive the articles that WARC files hold.

    Files of any crawler will do, compressed or not; the network is not used. Pictures, redirects, front
    pages and what else is no article are passed over; -v names them. A page that is in the archive as
    new as this is left alone, so stop it and run it again as you like.
    """
    from newsgrab.archive import open_archive
    from newsgrab.batch.ingest import Ingest
    from newsgrab.inputs.warc import read_warcs

    config = read_config(settings)
    telling = Telling.of_all(config.archive, as_json=as_json, is_quiet=quiet)
    with open_archive(config.archive, filing(config), wait=wait) as archive:
        ingest = Ingest(read_warcs(files, most=config.max_bytes), archive, config.rules)
        signalled = run(ingest, telling)
    if not quiet:
        others = (
            f"; {counted(ingest.passed_over, 'capture')} of what is no article" if ingest.passed_over else ""
        )
        click.echo(f"newsgrab: {telling.tally.sentence()}{others}", err=True)
    return signalled or telling.tally.exit_code
