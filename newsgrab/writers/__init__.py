"""An article becomes text."""

from __future__ import annotations

import json
from collections.abc import Callable

from newsgrab.model import Capture, Extraction
from newsgrab.writers import frontmatter, jsonlines, markdown


def article_file(extraction: Extraction, capture: Capture | None = None, *, profile: str = "newsgrab") -> str:
    """Return the whole article file: front matter, a blank line, and the body."""
    head = frontmatter.front_matter(extraction, capture, profile=profile)
    return f"{head}\n{markdown.write(extraction.article)}"


def _json_line(extraction: Extraction, capture: Capture | None = None) -> str:
    return json.dumps(jsonlines.record(extraction, capture), ensure_ascii=False) + "\n"


# In order of name; each writes one article.
WRITERS: dict[str, Callable[[Extraction, Capture | None], str]] = {
    "jsonlines": _json_line,
    "markdown": article_file,
}
