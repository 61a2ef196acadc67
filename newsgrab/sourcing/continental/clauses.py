"""Clauses: which of them can be what somebody says, where nouns have capitals."""

from __future__ import annotations

from newsgrab.sourcing import tags
from newsgrab.sourcing.continental.cues import Cue
from newsgrab.sourcing.continental.nouns import is_nominal
from newsgrab.sourcing.continental.phrases import whole_phrase_after
from newsgrab.sourcing.stretches import any_has, first_with
from newsgrab.sourcing.tokens import Paragraph, Range


def may_be_said(paragraph: Paragraph, clause: Range, cue: Cue) -> bool:
    """Tell whether a clause behind a comma reports, and is neither relative nor tells when or why."""
    start = clause[0]
    if paragraph.lexicon.inflected:
        return not begins_relative(paragraph, start)
    if not paragraph.lexicon.capital_nouns or any_has(paragraph, clause, tags.SUBJUNCTIVE | tags.QUOTE):
        return True
    if paragraph.has(start, tags.COMPLEMENTISER | tags.PHRASE | tags.CUE):
        return True
    if paragraph.has_verb(start):
        return cue.frame != "object" and not _is_subordinate(paragraph, cue)
    is_purpose = paragraph.lows[start] in paragraph.lexicon.phrases["purpose"]
    if is_purpose or paragraph.has(start, tags.CONJUNCTION):
        return False
    return not begins_relative(paragraph, start) or _is_infinitive(paragraph, clause)


def is_plain_clause(paragraph: Paragraph, clause: Range) -> bool:
    """Tell whether nothing but its place shows that a clause is said: "klagte über Kälte, dann ging er"."""
    if not paragraph.lexicon.capital_nouns or any_has(paragraph, clause, tags.SUBJUNCTIVE | tags.QUOTE):
        return False
    return not _is_infinitive(paragraph, clause)


def stands_in_relative_clause(paragraph: Paragraph, floor: int, cue: Cue) -> bool:
    """Tell whether the cue's clause only tells of whom or of what the sentence speaks: "was Berg schrieb"."""
    start = cue.first
    while start > floor and not paragraph.has(start - 1, tags.CLAUSE_EDGE):
        start -= 1
    return paragraph.lexicon.capital_nouns and floor < start < cue.first and begins_relative(paragraph, start)


def _is_subordinate(paragraph: Paragraph, cue: Cue) -> bool:
    """Tell whether the cue's clause tells when or why: "weil sie warnte", but not "wie sie mitteilte"."""
    start = cue.first
    while start and not paragraph.has(start - 1, tags.CLAUSE_EDGE):
        start -= 1
    if start < cue.first and begins_relative(paragraph, start):
        return True
    is_conjunction = paragraph.has(start, tags.CONJUNCTION) and not paragraph.has(start, tags.COORDINATOR)
    return is_conjunction and not paragraph.has(start, tags.COMPLEMENTISER)


def _is_infinitive(paragraph: Paragraph, clause: Range) -> bool:
    """Tell whether a clause is one with "zu": "den Kai zu sperren", "den Kai freizugeben"."""
    comma = first_with(paragraph, clause, tags.COMMA)
    end = clause[1] if comma is None else comma
    markers = tuple(paragraph.lexicon.phrases["infinitive"])
    for index in range(clause[0], end):
        if paragraph.lows[index] in markers and not paragraph.has(index + 1, tags.CAPITAL | tags.DETERMINER):
            return not paragraph.has(index + 2, tags.CAPITAL)
    last = paragraph.lows[end - 1]
    is_verb = last.endswith(paragraph.lexicon.endings["infinitive"])
    return is_verb and any(marker in last[2:-3] for marker in markers)


def begins_relative(paragraph: Paragraph, index: int) -> bool:
    """Tell whether a relative clause begins here: "welcher", "in dem er …", "der am Kai liegt"."""
    index += paragraph.has(index, tags.PREPOSITION)
    if paragraph.has(index, tags.RELATIVE):
        return True
    if paragraph.low(index) not in paragraph.lexicon.phrases["definite"]:
        return False
    if paragraph.has(index + 1, tags.DETERMINER | tags.PRONOUN | tags.PREPOSITION):
        return True
    end = index + 1
    while end < len(paragraph.tags) and not paragraph.has(end, tags.CLAUSE_EDGE):
        end += 1
    phrase = whole_phrase_after(paragraph, index, end)
    if phrase is None or phrase[1] >= end:
        return phrase is None
    return not is_verb_of_second_place(paragraph, phrase[1])


def behind_relative(paragraph: Paragraph, index: int, end: int) -> int:
    """Go over the clause of "Laut einem Papier, das der Post vorliegt, …"."""
    is_bare = not paragraph.lexicon.capital_nouns and (
        paragraph.has(index, tags.RELATIVE)
        or (paragraph.has(index, tags.PREPOSITION) and paragraph.has(index + 1, tags.RELATIVE))
    )
    if not is_bare and not (paragraph.has(index, tags.COMMA) and begins_relative(paragraph, index + 1)):
        return index
    return next((i for i in range(index + 1, end) if paragraph.has(i, tags.COMMA)), index)


def is_main_clause(paragraph: Paragraph, clause: Range) -> bool:
    """Tell whether the verb stands behind the first phrase, or is the first word: "die Stadt sei pleite"."""
    if begins_relative(paragraph, clause[0]):
        return False
    phrase = whole_phrase_after(paragraph, *clause)
    verb = clause[0] if phrase is None else phrase[1]
    return verb < clause[1] and is_verb_of_second_place(paragraph, verb)


def is_verb_of_second_place(paragraph: Paragraph, index: int) -> bool:
    """Tell whether a small word can only be the verb, as no adjective stands behind its noun."""
    if not paragraph.has(index, tags.WORD) or paragraph.has(index, tags.CAPITAL):
        return False
    if paragraph.has(index, tags.FINITE):
        return True
    is_behind = paragraph.has(index - 1, tags.CAPITAL | tags.CLOSING | tags.PHRASE)
    return is_behind and is_nominal(paragraph, index) and not paragraph.has(index, tags.NUMBER)


def main_verb(paragraph: Paragraph, sentence: Range) -> int | None:
    """Return the first verb that stands in no subordinate clause."""
    start = sentence[0]
    while start < sentence[1]:
        comma = first_with(paragraph, (start, sentence[1]), tags.COMMA)
        end = sentence[1] if comma is None else comma
        verb = first_with(paragraph, (start, end), tags.AUXILIARY | tags.CUE)
        if verb is not None and not _is_subordinate_clause(paragraph, start, start == sentence[0]):
            return verb
        start = end + 1
    return None


def _is_subordinate_clause(paragraph: Paragraph, start: int, is_first: bool) -> bool:
    opens = paragraph.has(start, tags.CONJUNCTION) and not paragraph.has(start, tags.COORDINATOR)
    return opens or (not is_first and begins_relative(paragraph, start))
