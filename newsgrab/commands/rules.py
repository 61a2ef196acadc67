"""``newsgrab rules``: what there is, whether it holds, and whether it still finds anything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from newsgrab.commands.options import options, read_config
from newsgrab.commands.report import print_json, say_failed
from newsgrab.config import Config
from newsgrab.errors import ArchiveError, ContentError, ExitCode, RuleError
from newsgrab.outcomes import failure

if TYPE_CHECKING:
    from newsgrab.rules import Rules

ACTIONS = ("list", "test", "check")


@click.command("rules")
@click.argument("action", type=click.Choice(ACTIONS), default="list")
@options("json", "reading", "archive")
def command(action: str, as_json: bool, quiet: bool, **settings: object) -> ExitCode:
    """List the rules, test them, or check the site rules.

    "test" runs the examples that each rule carries; "check" counts the stored captures on which each
    selector of a site rule still finds something.
    """
    from newsgrab.rules import load

    config = read_config(settings)
    rules = load(config.rules)
    if action == "test":
        _test(rules, as_json=as_json, is_quiet=quiet)
        return ExitCode.OK
    for record in _check(rules, config) if action == "check" else _listed(rules):
        if as_json:
            print_json(record)
        else:
            click.echo(f"{record['rule']}: {_told(record)}")
    return ExitCode.OK


def _told(record: dict[str, object]) -> str:
    """Tell a record's counts to a person."""
    if "selector" in record:
        words = "{selector}: found on {found} of {pages} pages"
    elif "layouts" in record:
        words = "{layouts} layouts, {pages} pages"
    else:
        words = "strips {strips}, keeps {keeps}"
    return words.format(**record)


def _listed(rules: Rules) -> Iterator[dict[str, object]]:
    """Give a record for each rule with how many examples it carries."""
    for kind, group in (("phrase", rules.phrases), ("selector", rules.selectors), ("names", rules.names)):
        for rule in group:
            yield {"rule": rule.id, "sort": kind, "strips": len(rule.strips), "keeps": len(rule.keeps)}
    for site in rules.sites.values():
        record = {"rule": f"site.{site.host}", "sort": "site"}
        yield record | {"layouts": len(site.layouts), "pages": len(site.proofs)}


def _test(rules: Rules, *, as_json: bool, is_quiet: bool) -> None:
    """Print each example that does not hold; raise RuleError if there is one."""
    from newsgrab.extraction.proofs import faults

    found = list(faults(rules))
    for fault in found:
        if as_json:
            print_json({"rule": fault.rule, "fault": fault.words})
        else:
            click.echo(f"{fault.rule}: {fault.words}")
    if found:
        raise RuleError(f"{len(found)} of the rules' examples do not hold")
    if not is_quiet:
        click.echo("every example holds", err=True)


def _check(rules: Rules, config: Config) -> Iterator[dict[str, object]]:
    """Give a record for each selector of a site rule that was tried on a stored capture.

    A capture that is gone or damaged is told, and the others are counted all the same.
    """
    from newsgrab.archive import Filter, read_archive
    from newsgrab.extraction.page.layouts import findings

    with read_archive(config.archive) as archive:
        for host in rules.sites:
            found: Counter[str] = Counter()
            tried: Counter[str] = Counter()
            for entry in archive.entries(Filter(host=host)):
                try:
                    results = findings(archive.page(entry), rules)
                except (ContentError, ArchiveError) as error:
                    say_failed(failure(entry.file, error))
                    continue
                tried.update(selector for selector, _ in results)
                found.update(selector for selector, is_found in results if is_found)
            for selector, pages in tried.items():
                yield {"rule": f"site.{host}", "selector": selector, "found": found[selector], "pages": pages}
