"""The public functions. Nothing here prints and nothing exits."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from newsgrab import model, rules
from newsgrab.reading import read
from newsgrab.sourcing import attribute
from newsgrab.writers.jsonlines import record

if TYPE_CHECKING:
    from newsgrab.fetching import FetchSettings

__all__ = ["Extraction", "attribute", "extract", "fetch"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction(model.Extraction):
    """An article with everything that explains it."""

    def to_dict(self) -> dict[str, object]:
        """Return the JSON object of ``newsgrab extract --json``, without what the command adds."""
        return record(self)


def extract(page: bytes | str | model.Page, *, url: str = "") -> Extraction:
    """Read the article of a saved page or text dump; ``url`` is where it was published. No network, no disk.

    Raises ContentError when the page is no article.
    """
    if not isinstance(page, model.Page):
        page = page_of(page, url=url)
    found = read(page, rules.load())
    return Extraction(**{field.name: getattr(found, field.name) for field in fields(found)})


def fetch(url: str, *, settings: FetchSettings | None = None) -> model.Page:
    """Download one page, within the bounds of ``settings``.

    Raises NetError, HttpError, PolicyError or ContentError.
    """
    from newsgrab.fetching import Fetcher, FetchSettings

    with Fetcher(settings or FetchSettings()) as fetcher:
        return fetcher.fetch(url)


def page_of(body: bytes | str, *, url: str = "") -> model.Page:
    """Make a page of text or bytes that came from elsewhere.

    Text is handed on as UTF-8 behind a byte order mark, which wins over what the page says of its charset.
    """
    encoded = body if isinstance(body, bytes) else b"\xef\xbb\xbf" + body.encode("utf-8", "replace")
    return model.Page(url=url or None, requested_url=url or None, body=encoded)
