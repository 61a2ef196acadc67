"""Nouns of languages whose verb may come first: which words may be one, a name, or one of saying."""

from __future__ import annotations

from newsgrab.sourcing import tags
from newsgrab.sourcing.lexicon import PARTICIPLE
from newsgrab.sourcing.runs import is_article_of_name
from newsgrab.sourcing.tokens import Paragraph, Range

_CLOSED = (
    tags.CONJUNCTION
    | tags.AUXILIARY
    | tags.PRONOUN
    | tags.OBJECT
    | tags.ADVERB
    | tags.VERB
    | tags.CUE
    | tags.COMPLEMENTISER
    | tags.RELATIVE
)

_FUNCTION = tags.PRONOUN | tags.PREPOSITION | tags.CONJUNCTION | tags.DETERMINER | tags.ADVERB | tags.TIME


def is_nominal(paragraph: Paragraph, index: int) -> bool:
    """Tell whether the word may be part of a noun phrase, articles and prepositions apart."""
    tag = paragraph.tags[index]
    if tag & tags.PHRASE:
        return True
    if not tag & tags.WORD:
        return False
    if tag & (tags.CAPITAL | tags.NUMBER):
        return not tag & (_FUNCTION | tags.RELATIVE)
    if tag & tags.CUE and (_is_participle_as_noun(paragraph, index) or _is_noun_as_verb(paragraph, index)):
        return True
    return not tag & (_CLOSED | tags.PREPOSITION | tags.DETERMINER | tags.TIME)


def _is_noun_as_verb(paragraph: Paragraph, index: int) -> bool:
    """Tell whether an article or a preposition shows the noun that is spelled like a verb: "nella nota"."""
    is_either = paragraph.has(index, tags.AMBIGUOUS) and not paragraph.lexicon.capital_nouns
    return is_either and paragraph.has(index - 1, tags.DETERMINER | tags.PREPOSITION)


def _is_participle_as_noun(paragraph: Paragraph, index: int) -> bool:
    """Tell whether an article makes a noun of a participle: "el acusado", "del denunciado"."""
    verb = paragraph.lexicon.verbs.get(paragraph.lows[index])
    is_alone = verb is not None and verb.forms == PARTICIPLE and not paragraph.lexicon.capital_nouns
    before = index - 1
    links = paragraph.low(before) in paragraph.lexicon.phrases["linking"]
    return is_alone and (links or paragraph.has(before, tags.DETERMINER | tags.OBLIQUE))


def is_noun(paragraph: Paragraph, index: int) -> bool:
    """Tell whether the word can end a phrase."""
    if paragraph.lexicon.capital_nouns:
        return paragraph.has(index, tags.CAPITAL | tags.PHRASE) and is_nominal(paragraph, index)
    return is_nominal(paragraph, index)


def is_first_name(paragraph: Paragraph, index: int) -> bool:
    """Tell whether a word is a first name, and no "son" or "Will" that is another word here."""
    is_name = paragraph.low(index) in paragraph.lexicon.first_names
    return is_name and paragraph.has(index, tags.CAPITAL) and not paragraph.has(index, tags.DETERMINER)


def has_first_name(paragraph: Paragraph, phrase: Range) -> bool:
    """Tell whether a first name stands in the phrase."""
    return any(is_first_name(paragraph, index) for index in range(*phrase))


def is_inside_name(paragraph: Paragraph, index: int) -> bool:
    """Tell whether a small word joins a first name and a last: "Tom de Vries", "Paul Le Gall"."""
    if is_article_of_name(paragraph, index):
        return True
    if not paragraph.lexicon.capital_nouns or paragraph.low(index) not in paragraph.lexicon.phrases["inside"]:
        return False
    return paragraph.low(index - 1) in paragraph.lexicon.first_names and paragraph.has(
        index + 1, tags.CAPITAL
    )


def is_genitive_name(paragraph: Paragraph, index: int) -> bool:
    """Tell whether a word is a name in the genitive, as far as its form tells: "Linds", "Russlands"."""
    endings = paragraph.lexicon.endings["possessive"]
    return paragraph.has(index, tags.CAPITAL) and paragraph.lows[index].endswith(endings)


def is_saying(paragraph: Paragraph, index: int) -> bool:
    """Tell whether a noun is one of saying: "Angaben", "Polizeiangaben"."""
    return paragraph.has(index, tags.CAPITAL) and paragraph.lows[index].endswith(
        tuple(paragraph.lexicon.phrases["sayings"])
    )
