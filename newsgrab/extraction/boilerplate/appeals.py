"""Boxes and short paragraphs that ask the reader for something: the rest of one goes with what asks."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from newsgrab.extraction.boilerplate.marks import is_whole, protected_blocks, strip_whole
from newsgrab.model import Block, Box, Kind, Mark, Verdict
from newsgrab.rules.lines import fits

_KINDS = frozenset({"donation", "newsletter", "subscription", "app", "consent"})
TELLING = frozenset({"audio", "comments", "copyright"})  # kinds that ask for nothing
_QUESTION = re.compile(r"[^.!?…\"“”„«»]{5,120}\?")
_SHORT_QUESTION = 3  # words: "Liked this story?"
_QUOTES = ' "“”„«»‘’'
_PRESSED = frozenset({"structure.link-line", "structure.control", "structure.links"})
SHORT = 240  # characters of a paragraph that says one thing
LEAST_OF_SHORT = 0.35  # of its characters
_LEAST_ASKING = 0.4  # of the letters of a box
_LEAST_WHERE_MOST_ASK = 0.25  # the same where every second paragraph asks
_LEAST_BLOCKS = 2  # of a box that ask
_MOST_OF_BODY = 0.5  # a larger box is no appeal
_FRAMED = 400  # characters of a box that begins by asking and ends in what is to be pressed


def mark_rests_of_notices(blocks: Sequence[Block], marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Mark all of a short paragraph that begins with a notice: what else it says belongs to that."""
    kinds: dict[int, str] = {}
    asked: set[int] = set()  # whose notice ends it
    letters: dict[int, int] = defaultdict(int)
    stay = protected_blocks(marks)
    for one in sorted(marks, key=lambda mark: (mark.block, mark.start, -mark.end, mark.rule)):
        if one.verdict is not Verdict.STRIP or one.kind not in _KINDS | TELLING or one.block in stay:
            continue
        if one.start == 0:
            kinds.setdefault(one.block, one.kind)
        elif one.block not in kinds and _is_asked_before(blocks[one.block].text, one):
            kinds[one.block] = one.kind
            asked.add(one.block)
        letters[one.block] = max(letters[one.block], one.end)
    return strip_whole(
        blocks,
        (
            (place, f"{kind}.rest")
            for place, kind in kinds.items()
            if (length := len(blocks[place].text)) <= SHORT
            and (LEAST_OF_SHORT * length <= letters[place] < length or place in asked)
            and not (fits("attribution", blocks[place].text) or fits("told", blocks[place].text))
        ),
    )


def _is_asked_before(text: str, mark: Mark) -> bool:
    """Tell whether what a notice ends is one question to the reader: "Do you live here? Write to us".

    It may also say what the publisher is: "The Haven Post is a nonprofit newsroom. Get our stories by mail."
    """
    if len(text) > SHORT or any(map(str.isalnum, text[mark.end :])):
        return False
    before = text[: mark.start].strip()
    if fits("of-itself", before):
        return True
    is_short = len(before.split()) <= _SHORT_QUESTION
    is_to_reader = is_short or fits("appeal", before)
    return is_to_reader and _QUESTION.fullmatch(before) is not None


def mark_asking_boxes(blocks: Sequence[Block], marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Mark all of a box that begins by asking and goes on asking; the kind is that of its first words."""
    asking = asking_letters(blocks, marks)
    if not asking:
        return ()
    whole = {one.block for one in marks if is_whole(one, blocks)}
    gone = whole - set(asking)
    total = sum(len(block.text) for block in blocks)
    insides: dict[Box, list[int]] = defaultdict(list)
    for place, block in enumerate(blocks):
        is_said = block.text and block.kind is not Kind.EMBED  # by the site itself
        for box in block.boxes() if is_said and place not in gone else ():
            insides[box].append(place)
    pressed = {one.block for one in marks if one.block in whole and one.rule in _PRESSED}
    ends = {box for place in pressed for box in _ended(blocks, place)}
    rules: dict[int, str] = {}
    for box, places in insides.items():
        kind = _kind(blocks, asking, places, total) if box.parent is not None else None
        if kind is None and box in ends and places[0] in whole:
            kind = _framed(blocks, asking, places)
        if kind is not None:
            rules |= dict.fromkeys(places, f"{kind}.box")
    return strip_whole(blocks, ((place, rule) for place, rule in rules.items() if place not in whole))


def asking_letters(blocks: Sequence[Block], marks: Sequence[Mark]) -> Mapping[int, tuple[str, int]]:
    """Return for each block that asks for something the kind of it, and how many of its letters do."""
    found: dict[int, tuple[str, int]] = {}
    reached: dict[int, int] = defaultdict(int)
    for one in sorted(marks, key=lambda mark: (mark.block, mark.start, -mark.end, mark.rule)):
        if one.kind not in _KINDS or one.verdict is not Verdict.STRIP:
            continue
        length = one.end - max(one.start, reached[one.block])
        first, before = found.get(one.block, (one.kind, 0))
        found[one.block] = (first, min(before + max(0, length), len(blocks[one.block].text)))
        reached[one.block] = max(reached[one.block], one.end)
    return found


def _kind(
    blocks: Sequence[Block], asking: Mapping[int, tuple[str, int]], places: Sequence[int], total: int
) -> str | None:
    """Return what a box asks for; None where it is not there for asking."""
    if places[0] not in asking:
        return None
    said = [asking[place] for place in places if place in asking]
    length = sum(len(blocks[place].text) for place in places)
    if len(said) < _LEAST_BLOCKS or length > _MOST_OF_BODY * total:
        return None
    least = _LEAST_WHERE_MOST_ASK if len(said) >= len(places) / 2 else _LEAST_ASKING
    return said[0][0] if sum(letters for _, letters in said) >= least * length else None


def _ended(blocks: Sequence[Block], place: int) -> Iterator[Box]:
    """Give the boxes around a block that end with it."""
    after = next((one for one in blocks[place + 1 :] if one.text), None)
    beyond = set(after.boxes()) if after is not None else set()
    yield from (box for box in blocks[place].boxes() if box not in beyond)


def _framed(
    blocks: Sequence[Block], asking: Mapping[int, tuple[str, int]], places: Sequence[int]
) -> str | None:
    """Return what a small box asks for that begins by asking and ends in something to press."""
    texts = [blocks[place].text.strip(_QUOTES) for place in places]  # "“The Week in Boats”" is a title
    is_small = len(places) > 1 and sum(map(len, texts)) <= _FRAMED
    return asking[places[0]][0] if is_small and not any(fits("attribution", text) for text in texts) else None
