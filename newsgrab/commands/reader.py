"""Pages on their way into a command: where one comes from, and reading it within bounds."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from newsgrab.commands.choosing import home_of
from newsgrab.commands.options import fetch_settings
from newsgrab.config import Config
from newsgrab.errors import BadInput, NewsgrabError, NotInArchive
from newsgrab.outcomes import failure

if TYPE_CHECKING:
    from newsgrab.model import Extraction, Failed, Page


def reader(config: Config) -> Callable[[Page], Extraction]:
    """Return a function that reads one page with the rules that are set, within bounds of work and memory."""
    from newsgrab.limits import memory_limit, time_limit
    from newsgrab.reading import read
    from newsgrab.rules import load

    rules = load(config.rules)

    def read_within(page: Page) -> Extraction:
        with time_limit(), memory_limit():
            return read(page, rules)

    return read_within


def read_target(target: str, url: str, config: Config) -> Extraction | Failed:
    """Read a file, the capture of an article in the archive, or a page of the network.

    ``url`` is where a file was published.
    """
    read = reader(config)
    try:
        page = _page_here(target, url, config)
        if page:
            return read(page)
    except NewsgrabError as error:
        return failure(target, error)
    return _read_fetched(target, config, read)


def _page_here(target: str, url: str, config: Config) -> Page | None:
    """Return the page that a file or the archive has; None for one that is to be fetched."""
    from newsgrab.archive.naming import ENDING
    from newsgrab.inputs.file import STANDARD_INPUT, read_page_file

    is_there = os.path.exists(target)  # noqa: PTH110  a Path raises for a name that is too long
    is_page_file = target == STANDARD_INPUT or (is_there and Path(target).suffix != ENDING)
    stored = None if is_page_file else _stored_page(target, config)
    if stored:
        return stored
    if target.lower().startswith(("http://", "https://")):
        return None
    if not is_there and not is_page_file:
        raise BadInput("there is no such article in the archive, and no such file")
    page = read_page_file(target, url=url)
    if not is_page_file:
        _refuse_article(page.body)
    return page


def _refuse_article(body: bytes) -> None:
    """Raise BadInput for an article of newsgrab's own: its page is in a capture, and that is elsewhere."""
    from newsgrab.archive.reading import parse

    if parse(body.decode("utf-8", "replace")) is not None:
        raise BadInput("is an article of an archive that is not here; the page is in its capture there")


def _stored_page(target: str, config: Config) -> Page | None:
    from newsgrab.archive import read_archive

    folder, name = home_of(target, config.archive)
    try:
        with read_archive(folder) as archive:
            return archive.page(archive.article(name))
    except NotInArchive:
        return None


def _read_fetched(url: str, config: Config, read: Callable[[Page], Extraction]) -> Extraction | Failed:
    from newsgrab.fetching import Fetcher

    with Fetcher(fetch_settings(config)) as fetcher:  # a wrong setting is no fault of the page
        try:
            return read(fetcher.fetch(url))
        except NewsgrabError as error:
            return failure(url, error)
