"""Nouns of saying, and whose they are: "Angaben der Stadt", "Linds Aussage"."""

from __future__ import annotations

from newsgrab.sourcing import tags
from newsgrab.sourcing.tokens import Paragraph


def is_genitive_name(paragraph: Paragraph, index: int) -> bool:
    """Tell whether a word is a name in the genitive, as far as its form tells: "Linds", "Russlands"."""
    endings = paragraph.lexicon.endings["possessive"]
    return paragraph.has(index, tags.CAPITAL) and paragraph.lows[index].endswith(endings)


def is_saying(paragraph: Paragraph, index: int) -> bool:
    """Tell whether a noun is one of saying: "Angaben", "Polizeiangaben"."""
    return paragraph.has(index, tags.CAPITAL) and paragraph.lows[index].endswith(
        tuple(paragraph.lexicon.phrases["sayings"])
    )
