"""``newsgrab search``: full-text search over the archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from newsgrab.commands.choosing import choosing, is_coloured, line_of, read_filter, record_of
from newsgrab.commands.options import options, read_config
from newsgrab.commands.report import print_json, say, tell_each
from newsgrab.errors import ExitCode

if TYPE_CHECKING:
    from newsgrab.archive.searching import Hit, Snippet


@click.command("search")
@click.argument("query", nargs=-1, required=True, metavar="QUERY...")
@choosing
@click.option("--limit", type=click.IntRange(min=1), default=20, metavar="N", help="At most so many (20).")
@options("json", "archive")
def command(query: tuple[str, ...], limit: int, as_json: bool, **settings: object) -> ExitCode:
    """Search the articles, the best first.

    \b
    Every word must be there:       harbour storm
    Words side by side:             '"three days"'
    The beginning of a word:        harb*
    A word that must not be there:  -- harbour -storm
    In one field only:              headline:harbour
    (headline, standfirst, byline, captions, body, sources)
    """  # noqa: D301  click wants the sign itself before lines that stay as they are
    from newsgrab.archive import read_archive

    config = read_config(settings)
    words = " ".join(query)
    with read_archive(config.archive) as reader:

        def tell(hit: Hit) -> None:
            found = reader.snippet(hit, words)
            if as_json:
                record = record_of(hit.entry, reader, config.archive)
                print_json(record | {"snippet": found.text, "rank": hit.rank})
            else:
                say(line_of(hit.entry))
                click.echo(f"    {_shown(found)}")

        return tell_each(reader.search(words, read_filter(settings), limit), tell)


def _shown(snippet: Snippet) -> str:
    """Return the snippet, what was found in bold on a terminal."""
    if not is_coloured():
        return snippet.text
    shown, at = "", 0
    for start, end in snippet.marks:
        shown += snippet.text[at:start] + click.style(snippet.text[start:end], bold=True)
        at = end
    return shown + snippet.text[at:]
