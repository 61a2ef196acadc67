"""A page around a body and a head, and what is read of it; with a story to print there."""

from datetime import UTC, datetime

from newsgrab.extraction import extract
from newsgrab.extraction.fields.metadata import read_fields
from newsgrab.extraction.page.document import parse
from newsgrab.model import Page
from newsgrab.rules import load

URL = "https://example.org/2024/05/03/harbour-reopens"
PARAGRAPH = "<p>The harbour of Port Haven was opened again on Friday after three days of hard work by many people.</p>"
TEXT = PARAGRAPH * 3
ARTICLE = f"<article><h1>Harbour reopens after storm</h1>{TEXT}</article>"
STORY = (
    "The harbour of Port Haven reopened on Friday, three days after the storm that broke half of its pier.",
    "Ferries to the islands run again from noon, the harbour authority said, without cars for now.",
    "“We have seen worse in my lifetime,” said Ada Roe, who has sold tickets at the quay for forty years.",
)
SAID = (
    "I was at the quay on Tuesday and have never seen such waves in all the years that I have lived here.",
    "The pier was old. Everyone in town knew, and nobody in the council wanted to pay for a new one.",
    "My ferry leaves at noon, and so does my brother's, if the captain is to be believed this time.",
)
RETRIEVED = datetime(2024, 5, 4, 8, tzinfo=UTC)


def read(body="", head="", *, url=URL, lang="en"):
    """Read the fields of a page."""
    html = f"<!doctype html><html lang='{lang}'><head><meta charset=utf-8>{head}</head><body>{body}</body></html>"
    page = Page(url=url, requested_url=url, body=html.encode(), retrieved_at=RETRIEVED)
    return read_fields(parse(page), load())


def metadata(body="", head="", **keywords):
    """Return the metadata of a page."""
    return read(body, head, **keywords).metadata


def extracted(body, head="", *, url="https://example.org/a/b", lang="en"):
    """Extract the article of a page."""
    html = f"<html lang='{lang}'><head>{head}</head><body>{body}</body></html>"
    return extract(Page(url=url, requested_url=None, body=html.encode()), load())


def texts(body, head="", **keywords):
    """Return the text of each block of an article."""
    return tuple(block.text for block in extracted(body, head, **keywords).article.body if block.text)


def in_paragraphs(lines):
    """Return each line as a paragraph of a page."""
    return "".join(f"<p>{line}</p>" for line in lines)


def json_ld(text):
    """Return a script that carries metadata."""
    return f'<script type="application/ld+json">{text}</script>'
