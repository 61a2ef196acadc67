"""``newsgrab explain``: why each field has its value, and why each piece was removed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from newsgrab.commands.options import PATH, options, read_config
from newsgrab.commands.reader import read_target
from newsgrab.commands.report import print_json, tell_failed
from newsgrab.commands.running import require_writable
from newsgrab.errors import ExitCode
from newsgrab.model import Claim, Extraction, Failed, Removal
from newsgrab.text import shorten
from newsgrab.urls import without_userinfo

WIDTH = 100


@click.command("explain")
@click.argument("target", metavar="ARTICLE|FILE|URL|-")
@click.option("--url", default="", metavar="URL", help="Where a saved page was published.")
@click.option("--html", type=PATH, metavar="FILE", help="Draw it on the page, as one HTML file.")
@options("json", "archive", "reading", "fetching")
def command(
    target: str, url: str, html: Path | None, as_json: bool, quiet: bool, **settings: object
) -> ExitCode:
    """Say why the article is what it is.

    Where each field came from, where the body was found, and which rule removed what;
    --html draws all this on the text of the page.
    """
    require_writable(html)
    extraction = read_target(target, url, read_config(settings))
    if isinstance(extraction, Failed):
        return tell_failed(extraction, as_json=as_json)
    if html:
        _draw(extraction, url or target, html)
    if as_json:
        print_json(explanation(extraction))
    elif html:
        click.echo("" if quiet else f"drawn: {html}\n", err=True, nl=False)
    else:
        click.echo("\n".join(lines(extraction)))
    return ExitCode.OK


def _draw(extraction: Extraction, target: str, path: Path) -> None:
    from newsgrab.archive.store import write_where_asked
    from newsgrab.writers import drawing

    write_where_asked(path, drawing.write(extraction, target=without_userinfo(target)).encode())


def lines(extraction: Extraction) -> Iterator[str]:
    """Tell a person: fields, place, warnings, removals."""
    yield "FIELDS"
    yield from _fields(extraction)
    yield "BODY"
    if extraction.candidate:
        yield f"  {extraction.candidate.locator}"
        yield f"      because {extraction.candidate.reason}"
        yield from (f"      also {other}" for other in extraction.candidate.others)
    yield from (f"  warning: {warning}" for warning in extraction.warnings)
    yield from _removals("REMOVED", [each for each in extraction.removals if not each.is_moved])
    if moved := [each for each in extraction.removals if each.is_moved]:
        yield from _removals("MOVED TO A FIELD", moved)


def _fields(extraction: Extraction) -> Iterator[str]:
    """Tell each field, and what the page said where the field does not say just that."""
    from newsgrab.writers.decided import decided

    for one in decided(extraction):
        yield f"  {one.name}: {shorten(one.value, WIDTH)}"
        for claim in one.claims:
            said = "" if claim.value == one.value else f": {shorten(claim.value, WIDTH)}"
            yield f"      from {claim.origin} {claim.locator}{said}"
        for other in one.others:
            yield f"      also {other.origin} {other.locator}: {shorten(other.value, WIDTH)}"


def _removals(heading: str, removals: Sequence[Removal]) -> Iterator[str]:
    yield f"{heading} ({len(removals)})"
    yield from (f"  {removal.rule}: {shorten(removal.text, WIDTH)}" for removal in removals)


def explanation(extraction: Extraction) -> dict[str, object]:
    """Tell a program the same."""
    candidate = extraction.candidate
    return {
        "fields": [
            {**_claim(claim), "others": [_claim(other) for other in extraction.runners_up(claim)]}
            for claim in extraction.chosen
        ],
        "body": candidate
        and {"locator": candidate.locator, "reason": candidate.reason, "others": list(candidate.others)},
        "warnings": list(extraction.warnings),
        "removed": [
            {"text": removal.text, "kind": removal.kind, "rule": removal.rule}
            for removal in extraction.removals
        ],
    }


def _claim(claim: Claim) -> dict[str, object]:
    return {"field": claim.field, "value": claim.value, "origin": claim.origin, "locator": claim.locator}
