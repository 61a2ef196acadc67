"""Cues: verbs that report, and phrases such as "according to"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsgrab.sourcing import tags
from newsgrab.sourcing.english.phrases import is_adverb, skip_times_before
from newsgrab.sourcing.english.quoting import quotes_somebody
from newsgrab.sourcing.kinds import is_of_several
from newsgrab.sourcing.lexicon import BASE, FINITE, GERUND, PARTICIPLE, Verb
from newsgrab.sourcing.tokens import Paragraph, Range

_MAY_REPORT = tags.CUE | tags.LEADING
SOURCE_FOLLOWS = Verb("", "source", 0)


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb group: from its first token (an auxiliary or adverb) to before ``last``."""

    first: int
    verb: int
    last: int
    entry: Verb
    is_gerund: bool = False
    has_particle: bool = False
    takes_infinitive: bool = False

    @property
    def frame(self) -> str:
        """Return what must follow the cue; a particle makes a noun phrase enough."""
        return "any" if self.has_particle else self.entry.frame


def find_cues(paragraph: Paragraph, sentence: Range) -> Iterator[Cue]:
    """Give the verbs and phrases that may report, from left to right."""
    for index, tag in enumerate(paragraph.tags[slice(*sentence)], sentence[0]):
        if not tag & _MAY_REPORT or (tag & tags.CAPITAL and index != sentence[0]):
            continue
        if quotes_somebody(paragraph, index, sentence[1]) or is_wish(paragraph, index):
            continue
        phrase = _read_phrase(paragraph, index) if tag & tags.LEADING else None
        cue = phrase or _read_verb(paragraph, index, sentence[0])
        if cue is not None:
            yield cue


def is_wish(paragraph: Paragraph, index: int) -> bool:
    """Tell the "asked" of "a clerk who asked not to be named said" from one that reports."""
    if not paragraph.has(index - 1, tags.RELATIVE):
        return False
    verb = paragraph.lexicon.verbs.get(paragraph.low(index))
    is_asking = verb is not None and verb.lemma in paragraph.lexicon.phrases["asking"]
    is_infinitive = paragraph.low(index + 1) in paragraph.lexicon.phrases["infinitive"]
    return is_asking and (is_infinitive or paragraph.has(index + 1, tags.NEGATION))


def _read_phrase(paragraph: Paragraph, index: int) -> Cue | None:
    """Read "according to" and its like."""
    for words in paragraph.lexicon.according.get(paragraph.lows[index], ()):
        if paragraph.says(index, words):
            return Cue(index, index, index + len(words), SOURCE_FOLLOWS)
    return None


def _read_verb(paragraph: Paragraph, index: int, floor: int) -> Cue | None:
    low = paragraph.lows[index]
    entry = paragraph.lexicon.verbs.get(low) or paragraph.lexicon.split_verbs.get(low)
    if entry is None:
        return None
    first = _start_of_group(paragraph, index, floor)
    chained = _skip_chain(paragraph, first, floor)
    is_chained = chained < first
    if is_chained:
        first = _start_of_group(paragraph, chained, floor)
    particles = paragraph.lexicon.particles.get(entry.lemma, frozenset())
    infinitive = paragraph.lexicon.phrases["infinitive"]
    takes_infinitive = entry.frame != "particle" and not particles.isdisjoint(infinitive)
    has_particle = paragraph.low(index + 1) in particles
    if entry.frame == "particle" and not has_particle:
        return None
    helpers = [paragraph.tags[i] for i in range(first, index)]
    if any(tag & tags.NEGATION for tag in helpers):
        return None
    has_be = any(tag & tags.BE for tag in helpers) and not is_chained
    last = index + 1 + has_particle
    if entry.forms == GERUND:
        return Cue(first, index, last, entry, is_gerund=not has_be, has_particle=has_particle)
    if has_be or not (is_chained or _form_fits(paragraph, entry, first, index)):
        return None
    return Cue(first, index, last, entry, has_particle=has_particle, takes_infinitive=takes_infinitive)


def leads_to_quotation(paragraph: Paragraph, index: int) -> bool:
    """Tell whether a quotation stands here or behind a comma or colon."""
    return paragraph.has(index + paragraph.has(index, tags.COMMA | tags.COLON), tags.QUOTE)


def says_nothing(paragraph: Paragraph, index: int, cue: Cue) -> bool:
    """Tell whether a subject of one word is none: quoted words, or the adjective of "legal questions"."""
    if paragraph.has(index, tags.PHRASE):
        return paragraph.between(index, index + 1)[1:2].islower()
    is_sure = tags.CAPITAL | tags.PRONOUN | tags.QUANTIFIER | tags.PLURAL | tags.ROLE
    if not paragraph.has(cue.verb, tags.AMBIGUOUS) or cue.first < cue.verb or paragraph.has(index, is_sure):
        return False
    low, lexicon = paragraph.lows[index], paragraph.lexicon
    return low not in lexicon.types and not is_of_several(low, lexicon)


def _start_of_group(paragraph: Paragraph, index: int, floor: int) -> int:
    """Go back over auxiliaries, adverbs and times: "had in January repeatedly warned"."""
    start = index
    while start > floor:
        if paragraph.has(start - 1, tags.AUXILIARY) or is_adverb(paragraph, start - 1):
            start -= 1
            continue
        earlier = skip_times_before(paragraph, start, floor)
        if earlier == start:
            break
        start = earlier
    return start


def _skip_chain(paragraph: Paragraph, index: int, floor: int) -> int:
    """Go back over "went on to" before a verb."""
    for words in paragraph.lexicon.chains.get(paragraph.low(index - 1), ()):
        start = index - len(words)
        if start >= floor and paragraph.says(start, words):
            return start
    return index


def _is_behind_quotation(paragraph: Paragraph, index: int) -> bool:
    """Tell whether nothing but words stands between a quotation and the token: '"…," the letter read'."""
    while paragraph.has(index, tags.WORD):
        index -= 1
    return paragraph.has(index, tags.QUOTE)


def _is_noun_before_verb(paragraph: Paragraph, index: int) -> bool:
    """Tell whether a verb right behind shows that the form is a noun: "the late demands give rise to …"."""
    if not paragraph.has(index, tags.AMBIGUOUS) or not paragraph.has_verb(index + 1):
        return False
    is_described = not paragraph.has(index - 1, tags.CAPITAL | tags.PRONOUN | tags.QUOTE | tags.COMMA)
    return is_described and paragraph.has(index - 2, tags.DETERMINER)


def _form_fits(paragraph: Paragraph, entry: Verb, first: int, index: int) -> bool:
    """Tell whether the form can be a finite verb here: "reports" after "the" is a noun."""
    before = index - 1
    if paragraph.low(before) in paragraph.lexicon.phrases["infinitive"]:
        return leads_to_quotation(paragraph, index + 1)
    if first == index and paragraph.has(before, tags.DETERMINER | tags.PREPOSITION):
        return paragraph.has(before, tags.QUANTIFIER)
    if entry.forms == PARTICIPLE:
        return first < index
    if first == index and _is_noun_before_verb(paragraph, index):
        return False
    if paragraph.has(index, tags.AMBIGUOUS) and paragraph.has(
        index + 1, tags.COMMA | tags.STOP | tags.COORDINATOR | tags.COLON
    ):
        is_last = paragraph.has(index + 1, tags.STOP)
        is_spoken = paragraph.has(before, tags.PRONOUN | (tags.CAPITAL if is_last else 0))
        is_spoken = is_spoken or (is_last and _is_behind_quotation(paragraph, before))
        return is_spoken or first < index or paragraph.has(index + 2, tags.QUOTE)
    return bool(entry.forms & (FINITE | BASE))
