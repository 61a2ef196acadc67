"""Paragraphs that read like a notice in a text that says such things: advice, or a report on notices."""

from __future__ import annotations

from collections.abc import Sequence

from newsgrab.extraction.boilerplate.marks import is_whole
from newsgrab.extraction.lines.asking import report_of
from newsgrab.model import Block, Kind, Mark, Verdict
from newsgrab.rules import Rules
from newsgrab.text import weight

_KINDS = frozenset({"app", "donation", "newsletter", "subscription"})  # of what texts speak in the same words
_SENTENCE = 60  # weight of a paragraph that says enough to be weighed
_LONGEST = 500


def spare_alike(
    blocks: Sequence[Block], marks: Sequence[Mark], rules: Rules, language: str | None = None
) -> tuple[Mark, ...]:
    """Drop the marks by phrases from paragraphs that may as well be the text's own."""
    phrases = {phrase.id for phrase in rules.phrases if phrase.id.partition(".")[0] in _KINDS}
    strips = [mark for mark in marks if mark.verdict is Verdict.STRIP]
    places = {mark.block for mark in strips if mark.rule in phrases and _is_sentence(blocks[mark.block])}
    if not places:
        return tuple(marks)
    whole = {mark.block for mark in strips if is_whole(mark, blocks)}
    texts = [
        block.text
        for place, block in enumerate(blocks)
        if place not in whole and block.kind in (Kind.PARAGRAPH, Kind.LIST_ITEM)
    ]
    report = report_of(texts, language)
    if report is None:
        return tuple(marks)
    spared = {place for place in places if report.is_alike(blocks[place].text)}
    return tuple(mark for mark in marks if mark.block not in spared or mark.rule not in phrases)


def _is_sentence(block: Block) -> bool:
    return block.kind is Kind.PARAGRAPH and _SENTENCE <= weight(block.text) <= _LONGEST
