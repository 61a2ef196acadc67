"""A page around a body and a head, read into fields: for tests of what the page says of its article."""

from datetime import UTC, datetime

from newsgrab.extraction.fields.metadata import read_fields
from newsgrab.extraction.page.document import parse
from newsgrab.model import Page
from newsgrab.rules import load

URL = "https://example.org/2024/05/03/harbour-reopens"
TEXT = (
    "<p>The harbour of Port Haven was opened again on Friday after three days of hard work by many people.</p>"
    * 3
)
ARTICLE = f"<article><h1>Harbour reopens after storm</h1>{TEXT}</article>"
RETRIEVED = datetime(2024, 5, 4, 8, tzinfo=UTC)


def read(body="", head="", *, url=URL, lang="en"):
    """Read the fields of a page."""
    html = f"<!doctype html><html lang='{lang}'><head><meta charset=utf-8>{head}</head><body>{body}</body></html>"
    page = Page(url=url, requested_url=url, body=html.encode(), retrieved_at=RETRIEVED)
    return read_fields(parse(page), load())


def metadata(body="", head="", **keywords):
    """Return the metadata of a page."""
    return read(body, head, **keywords).metadata


def json_ld(text):
    """Return a script that carries metadata."""
    return f'<script type="application/ld+json">{text}</script>'
