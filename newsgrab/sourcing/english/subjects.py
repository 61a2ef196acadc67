"""Subjects: whose words a cue reports, and on which side of the cue they stand."""

from __future__ import annotations

from dataclasses import dataclass

from newsgrab.sourcing import tags
from newsgrab.sourcing.english.antecedents import find_antecedent
from newsgrab.sourcing.english.appositions import (
    phrase_with_apposition,
    with_acronym,
    with_name,
    with_names_before,
)
from newsgrab.sourcing.english.clauses import is_verb
from newsgrab.sourcing.english.cues import Cue, is_wish, leads_to_quotation, says_nothing
from newsgrab.sourcing.english.introductions import skip_introduction
from newsgrab.sourcing.english.phrases import (
    chunk_before,
    is_joint,
    is_past,
    is_plural,
    phrase_after,
    phrase_before,
)
from newsgrab.sourcing.lexicon import BASE, FINITE
from newsgrab.sourcing.stretches import head_of, opening_mark
from newsgrab.sourcing.tokens import Paragraph, Range

BEFORE, AFTER, INHERITED = "before", "after", "inherited"
RELATIVE = "relative"  # "who said"
NAMING = "naming"  # "what Lee called"
ASIDE = "aside"  # "as Lee said"
INVERTING = ("clause", "strict", "any", "quote", "ask")
LONGEST_SPEAKER = 12  # tokens between a quotation and a verb of saying


@dataclass(frozen=True, slots=True)
class Subject:
    """``phrase`` names the source; ``first`` to ``last`` is all that belongs to it, appositions too."""

    phrase: Range
    first: int
    last: int
    side: str
    antecedent: Range | None = None  # of "who"


def find_subjects(paragraph: Paragraph, sentence: Range, cue: Cue) -> list[Subject]:
    """Find the subjects that a cue may have next to it, the likeliest first."""
    if cue.entry.frame == "source":
        return _subject_of_phrase(paragraph, sentence, cue)
    if cue.is_gerund:
        return _subject_of_gerund(paragraph, sentence, cue)
    if paragraph.low(cue.first - 1) in paragraph.lexicon.phrases["infinitive"]:
        return _subject_of_infinitive(paragraph, sentence, cue)
    if cue.first == sentence[0]:
        is_order = cue.entry.forms & BASE and not cue.entry.forms & FINITE  # "Recall Ann Lee …"
        return [] if is_order else _subject_after(paragraph, sentence, cue)
    quote = _last_quote(paragraph, sentence[0], cue.first)
    before = _subject_before(paragraph, max(sentence[0], quote + 1), cue)
    found = [before] if before is not None and _agrees(paragraph, before, cue) else []
    if quote >= sentence[0]:
        behind = _subject_behind_quote(paragraph, quote, cue)
        is_wider = bool(behind and before and behind[0].phrase[1] <= before.first)
        found = behind + found if is_wider else found + behind
    if not _may_invert(paragraph, cue, sentence):
        return found
    after = _subject_after(paragraph, sentence, cue)
    return after + found if paragraph.has(cue.verb - 1, tags.QUOTE) else found + after


def _subject_behind_quote(paragraph: Paragraph, quote: int, cue: Cue) -> list[Subject]:
    """Take all between a quotation and the verb for the subject: '"…," a man in the crowd shouted'."""
    phrase = quote + 1, cue.first
    length = phrase[1] - phrase[0]
    if not 0 < length <= LONGEST_SPEAKER or not paragraph.has(phrase[0], tags.WORD):
        return []
    if paragraph.has(phrase[0], tags.CONJUNCTION | tags.AUXILIARY | tags.PREPOSITION | tags.VERB):
        return []
    named = _name_before_comma(paragraph, phrase)
    if named is not None:
        return [Subject(named, *phrase, BEFORE)]
    not_nominal = tags.AUXILIARY | tags.CUE | tags.PRONOUN | tags.CONJUNCTION & ~tags.COORDINATOR | tags.EDGE
    if any(paragraph.tags[i] & not_nominal for i in range(phrase[0] + 1, phrase[1])):
        return []
    return [Subject(phrase, *phrase, BEFORE)]


def _name_before_comma(paragraph: Paragraph, region: Range) -> Range | None:
    """Find the name at the head of '"…," Ann Lee, the mayor who won last year said'."""
    phrase = phrase_after(paragraph, *region)
    if phrase is None or not paragraph.has(phrase[1], tags.COMMA) or phrase[1] >= region[1]:
        return None
    name = phrase_after(paragraph, phrase[1] + 1, region[1])
    if name is not None and name[1] == region[1] and paragraph.has(name[0], tags.CAPITAL):
        return phrase[0], name[1]
    return phrase if all(paragraph.tags[i] & tags.CAPITAL for i in range(*phrase)) else None


def find_subject_of_sentence(paragraph: Paragraph, sentence: Range) -> Range | None:
    """Find the subject at the head of a sentence, be anything said in it or not."""
    start = skip_introduction(paragraph, *sentence)
    if start >= sentence[1] or _is_saying(paragraph, start):
        return None
    phrase = phrase_after(paragraph, start, sentence[1])
    if phrase is None or paragraph.has(phrase[1] - 1, tags.POSSESSIVE):
        return None
    name = _explained(paragraph, phrase, sentence[1])
    return name or with_name(paragraph, _before_object(paragraph, phrase))


def _explained(paragraph: Paragraph, phrase: Range, end: int) -> Range | None:
    """Return the "Lee" of "A retired pilot, Lee has lived here since May", whom the first words explain."""
    if paragraph.lows[phrase[0]] not in paragraph.lexicon.phrases["indefinite"]:
        return None
    name = phrase_after(paragraph, phrase[1] + 1, end) if paragraph.has(phrase[1], tags.COMMA) else None
    is_subject = name is not None and paragraph.has(name[0], tags.CAPITAL) and is_verb(paragraph, name[1])
    return name if is_subject else None


def _is_saying(paragraph: Paragraph, index: int) -> bool:
    """Tell whether a verb of saying stands here, and no noun: "said Lee", but not "reports"."""
    return paragraph.has_verb_of_saying(index) and not paragraph.has(index, tags.AMBIGUOUS)


def _before_object(paragraph: Paragraph, phrase: Range) -> Range:
    """Cut a phrase before a verb that only its object gives away: "Volunteers cast the wheels"."""
    linking = tags.PREPOSITION | tags.DETERMINER | tags.COORDINATOR | tags.CAPITAL
    for index in range(phrase[0] + 2, phrase[1]):
        is_object = paragraph.has(index, tags.DETERMINER) and not paragraph.has(index + 1, tags.TIME)
        if is_object and not paragraph.has(index - 1, linking):
            return phrase[0], index - 1
    return phrase


def _subject_of_phrase(paragraph: Paragraph, sentence: Range, cue: Cue) -> list[Subject]:
    """Find X in "according to X"."""
    phrase = phrase_after(paragraph, cue.last, sentence[1])
    if phrase is None or paragraph.lows[phrase[0]] in paragraph.lexicon.phrases["measures"]:
        return []
    return [Subject(phrase, *phrase, AFTER)]


def _subject_of_infinitive(paragraph: Paragraph, sentence: Range, cue: Cue) -> list[Subject]:
    """Find X in 'X was moved to say, "…"'."""
    for index in range(cue.first - 2, sentence[0], -1):
        if paragraph.has(index, tags.EDGE | tags.CONJUNCTION):
            break
        if is_verb(paragraph, index):
            phrase = phrase_before(paragraph, index, sentence[0])
            if phrase is not None:
                return [Subject(phrase, *phrase, INHERITED)]
    return []


def _subject_of_gerund(paragraph: Paragraph, sentence: Range, cue: Cue) -> list[Subject]:
    """Find X in "with X calling the move unwise"."""
    phrase = chunk_before(paragraph, cue.first, sentence[0])
    if phrase is None:
        return []
    whole = phrase_before(paragraph, cue.first, sentence[0])
    absolute = paragraph.lexicon.phrases["accompanying"]
    if whole is not None and paragraph.low(whole[0] - 1) in absolute:
        phrase = whole
    leads_to_quote = leads_to_quotation(paragraph, cue.last)
    before = phrase[0] - 1
    if paragraph.has(phrase[1] - 1, tags.OCCASION | tags.TIME) and phrase[0] > sentence[0]:
        return []
    is_absolute = phrase[0] > sentence[0] and paragraph.low(before) in absolute
    is_governed = paragraph.has(before, tags.PREPOSITION)
    is_owner = paragraph.low(before) in paragraph.lexicon.phrases["linking"]
    leads_to_quote = leads_to_quote and (is_owner or not is_governed)
    return [Subject(phrase, *phrase, INHERITED)] if is_absolute or leads_to_quote else []


def _last_quote(paragraph: Paragraph, start: int, end: int) -> int:
    return next((i for i in range(end - 1, start - 1, -1) if paragraph.tags[i] & tags.QUOTE), start - 1)


def _may_invert(paragraph: Paragraph, cue: Cue, sentence: Range) -> bool:
    """Tell whether the subject may stand after the cue: '"…," said Ann Lee'."""
    before = cue.verb - 1
    if cue.first < cue.verb or cue.entry.frame not in INVERTING:
        return False
    if before < sentence[0] or not paragraph.has(before, tags.QUOTE | tags.COMMA | tags.DASH):
        return False
    return bool(cue.entry.forms & FINITE)


def _subject_after(paragraph: Paragraph, sentence: Range, cue: Cue) -> list[Subject]:
    phrase = phrase_after(paragraph, cue.last, sentence[1])
    if phrase is None:
        return []
    after_quote = paragraph.has(cue.verb - 1, tags.QUOTE) or paragraph.has(cue.verb - 2, tags.QUOTE)
    if (
        not after_quote
        and paragraph.has(phrase[1], tags.WORD)
        and not paragraph.has(phrase[1], tags.PREPOSITION | tags.TIME)
    ):
        return []
    phrase = with_name(paragraph, phrase)
    return [Subject(phrase, *phrase, AFTER)]


def _subject_before(paragraph: Paragraph, floor: int, cue: Cue) -> Subject | None:
    end = cue.first
    if end <= floor:
        return None
    last = paragraph.tags[end - 1]
    if last & tags.CLOSING:
        return _subject_before_bracket(paragraph, floor, end, end)
    if last & tags.COMMA and paragraph.has(end - 2, tags.CLOSING):
        return _subject_before_bracket(paragraph, floor, end - 1, end)
    if last & (tags.COMMA | tags.DASH):
        whole = phrase_with_apposition(paragraph, floor, end)
        return Subject(whole, whole[0], end, BEFORE) if whole else None
    if last & tags.RELATIVE:
        return Subject((end - 1, end), end - 1, end, RELATIVE, find_antecedent(paragraph, floor, end - 1))
    return _adjacent_subject(paragraph, floor, cue)


def _subject_before_bracket(paragraph: Paragraph, floor: int, closed: int, end: int) -> Subject | None:
    """Find X in "X (R-Ohio) said"; the bracket closes just before token ``closed``."""
    opening = opening_mark(paragraph, closed - 1, floor)
    phrase = phrase_before(paragraph, opening, floor) if opening is not None else None
    if phrase is None:
        return None
    return Subject(with_acronym(paragraph, phrase), phrase[0], end, BEFORE)


def _adjacent_subject(paragraph: Paragraph, floor: int, cue: Cue) -> Subject | None:
    end = cue.first
    phrase = phrase_before(paragraph, end, floor)
    antecedent = _of_relative_clause(paragraph, phrase[0] if phrase else end, floor)
    if antecedent is not None:
        return Subject(antecedent, antecedent[0], end, BEFORE)
    if phrase is None or (phrase[0] > floor and paragraph.has(phrase[0] - 1, tags.PREPOSITION)):
        return None
    if phrase[1] - phrase[0] == 1 and says_nothing(paragraph, phrase[0], cue):
        return None
    phrases = paragraph.lexicon.phrases
    link = paragraph.low(phrase[0] - 1) if phrase[0] > floor else ""
    if link in phrases["comparing"]:
        return None
    if link in phrases["called"]:
        is_quoted = paragraph.has(cue.last, tags.QUOTE | tags.PHRASE)
        return Subject(phrase, phrase[0], end, NAMING) if is_quoted else None
    if phrase[0] > floor and _is_object(paragraph, phrase):
        return None
    phrase = with_names_before(paragraph, phrase, floor)
    is_aside = phrase[0] > floor and paragraph.low(phrase[0] - 1) in phrases["as"]
    return Subject(phrase, phrase[0], end, ASIDE if is_aside else BEFORE)


def _is_object(paragraph: Paragraph, phrase: Range) -> bool:
    """Tell whether a verb right before governs the phrase: "He shared a syllabus for a class called …"."""
    before = phrase[0] - 1
    if paragraph.has(phrase[0], tags.PRONOUN) or paragraph.has(before, tags.CUE | tags.CAPITAL):
        return False
    return paragraph.has(before, tags.VERB) or is_past(paragraph, before)


def _of_relative_clause(paragraph: Paragraph, start: int, floor: int) -> Range | None:
    """Return "people" in "people who voted for Lee said", where the verb's neighbour is "Lee"."""
    for index in range(start - 1, max(floor, start - 14) - 1, -1):
        tag = paragraph.tags[index]
        if tag & (tags.COMMA | tags.QUOTE | tags.DASH | tags.COLON | tags.SEMICOLON):
            return None
        is_saying = tag & tags.CUE and paragraph.lows[index] not in paragraph.lexicon.split_verbs
        if is_saying and not is_wish(paragraph, index):
            return None
        if tag & tags.RELATIVE and tag & tags.PRONOUN:  # "who", and no "whom"
            return phrase_before(paragraph, index, floor)
        if tag & tags.CONJUNCTION and not tag & tags.COORDINATOR:
            return None
    return None


def _is_deed(paragraph: Paragraph, phrase: Range) -> bool:
    """Tell the "leaving office" of "after leaving office, he said" from somebody."""
    is_gerund = paragraph.lows[phrase[0]].endswith(paragraph.lexicon.endings["gerund"])
    is_name = paragraph.has(phrase[0], tags.CAPITAL)
    return is_gerund and not is_name and paragraph.has(phrase[0] - 1, tags.PREPOSITION)


def _agrees(paragraph: Paragraph, subject: Subject, cue: Cue) -> bool:
    """Tell whether subject and verb agree in number, as far as the form shows it."""
    lexicon, low = paragraph.lexicon, paragraph.lows[cue.verb]
    if subject.side == RELATIVE:
        return True
    if _is_deed(paragraph, subject.phrase):
        return False
    is_bare = cue.entry.forms & BASE and not cue.entry.forms & FINITE
    helpers = range(cue.first, cue.verb)  # "has", and the "to" of "went on to"
    chain = lexicon.phrases["infinitive"]
    is_helped = any(paragraph.tags[i] & tags.AUXILIARY or paragraph.lows[i] in chain for i in helpers)
    if is_helped:
        return True
    plural = is_plural(paragraph, subject.phrase)
    if is_bare:
        return plural
    is_third_person = low.endswith(lexicon.endings["third_person"])
    first, last = subject.phrase[0], subject.phrase[1] - 1
    is_name = paragraph.has(last, tags.CAPITAL) and not is_joint(paragraph, (first, last))
    counts = paragraph.has(first, tags.PLURAL) and first < last  # "most Southern states"
    is_several = (
        plural and not is_name and not paragraph.has(head_of(paragraph, subject.phrase), tags.COLLECTIVE)
    )
    return not (is_third_person and (counts or is_several))
