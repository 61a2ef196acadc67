"""Paragraphs among a report's in which the site speaks to its reader, in words that no rule knows."""

from __future__ import annotations

from collections.abc import Sequence

from newsgrab.extraction.boilerplate.asides import said_in
from newsgrab.extraction.boilerplate.marks import cut_whole, strip_whole
from newsgrab.extraction.lines.asking import report_of
from newsgrab.extraction.lines.voice import is_report
from newsgrab.model import Block, Kind, Mark

_SHORTEST, _LONGEST = 20, 200  # characters of such a paragraph


def mark_asking(blocks: Sequence[Block], marks: Sequence[Mark], language: str | None) -> tuple[Mark, ...]:
    """Mark those paragraphs below the first that are short, in a text that does not itself speak so.

    Most paragraphs are told from those at a glance.
    """
    may_ask = [place for place, block in enumerate(blocks) if _may_ask(block)]
    if not may_ask:
        return ()
    gone, marked = cut_whole(blocks, marks), {one.block for one in marks}
    free = [
        place
        for place, block in enumerate(blocks)
        if block.kind is Kind.PARAGRAPH and block.text and place not in gone
    ]
    short = [place for place in may_ask if place not in marked and place > min(free)]
    report = report_of([blocks[place].text for place in free], language) if short else None
    if report is None:
        return ()
    texts = ((place, blocks[place].text) for place in short)
    asking = {place for place, text in texts if report.voice.may_speak(text) and report.asks(text)}
    told = (said_in(blocks[place], is_free=True, is_kept=False) for place in free if place not in asking)
    if not asking or not is_report(tuple(told)):
        return ()
    return strip_whole(blocks, ((place, report.rule(blocks[place].text)) for place in asking))


def _may_ask(block: Block) -> bool:
    return block.kind is Kind.PARAGRAPH and _SHORTEST <= len(block.text) <= _LONGEST
