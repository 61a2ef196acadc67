"""Paragraphs in which the publisher names itself and speaks to its readers of what it offers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsgrab.extraction.boilerplate.channels import name_of
from newsgrab.extraction.boilerplate.marks import cut_whole, protected_blocks, strip_whole
from newsgrab.extraction.boilerplate.substance import LINES, is_substantial
from newsgrab.extraction.lines.voice import amounts, has_trade, is_to_reader, own_words
from newsgrab.model import Block, Claim, Mark
from newsgrab.rules.lines import fits
from newsgrab.text import letters_of

_LONGEST = 320  # characters of such a paragraph
_SHORTEST_NAME = 6  # letters; a shorter name is part of other words
_LONGEST_NAME = 40  # characters of a name in a page's title
_MOST_WORDS = 5  # of a name
_ADDRESS = re.compile(r"\S+@\S+|https?://\S+|\bwww\.\S+")
_WORD = re.compile(r"[^\W_][^\s/–—-]*")
_ASKED = ("?", "？", "؟")
_COLONS = (":", "：")
_PARTS = re.compile(r"\s+[|–—·-]\s+")  # of a title: "Ferry sinks | The Haven Post"


def mark_house_lines(
    blocks: Sequence[Block], marks: Sequence[Mark], names: frozenset[str]
) -> tuple[Mark, ...]:
    """Mark the paragraphs below the first that do so; ``names`` are the publisher's, in letters."""
    if not names:
        return ()
    gone, kept = cut_whole(blocks, marks), protected_blocks(marks)
    begun = next((place for place, block in enumerate(blocks) if is_substantial(block)), len(blocks))
    found = (
        place
        for place, block in enumerate(blocks)
        if place > begun and place not in gone and place not in kept and _is_of_house(block, names)
    )
    return strip_whole(blocks, ((place, "structure.house") for place in found))


def own_names(
    url: str | None, claims: Sequence[Claim], publisher: str | None, headline: str
) -> frozenset[str]:
    """Return what a publisher goes by, in letters: its host, and what the title has behind the headline.

    >>> sorted(own_names("https://www.havenpost.example/a", (), "The Haven Post", "Ferry sinks"))
    ['havenpost', 'thehavenpost']
    """
    found = {name_of(url or ""), letters_of(publisher or ""), *_in_titles(claims, headline)}
    return frozenset(name for name in found if len(name) >= _SHORTEST_NAME)


def _in_titles(claims: Sequence[Claim], headline: str) -> Iterator[str]:
    for claim in claims:
        if claim.field == "headline" and claim.locator.startswith("title"):
            last = _PARTS.split(claim.value)[-1]
            is_name = len(last) <= _LONGEST_NAME and letters_of(last) not in letters_of(headline)
            yield from [letters_of(last)] if is_name else ()


def _is_of_house(block: Block, names: frozenset[str]) -> bool:
    """Tell whether a paragraph names the publisher, quotes nobody and offers or asks for something."""
    text = block.text
    if block.kind not in LINES or len(text) > _LONGEST or text.endswith(_ASKED):
        return False
    if not any(name in letters_of(text) for name in names) or fits("attribution", text):
        return False
    own = own_words(_ADDRESS.sub(" ", text))
    if not _names_one_of(own, names):
        return False
    is_told_us = is_to_reader(text) or fits("ours", own)
    return is_told_us and (amounts(own) > 0 or has_trade(own) or fits("press", own))


def _names_one_of(text: str, names: frozenset[str]) -> bool:
    """Tell whether a text has one of the names, and not before what it asks in an interview.

    >>> _names_one_of("Write to The Haven Post.", frozenset({"thehavenpost"}))
    True
    >>> _names_one_of("HAVEN POST: Why?", frozenset({"havenpost"}))
    False
    >>> _names_one_of("a medium", frozenset({"medium"}))
    False
    """
    words = _WORD.findall(text)
    for start, word in enumerate(words):
        if word[0].islower():
            continue
        name = ""
        for place, part in enumerate(words[start : start + _MOST_WORDS], start):
            name += letters_of(part)
            if name in names:
                return not (start == 0 and words[place].endswith(_COLONS))
    return False
