"""Cues: verbs that report, and "according to"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsgrab.sourcing import tags
from newsgrab.sourcing.lexicon import BASE, FINITE, GERUND, PARTICIPLE, Lexicon, Verb
from newsgrab.sourcing.phrases import Range, is_adverb, skip_times_before
from newsgrab.sourcing.tokens import Paragraph


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb group: from its first token (an auxiliary or adverb) to before ``last``."""

    first: int
    verb: int
    last: int
    entry: Verb
    is_gerund: bool = False
    is_passive: bool = False


def find_cues(paragraph: Paragraph, sentence: Range, lexicon: Lexicon) -> Iterator[Cue]:
    """Yield the verbs that may report, from left to right."""
    for index in range(*sentence):
        if not paragraph.tags[index] & tags.CUE:
            continue
        if paragraph.has(index, tags.CAPITAL) and index != sentence[0]:
            continue
        cue = _read_cue(paragraph, index, sentence[0], lexicon)
        if cue is not None:
            yield cue


def _read_cue(paragraph: Paragraph, index: int, floor: int, lexicon: Lexicon) -> Cue | None:
    entry = lexicon.verbs[paragraph.lows[index]]
    first = _start_of_group(paragraph, index, floor)
    helpers = range(first, index)
    if any(paragraph.tags[i] & tags.NEGATION for i in helpers):
        return None
    last = index + 1
    if entry.forms == GERUND:
        has_be = any(paragraph.tags[i] & tags.BE for i in helpers)
        return Cue(first, index, last, entry, is_gerund=not has_be)
    if any(paragraph.tags[i] & tags.BE for i in helpers):
        return Cue(first, index, last, entry, is_passive=True)
    if not _form_fits(paragraph, entry, first, index):
        return None
    return Cue(first, index, last, entry)


def _start_of_group(paragraph: Paragraph, index: int, floor: int) -> int:
    """Go back over auxiliaries, adverbs and times: "had in January repeatedly warned"."""
    start = index
    while start > floor:
        tag = paragraph.tags[start - 1]
        if tag & tags.AUXILIARY or is_adverb(paragraph, start - 1):
            start -= 1
            continue
        earlier = skip_times_before(paragraph, start, floor)
        if earlier == start:
            break
        start = earlier
    return start


def _form_fits(paragraph: Paragraph, entry: Verb, first: int, index: int) -> bool:
    """Say whether the form can be a finite verb here: "reports" after "the" is a noun."""
    before = index - 1
    if first == index and paragraph.has(before, tags.DETERMINER | tags.PREPOSITION):
        return paragraph.has(before, tags.QUANTIFIER)
    if paragraph.lows[before] == "to" and before >= 0:
        return False
    if entry.forms == PARTICIPLE:
        return first < index
    if paragraph.has(index, tags.AMBIGUOUS) and paragraph.has(
        index + 1, tags.COMMA | tags.STOP | tags.COORDINATOR
    ):
        return first < index
    if entry.forms & FINITE:
        return True
    return bool(entry.forms & BASE)
