"""The processes that read pages: what each of them does, and what all of them have at hand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from newsgrab import workers
from newsgrab.model import Extraction, Page

# Read in by the process that the others are copies of. Of ours, only what has no use for the network.
PRELOAD = ("newsgrab.batch.warm", "newsgrab.inputs.index")


def warm_up() -> None:
    """Begin to get ready for the first page, while this process goes about something else."""
    workers.warm_up(PRELOAD)


def read_page(rules: Path | None, page: Page) -> Extraction:
    """Read a page, and leave out what only rules and ``explain`` look at: it takes long to send."""
    from newsgrab.reading import read  # only the processes that read need a parser
    from newsgrab.rules import load

    extraction = read(page, load(rules))
    body = tuple(replace(block, box=None, selected=()) for block in extraction.article.body)
    return replace(
        extraction, article=replace(extraction.article, body=body), blocks=(), claims=(), chosen=()
    )
