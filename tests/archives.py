"""Made-up articles and pages for the tests of the archive."""

from __future__ import annotations

import gzip
from datetime import UTC, date, datetime, timedelta

from newsgrab.model import Article, Block, Exchange, Extraction, Image, Kind, Metadata, Page, Source, Sourcing

NOW = datetime(2024, 5, 4, 8, 0, 12, tzinfo=UTC)


def address(number, host="example.org"):
    return f"https://www.{host}/2024/05/03/story-{number}"


def extraction(number, *paragraphs, url=None, **fields):
    """Make an article of its own for every number; ``paragraphs`` stand in place of its three."""
    texts = paragraphs or tuple(
        f"Paragraph {n} of story {number} says that {n * number + 7} boats left." for n in (1, 2, 3)
    )
    metadata = {
        "headline": f"Harbour {number} reopens after the storm",
        "byline": f"By Jane Doe {number}",
        "authors": (f"Jane Doe {number}",),
        "date_published": date(2024, 5, 3),
        "canonical_url": url or address(number),
        "language": "en",
        **fields,
    }
    return Extraction(
        article=Article(
            metadata=Metadata(**metadata),
            body=tuple(Block(kind=Kind.PARAGRAPH, text=text) for text in texts),
            images=(
                Image(url=f"https://example.org/{number}.jpg", caption=f"Boat {number}.", credit_line="ENA"),
            ),
            sourcing=Sourcing(sources=(Source(name="Harbour Authority", type="organisation", cited=1),)),
        )
    )


def page(number, *hops, url=None, minutes=0, headers=()):
    """Make the page of an article as it came, after ``hops``; a page of later minutes has other bytes."""
    last = url or address(number)
    at = NOW + timedelta(minutes=minutes)
    payload = gzip.compress(f"<html>story {number}, {minutes}</html>".encode(), mtime=0)
    response = (("Content-Type", "text/html"), ("Content-Encoding", "gzip"), *headers)
    redirects = tuple(
        Exchange(
            url=hop,
            request_headers=(("Host", "example.org"), ("Cookie", "session=secret")),
            status_line="HTTP/1.1 301 Moved Permanently",
            response_headers=(("Location", last), ("Set-Cookie", "session=secret")),
            started_at=at,
        )
        for hop in hops
    )
    answer = Exchange(
        url=last,
        request_headers=(("Host", "example.org"), ("Authorization", "Basic secret")),
        status_line="HTTP/1.1 200 OK",
        response_headers=response,
        payload=payload,
        address="192.0.2.7",
        started_at=at,
    )
    return Page(
        url=last,
        requested_url=(*hops, last)[0],
        status=200,
        headers=response,
        body=gzip.decompress(payload),
        retrieved_at=at,
        exchanges=(*redirects, answer),
    )
