"""A text dump to an extraction."""

from __future__ import annotations

from newsgrab.extraction.strip import cut, mark
from newsgrab.model import Article, Block, Extraction, Inline, Kind, Metadata
from newsgrab.rules import Rules
from newsgrab.text import collapse


def read_dump(text: str, rules: Rules) -> Extraction:
    """Read the article out of a text dump."""
    lines = [line for line in map(collapse, text.splitlines()) if line]
    blocks = [Block(kind=Kind.PARAGRAPH, text=line, inlines=(Inline(text=line),)) for line in lines]
    body, removals = cut(blocks[1:], mark(blocks[1:], rules))
    return Extraction(article=Article(metadata=Metadata(headline=lines[0]), body=body), removals=removals)
