"""What a page shows again: a picture, large or as part of its design, a post, the title of each slide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from newsgrab.extraction.boilerplate.marks import cut_whole, strip_whole
from newsgrab.model import Block, Image, Kind, Mark

_MANY = 3  # times; so often a design shows a sign, and a gallery its title


def mark_shown_again(blocks: Sequence[Block], marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Mark what is shown again among what stays."""
    gone = cut_whole(blocks, marks)
    kept = [(place, block) for place, block in enumerate(blocks) if place not in gone]
    return strip_whole(blocks, (*_pictures(kept), *_embeds(kept), *_titles(kept)))


def _pictures(kept: Sequence[tuple[int, Block]]) -> Iterator[tuple[int, str]]:
    """Give pictures that stay without a word again and again, and those that say nothing new."""
    images = ((place, block.images[0]) for place, block in kept if len(block.images) == 1)
    figures = [(place, image.url, image) for place, image in images if image.url]
    signs = Counter(url for _, url, image in figures if _is_silent(image))
    first: dict[str, Image] = {}
    for place, url, image in figures:
        before = first.get(url)
        if signs[url] >= _MANY and _is_silent(image):
            yield place, "repeat.sign"
        elif before is not None and _says_nothing_new(image, before):
            yield place, "repeat.picture"
        first.setdefault(url, image)


def _is_silent(image: Image) -> bool:
    return not (image.caption or image.credit_line or image.alt_text)


def _says_nothing_new(image: Image, before: Image) -> bool:
    """Tell whether all words of a picture are there; one with an alternative text alone may be a formula."""
    if image.caption is None and image.alt_text and image.alt_text == before.alt_text:
        return False
    return image.caption in (None, before.caption) and image.credit_line in (None, before.credit_line)


def _embeds(kept: Sequence[tuple[int, Block]]) -> Iterator[tuple[int, str]]:
    """Give posts and videos without words of their own that stand there before."""
    seen: set[str] = set()
    for place, block in kept:
        if block.kind is Kind.EMBED and block.href:
            if block.href in seen and not block.text:
                yield place, "repeat.embed"
            seen.add(block.href)


def _titles(kept: Sequence[tuple[int, Block]]) -> Iterator[tuple[int, str]]:
    """Give headings that stand above the heading of each slide."""
    headings = Counter(block.text for _, block in kept if block.kind is Kind.HEADING)
    if max(headings.values(), default=0) < _MANY:
        return
    told = [(place, block) for place, block in kept if block.text]
    above = [
        (place, block.text)
        for (place, block), (_, following) in pairwise(told)
        if block.kind is Kind.HEADING and following.kind is Kind.HEADING
    ]
    counts = Counter(text for _, text in above)
    yield from ((place, "repeat.title") for place, text in above if counts[text] >= _MANY)
