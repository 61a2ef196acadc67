"""An article becomes text."""

from __future__ import annotations

from newsgrab.model import Capture, Extraction
from newsgrab.writers import frontmatter, markdown


def article_file(extraction: Extraction, capture: Capture | None = None, *, profile: str = "newsgrab") -> str:
    """Return the whole article file: front matter, a blank line, and the body."""
    named = frontmatter.named_fields(extraction, capture, profile=profile)
    return file_text(named, markdown.write(extraction.article))


def file_text(named: frontmatter.Fields, body: str) -> str:
    """Return the article file of these fields and this body."""
    return f"{frontmatter.dashed(named)}\n{body}"
