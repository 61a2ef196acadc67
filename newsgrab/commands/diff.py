"""``newsgrab diff``: what changed between two revisions of an article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

import click

from newsgrab.commands.choosing import home_of, is_coloured
from newsgrab.commands.options import options, read_config
from newsgrab.commands.report import print_json
from newsgrab.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from newsgrab.archive import Entry, Reader
    from newsgrab.archive.differences import Difference, Segment


@click.command("diff")
@click.argument("article", metavar="ARTICLE")
@click.argument("old", type=click.IntRange(min=1), required=False)
@click.argument("new", type=click.IntRange(min=1), required=False)
@options("json", "archive")
def command(article: str, old: int | None, new: int | None, as_json: bool, **settings: object) -> ExitCode:
    """Show word by word what changed between two revisions.

    Without numbers these are the last two. Removed words stand in [-these marks-], added ones in
    {+these+}; on a terminal they are coloured.
    """
    from newsgrab.archive import read_archive
    from newsgrab.archive.records import difference_record

    archive, name = home_of(article, read_config(settings).archive)
    with read_archive(archive) as reader:
        before, after = _two(reader, reader.article(name), old, new)
        found = reader.differences(before, after)
    if as_json:
        for difference in found:
            print_json(difference_record(difference))
    else:
        click.echo("\n".join(lines(found)))
    return ExitCode.OK


def lines(found: Iterable[Difference], *, indent: str = "") -> Iterator[str]:
    """Tell the differences, part by part."""
    is_colour = is_coloured()
    for part, differences in groupby(found, key=lambda one: one.part):
        yield f"{indent}{part}:"
        for difference in differences:
            shown = "".join(_shown(segment, is_colour=is_colour) for segment in difference.segments)
            yield f"{indent}    {shown}"


def _two(reader: Reader, entry: Entry, old: int | None, new: int | None) -> tuple[Entry, Entry]:
    # The first file's path is what one names the article by, so that with it all revisions are meant.
    is_first = (entry.revision, new) == (1, None)
    after = reader.history(entry)[-1].entry if is_first else reader.revision(entry, new)
    if old is None and after.revision == 1:
        raise UsageError(f"{after.file} has no revision before it, so there is nothing to compare")
    return reader.revision(entry, old or after.revision - 1), after


def _shown(segment: Segment, *, is_colour: bool) -> str:
    match segment.change.value, is_colour:
        case "removed", True:
            return click.style(segment.text, fg="red", strikethrough=True)
        case "added", True:
            return click.style(segment.text, fg="green")
        case "removed", _:
            return f"[-{segment.text}-]"
        case "added", _:
            return f"{{+{segment.text}+}}"
        case _:
            return segment.text
