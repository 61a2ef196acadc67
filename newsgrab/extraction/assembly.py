"""The parts put together: one extraction out of the place, the fields and the body."""

from __future__ import annotations

from collections.abc import Sequence

from newsgrab.extraction.candidate import Place
from newsgrab.extraction.fields import Fields
from newsgrab.model import Article, Block, Extraction, Link, Removal


def assemble(
    place: Place, fields: Fields, body: tuple[Block, ...], removals: tuple[Removal, ...]
) -> Extraction:
    """Return the extraction with the article's images and links in the order of its body."""
    article = Article(
        metadata=fields.metadata,
        body=body,
        images=tuple(dict.fromkeys(image for block in body for image in block.images)),
        links=links_of(body),
    )
    return Extraction(
        article=article,
        removals=removals,
        claims=fields.claims,
        chosen=fields.chosen,
        candidate=place.candidate,
    )


def links_of(body: Sequence[Block]) -> tuple[Link, ...]:
    """Return where the body's words link to, each address once."""
    links: dict[str, str] = {}
    for block in body:
        for inline in block.inlines:
            if inline.href and inline.href not in links and inline.text.strip():
                links[inline.href] = inline.text.strip()
    return tuple(Link(url=url, text=text) for url, text in links.items())
