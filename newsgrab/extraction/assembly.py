"""The parts put together: one extraction out of the place, the fields and the body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from newsgrab.extraction.boilerplate.completeness import read_doubts
from newsgrab.extraction.fields.metadata import Fields
from newsgrab.extraction.fields.titles import is_telling
from newsgrab.extraction.media.stated_images import with_stated_words
from newsgrab.extraction.page.wording import fold
from newsgrab.extraction.place.candidate import Place
from newsgrab.model import Article, Block, Extraction, Kind, Link, Metadata, Removal
from newsgrab.text import letters_of

_NOTICES = frozenset(
    "advertisement app audio comments consent copyright donation newsletter sharing subscription".split()
)
_LONG_ENOUGH = 50  # letters that two texts share by no chance


def assemble(
    place: Place, fields: Fields, body: tuple[Block, ...], removals: tuple[Removal, ...]
) -> Extraction:
    """Return the extraction with the article's images and links in the order of its body."""
    body = _without_outer_breaks(with_stated_words(body, fields.claims))
    headline = fold(fields.metadata.headline or "")
    if is_telling(headline):
        body = tuple(_without_headline(block, headline) if block.images else block for block in body)
    article = Article(
        metadata=_without_repeats(_without_notice(fields.metadata, removals), body),
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


def _without_headline(block: Block, headline: str) -> Block:
    """Drop the headline where it stands for what a picture shows."""
    if not any(image.alt_text and fold(image.alt_text) == headline for image in block.images):
        return block
    alone = (
        replace(image, alt_text=None) if fold(image.alt_text or "") == headline else image
        for image in block.images
    )
    return replace(block, images=tuple(alone))


def _without_outer_breaks(body: tuple[Block, ...]) -> tuple[Block, ...]:
    """Drop the breaks before and after everything else: they part nothing."""
    kept = [place for place, block in enumerate(body) if block.kind is not Kind.BREAK]
    return body[kept[0] : kept[-1] + 1] if kept else ()


def _without_notice(metadata: Metadata, removals: Sequence[Removal]) -> Metadata:
    """Drop the lines of a standfirst that are notices, as "This post has affiliate links." above the text."""
    notices = {letters_of(one.text) for one in removals if one.kind in _NOTICES}
    lines = (metadata.standfirst or "").split("\n")
    kept = "\n".join(line for line in lines if letters_of(line) not in notices)
    return replace(metadata, standfirst=kept or None)


def _without_repeats(metadata: Metadata, body: Sequence[Block]) -> Metadata:
    """Drop a standfirst or description that the body has too, since nothing is to be printed twice.

    A short standfirst stays where it is only words within a paragraph: a quote set above the text.
    """
    texts = [letters_of(block.text) for block in body]
    printed = "".join(texts)
    standfirst = letters_of(metadata.standfirst or "")
    is_repeated = standfirst in (printed if len(standfirst) >= _LONG_ENOUGH else texts)
    description = letters_of(metadata.description or "")
    return replace(
        metadata,
        standfirst=None if standfirst and is_repeated else metadata.standfirst,
        description=None if description and description in printed else metadata.description,
    )


def links_of(body: Sequence[Block]) -> tuple[Link, ...]:
    """Return where the body's words link to, each address once."""
    links: dict[str, str] = {}
    for block in body:
        for inline in block.inlines:
            if inline.href and inline.href not in links:
                links[inline.href] = inline.text.strip()
    return tuple(Link(url=url, text=text) for url, text in links.items())
