"""What is reported behind its cue: "Lee said that the road is shut."."""

from __future__ import annotations

from itertools import islice

from newsgrab.sourcing import tags
from newsgrab.sourcing.english.clauses import has_quote, is_verb, tells_in_passing
from newsgrab.sourcing.english.cues import Cue, leads_to_quotation
from newsgrab.sourcing.english.introductions import skip_introduction
from newsgrab.sourcing.english.phrases import is_adverb, phrase_after
from newsgrab.sourcing.stretches import trim
from newsgrab.sourcing.tokens import Paragraph, Range

FURTHEST_COMPLEMENTISER = 16  # tokens between a verb and its "that", colon or quotation
FURTHEST_VERB = 16  # tokens between the start of a clause and its verb
FURTHEST_OCCASION = 6  # tokens from "in" to the "statement" of "in an e-mailed statement"
FURTHEST_SPEAKER = 8  # tokens between a quotation and its verb
FEWEST_WORDS = 2  # of a content
FEWEST_REPORTED = 6  # words behind "said" that are a clause whatever their verb is


def content_after(paragraph: Paragraph, right: Range, cue: Cue) -> Range | None:
    """Return what the cue reports of the tokens behind it."""
    start = _start_after(paragraph, right, cue)
    if start is None:
        return None
    content = trim(paragraph, (start, end_after(paragraph, (start, right[1]), cue)))
    if content is None:
        return None
    words = (True for tag in paragraph.tags[slice(*content)] if tag & (tags.WORD | tags.PHRASE))
    is_long = sum(islice(words, FEWEST_WORDS)) == FEWEST_WORDS
    if is_long or paragraph.has(content[0], tags.PHRASE) or has_quote(paragraph, content):
        return content
    return None


def _start_after(paragraph: Paragraph, right: Range, cue: Cue) -> int | None:
    """Return where the content begins behind the cue, or None where what follows is nothing reported."""
    start, end = right
    opening = _find_opening(paragraph, start, end)
    shows = cue.entry.lemma in paragraph.lexicon.phrases["showing"]
    if shows and paragraph.has(start, tags.QUOTE | tags.PHRASE):
        return None
    if opening is not None and (cue.frame not in ("any", "object") or _is_set_off(paragraph, opening)):
        return opening
    if cue.frame == "quote" or paragraph.low(start).endswith(paragraph.lexicon.endings["reflexive"]):
        return None
    start = _skip_adjuncts(paragraph, start, end)
    if cue.takes_infinitive:
        infinitive = _find_infinitive(paragraph, start, end)
        start = start if infinitive is None else infinitive
        if infinitive is not None:
            return infinitive
    if start >= end or paragraph.has(start, tags.COMMA | tags.PREPOSITION | tags.COORDINATOR | tags.DASH):
        return opening if cue.frame == "any" else None
    if cue.frame in ("any", "object"):
        return start
    if cue.frame == "strict":
        return start if _is_plain_clause(paragraph, start, end) else None
    is_plain = cue.entry.lemma in paragraph.lexicon.phrases["plain"] and end - start >= FEWEST_REPORTED
    if (
        is_plain
        and paragraph.has(start, tags.DETERMINER | tags.CAPITAL)
        and not paragraph.has(start, tags.QUANTIFIER)
    ):
        return start
    return start if _is_clause(paragraph, start, end) else None


def _is_set_off(paragraph: Paragraph, opening: int) -> bool:
    """Tell whether a comma or colon introduces the quotation: 'She called over, "…"'."""
    return paragraph.has(opening, tags.QUOTE) and paragraph.has(opening - 1, tags.COMMA | tags.COLON)


def _find_opening(paragraph: Paragraph, start: int, end: int) -> int | None:
    """Return the "that", the quotation or the word behind a colon to which only adjuncts lead."""
    for index in range(start, min(end, start + FURTHEST_COMPLEMENTISER)):
        tag = paragraph.tags[index]
        if tag & tags.QUOTE:
            is_set_off = index == start or paragraph.has(index - 1, tags.COMMA | tags.COLON)
            is_set_off |= paragraph.lows[index - 1] in paragraph.lexicon.phrases["infinitive"]
            return index if is_set_off else None
        if tag & tags.COLON:
            return None if _is_spoken_by_another(paragraph, index + 1, end) else index + 1
        if tag & tags.COMMA:
            if paragraph.has(index + 1, tags.QUOTE):
                return index + 1
            continue
        if paragraph.lows[index] in paragraph.lexicon.phrases["announcing"]:
            return index
        if tag & tags.OCCASION and paragraph.has(index - 1, tags.DETERMINER | tags.OCCASION):
            continue  # "in a post"
        if tag & (tags.PRONOUN | tags.AUXILIARY | tags.CUE | tags.VERB | tags.SEMICOLON | tags.CONJUNCTION):
            return None
    return None


def _find_infinitive(paragraph: Paragraph, start: int, end: int) -> int | None:
    """Return the "to" of "promised at a rally to end the war"."""
    infinitive = paragraph.lexicon.phrases["infinitive"]
    before = tags.OCCASION | tags.TIME | tags.CUE
    for index in range(start, min(end, start + FURTHEST_COMPLEMENTISER)):
        if paragraph.lows[index] in infinitive and paragraph.has(index - 1, before):
            return index
        if paragraph.has(index, tags.COMMA | tags.AUXILIARY | tags.PRONOUN | tags.CUE):
            return None
    return None


def _skip_adjuncts(paragraph: Paragraph, start: int, end: int) -> int:
    while start < end and (paragraph.has(start, tags.TIME) or is_adverb(paragraph, start)):
        start += 1
    if start < end and paragraph.has(start, tags.PREPOSITION) and paragraph.has(start + 1, tags.TIME):
        return _skip_adjuncts(paragraph, start + 2, end)
    behind = _behind_occasion(paragraph, start, end)
    return start if behind is None else _skip_adjuncts(paragraph, behind, end)


def _behind_occasion(paragraph: Paragraph, start: int, end: int) -> int | None:
    """Return where the "in an e-mailed statement" ends that begins here; None where none does."""
    if start >= end or paragraph.lows[start] not in paragraph.lexicon.phrases["carrying"]:
        return None
    for index in range(start + 1, min(end, start + FURTHEST_OCCASION)):
        if paragraph.has(index, tags.OCCASION):
            while paragraph.has(index, tags.OCCASION):
                index += 1
            is_followed = paragraph.has(index, tags.PREPOSITION) and not paragraph.has(index + 1, tags.TIME)
            return index if index < end and not is_followed else None
        if paragraph.has(index, tags.EDGE | tags.PREPOSITION | tags.FINITE | tags.PRONOUN):
            return None
    return None


def _is_clause(paragraph: Paragraph, start: int, end: int) -> bool:
    """Tell whether a clause begins here: a phrase with a finite verb, or a conjunction such as "that"."""
    if paragraph.has(start, tags.COMPLEMENTISER | tags.PRONOUN | tags.QUOTE):
        return True
    for index in range(start + 1, min(end, start + FURTHEST_VERB)):
        if paragraph.has(index, tags.QUOTE) or is_verb(paragraph, index) or _quotes_verb(paragraph, index):
            return True
        if paragraph.has(index, tags.STOP | tags.SEMICOLON | tags.RELATIVE):
            return False
    return False


def _quotes_verb(paragraph: Paragraph, index: int) -> bool:
    """Tell whether a few quoted words begin with a verb: 'the port “stood ready” to help'."""
    if not paragraph.has(index, tags.PHRASE):
        return False
    first = paragraph.between(index, index + 1)[1:].partition(" ")[0].lower()
    return paragraph.lexicon.tags.get(first, 0) & tags.FINITE != 0


def _is_plain_clause(paragraph: Paragraph, start: int, end: int) -> bool:
    """Tell whether a subject with its finite verb right behind begins here."""
    phrase = phrase_after(paragraph, start, end)
    if phrase is None:
        return False
    after = phrase[1]
    while after < end and is_adverb(paragraph, after):
        after += 1
    return after < end and (paragraph.has(after, tags.QUOTE) or is_verb(paragraph, after))


def end_after(paragraph: Paragraph, tokens: Range, cue: Cue) -> int:
    """Return where the content ends: at a clause that says something else, or with the sentence."""
    start, end = tokens
    end = _end_of_introduction(paragraph, cue.verb, end)
    if paragraph.has(start, tags.QUOTE) and _is_complete(paragraph, start):
        return _end_of_quotations(paragraph, start, end)
    for index in range(start + 1, end):
        if _breaks_off(paragraph, index, end, cue):
            return index + paragraph.has(index, tags.QUOTE | tags.PHRASE)
    return end


def _end_of_introduction(paragraph: Paragraph, verb: int, end: int) -> int:
    """Return where a clause that leads in ends if the verb stands in it: "While Lee says so, …"."""
    first = paragraph.sentence_of(verb)
    behind = skip_introduction(paragraph, first, end)
    return behind if first < verb < behind else end


def _is_complete(paragraph: Paragraph, index: int) -> bool:
    """Tell whether a quotation ends like a sentence or with the comma of one."""
    return paragraph.last_quoted(index) in ",.!?…"


def _end_of_quotations(paragraph: Paragraph, start: int, end: int) -> int:
    """Return the end of the last quotation that follows without another verb of saying."""
    last = start + 1
    for index in range(start + 1, end):
        if paragraph.has(index, tags.QUOTE):
            last = index + 1
        if paragraph.has_verb_of_saying(index):
            break
    return last


def _breaks_off(paragraph: Paragraph, index: int, end: int, cue: Cue) -> bool:
    tag = paragraph.tags[index]
    if tag & tags.SEMICOLON or (tag & tags.COLON and _is_spoken_by_another(paragraph, index + 1, end)):
        return True
    if tag & tags.PREPOSITION and paragraph.low(index + 1) in paragraph.lexicon.phrases["governed"]:
        return True
    if tag & tags.PREPOSITION and cue.frame in ("object", "any"):
        return _is_occasion(paragraph, index + 1, end)
    if tag & (tags.COMMA | tags.QUOTE | tags.PHRASE):
        if paragraph.has(index + 1, tags.LEADING) or tells_in_passing(paragraph, index + 1):
            return True
        if tag & tags.COMMA and _closes_with_voice(paragraph, index + 1, end):
            return True
        return cue.frame == "object" and (
            paragraph.has(index + 1, tags.CONJUNCTION)
            or paragraph.low(index + 1) in paragraph.lexicon.phrases["accompanying"]
        )
    if tag & tags.COORDINATOR:
        return _coordinates_cue(paragraph, index, end)
    return False


def _is_spoken_by_another(paragraph: Paragraph, quote: int, end: int) -> bool:
    """Tell whether behind a colon stands a quotation with a verb of saying of its own."""
    if not paragraph.has(quote, tags.QUOTE):
        return False
    behind = range(quote + 1, min(end, quote + FURTHEST_SPEAKER))
    return any(map(paragraph.has_verb_of_saying, behind))


def _closes_with_voice(paragraph: Paragraph, start: int, end: int) -> bool:
    """Tell whether the sentence ends with somebody else: "…, Reuters reported"."""
    if end - start > FURTHEST_SPEAKER or not paragraph.has(end - 1, tags.CUE):
        return False
    phrase = phrase_after(paragraph, start, end)
    return phrase is not None and phrase[1] == end - 1


def _is_occasion(paragraph: Paragraph, start: int, end: int) -> bool:
    """Tell whether the phrase behind a preposition is "a statement", "an interview"."""
    while start < end and paragraph.has(start, tags.DETERMINER | tags.TIME):
        start += 1
    if start >= end or not paragraph.has(start, tags.OCCASION):
        return False
    if paragraph.lows[start].endswith(paragraph.lexicon.endings["gerund"]) and start + 1 < end:
        return paragraph.tags[start + 1] != tags.WORD  # "close to the ruling party"
    is_topic = paragraph.low(start + 1) in paragraph.lexicon.phrases["topical"]
    return not is_topic or paragraph.has(start + 2, tags.TIME)  # "a statement on Monday"


def _coordinates_cue(paragraph: Paragraph, index: int, end: int) -> bool:
    """Tell whether "and" leads to another verb of saying, with or without its own subject."""
    after = index + 1
    while after < end and (paragraph.has(after, tags.AUXILIARY) or is_adverb(paragraph, after)):
        after += 1
    if after < end and paragraph.has(after, tags.CUE):
        return True
    phrase = phrase_after(paragraph, index + 1, end)
    if phrase is None or phrase[1] >= end or not paragraph.has(phrase[1], tags.CUE):
        return False
    return paragraph.has(index - 1, tags.COMMA) or leads_to_quotation(paragraph, phrase[1] + 1)
