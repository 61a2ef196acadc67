"""An article becomes text."""

from __future__ import annotations

import json
from collections.abc import Callable

from newsgrab.model import Capture, Extraction
from newsgrab.writers import frontmatter, jsonlines, markdown


def article_file(extraction: Extraction, capture: Capture | None = None, *, profile: str = "newsgrab") -> str:
    """Return the whole article file: front matter, a blank line, and the body."""
    named = frontmatter.named_fields(extraction, capture, profile=profile)
    return joined(named, markdown.write(extraction.article))


def joined(named: frontmatter.Fields, body: str) -> str:
    """Return the article file of these fields and this body."""
    return f"{frontmatter.dashed(named)}\n{body}"


def _json_line(extraction: Extraction, capture: Capture | None = None) -> str:
    return json.dumps(jsonlines.record(extraction, capture), ensure_ascii=False) + "\n"


# In order of name; each writes one article.
WRITERS: dict[str, Callable[[Extraction, Capture | None], str]] = {
    "jsonlines": _json_line,
    "markdown": article_file,
}
