"""Pronouns: who "he", "she", "it" and "they" are; in doubt, nobody.

The memory goes through the text sentence by sentence. Of each it keeps who was in focus: who spoke last,
who was the subject, who else was named. A pronoun means the first that fits, from the nearest sentence back.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from newsgrab.sourcing import tags
from newsgrab.sourcing.identities import Identity, identify, identify_name
from newsgrab.sourcing.lexicon import Lexicon
from newsgrab.sourcing.names import Names
from newsgrab.sourcing.statement import Statement
from newsgrab.sourcing.tokens import Paragraph, Range

FURTHEST = 3  # sentences that a reader goes back for a pronoun
PERSONAL = ("masculine", "feminine")
BODIES = ("official", "organisation", "media", "document", "group")


@dataclass(slots=True)
class Scene:
    """Who is in focus in one sentence."""

    place: Range
    speakers: list[Identity] = field(default_factory=list)
    subject: Identity | None = None
    is_doubtful: bool = False  # whether the subject may be somebody, and may be just a word with a capital

    def in_focus(self) -> Iterator[Identity | None]:
        """Yield speakers and subject, the one most in focus first.

        None stands where somebody may be meant, and nobody knows who.
        """
        yield from reversed(self.speakers)
        if self.subject is not None:
            yield None if self.is_doubtful else self.subject


class Memory:
    """What a reader has in mind when a pronoun comes."""

    def __init__(self, names: Names, lexicon: Lexicon) -> None:
        self._names = names
        self._lexicon = lexicon
        self._scenes: list[Scene] = []
        self._unnamed: list[Identity] = []
        self._places = [place for place, _ in names.mentions]

    def enter(self, paragraph: Paragraph, sentence: Range, subject: Range | None) -> None:
        """Begin a sentence, of which ``subject`` is the subject."""
        scene = Scene(paragraph.place(sentence))
        if subject is not None and not _is_region(paragraph, subject):
            scene.subject, scene.is_doubtful = self._subject(paragraph, subject)
        self._scenes.append(scene)

    def _subject(self, paragraph: Paragraph, phrase: Range) -> tuple[Identity | None, bool]:
        """Return who the subject is, and whether it may be nobody but something with a capital."""
        identity = self._identify(paragraph, phrase)
        if identity is None or identity.type != "person":
            return identity, False
        people = self._names.find(identity.name)
        is_known = (
            bool(people)
            or identity.gender is not None
            or any(known is not None and identity.name == known.name for known in self._known(paragraph.end))
        )
        return identity, not is_known

    def resolve(self, statement: Statement) -> Identity | None:
        """Return who made the statement, and remember; None where that is in doubt."""
        identity = self._identify(statement.paragraph, statement.phrase)
        if statement.antecedent is not None:
            identity = self._antecedent(statement.paragraph, statement.phrase, statement.antecedent)
        if identity is not None and not self._asks(statement):
            self._scenes[-1].speakers.append(identity)
        return identity

    def _asks(self, statement: Statement) -> bool:
        """Say whether somebody asked; whoever speaks next is likely to be another."""
        verb = self._lexicon.verbs.get(statement.paragraph.lows[statement.cue[0]])
        return verb is not None and verb.lemma in self._lexicon.phrases["asking"]

    def _antecedent(self, paragraph: Paragraph, relative: Range, phrase: Range) -> Identity | None:
        """Return whom "who" or what "which" stands for; None if the words before it are none such."""
        identity = self._identify(paragraph, phrase)
        if identity is None:
            return None
        people = self._names.find(identity.name) if identity.type == "person" else ()
        is_described = identity.type == "anonymous" and phrase[1] - phrase[0] > 1  # no "nobody"
        is_living = is_described or any(person.is_certain for person in people)
        stands_for_living = paragraph.lows[relative[0]] in self._lexicon.phrases["somebody"]
        is_known = is_living or identity.type in BODIES
        return identity if is_known and is_living == stands_for_living else None

    def _identify(self, paragraph: Paragraph, phrase: Range) -> Identity | None:
        word = paragraph.lows[phrase[0]]
        gender = self._lexicon.pronouns.get(word) if phrase[1] - phrase[0] == 1 else None
        if gender is None:
            return self._join(identify(paragraph, phrase, self._names))
        before = paragraph.starts[phrase[0]]
        for known in self._known(before):
            if known is None and gender in PERSONAL:
                return None
            if known is not None and _fits(known, gender):
                return replace(known, alias=known.name)  # a pronoun is no other name
        return None

    def _join(self, identity: Identity) -> Identity:
        """Join "the official" with "a senior official", if the text has cited one such source only."""
        if identity.head is None:
            return identity
        same = {known.name: known for known in self._unnamed if known.head == identity.head}
        if len(same) == 1 and identity.name.lower() == identity.head:
            return next(iter(same.values()))
        if identity.name not in same:
            self._unnamed.append(identity)
        return identity

    def _known(self, before: int) -> Iterator[Identity | None]:
        """Yield whoever the text has brought up before a place, from the nearest sentence back."""
        for scene in reversed(self._scenes[-FURTHEST:]):
            yield from scene.in_focus()
            yield from self._named(scene.place[0], min(scene.place[1], before))

    def _named(self, start: int, end: int) -> Iterator[Identity]:
        """Yield the people of known gender whom a stretch of the text names."""
        for index in range(bisect_left(self._places, start), bisect_left(self._places, end)):
            name = self._names.mentions[index][1]
            people = self._names.find(name)
            if people and people[0].is_certain:
                identity = identify_name(name, self._names, self._lexicon)
                if identity.gender:
                    yield identity


def _is_region(paragraph: Paragraph, phrase: Range) -> bool:
    """Say whether a phrase is a country's name alone: until it speaks, it is a place and no "it"."""
    return all(paragraph.tags[index] & tags.REGION for index in range(*phrase))


def _fits(identity: Identity, gender: str) -> bool:
    if gender in PERSONAL:
        return identity.type == "person" and identity.gender in (gender, None)
    if gender == "either":
        return identity.gender == "feminine" or identity.type in BODIES
    if gender == "neuter":
        return identity.type in BODIES[:4]
    return gender == "plural" and identity.type == "group"
