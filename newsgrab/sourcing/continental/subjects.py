"""Subjects of verbs of saying: on either side of the verb, as word order and marks tell."""

from __future__ import annotations

from collections.abc import Iterator

from newsgrab.sourcing import tags
from newsgrab.sourcing.continental.cues import Cue
from newsgrab.sourcing.continental.nouns import has_first_name
from newsgrab.sourcing.continental.phrases import subject_behind
from newsgrab.sourcing.continental.places import find_document, speaking_body
from newsgrab.sourcing.continental.preceding import is_doubtful, subject_before
from newsgrab.sourcing.continental.speakers import can_speak, is_speaker, is_thing, names_somebody
from newsgrab.sourcing.continental.verblast import closes_clause, subject_of_last_verb
from newsgrab.sourcing.names import is_of_person
from newsgrab.sourcing.stretches import any_has
from newsgrab.sourcing.tokens import Paragraph, Range


def find_subject(paragraph: Paragraph, sentence: Range, cue: Cue) -> Range | None:
    """Return the noun phrase that is the subject of a verb of saying, or the document that it speaks of."""
    if cue.frame in ("impersonal", "written"):
        return find_document(paragraph, sentence, cue)
    found = _subjects(paragraph, sentence, cue)
    return next((phrase for phrase in found if phrase and is_speaker(paragraph, phrase, cue)), None)


def _subjects(paragraph: Paragraph, sentence: Range, cue: Cue) -> Iterator[Range | None]:
    """Give what may be the subject, the likeliest first."""
    before = subject_before(paragraph, sentence[0], cue.first)
    if before is None:
        yield speaking_body(paragraph, sentence, cue)
    elif _is_explained(paragraph, before, sentence[0], cue):
        yield before
    if _is_acted_on(paragraph, sentence[0], cue):
        pass
    elif before is None or _is_inverted(paragraph, before, sentence, cue):
        yield _subject_behind(paragraph, sentence, cue)
    elif not can_speak(paragraph, before):
        behind = _subject_behind(paragraph, sentence, cue)
        is_subject = behind is not None and can_speak(paragraph, behind)
        yield behind if is_subject and not _is_one_of_several(paragraph, behind, cue.first) else None
    if closes_clause(paragraph, sentence, cue):
        yield subject_of_last_verb(paragraph, sentence, cue)
    if before is not None and not is_thing(paragraph, before) and _agrees(paragraph, before, cue.first):
        yield before


def _is_acted_on(paragraph: Paragraph, floor: int, cue: Cue) -> bool:
    """Tell whether what stands behind the verb may be its object: "la ministra, que criticó la ley, …"."""
    before = cue.first - 1
    while before > floor and paragraph.has(before, tags.OBJECT | tags.ADVERB | tags.NEGATION):
        before -= 1
    is_relative = paragraph.lexicon.pronouns.get(paragraph.lows[before]) == "relative"
    return cue.frame == "object" and is_relative and not paragraph.lexicon.capital_nouns


def _is_explained(paragraph: Paragraph, before: Range, floor: int, cue: Cue) -> bool:
    """Tell whether the sentence begins "Berg, der am Kai wohnt, sagte …"."""
    if not paragraph.has(cue.first - 1, tags.COMMA):
        return False
    is_shown = any_has(paragraph, before, tags.COMMA) or names_somebody(paragraph, before)
    if not paragraph.lexicon.capital_nouns and not is_shown:
        return False  # without capitals a name shows it, "La directora, Eva Gil, pidió …", or a known noun
    start = floor
    while start < before[0] and paragraph.has(start, tags.ADVERB | tags.COORDINATOR):
        start += 1
    return before[0] == start and can_speak(paragraph, before)


def _is_inverted(paragraph: Paragraph, before: Range, sentence: Range, cue: Cue) -> bool:
    """Tell whether the subject stands behind the verb though a phrase stands before it."""
    is_set_off = paragraph.has(cue.first - 1, tags.COMMA | tags.QUOTE | tags.DASH)
    if (is_set_off and cue.frame == "clause") or is_doubtful(paragraph, before, sentence):
        return True
    if _is_taken_up(paragraph, before, sentence, cue):
        return True
    return _is_pronoun_subject(paragraph, cue.last) or _is_taken(paragraph, sentence[0], cue)


def _is_taken_up(paragraph: Paragraph, before: Range, sentence: Range, cue: Cue) -> bool:
    """Tell whether a pronoun takes up an object before it: "El balance lo confirmó la alcaldesa"."""
    pronoun = cue.first - 1
    if paragraph.lexicon.capital_nouns or before[1] != pronoun or not paragraph.has(pronoun, tags.OBJECT):
        return False
    behind = subject_behind(paragraph, cue.last, sentence[1])
    return behind is not None and is_of_person(paragraph, behind)


def _is_pronoun_subject(paragraph: Paragraph, index: int) -> bool:
    """Tell whether the pronoun behind the verb is its subject: "sagte er", not "Berg hält es"."""
    if not paragraph.has(index, tags.PRONOUN) or paragraph.has(index, tags.DETERMINER):
        return False
    return paragraph.lexicon.pronouns.get(paragraph.lows[index]) != "neuter"


def _is_taken(paragraph: Paragraph, floor: int, cue: Cue) -> bool:
    """Tell whether the one place before the verb is no subject's: "Als Antwort auf den Brief sagte …"."""
    start = cue.first
    while start > floor and not paragraph.has(start - 1, tags.EDGE):
        start -= 1
    if not paragraph.lexicon.capital_nouns or paragraph.has(cue.last, tags.EDGE):
        return False
    if paragraph.has(start - 1, tags.CLOSING) and start > floor:
        return False  # "die Werft (WHK) in Kiel hält …"
    is_led = paragraph.has(start, tags.PREPOSITION)
    return is_led or paragraph.low(start) in paragraph.lexicon.phrases["being"]


def _subject_behind(paragraph: Paragraph, sentence: Range, cue: Cue) -> Range | None:
    """Return the phrase behind the verb, without that of which it speaks."""
    return _without_theme(paragraph, subject_behind(paragraph, cue.last, sentence[1]), cue)


def _without_theme(paragraph: Paragraph, phrase: Range | None, cue: Cue) -> Range | None:
    """Leave out of what somebody speaks: "sprach die Polizei von wenigen Fällen"."""
    phrases = paragraph.lexicon.phrases
    verb = paragraph.lexicon.split_verbs.get(paragraph.lows[cue.first])
    verb = verb or paragraph.lexicon.verbs.get(paragraph.lows[cue.first])
    if phrase is None or verb is None or verb.lemma not in phrases["speaking"]:
        return phrase
    theme = next(
        (i for i in range(phrase[0] + 1, phrase[1]) if paragraph.lows[i] in phrases["by"]), phrase[1]
    )
    return phrase[0], theme


def _is_one_of_several(paragraph: Paragraph, phrase: Range | None, verb: int) -> bool:
    """Tell whether one person stands behind a verb in the plural: "Die Fischer nannten Eva Lind …"."""
    if phrase is None or not paragraph.lexicon.capital_nouns or not has_first_name(paragraph, phrase):
        return False
    is_plural = paragraph.lows[verb].endswith(paragraph.lexicon.endings["plural"])
    return is_plural and not any_has(paragraph, phrase, tags.COORDINATOR)


def _agrees(paragraph: Paragraph, phrase: Range, verb: int) -> bool:
    """Tell whether a phrase can be the subject by its case: no "пешеходов обещают", but "Орлов"."""
    endings = paragraph.lexicon.endings
    if has_first_name(paragraph, phrase):
        return True
    is_plural = paragraph.lows[verb].endswith(endings["plural"])
    return not is_plural or not paragraph.lows[phrase[0]].endswith(endings["genitive"])
