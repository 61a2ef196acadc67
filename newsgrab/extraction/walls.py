"""Pages that stand where an article should."""

from __future__ import annotations

from newsgrab.errors import NotArticle
from newsgrab.extraction.document import Document
from newsgrab.extraction.fields import Fields
from newsgrab.model import Block


def refuse(_document: Document, _fields: Fields, body: tuple[Block, ...]) -> None:
    """Raise a ContentError where the page is no article."""
    if not any(block.text for block in body):
        raise NotArticle("No running text was found.")
