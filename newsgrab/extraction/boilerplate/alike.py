"""Paragraphs that read like a notice in a text that says such things: advice, or a report on notices."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from newsgrab.extraction.boilerplate.marks import is_whole
from newsgrab.extraction.lines.asking import Report, report_of
from newsgrab.model import Block, Kind, Mark, Verdict
from newsgrab.rules import Rules
from newsgrab.text import weight

_KINDS = frozenset({"app", "donation", "newsletter", "subscription"})  # of what texts speak in the same words
_SENTENCE = 60  # weight of a paragraph that says enough to be weighed
_LONGEST = 500
_SPEAKER = re.compile(r"([^\W\d][\w .’'-]{0,24})[:：]\s?\w")
_FEWEST_TURNS = 3  # of one speaker
_MOSTLY = 0.4  # of the paragraphs


def spare_alike(
    blocks: Sequence[Block], marks: Sequence[Mark], rules: Rules, language: str | None = None
) -> tuple[Mark, ...]:
    """Drop the marks by phrases from paragraphs that may as well be the text's own, or somebody's."""
    phrases = {phrase.id for phrase in rules.phrases}
    places = {mark.block for mark in marks if mark.rule in phrases and mark.verdict is Verdict.STRIP}
    if not places:
        return tuple(marks)
    kinds = {mark.block for mark in marks if mark.kind in _KINDS and mark.block in places}
    asked = {place for place in kinds if _is_sentence(blocks[place])}
    spared = places & _said_in_turn(blocks)
    report = _report(blocks, marks, language) if asked else None
    if report is not None:
        spared |= {place for place in asked if report.is_alike(blocks[place].text)}
    return tuple(mark for mark in marks if mark.block not in spared or mark.rule not in phrases)


def _report(blocks: Sequence[Block], marks: Sequence[Mark], language: str | None) -> Report | None:
    whole = {mark.block for mark in marks if mark.verdict is Verdict.STRIP and is_whole(mark, blocks)}
    texts = [
        block.text
        for place, block in enumerate(blocks)
        if place not in whole and block.kind in (Kind.PARAGRAPH, Kind.LIST_ITEM)
    ]
    return report_of(texts, language)


def _said_in_turn(blocks: Sequence[Block]) -> set[int]:
    """Return the paragraphs of a dialogue, each behind the name of who speaks: "Q: ...", "A: ..."."""
    found = {place: _SPEAKER.match(block.text) for place, block in enumerate(blocks) if block.text}
    speakers = Counter(one[1] for one in found.values() if one)
    often = {name for name, count in speakers.items() if count >= _FEWEST_TURNS}
    turns = {place for place, one in found.items() if one and one[1] in often}
    return turns if len(often) > 1 and len(turns) >= _MOSTLY * len(found) else set()


def _is_sentence(block: Block) -> bool:
    return block.kind is Kind.PARAGRAPH and _SENTENCE <= weight(block.text) <= _LONGEST
