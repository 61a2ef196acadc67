"""A judged dump into blocks, marks and claims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from newsgrab.extraction.plaintext.claims import read_claims
from newsgrab.extraction.plaintext.head import find_standfirst
from newsgrab.extraction.plaintext.lines import bullet
from newsgrab.extraction.plaintext.reading import Reading
from newsgrab.extraction.plaintext.shapes import Shape, Shaped
from newsgrab.model import Block, Claim, Kind, Mark, Verdict

_LONGEST_SUBHEAD = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Dump:
    """A dump as blocks in order, what is to be cut of them, and what it says about itself."""

    blocks: tuple[Block, ...]
    marks: tuple[Mark, ...]
    claims: tuple[Claim, ...]
    locator: str


def assemble(reading: Reading) -> Dump:
    """Make claims of the lines about the article and blocks of all others; marks keep their lines."""
    claimed = _claimed(reading)
    ruled: dict[int, list[Mark]] = {}
    for found in reading.marks:
        ruled.setdefault(found.block, []).append(found)
    blocks: list[Block] = []
    marks: list[Mark] = []
    for place in range(len(reading.shaped)):
        if place in claimed:
            continue
        if place in reading.images:
            image = reading.images[place]
            if image is not None:
                blocks.append(Block(kind=Kind.FIGURE, text="", images=(image,)))
            continue
        marks += _marks_of(reading, place, len(blocks), ruled.get(place, ()))
        blocks.append(_block(reading, place))
    claims = tuple(read_claims(reading.shaped, claimed))
    return Dump(blocks=tuple(blocks), marks=tuple(marks), claims=claims, locator=_locator(reading))


def _locator(reading: Reading) -> str:
    """Say from which to which line of the file the article goes."""
    inside = [one.line.number for place, one in enumerate(reading.shaped) if place not in reading.reasons]
    return f"lines {inside[0]} to {inside[-1]}" if inside else "no line"


def _claimed(reading: Reading) -> dict[int, str]:
    """Return the places of the lines about the article, each with its field."""
    if reading.headline is None:
        return {}
    claimed = {reading.headline: "headline"}
    claimed |= {place: name for place, name in reading.head.fields.items() if place not in reading.reasons}
    beside = reading.reasons.keys() | reading.images.keys()
    standfirst = find_standfirst(reading.shaped, reading.head, reading.headline, beside)
    if standfirst is not None:
        below = range(standfirst + 1, len(reading.shaped))
        if any(place not in claimed and place not in beside for place in below):  # or it is the text
            claimed[standfirst] = "standfirst"
    return claimed


def _marks_of(reading: Reading, place: int, block: int, ruled: Sequence[Mark]) -> list[Mark]:
    """Return the rules' marks of a line, and one for all of it where it stands beside the article."""
    length = len(reading.shaped[place].text)
    marks = [replace(found, block=block) for found in ruled]
    reason = reading.reasons.get(place)
    if reason is not None:
        marks.append(Mark(rule=reason, verdict=Verdict.STRIP, block=block, start=0, end=length))
    return marks


def _block(reading: Reading, place: int) -> Block:
    one = reading.shaped[place]
    item = bullet(one.text)
    if item is not None:
        return Block(kind=Kind.LIST_ITEM, text=one.text[item.end() :], level=1)
    if place not in reading.reasons and _is_subhead(reading.shaped, place):
        return Block(kind=Kind.HEADING, text=one.text, level=2)
    return Block(kind=Kind.PARAGRAPH, text=one.text)


def _is_subhead(shaped: Sequence[Shaped], place: int) -> bool:
    one, below = shaped[place], shaped[place + 1 : place + 2]
    return (
        one.shape is Shape.LINE
        and not one.line.ends
        and one.line.weight <= _LONGEST_SUBHEAD
        and bool(below)
        and (below[0].shape is Shape.PROSE or bullet(below[0].text) is not None)
    )
