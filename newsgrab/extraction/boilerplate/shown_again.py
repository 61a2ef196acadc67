"""What a page shows again: a picture, large or as part of its design, a post, the title of each slide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

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
    """Give the heading above that of each slide; "Ingredients" comes again too, but with others between."""
    told = [(place, block) for place, block in kept if block.text]
    headings = {at: block.text for at, (_, block) in enumerate(told) if block.kind is Kind.HEADING}
    title, times = next(iter(Counter(headings.values()).most_common(1)), ("", 0))
    if times < _MANY:
        return
    titles = [at for at, text in headings.items() if text == title]
    above = [at for at in titles if at + 1 in headings]
    between = {at for at in headings if titles[0] <= at <= titles[-1]}
    if len(above) >= _MANY and between <= {*titles, *(at + 1 for at in above)}:
        yield from ((told[at][0], "repeat.title") for at in above)
