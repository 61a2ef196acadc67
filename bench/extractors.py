"""Ours and the peers, each as one function from a page to a prediction."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable
from html import escape
from typing import Any

from bench.sets import Sample
from newsgrab.errors import NewsgrabError
from newsgrab.extraction import extract
from newsgrab.model import Page
from newsgrab.rules import load
from newsgrab.writers.jsonlines import paragraphs

Prediction = dict[str, object]
Extractor = Callable[[Sample], Prediction]


def ours(sample: Sample) -> Prediction:
    """Extract with newsgrab."""
    page = Page(url=sample.url or None, requested_url=None, body=sample.body)
    try:
        extraction = extract(page, load())
    except NewsgrabError as error:
        return {"body": "", "refused": f"{error.code}: {error}"}
    metadata = extraction.article.metadata
    lines = [*([metadata.standfirst] if metadata.standfirst else []), *paragraphs(extraction.article)]
    images = extraction.article.images
    return {
        "body": "\n".join(lines),
        "headline": metadata.headline,
        "authors": list(metadata.authors),
        "date": metadata.date_published.isoformat() if metadata.date_published else None,
        "captions": [image.caption for image in images if image.caption],
        "credits": [image.credit_line for image in images if image.credit_line],
        "standfirst": metadata.standfirst,
    }


def as_html(sample: Sample) -> bytes:
    """Return the sample as a peer can read it: a text dump with each line in a paragraph."""
    if b"<p" in sample.body or b"<div" in sample.body:
        return sample.body
    lines = sample.body.decode().splitlines()
    return ("<html><body>" + "".join(f"<p>{escape(line)}</p>" for line in lines) + "</body></html>").encode()


def trafilatura(sample: Sample) -> Prediction:
    """Extract with trafilatura, fields included."""
    peer: Any = importlib.import_module("trafilatura")
    found = peer.bare_extraction(as_html(sample), url=sample.url or None, with_metadata=True)
    if found is None:
        return {"body": ""}
    authors = (found.author or "").split("; ") if found.author else []
    return {"body": found.text or "", "headline": found.title, "authors": authors, "date": found.date}


def readability(sample: Sample) -> Prediction:
    """Extract with readability-lxml as its own documentation has it."""
    peer: Any = importlib.import_module("readability")
    html: Any = importlib.import_module("lxml.html")
    try:
        document = peer.Document(as_html(sample))
        tree = html.fromstring(document.summary())
    except (peer.readability.Unparseable, ValueError, IndexError, html.etree.ParserError):
        return {"body": ""}
    blocks = tree.xpath("//p | //li | //h2 | //h3 | //h4 | //pre | //td")
    lines = [" ".join(block.text_content().split()) for block in blocks if not block.xpath(".//p | .//li")]
    return {"body": "\n".join(filter(None, lines)), "headline": document.short_title()}


def available() -> dict[str, Extractor]:
    """Return the extractors whose packages are installed."""
    every = {"newsgrab": ours, "trafilatura": trafilatura, "readability": readability}
    return {
        name: extractor
        for name, extractor in every.items()
        if name == "newsgrab" or importlib.util.find_spec(name) is not None
    }
