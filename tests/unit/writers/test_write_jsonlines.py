"""The JSON object of an article and of an outcome."""

from __future__ import annotations

from datetime import UTC, date, datetime

from newsgrab.model import (
    Article,
    Block,
    Capture,
    Extraction,
    Failed,
    Image,
    Kind,
    Metadata,
    Removal,
    Saved,
    Unchanged,
    Updated,
)
from newsgrab.writers.jsonlines import outcome_record, record

EXTRACTION = Extraction(
    article=Article(
        metadata=Metadata(headline="Harbour reopens", authors=("Jane Doe",), date_published=date(2024, 5, 3)),
        images=(Image(url="https://example.org/a.jpg", caption="Boats."),),
        body=(
            Block(kind=Kind.HEADING, text="Storm", level=2),
            Block(kind=Kind.PARAGRAPH, text="First."),
            Block(kind=Kind.FIGURE, text="", images=(Image(url=None, caption="No words of the body."),)),
            Block(kind=Kind.LIST_ITEM, text="An item", level=1),
            Block(kind=Kind.BREAK, text=""),
        ),
    ),
    removals=(
        Removal(rule="donation.appeal", text="Give.", block=2),
        Removal(rule="donation.box", text="Now.", block=3),
    ),
)
CAPTURE = Capture(
    requested_url="https://example.org/a",
    retrieved_at=datetime(2024, 5, 4, 8, 0, 12, tzinfo=UTC),
    status=200,
    sha256="9f2c",
    file=".newsgrab/captures/9f/9f2c.warc.gz",
)


def test_the_record_has_the_front_matter_and_the_words():
    found = record(EXTRACTION, CAPTURE)
    assert found["headline"] == "Harbour reopens"
    assert found["date_published"] == "2024-05-03"
    assert found["capture"] == {
        "requested_url": "https://example.org/a",
        "retrieved_at": "2024-05-04T08:00:12Z",
        "status": 200,
        "sha256": "9f2c",
        "file": ".newsgrab/captures/9f/9f2c.warc.gz",
    }
    assert found["paragraphs"] == ["Storm", "First.", "An item"]
    assert found["stripped"] == {"donation": 2}
    assert found["removed"] == [
        {"text": "Give.", "kind": "donation", "rule": "donation.appeal"},
        {"text": "Now.", "kind": "donation", "rule": "donation.box"},
    ]
    assert str(found["markdown"]).startswith("# Harbour reopens\n\n![Boats.]")
    assert "byline" not in found


def test_outcomes():
    url = "https://example.org/a"
    assert outcome_record("a", Saved(url=url, file="a.md")) == {
        "input": "a",
        "status": "saved",
        "file": "a.md",
    }
    assert outcome_record("a", Updated(url=url, file="a.2.md", changes=("body",)))["changes"] == ["body"]
    assert outcome_record("a", Unchanged(url=url, file="a.md", asked=True))["status"] == "unchanged"
    assert outcome_record("a", Unchanged(url=url, file="a.md", asked=False))["status"] == "skipped"
    failed = Failed(
        url=url,
        code="http.rate_limited",
        message="asked to wait",
        exit_code=4,
        status=429,
        attempts=1,
        retry_at=datetime(2024, 5, 4, tzinfo=UTC),
    )
    assert outcome_record("a", failed) == {
        "input": "a",
        "status": "failed",
        "error": {
            "class": "http.rate_limited",
            "message": "asked to wait",
            "exit_code": 4,
            "http_status": 429,
            "attempts": 1,
            "next_retry_at": "2024-05-04T00:00:00Z",
        },
    }
