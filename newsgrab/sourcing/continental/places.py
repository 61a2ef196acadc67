"""Places that speak: the document of "in dem Brief heißt es", the body of "в ведомстве добавили"."""

from __future__ import annotations

from newsgrab.sourcing import tags
from newsgrab.sourcing.continental.cues import Cue
from newsgrab.sourcing.continental.nouns import is_saying
from newsgrab.sourcing.continental.phrases import phrase_before, whole_phrase_after
from newsgrab.sourcing.kinds import kind_of_word
from newsgrab.sourcing.tokens import Paragraph, Range


def find_document(paragraph: Paragraph, sentence: Range, cue: Cue) -> Range | None:
    """Return the place of an impersonal verb; of one such as "steht" only if something can stand in it."""
    place = _find_place(paragraph, sentence, cue)
    if place is None or (cue.frame == "impersonal" and not paragraph.lexicon.capital_nouns):
        return place
    return place if _tells(paragraph, place, cue) else None


def _find_place(paragraph: Paragraph, sentence: Range, cue: Cue) -> Range | None:
    """Find the document of "In dem Antrag heißt es" and of "heißt es in dem Antrag"."""
    index = cue.last
    while index < sentence[1] and paragraph.has(index, tags.PRONOUN | tags.ADVERB):
        index += 1
    locative = paragraph.lexicon.phrases["locative"]
    if paragraph.has(index, tags.PREPOSITION) and (not locative or paragraph.lows[index] in locative):
        return whole_phrase_after(paragraph, index + 1, sentence[1])
    if paragraph.has(sentence[0], tags.PREPOSITION):
        start = sentence[0] + 1 + paragraph.has(sentence[0] + 1, tags.TIME)  # "Im letzten Satz …"
        return whole_phrase_after(paragraph, start, cue.first)
    phrase = phrase_before(paragraph, cue.first, sentence[0])
    return phrase if phrase and paragraph.has(phrase[0] - 1, tags.PREPOSITION) else None


def _tells(paragraph: Paragraph, phrase: Range, cue: Cue) -> bool:
    """Tell whether something can stand in it, or be said there: no "seit Mai heißt es"."""
    kinds = {kind_of_word(paragraph.lows[index], paragraph.lexicon) for index in range(*phrase)} - {None}
    if cue.frame == "impersonal":
        return bool(kinds) or any(is_saying(paragraph, index) for index in range(*phrase))
    return "document" in kinds


def find_place_of_report(paragraph: Paragraph, sentence: Range, cue: Cue) -> Range | None:
    """Find where the sentence before was said: "Об этом говорится в докладе", "… сообщили в полиции"."""
    if not paragraph.lexicon.phrases["locative"]:
        return None
    is_impersonal = cue.frame == "impersonal"
    return (find_document if is_impersonal else speaking_body)(paragraph, sentence, cue)


def speaking_body(paragraph: Paragraph, sentence: Range, cue: Cue) -> Range | None:
    """Find the body of "добавили в ведомстве" and "в ведомстве добавили", a plural without a subject."""
    locative = paragraph.lexicon.phrases["locative"]
    if not paragraph.lows[cue.first].endswith(paragraph.lexicon.endings["plural"]) or not locative:
        return None
    if paragraph.low(cue.last) in locative:
        return whole_phrase_after(paragraph, cue.last + 1, sentence[1])
    if paragraph.lows[sentence[0]] in locative:
        body = whole_phrase_after(paragraph, sentence[0] + 1, cue.first)
        return body if body and body[1] == cue.first else None
    return None
