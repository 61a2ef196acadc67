"""Cues: verbs that report, with what is split off them, and phrases such as "laut" and "según"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsgrab.sourcing import tags
from newsgrab.sourcing.continental.adjectives import is_strong_genitive
from newsgrab.sourcing.continental.connections import is_beside_quotation
from newsgrab.sourcing.continental.forms import is_no_finite_verb
from newsgrab.sourcing.continental.nouns import is_genitive_name, is_saying
from newsgrab.sourcing.lexicon import FINITE, PARTICIPLE, Verb
from newsgrab.sourcing.tokens import Paragraph, Range

FURTHEST_PARTICLE = 18  # tokens between "teilte" and its "mit"
FURTHEST_AUXILIARY = 24  # tokens between "hat" and its "gesagt"
FURTHEST_AS = 12  # tokens between "wie" and the "heißt" of "wie es in dem Brief heißt"
FURTHEST_SAYING = 6  # tokens between "nach" and its "Angaben"
_BETWEEN_PERFECT = tags.ADVERB | tags.OBJECT | tags.PRONOUN | tags.NEGATION | tags.TIME  # "a-t-il aussi dit"
VERB, BEFORE_SOURCE, BEHIND_SOURCE, AROUND_SOURCE = "verb", "before source", "behind source", "around source"


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb or phrase: ``first`` to ``last`` is the group around which the subject stands."""

    first: int
    last: int
    kind: str
    frame: str = "clause"
    participle: int | None = None  # of "hat … gesagt": where "gesagt" is


def find_cues(paragraph: Paragraph, sentence: Range) -> Iterator[Cue]:
    """Give the cues of a sentence from left to right."""
    for index in range(*sentence):
        if not paragraph.tags[index] & (tags.CUE | tags.LEADING):
            continue
        cue = _read_phrase(paragraph, index, sentence) or _read_verb(paragraph, index, sentence)
        if cue is not None:
            yield cue


def _read_phrase(paragraph: Paragraph, index: int, sentence: Range) -> Cue | None:
    lexicon = paragraph.lexicon
    for words in lexicon.closing.get(paragraph.lows[index], ()):
        if paragraph.says(index, words):
            return Cue(index, index + len(words), BEHIND_SOURCE)
    is_ordinal = not lexicon.capital_nouns and paragraph.has(index - 1, tags.DETERMINER | tags.PREPOSITION)
    for words in lexicon.according.get(paragraph.lows[index], ()) if not is_ordinal else ():  # "il secondo …"
        if not paragraph.says(index, words):
            continue
        needs_comma = " ".join(words) in lexicon.asides
        if needs_comma and not _is_aside(paragraph, index, index + len(words), sentence[0]):
            continue
        is_beside = " ".join(words) in lexicon.phrases["beside"]
        if is_beside and not is_beside_quotation(paragraph, (index, index + len(words)), sentence):
            continue
        if index + len(words) < sentence[1] and _leads_verb(paragraph, words, index + len(words)):
            continue
        is_around = " ".join(words) in lexicon.phrases["personal"]
        return Cue(index, index + len(words), AROUND_SOURCE if is_around else BEFORE_SOURCE)
    return _read_saying(paragraph, index, sentence[1])


def _leads_verb(paragraph: Paragraph, words: tuple[str, ...], behind: int) -> bool:
    """Tell whether a verb tells the source, and the word only leads in: "según anunció Lira"."""
    if len(words) > 1 or words[0] not in paragraph.lexicon.phrases["connecting"]:
        return False
    return paragraph.has_verb_of_saying(behind) or paragraph.has(behind, tags.AUXILIARY | tags.OBJECT)


def _is_aside(paragraph: Paragraph, start: int, end: int, floor: int) -> bool:
    """Tell whether the "so" of ", so Berg" is meant, and not that of ", so etwa den Wind"."""
    if start == floor or not paragraph.has(start - 1, tags.COMMA | tags.QUOTE | tags.DASH):
        return False
    if not paragraph.lexicon.capital_nouns:
        return True
    if paragraph.low(end) in paragraph.lexicon.phrases["intensified"]:
        return False  # "so viele", "so genannte"
    while paragraph.has(end, tags.ADVERB):
        end += 1
    is_small = not paragraph.has(end, tags.CAPITAL | tags.DETERMINER)
    is_verb = paragraph.has_verb_of_saying(end) or (is_small and paragraph.has(end + 1, tags.DETERMINER))
    return not is_verb and not paragraph.has(end, tags.OBLIQUE | tags.PREPOSITION)


def _read_saying(paragraph: Paragraph, index: int, end: int) -> Cue | None:
    """Read "nach ersten Angaben der Polizei" and "nach Medienberichten"."""
    lexicon = paragraph.lexicon
    if paragraph.lows[index] not in lexicon.phrases["following"]:
        return None
    noun = index + 1
    while noun < min(end, index + FURTHEST_SAYING) and not paragraph.has(
        noun, tags.CAPITAL | tags.CLAUSE_EDGE
    ):
        noun += 1
    while is_genitive_name(paragraph, noun) and not is_saying(paragraph, noun):
        noun += 1
    if not is_saying(paragraph, noun):
        return None
    may_be_time = paragraph.lows[index + 1] in lexicon.phrases["timing"]
    if may_be_time and not paragraph.lows[noun].endswith(tuple(lexicon.phrases["views"])):
        return None
    possessor = noun + 1
    possessor += paragraph.low(possessor) in lexicon.phrases["by"]
    is_possessed = possessor > noun + 1 or paragraph.has(possessor, tags.GENITIVE)
    is_possessed |= is_genitive_name(paragraph, possessor) or is_strong_genitive(paragraph, possessor)
    if is_possessed and not paragraph.has(possessor, tags.TIME):
        return Cue(index, possessor, BEFORE_SOURCE)
    return Cue(index, index + 1, BEFORE_SOURCE)


def _read_verb(paragraph: Paragraph, index: int, sentence: Range) -> Cue | None:
    if paragraph.has(index, tags.CAPITAL) and index != sentence[0]:
        return None
    if is_no_finite_verb(paragraph, index, sentence):
        return None
    entry = paragraph.lexicon.verbs.get(paragraph.lows[index])
    split = _read_split_verb(paragraph, index, sentence)
    if split is not None or entry is None:
        return split
    if entry.frame == "impersonal":
        return _read_impersonal(paragraph, index, entry)
    if entry.forms & PARTICIPLE and _closes_perfect(paragraph, index):
        is_active = _speaks(paragraph, index + 1, entry.lemma)
        return Cue(index, index + 2, VERB, entry.frame) if is_active else None
    auxiliary = (
        _find_auxiliary(paragraph, index, sentence[0], entry.lemma)
        if entry.forms & PARTICIPLE and not _begins_clause(paragraph, index, entry)
        else None
    )
    if auxiliary is not None:
        if all(paragraph.tags[i] & tags.ADVERB for i in range(auxiliary + 1, index)):
            return Cue(auxiliary, index + 1, VERB, entry.frame)
        return Cue(auxiliary, auxiliary + 1, VERB, entry.frame, participle=index)
    is_passive = entry.forms & PARTICIPLE and _is_passive(paragraph, index, sentence)
    if is_passive or not entry.forms & FINITE or _stands_in_phrase(paragraph, index):
        return None
    hangs = paragraph.has(index + 1, tags.OBJECT) and paragraph.words[index + 1].startswith(
        "-"
    )  # "queixou-se"
    return Cue(index, index + 1 + hangs, VERB, _frame_of(paragraph, index, entry))


def _begins_clause(paragraph: Paragraph, index: int, entry: Verb) -> bool:
    """Tell whether a form that may be finite stands right behind a comma: "…, erzählt Lind"."""
    if not paragraph.lexicon.capital_nouns or not entry.forms & FINITE:
        return False
    return paragraph.has(index - 1, tags.COMMA) and entry.lemma not in paragraph.lexicon.phrases["quoted"]


def _is_passive(paragraph: Paragraph, participle: int, sentence: Range) -> bool:
    """Tell whether "wurde" goes with the participle: "wurde am Montag verurteilt", "verurteilt wurde"."""
    is_last = participle + 1 >= sentence[1] or paragraph.has(
        participle + 1, tags.CLAUSE_EDGE | tags.COORDINATOR
    )
    before = participle - 1
    while is_last and before >= sentence[0] and not paragraph.has(before, tags.CLAUSE_EDGE):
        if paragraph.has(before, tags.BE) and paragraph.lexicon.capital_nouns:
            return True
        before -= 1
    return False


def _stands_in_phrase(paragraph: Paragraph, index: int) -> bool:
    """Tell whether an article or a preposition right before takes the form for a noun or an adjective."""
    before = index - 1
    leads_in = paragraph.low(before) in paragraph.lexicon.phrases["connecting"]
    if leads_in or not paragraph.has(before, tags.DETERMINER | tags.PREPOSITION):
        return False
    if _points_back(paragraph, before):
        return False
    is_pronoun = paragraph.has(before, tags.PRONOUN | tags.QUANTIFIER) and paragraph.lexicon.capital_nouns
    return not is_pronoun or paragraph.has(index + 1, tags.CAPITAL)


def _points_back(paragraph: Paragraph, index: int) -> bool:
    """Tell whether a word that may be an article points to the sentence before: "Lo conferma Lira"."""
    is_pointer = (
        paragraph.lows[index] in paragraph.lexicon.phrases["pointing"] and paragraph.words[index].isalpha()
    )
    return is_pointer and not paragraph.lexicon.capital_nouns and paragraph.begins_sentence(index)


def _frame_of(paragraph: Paragraph, index: int, entry: Verb) -> str:
    """Return the frame; with "sich" most verbs mean something else, unless a clause shows what is said."""
    phrases = paragraph.lexicon.phrases
    behind = index + 1 + paragraph.has(index + 1, tags.PRONOUN)
    is_reflexive = paragraph.low(behind) in phrases["self"] or paragraph.low(index - 1) in phrases["self"]
    is_other = is_reflexive and entry.lemma not in phrases["reflexive"]
    return ("quote" if paragraph.lexicon.capital_nouns else "strict") if is_other else entry.frame


def _closes_perfect(paragraph: Paragraph, participle: int) -> bool:
    """Tell whether the auxiliary closes the clause behind the participle: "wie sie gesagt hatte"."""
    return paragraph.lexicon.capital_nouns and paragraph.has(participle + 1, tags.AUXILIARY)


def _read_impersonal(paragraph: Paragraph, index: int, entry: Verb) -> Cue | None:
    """Read "heißt es" and "говорится": the verb with the pronoun that its language asks for."""
    particles = paragraph.lexicon.particles.get(entry.lemma, frozenset())
    if paragraph.low(index + 1) in particles:
        return Cue(index, index + 2, VERB, entry.frame)
    behind_as = any(
        paragraph.low(i - 1) in paragraph.lexicon.phrases["as"] and paragraph.lows[i] in particles
        for i in range(max(0, index - FURTHEST_AS), index)
    )
    if paragraph.has(index + 1, tags.COMMA | tags.COLON) and not behind_as and particles:
        return Cue(index, index + 1, VERB, "written")  # "im Bericht steht, dass …"
    if not particles or paragraph.low(index - 1) in particles or behind_as:
        return Cue(index, index + 1, VERB, entry.frame)
    return None


def _read_split_verb(paragraph: Paragraph, index: int, sentence: Range) -> Cue | None:
    """Read "teilte … mit" and "geht davon … aus", and the same verbs at the end: "wie … bekannt gab"."""
    entry = paragraph.lexicon.split_verbs.get(paragraph.lows[index])
    if entry is None:
        return None
    frame = "strict" if entry.lemma in paragraph.lexicon.phrases["strict"] else "clause"
    if entry.forms & FINITE:
        behind = _particle_behind(paragraph, index, sentence[1], entry.lemma)
        if behind is not None:
            if f"{entry.lemma} {paragraph.lows[behind]}" in paragraph.lexicon.phrases["yielding"]:
                frame = "impersonal"
            if behind == index + 1 and not paragraph.lexicon.capital_nouns:
                return Cue(index, behind + 1, VERB, frame)  # "rende noto Lira"
            return Cue(index, index + 1, VERB, frame, participle=behind)
    if not _particle_before(paragraph, index, sentence[0], entry.lemma):
        return None
    if entry.forms & PARTICIPLE:
        auxiliary = _find_auxiliary(paragraph, index, sentence[0], entry.lemma)
        return None if auxiliary is None else Cue(auxiliary, auxiliary + 1, VERB, frame, participle=index)
    is_last = index + 1 >= sentence[1] or paragraph.has(index + 1, tags.CLAUSE_EDGE)
    return Cue(index, index + 1, VERB, frame) if is_last else None


def _particle_behind(paragraph: Paragraph, verb: int, end: int, lemma: str) -> int | None:
    """Return the particle that ends the clause of the verb, or stands right behind it.

    Behind an apposition it stands alone: "gab der Direktor, Jan Roth, bekannt".
    """
    start = verb + 1  # of the words since the verb or the last comma
    for index in range(verb + 1, min(end, verb + FURTHEST_PARTICLE)):
        if paragraph.has(index, tags.COMMA | tags.DASH):
            start = index + 1
        elif paragraph.has(index, tags.CLAUSE_EDGE & ~tags.QUOTE):
            return None
        elif start == verb + 1 or _stands_alone(paragraph, start, index):
            closes = paragraph.has(index + 1, tags.CLAUSE_EDGE) or index + 1 >= end
            closes |= index == verb + 1
            is_negated = paragraph.has(index - 1, tags.NEGATION)
            if closes and not is_negated and _is_particle(paragraph, index, verb, lemma):
                return index
    return None


def _stands_alone(paragraph: Paragraph, start: int, particle: int) -> bool:
    return all(paragraph.has(index, tags.ADVERB) for index in range(start, particle))


def _particle_before(paragraph: Paragraph, verb: int, floor: int, lemma: str) -> bool:
    """Tell whether the particle stands before the verb in its clause: "darauf … hingewiesen"."""
    for index in range(verb - 1, max(floor, verb - FURTHEST_PARTICLE) - 1, -1):
        if paragraph.has(index, tags.CLAUSE_EDGE):
            return False
        if _is_particle(paragraph, index, max(floor, verb - FURTHEST_PARTICLE) - 1, lemma):
            return not paragraph.has(index - 1, tags.NEGATION)
    return False


def _is_particle(paragraph: Paragraph, index: int, floor: int, lemma: str) -> bool:
    """Tell whether the word is one of the verb's particles; "davon+aus" is "aus" with "davon" before it."""
    known = paragraph.lexicon.particles.get(lemma, frozenset())
    low = paragraph.lows[index]
    if low in known:
        return True
    joined = [words for words in known if words.endswith(f"+{low}")]
    return any(words.startswith(f"{paragraph.lows[i]}+") for words in joined for i in range(floor + 1, index))


def _find_auxiliary(paragraph: Paragraph, index: int, floor: int, lemma: str) -> int | None:
    """Return the "hat" of "hat … gesagt" in the same clause; a participle with "werden" is passive."""
    for before in range(index - 1, max(floor, index - FURTHEST_AUXILIARY) - 1, -1):
        tag = paragraph.tags[before]
        if paragraph.lexicon.capital_nouns and tag & tags.COMMA and paragraph.has(before - 1, tags.AUXILIARY):
            return None  # "… geschickt hat, erklärt er": that clause is closed
        if tag & tags.AUXILIARY and not tag & tags.MODAL:
            return before if _speaks(paragraph, before, lemma) else None
        if tag & (tags.CLAUSE_EDGE & ~(tags.QUOTE | tags.COMMA | tags.DASH)):
            return None
        if not paragraph.lexicon.capital_nouns and not tag & _BETWEEN_PERFECT:
            return None
    return None


def _speaks(paragraph: Paragraph, auxiliary: int, lemma: str) -> bool:
    """Tell whether a participle with this auxiliary tells what was said: no "wurde", "hätte" or "könne"."""
    phrases = paragraph.lexicon.phrases
    if paragraph.has(auxiliary, tags.BE):
        return lemma in phrases["quoted"]
    if phrases["perfect"] and paragraph.lows[auxiliary] not in phrases["perfect"]:
        return False
    return not paragraph.has(auxiliary, tags.CONDITIONAL)
