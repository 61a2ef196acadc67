"""Subjects of verbs that close their clause: "dass die Stadt mitteilte", "wie Berg sagt", "der behauptet"."""

from __future__ import annotations

from newsgrab.sourcing import tags
from newsgrab.sourcing.continental.clauses import begins_relative
from newsgrab.sourcing.continental.cues import Cue
from newsgrab.sourcing.continental.phrases import subject_behind
from newsgrab.sourcing.tokens import Paragraph, Range

FURTHEST_CONJUNCTION = 40  # tokens between "wie" and the verb that closes its clause


def closes_clause(paragraph: Paragraph, sentence: Range, cue: Cue) -> bool:
    """Tell whether the verb stands at the end, as behind "wie" and "dass"; no "Ana Lira, cuya …, dijo:"."""
    if not paragraph.lexicon.capital_nouns and paragraph.has(cue.first - 1, tags.COMMA):
        return False
    return cue.last >= sentence[1] or paragraph.has(cue.last, tags.EDGE | tags.AUXILIARY)


def subject_of_last_verb(paragraph: Paragraph, sentence: Range, cue: Cue) -> Range | None:
    """Return the subject behind the conjunction or the relative pronoun that opens the cue's clause."""
    opens_sentence = paragraph.lows[sentence[0]] in paragraph.lexicon.phrases["as"]
    if opens_sentence and not paragraph.has(sentence[0] + 1, tags.ADVERB):
        return subject_behind(paragraph, sentence[0] + 1, cue.first)
    start = cue.first
    while start > sentence[0] and not paragraph.has(start - 1, tags.EDGE):
        start -= 1
    is_inside = not paragraph.begins_sentence(start)
    is_relative = is_inside and start < cue.first and begins_relative(paragraph, start)
    if paragraph.lexicon.capital_nouns and is_relative:
        return _subject_of_relative(paragraph, start, cue.first)
    floor = max(sentence[0], cue.first - FURTHEST_CONJUNCTION)
    for index in range(cue.first - 1, floor - 1, -1):
        if _opens_clause(paragraph, index, sentence[0]):
            return subject_behind(paragraph, index + 1, cue.first)
        if paragraph.has(index, tags.SEMICOLON | tags.COLON | tags.QUOTE):
            return None
    return None


def _opens_clause(paragraph: Paragraph, index: int, floor: int) -> bool:
    if not paragraph.has(index, tags.CONJUNCTION | tags.COMPLEMENTISER) or paragraph.has(
        index, tags.COORDINATOR
    ):
        return False
    stands_first = index == floor or paragraph.has(index - 1, tags.EDGE | tags.COORDINATOR | tags.ADVERB)
    return stands_first or not paragraph.lexicon.capital_nouns  # no "als" of "als Sprecher"


def _subject_of_relative(paragraph: Paragraph, start: int, end: int) -> Range | None:
    """Return "er" of "in denen er behauptet", and "der" of "der der Stadt vorwirft"."""
    pronoun = start + paragraph.has(start, tags.PREPOSITION)
    is_next = paragraph.has(pronoun + 1, tags.PRONOUN) and not paragraph.has(pronoun + 1, tags.DETERMINER)
    if paragraph.lexicon.pronouns.get(paragraph.low(pronoun)) == "possessive":
        owned = next((i for i in range(pronoun + 1, end) if paragraph.has(i, tags.CAPITAL)), pronoun)
        return subject_behind(paragraph, owned + 1, end)  # "in dessen Folge die Stadt …"
    is_subject = paragraph.lexicon.pronouns.get(paragraph.low(pronoun)) == "relative"  # no "was"
    if is_next or pronoun > start or not is_subject:
        return subject_behind(paragraph, pronoun + 1, end)
    return pronoun, pronoun + 1
