"""Forms that are spelled like a verb of saying and report nothing: infinitives, adjectives, possessives."""

from __future__ import annotations

from newsgrab.sourcing import tags
from newsgrab.sourcing.continental.adjectives import closes_attribute
from newsgrab.sourcing.tokens import Paragraph, Range


def is_no_finite_verb(paragraph: Paragraph, index: int, sentence: Range) -> bool:
    """Tell whether the form only goes with a verb or with a noun."""
    if _is_infinitive(paragraph, index, sentence) or _is_adjective(paragraph, index):
        return True
    return _is_possessive(paragraph, index)


def _is_infinitive(paragraph: Paragraph, index: int, sentence: Range) -> bool:
    """Tell whether a form such as "sagen" goes with "zu", or closes the clause of a modal verb."""
    if paragraph.low(index - 1) in paragraph.lexicon.phrases["infinitive"]:
        return True
    if not paragraph.lows[index].endswith(paragraph.lexicon.endings["infinitive"]):
        return False
    helping = paragraph.lexicon.phrases["future"]
    if paragraph.has(index + 1, tags.MODAL) or paragraph.low(index + 1) in helping:
        return True
    is_last = index + 1 >= sentence[1] or paragraph.has(index + 1, tags.CLAUSE_EDGE)
    before = index - 1
    while is_last and before >= sentence[0] and not paragraph.has(before, tags.CLAUSE_EDGE):
        if paragraph.has(before, tags.MODAL) or paragraph.lows[before] in helping:
            return True
        before -= 1
    return False


def _is_possessive(paragraph: Paragraph, index: int) -> bool:
    """Tell whether "meinen" goes with the noun behind it: "las meinen Brief", but not "Fischer meinen"."""
    is_article = paragraph.has(index, tags.DETERMINER) and paragraph.has(index + 1, tags.CAPITAL)
    return is_article and not paragraph.has(index - 1, tags.EDGE | tags.CAPITAL | tags.PRONOUN)


def _is_adjective(paragraph: Paragraph, index: int) -> bool:
    """Tell whether the form belongs to a noun: "dem vermuteten Ort", "die im Mai angekündigte Reise"."""
    endings = paragraph.lexicon.endings
    if not paragraph.lows[index].endswith(endings["participle"]):
        return False
    before = index - 1
    while paragraph.has(before, tags.ADVERB | tags.NEGATION):
        before -= 1
    if paragraph.has(index + 1, tags.CAPITAL) and closes_attribute(paragraph, index):
        return True
    if not paragraph.has(index + 1, tags.CAPITAL) or paragraph.has(before, tags.PRONOUN | tags.CAPITAL):
        return False
    if paragraph.has(before, tags.QUOTE | tags.PHRASE):
        return paragraph.low(before - 1) in paragraph.lexicon.phrases["being"]  # "als „alt“ bezeichnete Mole"
    is_case = paragraph.low(before).endswith(endings["declined"]) and not _is_known(paragraph, before)
    return is_case or paragraph.has(before, tags.OBLIQUE | tags.DETERMINER | tags.PREPOSITION)


def _is_known(paragraph: Paragraph, index: int) -> bool:
    """Tell whether the lexicon knows the word as anything."""
    return paragraph.lows[index] in paragraph.lexicon.tags
