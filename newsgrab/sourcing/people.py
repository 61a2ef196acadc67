"""People: whom a text names, found again by full and by last name."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import islice

from newsgrab.sourcing import tags
from newsgrab.sourcing.lexicon import Lexicon, without_ending
from newsgrab.sourcing.occurrences import words_before

MOST_LOOKED_AT = 20  # places where a word stands, for an article before it
SHORTEST_STEM = 3  # letters; a shorter name is left as it is


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom the text names in full."""

    name: str
    gender: str | None
    is_certain: bool  # by first name, title or role; else the words might be a place


@dataclass(frozen=True, slots=True)
class Body:
    """A body where a text names it, with the noun that its name tells, in small letters."""

    place: int
    name: str
    noun: str


@dataclass(frozen=True, slots=True)
class Names:
    """What a text says about who is who."""

    lexicon: Lexicon
    text: str = ""
    people: dict[str, list[Person]] = field(default_factory=dict)  # by last name
    first_names: dict[str, list[Person]] = field(default_factory=dict)
    full_names: dict[tuple[str, str], list[Person]] = field(default_factory=dict)  # by first and last
    genders: dict[str, str] = field(default_factory=dict)  # last name -> gender, from "Mr. Lee"
    acronyms: dict[str, str] = field(default_factory=dict)  # SBU -> Ukrainian security service (SBU)
    bearers: dict[str, list[Person]] = field(
        default_factory=dict
    )  # "senator" -> one, or two who may be meant
    ages: dict[str, set[str]] = field(default_factory=dict)  # "44" -> the names that it stands behind
    kinds: dict[str, str] = field(default_factory=dict)  # name -> type, from "the newspaper Ham Tidende"
    bodies: list[Body] = field(default_factory=list)  # as they come in the text
    proper: set[str] = field(default_factory=set)  # words with a capital where none is due
    headlines: set[int] = field(default_factory=set)  # where paragraphs begin whose capitals tell nothing

    def find(self, name: str) -> list[Person]:
        """Return the people whom a full or last name may mean."""
        endings = self.lexicon.endings["possessive"]
        found = self._find(name)
        return found if found or not name.endswith(endings) else self._find(without_ending(name, endings))

    def find_by_first_name(self, name: str) -> Person | None:
        """Return the only person of this first name, who is called by it alone later."""
        bearers = self.first_names.get(self.key(name), [])
        is_last_name = " " in name or self.find(name)
        return bearers[0] if len(bearers) == 1 and bearers[0].is_certain and not is_last_name else None

    def without_genitive(self, name: str) -> str:
        """Return the "Lind" of "Linds" where that alone is known, else the name as it is."""
        endings = self.lexicon.endings["possessive"]
        is_known = not name.endswith(endings) or self._find(name) or not self.find(name)
        return name if is_known else without_ending(name, endings)

    def is_genitive(self, name: str) -> bool:
        """Tell whether a name is known without its "s" only."""
        return self.without_genitive(name) != name

    def _find(self, name: str) -> list[Person]:
        if " " not in name:
            return _certain_first(self.people.get(self.key(name), []), self.lexicon)
        found = self.full_names.get(self._full_key(name), [])
        last = self.people.get(self.key(self.last_name(name)), ())
        return found or [person for person in last if self._is_short_for(name, person.name)]

    def _is_short_for(self, name: str, full: str) -> bool:
        is_beginning = self.lexicon.double_names and full.startswith(
            f"{name} "
        )  # "Ana Gil" of "Ana Gil Ortiz"
        return is_beginning or full.lower().endswith(f" {name.lower()}")  # "De Wit" of "Anna de Wit"

    def _last_names(self, name: str) -> list[str]:
        """Return by which names somebody is called: "Gil" and "Ortiz" of "Ana Gil Ortiz"."""
        words = name.split()
        last = [self.last_name(name)]
        is_double = self.lexicon.double_names and len(words) > 2
        first_of_two = words[-2].lower() not in self.lexicon.first_names if is_double else False
        return [words[-2], *last] if first_of_two else last

    def is_noun(self, word: str) -> bool:
        """Tell whether an article stands before the word, where every noun has a capital: "das Schiff"."""
        if not self.lexicon.capital_nouns:
            return False
        before = islice(words_before(self.text, word, 0, len(self.text)), MOST_LOOKED_AT)
        return any(self.lexicon.tags.get(one.lower(), 0) & tags.DETERMINER for one in before)

    def add(self, person: Person) -> None:
        """Enter somebody under the last name, and under the first and last."""
        for last in self._last_names(person.name):
            self.people.setdefault(self.key(last), []).append(person)
        self.full_names.setdefault(self._full_key(person.name), []).append(person)
        self.first_names.setdefault(self.key(person.name.split()[0]), []).append(person)

    def confirm(self, person: Person) -> None:
        """Note that somebody is a person and no place or thing."""
        for known in (self.people, self.full_names, self.first_names):
            for people in known.values():
                people[:] = [replace(one, is_certain=True) if one is person else one for one in people]

    def _full_key(self, name: str) -> tuple[str, str]:
        return self.key(name.split()[0]), self.key(self.last_name(name))

    def key(self, word: str) -> str:
        """Return what a name's cases have in common."""
        if not self.lexicon.inflected or len(word) <= SHORTEST_STEM:
            return word
        return without_ending(word, self.lexicon.endings["case"])

    def last_name(self, name: str) -> str:
        """Return the last word of a name that is no suffix: "Biden" of "Joseph R. Biden Jr."."""
        words = name.split()
        while len(words) > 1 and words[-1].lower() in self.lexicon.suffixes:
            words.pop()
        return words[-1]


def _certain_first(people: list[Person], lexicon: Lexicon) -> list[Person]:
    """Leave out "Kritiker Lind" beside "Eva Lind", where every noun has a capital."""
    if len(people) < 2 or not lexicon.capital_nouns:
        return people
    return [person for person in people if person.is_certain] or people


def bare(word: str) -> str:
    """Drop a possessive ending.

    >>> bare("Lee's"), bare("States’")
    ('Lee', 'States')
    """
    if word.endswith(("'s", "’s")):
        return word[:-2]
    return word.rstrip("'’")
