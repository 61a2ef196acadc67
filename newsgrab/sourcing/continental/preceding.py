"""Subjects before the verb: with what explains them, and with a second one beside them."""

from __future__ import annotations

from newsgrab.sourcing import tags
from newsgrab.sourcing.continental.appositions import (
    name_before,
    over_circumstances,
    subject_before_bracket,
    subject_with_apposition,
)
from newsgrab.sourcing.continental.nouns import has_first_name
from newsgrab.sourcing.continental.phrases import is_governed, phrase_before, whole_phrase_after
from newsgrab.sourcing.continental.speakers import names_somebody
from newsgrab.sourcing.stretches import has_capital_elsewhere
from newsgrab.sourcing.tokens import Paragraph, Range

FEWEST_IN_RELATIVE, MOST_IN_RELATIVE = 2, 14  # words of a clause between a noun and its verb


def subject_before(paragraph: Paragraph, floor: int, end: int) -> Range | None:
    """Return the subject before the verb at token ``end``; it begins at ``floor`` or later."""
    index = _behind_subject(paragraph, floor, end)
    told = _before_relative(paragraph, floor, index)
    if told is not None:
        return told
    if index > floor and paragraph.has(index - 1, tags.CLOSING):
        return subject_before_bracket(paragraph, floor, index)
    if index > floor and paragraph.has(index - 1, tags.COMMA | tags.DASH):
        return subject_with_apposition(paragraph, floor, index)
    nearest = phrase_before(paragraph, index, floor)
    phrase = _with_attribute(paragraph, nearest, floor) or over_circumstances(paragraph, nearest, floor)
    if phrase is not None and paragraph.has(phrase[0], tags.CLOSING):
        return subject_before_bracket(paragraph, floor, phrase[0] + 1)
    if phrase is None or is_governed(paragraph, phrase, floor) or paragraph.has(phrase[1] - 1, tags.NUMBER):
        return None
    if is_pointer(paragraph, phrase):
        return None  # "Das sagte Berg"
    name = name_before(paragraph, phrase, floor)
    return name or (_with_partner(paragraph, phrase, floor, end), index)


def _before_relative(paragraph: Paragraph, floor: int, end: int) -> Range | None:
    """Return the "une femme" of "Une femme qui habite là raconte …", at the head of its sentence."""
    if paragraph.lexicon.capital_nouns or paragraph.lexicon.inflected:
        return None  # those have a comma there
    for index in range(end - FEWEST_IN_RELATIVE - 1, max(floor, end - MOST_IN_RELATIVE), -1):
        if paragraph.has(index, tags.EDGE):
            return None
        if paragraph.has(index, tags.RELATIVE):
            noun = phrase_before(paragraph, index, floor)
            heads = noun is not None and noun[0] == floor and names_somebody(paragraph, noun)
            return noun if heads and not _may_say(paragraph, index, end) else None
    return None


def _may_say(paragraph: Paragraph, relative: int, end: int) -> bool:
    """Tell whether who stands before the verb may be its subject: "La carta que el alcalde escribió"."""
    if not paragraph.has(relative, tags.COMPLEMENTISER):
        return False  # "qui" is the subject itself
    beside = phrase_before(paragraph, end, relative + 1)
    return beside is not None and beside[0] == relative + 1


def _with_attribute(paragraph: Paragraph, phrase: Range | None, floor: int) -> Range | None:
    """Return all of "die am Kai lebenden Fischer", of which the words behind "am" look like a phrase."""
    if phrase is None or phrase[0] - 2 < floor or not paragraph.has(phrase[0] - 1, tags.PREPOSITION):
        return None
    article = phrase[0] - 2
    if not paragraph.lexicon.capital_nouns or not paragraph.has(article, tags.DETERMINER):
        return None
    whole = whole_phrase_after(paragraph, article, phrase[1])
    return whole if whole is not None and whole[1] == phrase[1] else None


def _behind_subject(paragraph: Paragraph, floor: int, end: int) -> int:
    """Go back over what stands between subject and verb: "Berg hat es gestern | gesagt"."""
    between = tags.ADVERB | tags.AUXILIARY | tags.OBJECT | tags.NEGATION
    index = end
    while index > floor and paragraph.has(index - 1, between):
        index -= 1
    is_behind_bracket = paragraph.has(index - 1, tags.COMMA) and paragraph.has(index - 2, tags.CLOSING)
    return index - 1 if is_behind_bracket else index


def is_pointer(paragraph: Paragraph, phrase: Range) -> bool:
    """Tell whether the phrase only points to what was said: "das"."""
    is_single = phrase[1] - phrase[0] == 1
    return is_single and paragraph.lows[phrase[0]] in paragraph.lexicon.phrases["pointing"]


def _with_partner(paragraph: Paragraph, phrase: Range, floor: int, verb: int) -> int:
    """Return where "CDU und FDP" begins, or "das Amt für Bau und Verkehr" before a verb in the singular."""
    joint = phrase[0] - 1
    if joint <= floor or paragraph.lows[joint] not in paragraph.lexicon.phrases["joining"]:
        return phrase[0]
    is_plural = paragraph.low(verb).endswith(paragraph.lexicon.endings["plural"])
    is_bare = not paragraph.has(phrase[0], tags.DETERMINER)
    partner = phrase_before(paragraph, joint, floor)
    if partner is None or is_governed(paragraph, partner, floor) or not (is_plural or is_bare):
        return phrase[0]
    is_named = has_first_name(paragraph, phrase)
    if paragraph.lexicon.capital_nouns:
        is_partner = is_plural or not is_named
    else:  # only names show it there: "Anne Lis et Paul Gil"
        is_partner = is_plural and is_named and has_first_name(paragraph, partner)
    return partner[0] if is_partner else phrase[0]


def is_doubtful(paragraph: Paragraph, phrase: Range, sentence: Range) -> bool:
    """Tell whether a word has its capital only from the sentence's beginning: "Besorgt äußerte sich …"."""
    is_single = phrase[1] - phrase[0] == 1 and phrase[0] == sentence[0]
    if not is_single or not paragraph.lows[phrase[0]].endswith(paragraph.lexicon.endings["opening"]):
        return False
    return not has_capital_elsewhere(paragraph, phrase[0])
