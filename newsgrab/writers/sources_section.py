"""The sources as a section under the article, on request: behind a marker, for it is not the publisher's."""

from __future__ import annotations

from collections.abc import Iterator

from newsgrab.model import Article, Source
from newsgrab.text import times
from newsgrab.writers.escape import escape, tidy

MARKER = "<!-- newsgrab: sources; not part of the article -->"


def write(article: Article) -> str:
    """Return the marker and one list item for each source, its quotes below it; "" where there is none."""
    sources = article.sourcing.sources
    if not sources:
        return ""
    return (
        "\n".join([MARKER, "", "## Sources", "", *(line for source in sources for line in _item(source))])
        + "\n"
    )


def _item(source: Source) -> Iterator[str]:
    via = f", by {', '.join(source.channel)}" if source.channel else ""
    yield f"- **{escape(tidy(source.name))}** ({source.type}), cited {times(source.cited)}{escape(via)}"
    for quote in source.quotes:
        yield f"    - “{escape(' '.join(tidy(quote).split()))}”"
