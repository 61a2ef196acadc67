"""``newsgrab serve``: the archive in a browser."""

from __future__ import annotations

import click

from newsgrab.commands.options import options, read_config
from newsgrab.errors import ExitCode

PORT = 8642


@click.command("serve")
@click.option(
    "--port",
    type=click.IntRange(0, 65_535),
    default=PORT,
    metavar="N",
    help=f"Port to listen at; 0 for any that is free ({PORT}).",
)
@options("archive")
def command(port: int, quiet: bool, **settings: object) -> ExitCode:
    """Show the archive in a browser, until Ctrl-C.

    It is there to read and to search, for this machine alone: nothing is written, nothing runs in the
    pages, and no picture or anything else is loaded from elsewhere.
    """
    from newsgrab.archive.opening import require
    from newsgrab.serving.server import ADDRESS, make_server

    config = read_config(settings)
    require(config.archive)
    with make_server(config.archive, port) as server:
        if not quiet:
            click.echo(
                f"http://{ADDRESS}:{server.server_port}/ shows {config.archive}; Ctrl-C ends it", err=True
            )
        server.serve_forever(poll_interval=0.2)
    return ExitCode.OK
