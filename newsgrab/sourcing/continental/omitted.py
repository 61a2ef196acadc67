"""Subjects that a verb leaves out, or that stand at the end of its sentence."""

from __future__ import annotations

from newsgrab.sourcing import tags
from newsgrab.sourcing.continental.cues import VERB, Cue
from newsgrab.sourcing.continental.nouns import has_first_name
from newsgrab.sourcing.stretches import any_has
from newsgrab.sourcing.tokens import Paragraph, Range


def left_out(paragraph: Paragraph, scope: Range, cue: Cue) -> Range | None:
    """Return the place, no token wide, of a subject that its verb leaves out: '"…", añadió', "Dijo que …"."""
    if not paragraph.lexicon.drops_pronouns or cue.kind != VERB:
        return None
    before = cue.first - 1
    leading = tags.COMMA | tags.ADVERB | tags.COORDINATOR | tags.OBJECT | tags.TIME
    if paragraph.lexicon.inflected:
        leading |= tags.DASH  # "«…», — добавил"
    while before >= scope[0] and paragraph.has(before, leading):
        before -= 1
    announces = paragraph.has(cue.last, tags.COMPLEMENTISER | tags.COLON)
    announces |= _announces_behind_comma(paragraph, cue)
    is_quoted = paragraph.has(before, tags.QUOTE) or (
        before == scope[0] and paragraph.has(before, tags.PHRASE)
    )
    is_left_out = is_quoted or (before < scope[0] and announces)
    is_named = is_quoted and has_first_name(paragraph, (cue.last, scope[1]))
    if not is_left_out or is_named:
        return None
    return _name_at_end(paragraph, cue.last, scope[1]) or (cue.first, cue.first)


def _announces_behind_comma(paragraph: Paragraph, cue: Cue) -> bool:
    """Tell whether a man's or a woman's verb leads to its clause: "Dodała, że …", but not "Mówią, że …"."""
    leads = paragraph.has(cue.last, tags.COMMA) and paragraph.has(cue.last + 1, tags.COMPLEMENTISER)
    endings = paragraph.lexicon.endings
    return leads and paragraph.lows[cue.first].endswith(endings["feminine_verb"] + endings["masculine_verb"])


def _name_at_end(paragraph: Paragraph, start: int, end: int) -> Range | None:
    """Return the "Lira" of '"…", dijo entre lágrimas Lira', which no preposition governs."""
    stop = next((i for i in range(start, end) if paragraph.has(i, tags.EDGE)), end)
    first = stop
    while first > start and paragraph.has(first - 1, tags.CAPITAL):
        first -= 1
    governed = tags.PREPOSITION | tags.DETERMINER
    if paragraph.lexicon.inflected and any_has(paragraph, (start, first), tags.PREPOSITION):
        return None  # "powiedział po spotkaniu z premierem Janem Lisem"
    is_name = start < first < stop and not paragraph.has(first - 1, governed)
    return (first, stop) if is_name else None
