"""Subjects that a cue without one of its own inherits, from the sentence's head or from the verb before."""

from __future__ import annotations

from newsgrab.sourcing import tags
from newsgrab.sourcing.english.clauses import is_verb
from newsgrab.sourcing.english.cues import Cue
from newsgrab.sourcing.english.introductions import skip_introduction
from newsgrab.sourcing.english.phrases import is_adverb, is_participle, phrase_after
from newsgrab.sourcing.english.subjects import INHERITED, Subject
from newsgrab.sourcing.stretches import has_capital_elsewhere
from newsgrab.sourcing.tokens import Paragraph, Range


def leading_subject(paragraph: Paragraph, sentence: Range, cue: Cue) -> Subject | None:
    """Return the subject at the head of the sentence, for a cue that has none of its own."""
    start = skip_introduction(paragraph, sentence[0], cue.first)
    phrase = phrase_after(paragraph, start, cue.first)
    if phrase is None or paragraph.has(start, tags.PREPOSITION | tags.CONJUNCTION | tags.OBJECT):
        return None
    if phrase[1] - phrase[0] == 1 and _only_opens(paragraph, start):
        return None
    return Subject(phrase, *phrase, INHERITED)


def _only_opens(paragraph: Paragraph, index: int) -> bool:
    """Tell whether an adverb has its capital from the sentence's beginning: "Helpfully pointing out …"."""
    is_adverbial = paragraph.lows[index].endswith(paragraph.lexicon.endings["adverb"])
    is_known = paragraph.lows[index] in paragraph.lexicon.first_names or has_capital_elsewhere(
        paragraph, index
    )
    return is_adverbial and paragraph.begins_sentence(index) and not is_known


def clause_subject(paragraph: Paragraph, sentence: Range, cue: Cue) -> Subject | None:
    """Return the subject of the verb that "and" joins to the cue: "When Lee came, Roe rose and said …"."""
    if cue.is_gerund:
        return None
    for index in range(cue.first - 2, sentence[0], -1):
        if paragraph.has(
            index, tags.QUOTE | tags.SEMICOLON | tags.COLON | tags.RELATIVE | tags.COMPLEMENTISER
        ):
            return None
        if not paragraph.has(index, tags.COMMA | tags.DASH | tags.CONJUNCTION):
            continue
        phrase = phrase_after(paragraph, index + 1, cue.first)
        if phrase is not None and _begins_clause(paragraph, phrase):
            return Subject(phrase, *phrase, INHERITED)
    return None


def _begins_clause(paragraph: Paragraph, phrase: Range) -> bool:
    """Tell whether a verb follows the phrase, which is none itself."""
    start, end = phrase
    if is_participle(paragraph, start):
        return False
    while is_adverb(paragraph, end):
        end += 1
    is_noun = paragraph.has(end, tags.AMBIGUOUS)
    return not is_noun and is_verb(paragraph, end)
