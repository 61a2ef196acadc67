"""What the metadata says of pictures: which one stands for the article, and words that are not printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from newsgrab.extraction.lines.creditlines import bare_credit, split_words
from newsgrab.extraction.media.alternatives import is_of_file
from newsgrab.extraction.page.wording import fold, plain
from newsgrab.model import Block, Claim, Image
from newsgrab.urls import parts_of

_SIZE = re.compile(r"[-_]\d{2,4}x\d{2,4}$")
_LONG_ENOUGH = 5  # characters of a file's name; shorter ones are shared by many pictures
_LONGEST = 1_500  # characters of a caption


def lead_stems(claims: Iterable[Claim]) -> frozenset[str]:
    """Return the stems of the pictures that stand for the article where others link to it."""
    return frozenset(file_stem(claim.value) for claim in claims if claim.field == "image") - {""}


def with_stated_words(body: Sequence[Block], claims: Iterable[Claim]) -> tuple[Block, ...]:
    """Give each picture the caption and credit line that the metadata has for its file."""
    stated: dict[str, dict[str, str]] = {}
    for claim in claims:
        if claim.field in ("image_caption", "image_credit") and claim.locator.startswith("ImageObject["):
            url = claim.locator.removeprefix("ImageObject[").partition("]")[0]
            stated.setdefault(file_stem(url), {}).setdefault(claim.field, plain(claim.value)[:_LONGEST])
    stated.pop("", None)
    if not stated:
        return tuple(body)
    return tuple(
        replace(block, images=tuple(_completed(image, stated) for image in block.images))
        if block.images
        else block
        for block in body
    )


def file_stem(url: str) -> str:
    """Return what is the same in all sizes of a picture's file, "" where that says too little.

    >>> file_stem("https://example.org/harbour-800x600.jpg?w=3") == file_stem("//cdn.example/harbour.webp")
    True
    """
    name = parts_of(url).path.rpartition("/")[2].partition(".")[0].lower()
    bare = _SIZE.sub("", name)
    return bare if len(bare) >= _LONG_ENOUGH else ""


def _completed(image: Image, stated: dict[str, dict[str, str]]) -> Image:
    words = stated.get(file_stem(image.url or "")) or {}
    caption, beside = split_words(words.get("image_caption", ""))
    credit = words.get("image_credit") or beside
    is_alternative = fold(caption or "") == fold(image.alt_text or "") or is_of_file(caption or "", image.url)
    return replace(
        image,
        caption=image.caption or (None if is_alternative else caption),
        credit_line=image.credit_line or (bare_credit(credit) if credit else None),
    )
