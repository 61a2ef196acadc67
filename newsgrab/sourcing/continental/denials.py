"""Denials: what somebody did not say, what nobody says, and what is only asked of the reader."""

from __future__ import annotations

from newsgrab.sourcing import tags
from newsgrab.sourcing.continental.cues import VERB, Cue
from newsgrab.sourcing.tokens import Paragraph, Range

_EDGE = tags.COMMA | tags.DASH | tags.COLON | tags.SEMICOLON | tags.QUOTE | tags.STOP


def is_unsaid(paragraph: Paragraph, cue: Cue, source: Range, end: int) -> bool:
    """Say whether the words around a verb of saying take it back."""
    if cue.kind != VERB:
        return False
    return _is_nobody(paragraph, source) or _is_denied(paragraph, cue, source, end)


def _is_nobody(paragraph: Paragraph, source: Range) -> bool:
    """Say whether "niemand" speaks, or "Sie", who are spoken to."""
    phrases = paragraph.lexicon.phrases
    if paragraph.lows[source[0]] in phrases["nobody"]:
        return True
    is_polite = source[1] - source[0] == 1 and paragraph.words[source[0]] in phrases["polite"]
    return is_polite and not paragraph.begins_sentence(source[0])


def _is_denied(paragraph: Paragraph, cue: Cue, source: Range, end: int) -> bool:
    """Say whether "nicht" goes with the verb: "sagte nicht, …", "äußerte sich nicht zu …"."""
    if not paragraph.lexicon.capital_nouns:
        return False
    index = max(cue.last, source[1]) if source[0] >= cue.last else cue.last
    while index < end and paragraph.has(index, tags.OBJECT | tags.ADVERB | tags.TIME):
        index += 1
    if not paragraph.has(index, tags.NEGATION) or paragraph.has(index + 1, tags.CAPITAL):
        return False
    return paragraph.low(index + 1) not in paragraph.lexicon.phrases["merely"]
