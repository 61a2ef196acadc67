"""``newsgrab explain``: why each field has its value, and why each piece was removed."""

from __future__ import annotations

from collections.abc import Iterator

import click

from newsgrab.commands.options import options, read_config
from newsgrab.commands.reader import page_of_target, reader
from newsgrab.commands.report import print_json
from newsgrab.errors import ExitCode
from newsgrab.model import Claim, Extraction
from newsgrab.text import shorten

WIDTH = 100


@click.command("explain")
@click.argument("target", metavar="ARTICLE|FILE|URL|-")
@click.option("--url", default="", help="Where a saved page was published.")
@options("json", "archive", "reading", "fetching")
def command(target: str, url: str, **flags: object) -> ExitCode:
    """Say why the article is what it is.

    Where each field came from, where the body was found, and which rule removed what.
    """
    config = read_config(flags)
    extraction = reader(config)(page_of_target(target, url, config))
    if flags["as_json"]:
        print_json(explanation(extraction))
    else:
        click.echo("\n".join(lines(extraction)))
    return ExitCode.OK


def lines(extraction: Extraction) -> Iterator[str]:
    """Tell a person: fields, place, warnings, removals."""
    yield "FIELDS"
    for claim in extraction.chosen:
        yield f"  {claim.field}: {shorten(claim.value, WIDTH)}"
        yield f"      from {claim.origin} {claim.locator}"
        for other in _runners_up(claim, extraction.claims):
            yield f"      also {other.origin} {other.locator}: {shorten(other.value, WIDTH)}"
    yield "BODY"
    if extraction.candidate:
        yield f"  {extraction.candidate.locator}"
        yield f"      because {extraction.candidate.reason}"
        yield from (f"      also {other}" for other in extraction.candidate.others)
    yield from (f"  warning: {warning}" for warning in extraction.warnings)
    yield f"REMOVED ({len(extraction.removals)})"
    yield from (f"  {removal.rule}: {shorten(removal.text, WIDTH)}" for removal in extraction.removals)


def explanation(extraction: Extraction) -> dict[str, object]:
    """Tell a program the same."""
    candidate = extraction.candidate
    return {
        "fields": [
            {**_claim(claim), "others": [_claim(other) for other in _runners_up(claim, extraction.claims)]}
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


def _runners_up(winner: Claim, claims: tuple[Claim, ...]) -> list[Claim]:
    return [claim for claim in claims if claim.field == winner.field and claim != winner]
