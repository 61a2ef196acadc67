"""``newsgrab extract``: a saved page or a text dump becomes Markdown on standard output."""

from __future__ import annotations

import click

from newsgrab.commands.options import options, read_config
from newsgrab.commands.reader import reader
from newsgrab.commands.report import print_extraction, print_json, say_failed
from newsgrab.errors import ExitCode, NewsgrabError
from newsgrab.model import Extraction, Outcome, Saved
from newsgrab.outcomes import exit_code, failure


@click.command("extract")
@click.argument("files", nargs=-1, required=True, metavar="FILE|-...")
@click.option("--url", default="", metavar="URL", help="Where the page was published.")
@click.option("--sources-section", is_flag=True, help="List the sources under the article, behind a marker.")
@options("json", "reading", "writing")
def command(files: tuple[str, ...], url: str, **flags: object) -> ExitCode:
    """Turn saved pages or text dumps into Markdown.

    It goes to standard output; the network is not used.
    """
    from newsgrab.fetching.address import read as read_address
    from newsgrab.inputs.file import read_page_file
    from newsgrab.writers.jsonlines import outcome_record

    if url:
        read_address(url)  # a slip of the pen is an error, not a page from nowhere
    config = read_config(flags)
    as_json = bool(flags["as_json"])
    read = reader(config)
    outcomes: list[Outcome] = []
    for file in files:
        try:
            extraction = read(read_page_file(file, url=url))
        except NewsgrabError as error:
            failed = failure(file, error)
            outcomes.append(failed)
            say_failed(failed)
            if as_json:
                print_json(outcome_record(file, failed))
            continue
        outcomes.append(Saved(url=file, file=file))
        print_extraction(file, extraction, config.profile, as_json=as_json)
        if flags["sources_section"] and not as_json:
            _print_sources(extraction)
    return exit_code(outcomes)


def _print_sources(extraction: Extraction) -> None:
    from newsgrab.writers import sheet

    section = sheet.write(extraction.article)
    click.echo(f"\n{section}" if section else "", nl=False)
