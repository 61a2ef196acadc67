"""What a page says, read whole: the article and who told it. Pure: no clock, no network, no disk."""

from __future__ import annotations

from dataclasses import replace

from newsgrab.extraction import extract
from newsgrab.model import Article, Extraction, Page
from newsgrab.rules import Rules
from newsgrab.sourcing import attribute
from newsgrab.sourcing.credits import read_credits


def read(page: Page, rules: Rules) -> Extraction:
    """Extract the article of a page and say who told it.

    Raises ContentError when the page is no article.
    """
    extraction = extract(page, rules)
    return replace(extraction, article=_with_sourcing(extraction.article))


def body_text(article: Article) -> str:
    """Return the body as sourcing reads it: its text blocks, a blank line between."""
    return "\n\n".join(block.text for block in article.body if block.text)


def _with_sourcing(article: Article) -> Article:
    """Join what the text says of its making with what the page's metadata says; metadata wins."""
    known = article.metadata
    credits_ = read_credits(tuple(block.text for block in article.body if block.text), known.language)
    metadata = replace(
        known,
        agency=known.agency or credits_.agency,
        dateline=known.dateline or credits_.dateline,
        backstory=known.backstory or credits_.backstory,
    )
    return replace(
        article, metadata=metadata, sourcing=attribute(body_text(article), language=known.language)
    )
