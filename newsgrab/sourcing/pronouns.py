"""Pronouns: who "he", "she", "it" and "they" are; in doubt, nobody.

Attention goes through the text sentence by sentence. Of each it keeps who was in focus: who spoke last,
who was the subject, who else was named. A pronoun means the first that fits, from the nearest sentence back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from newsgrab.sourcing import tags
from newsgrab.sourcing.bodies import body_called
from newsgrab.sourcing.grammar import Grammar, Statement
from newsgrab.sourcing.identities import BODIES, Identity, identify, identify_name, is_nobody
from newsgrab.sourcing.lists import GENDERS
from newsgrab.sourcing.names import named_in
from newsgrab.sourcing.pairs import people_joined
from newsgrab.sourcing.people import Names
from newsgrab.sourcing.stretches import head_of
from newsgrab.sourcing.tokens import Paragraph, Range

LONGEST_CHAIN = 20  # sentences whose subjects may wait for one another: "He … He … He …"
FURTHEST = 3  # sentences that a reader goes back for a pronoun
MOST_BEFORE_NAME = 3  # words: "that Sir John Lee is right"
_AGED = re.compile(r"(\d{1,3})-")
PERSONAL = ("masculine", "feminine", "person")


@dataclass(slots=True)
class _Scene:
    """One sentence, and who spoke in it."""

    paragraph: Paragraph
    sentence: Range
    speakers: list[Identity] = field(default_factory=list)


class Attention:
    """What a reader has in mind when a pronoun comes."""

    def __init__(self, names: Names, grammar: Grammar) -> None:
        self._names = names
        self._lexicon = names.lexicon
        self._grammar = grammar
        self._scenes: list[_Scene] = []
        self._settled = -1  # the last scene up to which no chain goes back
        self._subjects: dict[int, tuple[Identity | None, ...]] = {}  # of the scenes that were asked for
        self._people: dict[int, tuple[tuple[int, Identity], ...]] = {}  # the same, each with where it begins
        self._called: dict[str, str] = {}  # name -> gender of the first pronoun for it
        self._unnamed: dict[str, dict[str, Identity]] = {}  # head -> name -> who was cited without a name

    def enter(self, paragraph: Paragraph, sentence: Range) -> None:
        """Begin a sentence."""
        self._scenes.append(_Scene(paragraph, sentence))

    def _settle(self) -> None:
        """Find the subject of every so many scenes, so that no longer chain has to be followed."""
        for index in range(self._settled + LONGEST_CHAIN, len(self._scenes), LONGEST_CHAIN):
            list(self._in_focus(index))
            self._settled = index

    def _in_focus(self, index: int) -> Iterator[Identity | None]:
        """Give the speakers and the subject of a scene, the one most in focus first.

        None stands where somebody may be meant, and nobody knows who.
        """
        yield from reversed(self._scenes[index].speakers)
        if index not in self._subjects:
            self._subjects[index] = tuple(self._subject(index))
        yield from self._subjects[index]

    def _subject(self, index: int) -> Iterator[Identity | None]:
        """Give the subject of a scene, None where that may be somebody; nothing where it is nobody."""
        scene = self._scenes[index]
        phrase = self._grammar.find_subject(scene.paragraph, scene.sentence)
        if phrase is None or _is_region(scene.paragraph, phrase):
            return
        identity = self._identify(scene.paragraph, phrase, index)
        people = people_joined(scene.paragraph, phrase, self._names)
        if people:
            printed = identity.name if identity is not None and identity.type == "group" else ""
            yield Identity(printed, printed, "group", people=people)
        elif identity is not None and not (identity.is_living and self._asks_next(scene, phrase[1])):
            yield identity if self._is_somebody(identity, index) else None

    def _asks_next(self, scene: _Scene, index: int) -> bool:
        """Tell whether a verb of asking stands right behind a subject: "A reporter asked"."""
        verb = self._lexicon.verbs.get(scene.paragraph.low(index))
        return verb is not None and verb.lemma in self._lexicon.phrases["asking"]

    def _is_somebody(self, identity: Identity, index: int) -> bool:
        """Tell whether the subject of a scene is known, or may be nobody but something with a capital."""
        if identity.type != "person" or identity.gender is not None or self._names.find(identity.name):
            return True
        end = self._scenes[index].paragraph.end
        return any(known is not None and identity.name == known.name for known in self._known(end, index))

    def resolve(self, statement: Statement) -> Identity | None:
        """Return who made the statement, and remember; None where that is in doubt."""
        self._settle()
        is_told_after = statement.cue_place[0] < statement.content[0]
        said = statement.paragraph.text[slice(*statement.content)] if is_told_after else ""
        identity = self._identify(statement.paragraph, statement.phrase, len(self._scenes), said)
        if identity is not None and not self._agrees(statement, identity):
            identity = None
        if statement.antecedent is not None:
            identity = self._antecedent(statement.paragraph, statement.phrase, statement.antecedent)
        if identity is not None and not self._asks(statement):
            people = people_joined(statement.paragraph, statement.phrase, self._names)
            self._scenes[-1].speakers.append(replace(identity, people=people) if people else identity)
        return identity

    def _agrees(self, statement: Statement, identity: Identity) -> bool:
        """Tell whether "sie" can be whom it is taken for, by the verb: "sagten sie" is no woman.

        So "«…», добавила" is of no man, and in "Орлов сказал" Anna Orlova is not meant.
        """
        paragraph, (start, end) = statement.paragraph, statement.phrase
        endings, cue = self._lexicon.endings, statement.cue[0]
        others = {"masculine": endings["feminine_verb"], "feminine": endings["masculine_verb"]}
        tells_other = paragraph.lows[cue].endswith(others.get(identity.gender or "", ()))
        if tells_other and paragraph.has(cue, tags.CUE):
            return False
        gender = (
            self._lexicon.pronouns.get(paragraph.lows[start]) if paragraph.has(start, tags.PRONOUN) else None
        )
        if end - start != 1 or gender != "either":
            return True
        beside = (end, start - 1, statement.cue[1] - 1)  # "sie sagten", "sagten sie", "wie sie gesagt haben"
        verb = next(filter(paragraph.has_verb, beside), None)
        if verb is None:
            return True
        if not paragraph.lows[verb].endswith(self._lexicon.endings["plural"]):
            return identity.type != "group"
        is_one = identity.name.split()[0].lower() in self._lexicon.phrases["indefinite"]
        may_be_several = (identity.head or "").endswith(self._lexicon.endings["numerous"])
        return identity.type == "group" or (may_be_several and not is_one)

    def _asks(self, statement: Statement) -> bool:
        """Tell whether somebody asked; whoever speaks next is likely to be another."""
        verbs = map(self._lexicon.verbs.get, statement.paragraph.lows[slice(*statement.cue)])
        return any(verb is not None and verb.lemma in self._lexicon.phrases["asking"] for verb in verbs)

    def _antecedent(self, paragraph: Paragraph, relative: Range, phrase: Range) -> Identity | None:
        """Return whom "who", "which" or "own" stands for; None if the words before it are none such."""
        identity = self._identify(paragraph, phrase, len(self._scenes))
        if identity is None or self._lexicon.pronouns.get(paragraph.lows[relative[0]]) != "relative":
            return identity
        people = self._names.find(identity.name) if identity.type == "person" else ()
        is_described = identity.type == "anonymous" and phrase[1] - phrase[0] > 1  # no "nobody"
        is_living = is_described or any(person.is_certain for person in people)
        stands_for_living = paragraph.lows[relative[0]] in self._lexicon.phrases["somebody"]
        is_known = is_living or identity.type in BODIES
        return identity if is_known and is_living == stands_for_living else None

    def _identify(self, paragraph: Paragraph, phrase: Range, count: int, said: str = "") -> Identity | None:
        """Return who is meant by a phrase that stands behind the first ``count`` scenes or in their last."""
        if phrase[0] == phrase[1]:
            return self._left_out(paragraph.lows[phrase[0]], count)
        word = paragraph.lows[phrase[0]]
        gender = self._lexicon.pronouns.get(word) if phrase[1] - phrase[0] == 1 else None
        gender = gender or self._epithet(paragraph, phrase)
        if gender is None:
            return self._describe(paragraph, phrase)
        if gender == "last":
            return self._last_speaker()
        age = _age_in(paragraph, phrase)
        aged = self._names.ages.get(age, set())
        if len(aged) == 1:
            (name,) = aged
            return replace(identify_name(name, self._names), alias=name)
        found = self._nearest(gender, paragraph.starts[phrase[0]], count, said)
        return None if age and found is not None and self._has_age(found) else found

    def _nearest(self, gender: str, before: int, count: int, said: str) -> Identity | None:
        """Return who of this gender was brought up last before a place; None where that is in doubt.

        A pronoun is not whom it ``said`` something of: "He thinks Lee is right" is not Lee's thought.
        """
        for known in self._known(before, count):
            if known is None and gender in PERSONAL:
                return None
            if known is not None and gender == "either" and known.type == "person" and known.gender is None:
                return None  # a woman, perhaps
            fitting = _fitting(known, gender) if known is not None else ()
            if len(fitting) > 1 or (fitting and not fitting[0].name):
                return None  # one of two, or somebody without a name
            if fitting and not _is_spoken_of(fitting[0], said):
                if not self._is_of(fitting[0], gender):
                    return None
                return replace(fitting[0], alias=fitting[0].name)  # a pronoun is no other name
        return None

    def _has_age(self, identity: Identity) -> bool:
        """Tell whether the text gives somebody's age: whoever has another one is somebody else."""
        return any(identity.name in names for names in self._names.ages.values())

    def _is_of(self, identity: Identity, gender: str) -> bool:
        """Tell whether a pronoun's gender is that of the first one for somebody whose name tells none."""
        if gender not in GENDERS or identity.gender is not None:
            return True
        return self._called.setdefault(identity.name, gender) == gender

    def _describe(self, paragraph: Paragraph, phrase: Range) -> Identity | None:
        """Return whom a phrase that is no pronoun names, or the one body that "the center" can be."""
        if is_nobody(paragraph, phrase, self._names):
            return None
        identity = self._join(identify(paragraph, phrase, self._names))
        is_bare = identity.head is not None and phrase[1] - phrase[0] == 2
        if not is_bare or paragraph.lows[phrase[0]] not in self._lexicon.phrases["definite"]:
            return identity
        name = body_called(paragraph, phrase[0] + 1, self._names)
        return identity if name is None else replace(identify_name(name, self._names), alias=name)

    def _epithet(self, paragraph: Paragraph, phrase: Range) -> str | None:
        """Return the gender of "the 34-year-old", who was spoken of; None where the phrase is none such."""
        if phrase[1] - phrase[0] < 2:
            return None
        article, word = paragraph.lows[phrase[0] : phrase[0] + 2]
        if phrase[1] - phrase[0] > 2:
            return self._retold(paragraph, phrase) if article in self._lexicon.phrases["definite"] else None
        known = self._lexicon.epithets.items()
        return next((g for (art, end), g in known if art == article and word.endswith(end)), None)

    def _retold(self, paragraph: Paragraph, phrase: Range) -> str | None:
        """Return the gender of "the former nurse", that of anybody, where no nurse was cited."""
        if paragraph.lows[phrase[0] + 1] not in self._lexicon.phrases["retelling"]:
            return None
        head = paragraph.lows[head_of(paragraph, phrase)]
        is_other = (
            head in self._unnamed or head in self._names.bearers or paragraph.has(phrase[1] - 1, tags.CAPITAL)
        )
        return None if is_other else "person"

    def _left_out(self, verb: str, count: int) -> Identity | None:
        """Return who is meant where the verb of the last of ``count`` scenes has no subject of its own.

        Nobody is, if a sentence between names somebody else who may be.
        """
        is_plural = verb.endswith(self._lexicon.endings["plural"])
        for index in range(count - 1, max(count - 1 - FURTHEST, -1), -1):
            is_here = index == count - 1
            for known in reversed(self._scenes[index].speakers) if is_here else self._in_focus(index):
                if known is None or known.people:
                    return None
                if self._speaks(known) and (known.type == "group") == is_plural:
                    may_speak = known.type not in BODIES or is_plural or known in self._scenes[index].speakers
                    return replace(known, alias=known.name) if may_speak else None  # a body that only acted
            if not is_here and any(True for _ in self._named(self._scenes[index])):
                return None
        return None

    def _speaks(self, identity: Identity) -> bool:
        """Tell whether an identity is somebody, and no "el mar" that was only spoken of."""
        has_role = self._lexicon.tags.get(identity.head or "", 0) & tags.ROLE
        return identity.type != "anonymous" or has_role != 0

    def _last_speaker(self) -> Identity | None:
        """Return who spoke last in one of the scenes at hand, as "demnach" means."""
        for scene in reversed(self._scenes[-1 - FURTHEST :]):
            if scene.speakers:
                return replace(scene.speakers[-1], alias=scene.speakers[-1].name)
        return None

    def _join(self, identity: Identity) -> Identity:
        """Join "the official" with "a senior official", if the text has cited one such source only."""
        if identity.head is None:
            return identity
        same = self._unnamed.setdefault(identity.head, {})
        if len(same) == 1:
            (known,) = same.values()
            said = identity.name.lower()
            if said == identity.head or known.name.lower().endswith(f" {said}"):
                return known
        same.setdefault(identity.name, identity)
        return identity

    def _known(self, before: int, count: int) -> Iterator[Identity | None]:
        """Give whoever the text has brought up before a place, from the last of ``count`` scenes back."""
        for index in range(count - 1, max(count - 1 - FURTHEST, -1), -1):
            is_near = index >= count - 2  # somebody without a name is soon forgotten
            yield from (k for k in self._in_focus(index) if k is None or is_near or not k.is_living)
            if index not in self._people:
                self._people[index] = tuple(self._named(self._scenes[index]))
            named = {p.name: p for start, p in self._people[index] if start < before}
            genders = [p.gender for p in named.values()]
            yield from (p if genders.count(p.gender) == 1 else None for p in named.values())

    def _named(self, scene: _Scene) -> Iterator[tuple[int, Identity]]:
        """Give the people of known gender whom a scene names, each with where it begins in the text."""
        for token, name in named_in(scene.paragraph, scene.sentence, self._names):
            people = self._names.find(name)
            if people and people[0].is_certain:
                identity = identify_name(name, self._names)
                if identity.gender:
                    yield scene.paragraph.starts[token], identity


def _is_spoken_of(identity: Identity, said: str) -> bool:
    """Tell whether what was said begins with a person's last name, and that is not whose something is."""
    last = identity.name.rpartition(" ")[2]
    begins = rf"\W*(?:[\w.]+ ){{0,{MOST_BEFORE_NAME}}}{re.escape(last)}(?=[ ,])(?! [^\W\d_a-z])"
    return identity.type == "person" and last in said and re.match(begins, said) is not None


def _age_in(paragraph: Paragraph, phrase: Range) -> str:
    """Return the "34" of "the 34-year-old", "" where a phrase tells no age."""
    told = _AGED.match(paragraph.lows[phrase[1] - 1])
    return told[1] if told is not None else ""


def _is_region(paragraph: Paragraph, phrase: Range) -> bool:
    """Tell whether a phrase is a country's name alone: until it speaks, it is a place and no "it"."""
    return all(paragraph.tags[index] & tags.REGION for index in range(*phrase))


def _fitting(identity: Identity, gender: str) -> tuple[Identity, ...]:
    """Return whom a pronoun may mean of those whom a scene has in focus together."""
    if identity.people and gender == "either":
        return identity.people  # "sie" of two may be one or both
    if identity.people and gender in PERSONAL:
        return tuple(person for person in identity.people if _fits(person, gender))
    return (identity,) if _fits(identity, gender) else ()


def _fits(identity: Identity, gender: str) -> bool:
    if gender in PERSONAL:
        is_one = identity.type == "person" or identity.is_living
        return is_one and (gender == "person" or identity.gender in (gender, None))
    if gender == "either":
        return identity.gender == "feminine" or (identity.type in BODIES and identity.gender != "neuter")
    if gender == "neuter":
        return identity.type in BODIES[:4]
    return gender == "plural" and identity.type == "group"
