"""Speakers: whether a phrase can be somebody who speaks, and the source of what is no verb."""

from __future__ import annotations

from newsgrab.sourcing import tags
from newsgrab.sourcing.continental.cues import VERB, Cue
from newsgrab.sourcing.continental.nouns import is_saying
from newsgrab.sourcing.continental.phrases import phrase_before
from newsgrab.sourcing.kinds import kind_of_word
from newsgrab.sourcing.lexicon import Lexicon, without_ending
from newsgrab.sourcing.names import behind_attribute
from newsgrab.sourcing.stretches import first_with, has_capital_elsewhere, head_of
from newsgrab.sourcing.tokens import Paragraph, Range

_BODIES = ("official", "organisation", "media")
MOST_PLACES = 3  # behind a source: "der Polizei in Kiel"


def can_speak(paragraph: Paragraph, phrase: Range) -> bool:
    """Tell whether the phrase is a pronoun, a name or somebody known to speak, as far as its words tell."""
    lexicon = paragraph.lexicon
    is_pronoun = phrase[1] - phrase[0] == 1 and paragraph.has(phrase[0], tags.PRONOUN)
    if is_pronoun or not lexicon.capital_nouns:
        return True
    if not paragraph.has(phrase[0], tags.DETERMINER | tags.QUANTIFIER | tags.NUMBER):
        return not paragraph.lows[_first_head(paragraph, phrase)].endswith(lexicon.endings["abstract"])
    return _is_of_people(paragraph, phrase)


def is_speaker(paragraph: Paragraph, phrase: Range, cue: Cue) -> bool:
    """Tell whether the phrase is somebody, where nouns have small letters: no "una suba", "la zona".

    Behind a quotation, '"…", dijo el joven', and before "that", "un tercero dijo que", any noun is.
    """
    if names_somebody(paragraph, phrase):
        return True
    owner = phrase[0] + (phrase[1] - phrase[0] > 1 and paragraph.has(phrase[0], tags.DETERMINER))
    possessive = paragraph.lexicon.phrases["possessive"]
    is_owned = (
        paragraph.lows[phrase[0]] in possessive or paragraph.lows[owner] in possessive
    )  # "la sua crescita"
    has_article = paragraph.has(phrase[0], tags.DETERMINER) or paragraph.begins_sentence(phrase[0])
    is_number = paragraph.has(head_of(paragraph, phrase), tags.NUMBER)
    is_noun = cue.kind != VERB or paragraph.has(cue.first, tags.AMBIGUOUS)  # "una nueva denuncia que …"
    if is_noun or is_number or is_owned or not has_article or _only_opens(paragraph, phrase[0]):
        return False
    quote = cue.first - 1 - paragraph.has(cue.first - 1, tags.COMMA)
    if cue.first < phrase[0]:
        return paragraph.has(quote, tags.QUOTE | tags.PHRASE)
    return paragraph.has(cue.last, tags.COMPLEMENTISER)


def names_somebody(paragraph: Paragraph, phrase: Range) -> bool:
    """Tell whether a word of the phrase shows a speaker; where nouns have capitals others ask that."""
    if paragraph.lexicon.capital_nouns or phrase[0] == phrase[1]:
        return True
    head = head_of(paragraph, phrase)
    is_title = head - phrase[0] < 2 and paragraph.has(head, tags.PHRASE)  # 'según "El Faro"'
    return is_title or any(_tells_somebody(paragraph, index) for index in range(phrase[0], head + 1))


def _tells_somebody(paragraph: Paragraph, index: int) -> bool:
    """Tell whether a word shows a person, a body or a document: a name, an office, a known noun."""
    lexicon = paragraph.lexicon
    if paragraph.has(index, tags.PRONOUN | tags.ROLE | tags.TITLE):
        return True
    low = paragraph.lows[index]
    if low.endswith(lexicon.endings["personal"]) or kind_of_word(low, lexicon) or is_office(low, lexicon):
        return True
    if _only_opens(paragraph, index):
        return False
    is_function = tags.DETERMINER | tags.PREPOSITION | tags.OBJECT | tags.ADVERB | tags.TIME
    return paragraph.has(index, tags.CAPITAL) and not paragraph.has(index, is_function)


def _only_opens(paragraph: Paragraph, index: int) -> bool:
    """Tell whether a participle has its capital only from the sentence's beginning: "Consultado sobre …"."""
    ends_so = paragraph.lows[index].endswith(paragraph.lexicon.endings["opening"])
    return ends_so and paragraph.begins_sentence(index) and not has_capital_elsewhere(paragraph, index)


def is_office(low: str, lexicon: Lexicon) -> bool:
    """Tell whether a word is an office in any case: "министра"."""
    if not lexicon.inflected:
        return False
    stem = without_ending(low, lexicon.endings["case"])
    nominatives = (stem + ending for ending in ("", *lexicon.endings["nominative"]))
    return any(lexicon.tags.get(word, 0) & (tags.ROLE | tags.TITLE) for word in nominatives)


def _first_head(paragraph: Paragraph, phrase: Range) -> int:
    """Return the head of the first who speak as one: "Stadt" of "die Stadt und ihre Verwaltung"."""
    joint = first_with(paragraph, (phrase[0] + 1, phrase[1]), tags.COORDINATOR)
    return head_of(paragraph, (phrase[0], phrase[1] if joint is None else joint))


def is_thing(paragraph: Paragraph, phrase: Range) -> bool:
    """Tell whether the phrase is of things by its number or its head's ending: "73 Boote", "die Meinung"."""
    if can_speak(paragraph, phrase):
        return False
    is_counted = any(paragraph.has(index, tags.NUMBER) for index in (phrase[0], phrase[0] + 1))
    head = paragraph.lows[_first_head(paragraph, phrase)]
    return is_counted or head.endswith(paragraph.lexicon.endings["abstract"])


def is_notion(paragraph: Paragraph, phrase: Range) -> bool:
    """Tell whether a phrase is an abstract noun that nobody utters: "laut Planung"."""
    if not paragraph.lexicon.capital_nouns or phrase[1] - phrase[0] > 3:
        return False
    head = _first_head(paragraph, phrase)
    low = paragraph.lows[head]
    is_abstract = low.endswith(paragraph.lexicon.endings["abstract"])
    return is_abstract and not _is_of_people(paragraph, phrase) and not is_saying(paragraph, head)


def is_body(paragraph: Paragraph, phrase: Range) -> bool:
    """Tell whether the phrase is of a body, behind which no name is its own: "la policía", "der Verein"."""
    head = _first_head(paragraph, phrase)
    is_office = paragraph.has(head, tags.ROLE | tags.TITLE)
    return not is_office and kind_of_word(paragraph.lows[head], paragraph.lexicon) in _BODIES


def surely_speaks(paragraph: Paragraph, phrase: Range) -> bool:
    """Tell whether the words themselves show somebody who speaks."""
    if phrase[1] - phrase[0] == 1 and paragraph.has(phrase[0], tags.PRONOUN):
        return paragraph.lexicon.pronouns.get(paragraph.lows[phrase[0]]) not in (None, "neuter", "relative")
    return _is_of_people(paragraph, phrase)


def _is_of_people(paragraph: Paragraph, phrase: Range) -> bool:
    lexicon = paragraph.lexicon
    personal = lexicon.roles + lexicon.endings["personal"]
    start = behind_attribute(paragraph, phrase)
    for index in range(start, phrase[1]):
        low = paragraph.lows[index]
        if paragraph.has(index, tags.PREPOSITION | tags.GENITIVE) and index > start:
            return False
        if low in lexicon.first_names or low.endswith(personal) or kind_of_word(low, lexicon):
            return True
        if paragraph.words[index][1:2].isupper():
            return True
    return False


def source_before(paragraph: Paragraph, end: int, floor: int) -> Range | None:
    """Return the source before "zufolge": "der Polizei in Kiel", "der Polizei" of "Angaben der Polizei"."""
    if paragraph.has(end - 1, tags.CLOSING) and end - 3 > floor:
        end -= 3  # "der Gewerkschaft (GdF) zufolge"
    phrase = phrase_before(paragraph, end, floor)
    if phrase is None:
        return phrase
    for index in range(*phrase):
        whose = index + 1 + (paragraph.low(index + 1) in paragraph.lexicon.phrases["by"])
        if is_saying(paragraph, index) and whose < phrase[1]:
            return whose, phrase[1]
    for _ in range(MOST_PLACES):
        if phrase[0] - 1 <= floor or not paragraph.has(phrase[0] - 1, tags.PREPOSITION):
            break
        outer = phrase_before(paragraph, phrase[0] - 1, floor)
        if outer is None:
            break
        phrase = outer[0], phrase[1]
    return phrase
