"""Subjects: on either side of the verb, as word order and marks tell."""

from __future__ import annotations

from newsgrab.sourcing import tags
from newsgrab.sourcing.continental.appositions import (
    name_before,
    over_circumstances,
    subject_before_bracket,
    subject_with_apposition,
)
from newsgrab.sourcing.continental.cues import Cue
from newsgrab.sourcing.continental.phrases import (
    is_first_name,
    is_governed,
    is_nominal,
    phrase_after,
    phrase_before,
    subject_behind,
    whole_phrase_after,
)
from newsgrab.sourcing.continental.speakers import can_speak, is_thing
from newsgrab.sourcing.continental.verblast import closes_clause, subject_of_last_verb
from newsgrab.sourcing.kinds import kind_of_word
from newsgrab.sourcing.stretches import FINITE, any_has
from newsgrab.sourcing.tokens import Paragraph, Range

FAR = 3000  # characters around a word among which it may come again


def find_subject(paragraph: Paragraph, sentence: Range, cue: Cue) -> Range | None:
    """Return the noun phrase that is the subject of a verb of saying."""
    if cue.frame in ("impersonal", "written"):
        place = _find_place(paragraph, sentence, cue)
        return place if cue.frame == "impersonal" or (place and _is_written(paragraph, place)) else None
    before = _subject_before(paragraph, sentence[0], cue.first)
    body = _speaking_body(paragraph, cue, sentence) if before is None else None
    if body is not None:
        return body
    if before is not None and _is_explained(paragraph, before, sentence[0], cue):
        return before
    is_behind = cue.frame == "clause" and paragraph.has(cue.first - 1, tags.COMMA | tags.QUOTE | tags.DASH)
    is_behind = is_behind or _is_pronoun_subject(paragraph, cue.last, before)
    is_behind = is_behind or before is None or _is_doubtful(paragraph, before, sentence)
    is_behind = is_behind or _is_taken(paragraph, sentence[0], cue)
    if is_behind or (before is not None and not can_speak(paragraph, before)):
        behind = _without_theme(paragraph, subject_behind(paragraph, cue.last, sentence[1]), cue)
        if behind is not None and (is_behind or can_speak(paragraph, behind)):
            return behind
    if closes_clause(paragraph, sentence, cue):
        subject = subject_of_last_verb(paragraph, sentence, cue)
        if subject is not None:
            return subject
    if before is not None and not is_thing(paragraph, before) and _agrees(paragraph, before, cue.first):
        return before
    return None


def _is_written(paragraph: Paragraph, phrase: Range) -> bool:
    """Say whether something can stand in it: a report, a letter."""
    words = (paragraph.lows[index] for index in range(*phrase))
    return any(kind_of_word(word, paragraph.lexicon) == "document" for word in words)


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


def _agrees(paragraph: Paragraph, phrase: Range, verb: int) -> bool:
    """Say whether a phrase can be the subject by its case: no "пешеходов обещают"."""
    endings = paragraph.lexicon.endings
    is_plural = paragraph.lows[verb].endswith(endings["plural"])
    return not is_plural or not paragraph.lows[phrase[1] - 1].endswith(endings["genitive"])


def _is_pronoun_subject(paragraph: Paragraph, index: int, before: Range | None) -> bool:
    """Say whether the pronoun behind the verb is its subject: "sagte er", not "Berg hält es"."""
    if not paragraph.has(index, tags.PRONOUN) or paragraph.has(index, tags.DETERMINER):
        return False
    return before is None or paragraph.lexicon.pronouns.get(paragraph.lows[index]) != "neuter"


def _is_explained(paragraph: Paragraph, before: Range, floor: int, cue: Cue) -> bool:
    """Say whether the sentence begins "Berg, der am Kai wohnt, sagte …"."""
    if not paragraph.has(cue.first - 1, tags.COMMA):
        return False
    if not paragraph.lexicon.capital_nouns and not any_has(paragraph, before, tags.COMMA):
        return False  # without capitals only a name shows it: "La directora, Eva Gil, pidió …"
    start = floor
    while start < before[0] and paragraph.has(start, tags.ADVERB | tags.COORDINATOR):
        start += 1
    return before[0] == start and can_speak(paragraph, before)


def _is_taken(paragraph: Paragraph, floor: int, cue: Cue) -> bool:
    """Say whether the one place before the verb is not the subject's: "Als Antwort auf den Brief sagte …"."""
    start = cue.first
    while start > floor and not paragraph.has(start - 1, tags.EDGE):
        start -= 1
    if not paragraph.lexicon.capital_nouns or paragraph.has(cue.last, tags.EDGE):
        return False
    if paragraph.has(start - 1, tags.CLOSING) and start > floor:
        return False  # "die Werft (WHK) in Kiel hält …"
    is_led = paragraph.has(start, tags.PREPOSITION) and not paragraph.has(start, tags.CONJUNCTION)
    return is_led or paragraph.low(start) in paragraph.lexicon.phrases["being"]


def find_subject_of_sentence(paragraph: Paragraph, sentence: Range) -> Range | None:
    """Find the subject at the head of a sentence, or behind its first verb."""
    start, end = sentence
    while start < end and paragraph.has(start, tags.COORDINATOR | tags.ADVERB | tags.QUOTE | tags.COMMA):
        start += 1
    phrase = phrase_after(paragraph, start, end)
    is_sure = phrase is not None and not is_governed(paragraph, phrase, start)
    if phrase is not None and phrase[1] - start == 1:
        is_sure = is_sure and paragraph.lows[start] not in paragraph.lexicon.phrases["pointing"]
    if phrase is not None and is_sure and not _is_doubtful(paragraph, phrase, (start, end)):
        return phrase
    verb = next((i for i in range(start, end) if _is_verb(paragraph, i)), None)
    behind_phrase = _verb_behind_phrase(paragraph, start, end)
    if verb is None or (behind_phrase is not None and behind_phrase < verb):
        verb = behind_phrase
    if verb is not None:
        return subject_behind(paragraph, verb + 1, end)
    return phrase if is_sure else None


def _is_verb(paragraph: Paragraph, index: int) -> bool:
    is_known = paragraph.has(index, FINITE)
    return is_known and not paragraph.has(index, tags.CAPITAL)


def _verb_behind_phrase(paragraph: Paragraph, start: int, end: int) -> int | None:
    """Return the verb of "Im Kongress warb …", which no lexicon has: the small word behind the phrase."""
    if not paragraph.has(start, tags.PREPOSITION):
        return None
    governed = whole_phrase_after(paragraph, start + 1, end)
    index = governed[1] if governed else start + 1
    while governed is None and paragraph.has(index, tags.TIME | tags.DETERMINER):
        index += 1  # "Am Abend warb …"
    is_small = index < end and paragraph.words[index][:1].islower()
    return index if is_small and is_nominal(paragraph, index) else None


def _is_doubtful(paragraph: Paragraph, phrase: Range, sentence: Range) -> bool:
    """Say whether a word has its capital only from the sentence's beginning: "Besorgt äußerte sich …"."""
    is_single = phrase[1] - phrase[0] == 1 and phrase[0] == sentence[0]
    if not is_single or not paragraph.lows[phrase[0]].endswith(paragraph.lexicon.endings["opening"]):
        return False
    return not _has_capital_elsewhere(paragraph, phrase[0])


def _has_capital_elsewhere(paragraph: Paragraph, index: int) -> bool:
    """Say whether the word has its capital nearby in mid-sentence too, as a name has: "… sagte Hammert"."""
    text, word = paragraph.text, f" {paragraph.words[index]}"
    start, end = paragraph.starts[index] - FAR, paragraph.ends[index] + FAR
    place = text.find(word, max(start, 1), end)
    while place >= 0:
        if text[place - 1].islower() and not text[place + len(word) : place + len(word) + 1].isalpha():
            return True
        place = text.find(word, place + 1, end)
    return False


def _speaking_body(paragraph: Paragraph, cue: Cue, sentence: Range) -> Range | None:
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


def _subject_before(paragraph: Paragraph, floor: int, end: int) -> Range | None:
    index = end
    while index > floor and paragraph.has(
        index - 1, tags.ADVERB | tags.AUXILIARY | tags.OBJECT | tags.NEGATION
    ):
        if paragraph.has(index - 1, tags.PRONOUN):
            break
        index -= 1
    if paragraph.has(index - 1, tags.COMMA) and paragraph.has(index - 2, tags.CLOSING):
        index -= 1
    if index > floor and paragraph.has(index - 1, tags.CLOSING):
        return subject_before_bracket(paragraph, floor, index)
    if index > floor and paragraph.has(index - 1, tags.COMMA | tags.DASH):
        return subject_with_apposition(paragraph, floor, index)
    phrase = over_circumstances(paragraph, phrase_before(paragraph, index, floor), floor)
    if phrase is not None and paragraph.has(phrase[0], tags.CLOSING):
        return subject_before_bracket(paragraph, floor, phrase[0] + 1)
    if phrase is None or is_governed(paragraph, phrase, floor) or paragraph.has(phrase[1] - 1, tags.NUMBER):
        return None
    if phrase[1] - phrase[0] == 1 and paragraph.lows[phrase[0]] in paragraph.lexicon.phrases["pointing"]:
        return None  # "Das sagte Berg"
    name = name_before(paragraph, phrase, floor)
    if name is None and paragraph.lexicon.capital_nouns:
        return _with_partner(paragraph, phrase, floor, end), index
    return name or (phrase[0], index)


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
    has_name = any(is_first_name(paragraph, index) for index in range(*phrase))
    return partner[0] if is_plural or not has_name else phrase[0]
