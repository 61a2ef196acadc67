"""``newsgrab sources``: who says so, how often, by what channel, and each quote with its paragraph."""

from __future__ import annotations

from collections.abc import Iterator

import click

from newsgrab.commands.options import options, read_config
from newsgrab.commands.reader import read_target
from newsgrab.commands.report import print_json, tell_failed
from newsgrab.errors import ExitCode
from newsgrab.model import Article, Failed, Metadata, Source
from newsgrab.text import times


@click.command("sources")
@click.argument("target", metavar="ARTICLE|FILE|URL|-")
@click.option("--url", default="", metavar="URL", help="Where a saved page was published.")
@options("json", "archive", "reading", "fetching")
def command(target: str, url: str, as_json: bool, **settings: object) -> ExitCode:
    """Say who told the reporter.

    Each source, how often and by what channel, and each quote with its paragraph; with --json every
    attribution with its place in the text.
    """
    extraction = read_target(target, url, read_config(settings))
    if isinstance(extraction, Failed):
        return tell_failed(extraction, as_json=as_json)
    if as_json:
        print_json({"input": target, **extraction.article.sourcing.to_dict()})
    else:
        click.echo(sheet(extraction.article))
    return ExitCode.OK


def sheet(article: Article) -> str:
    """Lay out the sources for a reader, in order of first citation."""
    cited = ["\n".join(_source(source, article)) for source in article.sourcing.sources]
    head = "\n".join(_head(article.metadata))
    return "\n\n".join(filter(None, [head, *(cited or ["No sources found."])]))


def _head(metadata: Metadata) -> Iterator[str]:
    """Give who made and who supplied the article, as printed."""
    for name, value in (
        ("Headline", metadata.headline),
        ("Byline", metadata.byline),
        ("Agency", ", ".join(metadata.agency)),
        ("Dateline", metadata.dateline),
        ("Backstory", metadata.backstory),
    ):
        if value:
            yield f"{name}: {value}"


def _source(source: Source, article: Article) -> Iterator[str]:
    also = f" (also: {', '.join(source.aliases)})" if source.aliases else ""
    via = f", by {', '.join(source.channel)}" if source.channel else ""
    yield f"{source.name}{also}"
    yield f"  {source.type}, cited {times(source.cited)}{via}"
    if source.description and source.description != source.name:
        yield f"  described as: {source.description}"
    if source.reason:
        yield f"  unnamed because: {source.reason}"
    if source.members:
        yield f"  members: {', '.join(source.members)}"
    for quote in source.quotes:
        yield f"  paragraph {_paragraph_of(quote, article)}: “{quote}”"


def _paragraph_of(quote: str, article: Article) -> int:
    """Count from one; every quote stands word for word in the body."""
    texts = [block.text for block in article.body if block.text]
    return next(number for number, text in enumerate(texts, 1) if quote in text)
