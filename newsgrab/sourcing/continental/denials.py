"""Denials: what somebody did not say, what nobody says, and what is only asked of the reader."""

from __future__ import annotations

from newsgrab.sourcing import tags
from newsgrab.sourcing.continental.cues import VERB, Cue
from newsgrab.sourcing.tokens import Paragraph, Range

FURTHEST_DENIAL = 4  # tokens before the verb


def is_unsaid(paragraph: Paragraph, cue: Cue, source: Range, end: int) -> bool:
    """Tell whether the words around a verb of saying take it back."""
    if cue.kind != VERB:
        return False
    return _is_nobody(paragraph, source) or _is_denied(paragraph, cue, source, end)


def _is_nobody(paragraph: Paragraph, source: Range) -> bool:
    """Tell whether "niemand" speaks, or "Sie", who are spoken to."""
    phrases = paragraph.lexicon.phrases
    if paragraph.lows[source[0]] in phrases["nobody"]:
        return True
    is_polite = source[1] - source[0] == 1 and paragraph.words[source[0]] in phrases["polite"]
    return is_polite and not paragraph.begins_sentence(source[0])


def _is_denied(paragraph: Paragraph, cue: Cue, source: Range, end: int) -> bool:
    """Tell whether "nicht" goes with the verb: "sagte nicht, …", "äußerte sich nicht zu …"."""
    if not paragraph.lexicon.capital_nouns:
        return _is_denied_before(paragraph, cue)
    index = max(cue.last, source[1]) if source[0] >= cue.last else cue.last
    while index < end and paragraph.has(index, tags.OBJECT | tags.ADVERB | tags.TIME):
        index += 1
    if not paragraph.has(index, tags.NEGATION) or paragraph.has(index + 1, tags.CAPITAL):
        return False
    return paragraph.low(index + 1) not in paragraph.lexicon.phrases["merely"]


def _is_denied_before(paragraph: Paragraph, cue: Cue) -> bool:
    """Tell whether the denial stands before the verb, or in it: "no dijo", "n'a pas dit", "не сказал"."""
    for index in range(cue.last - 1, max(cue.first - FURTHEST_DENIAL, 0) - 1, -1):
        if paragraph.has(index, tags.NEGATION):
            return True
        is_verbal = paragraph.has(index, tags.AUXILIARY | tags.OBJECT | tags.ADVERB | tags.CUE)
        if index < cue.first and not is_verbal:
            return False
    return False
