"""``newsgrab extract``: a saved page or a text dump becomes Markdown on standard output."""

from __future__ import annotations

import click

from newsgrab.commands.options import options, read_config
from newsgrab.commands.reader import reader
from newsgrab.commands.report import print_extraction, tell_failed
from newsgrab.errors import ExitCode, NewsgrabError
from newsgrab.model import Extraction, Outcome, Saved
from newsgrab.outcomes import exit_code, failure


@click.command("extract")
@click.argument("files", nargs=-1, required=True, metavar="FILE|-...")
@click.option("--url", default="", metavar="URL", help="Where the page was published.")
@click.option("--sources-section", is_flag=True, help="List the sources under the article, behind a marker.")
@options("json", "reading", "writing")
def command(
    files: tuple[str, ...], url: str, sources_section: bool, as_json: bool, **settings: object
) -> ExitCode:
    """Turn saved pages or text dumps into Markdown.

    It goes to standard output; the network is not used.
    """
    from newsgrab.inputs.file import read_page_file

    if url:
        _require_address(url)
    config = read_config(settings)
    read = reader(config)
    outcomes: list[Outcome] = []
    for file in files:
        try:
            extraction = read(read_page_file(file, url=url))
        except NewsgrabError as error:
            failed = failure(file, error)
            outcomes.append(failed)
            tell_failed(failed, as_json=as_json)
            continue
        outcomes.append(Saved(url=file, file=file))
        print_extraction(file, extraction, config.profile, as_json=as_json)
        if sources_section and not as_json:
            _print_sources(extraction)
    return exit_code(outcomes)


def _require_address(url: str) -> None:
    """Raise BadUrl or BadScheme: a slip of the pen is an error, not a page from nowhere."""
    from newsgrab.fetching.address import read  # with all that a network takes: nothing for files alone

    read(url)


def _print_sources(extraction: Extraction) -> None:
    from newsgrab.writers import sources_section

    section = sources_section.write(extraction.article)
    click.echo(f"\n{section}" if section else "", nl=False)
