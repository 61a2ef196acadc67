"""A text dump of a page: which of its lines are the headline, the byline, captions, the body, and what else.

There is no markup to lean on. So each line is shaped by its own words, rules mark what they know,
one line is chosen as the headline, and the lines below it are judged together.
"""

from __future__ import annotations

from newsgrab.errors import NotArticle
from newsgrab.extraction.boilerplate.strip import cut
from newsgrab.extraction.fields.metadata import choose
from newsgrab.extraction.page.document import Document
from newsgrab.extraction.plaintext.assembly import assemble
from newsgrab.extraction.plaintext.lines import read_lines
from newsgrab.extraction.plaintext.live import with_live_times
from newsgrab.extraction.plaintext.overview import is_overview
from newsgrab.extraction.plaintext.reading import read
from newsgrab.extraction.plaintext.shapes import shape_lines
from newsgrab.model import Article, Candidate, Extraction
from newsgrab.rules import Rules

__all__ = ["read_dump"]


def read_dump(document: Document, rules: Rules) -> Extraction:
    """Read the article out of a text dump; the body is empty where there is no running text.

    Raises NotArticle for a list of articles.
    """
    shaped = with_live_times(shape_lines(read_lines(document.text)))
    if is_overview(shaped):
        raise NotArticle("this is a list of articles, not an article")
    reading = read(shaped, rules)
    dump = assemble(reading)
    body, removals = cut(dump.blocks, dump.marks)
    metadata, chosen = choose(dump.claims, document)
    return Extraction(
        article=Article(
            metadata=metadata,
            body=body,
            images=tuple(dict.fromkeys(image for block in body for image in block.images)),
        ),
        blocks=dump.blocks,
        removals=removals,
        claims=dump.claims,
        chosen=chosen,
        candidate=Candidate(locator=dump.locator, reason="the lines below the headline that read as text"),
    )
