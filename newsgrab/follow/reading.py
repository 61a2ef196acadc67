"""How the lists of a run are read: with its manners, in its processes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from newsgrab.batch.crew import Crew
from newsgrab.fetching import Fetcher, Validators, Wanted
from newsgrab.follow.store import load_following, load_memory, save_memory
from newsgrab.follow.survey import ListReader
from newsgrab.follow.update import Report, Update
from newsgrab.inputs.index import read_index
from newsgrab.inputs.listing import Index
from newsgrab.model import Page
from newsgrab.workers import Workers


@contextmanager
def opened_reader(crew: Crew) -> Iterator[ListReader]:
    """Open a reader of lists for one thread."""
    with crew.fetcher() as fetcher:
        yield reader_of(fetcher, crew.workers)


def reader_of(fetcher: Fetcher, workers: Workers) -> ListReader:
    """Read lists through this session, in these processes."""

    def ask(url: str, validators: Validators | None) -> Page:
        return fetcher.fetch(url, validators=validators, wanted=Wanted.FEED)

    def read(page: Page) -> Index:
        return workers.run(read_index, page)

    return ListReader(ask=ask, read=read)


@contextmanager
def opened_update(crew: Crew, now: datetime) -> Iterator[Update]:
    """Begin a pass over what the crew's archive follows, and remember in the end how it went."""
    root = crew.archive.root
    following = load_following(root)
    update = Update(
        [Report(followed=each, memory=load_memory(root, each.url)) for each in following], crew.archive, now
    )
    try:
        yield update
    finally:
        for memory in update.memories():
            save_memory(root, memory)
