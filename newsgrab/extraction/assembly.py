"""The parts put together: one extraction out of the place, the fields and the body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from newsgrab.extraction.candidate import Place
from newsgrab.extraction.completeness import read_doubts
from newsgrab.extraction.fields import Fields
from newsgrab.extraction.stated_images import complete
from newsgrab.extraction.witness import letters_of
from newsgrab.model import Article, Block, Extraction, Link, Metadata, Removal


def assemble(
    place: Place, fields: Fields, body: tuple[Block, ...], removals: tuple[Removal, ...]
) -> Extraction:
    """Return the extraction with the article's images and links in the order of its body."""
    body = complete(body, fields.claims)
    article = Article(
        metadata=_without_repeats(fields.metadata, body),
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
        warnings=tuple(read_doubts(fields.claims, body)),
    )


def _without_repeats(metadata: Metadata, body: Sequence[Block]) -> Metadata:
    """Drop a standfirst or description that is a part of the body, since nothing is to be printed twice."""
    printed = letters_of("".join(block.text for block in body))
    return replace(
        metadata,
        standfirst=_unless_in(printed, metadata.standfirst),
        description=_unless_in(printed, metadata.description),
    )


def _unless_in(printed: str, text: str | None) -> str | None:
    letters = letters_of(text or "")
    return None if letters and letters in printed else text


def links_of(body: Sequence[Block]) -> tuple[Link, ...]:
    """Return where the body's words link to, each address once."""
    links: dict[str, str] = {}
    for block in body:
        for inline in block.inlines:
            if inline.href and inline.href not in links and inline.text.strip():
                links[inline.href] = inline.text.strip()
    return tuple(Link(url=url, text=text) for url, text in links.items())
