"""People: whom a text names, found again by full and by last name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

SHORTEST_STEM = 3  # letters; a shorter name is left as it is
_ENDING = re.compile(r"(?:ого|ому|ыми|ой|ей|ым|им|ом|ем|ую|ая|ый|ий|[аяуюеыий])$")  # of Russian names
_SUFFIXES = frozenset(("jr", "jr.", "sr", "sr.", "ii", "iii", "iv"))


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom the text names in full."""

    name: str
    gender: str | None
    is_certain: bool  # by first name, title or role; else the words might be a place


@dataclass(frozen=True, slots=True)
class Names:
    """What a text says about who is who."""

    is_inflected: bool = False
    has_genitives: bool = False  # "Linds" is of Lind
    people: dict[str, list[Person]] = field(default_factory=dict)  # by last name
    full_names: dict[tuple[str, str], list[Person]] = field(default_factory=dict)  # by first and last
    genders: dict[str, str] = field(default_factory=dict)  # last name -> gender, from "Mr. Lee"
    acronyms: dict[str, str] = field(default_factory=dict)  # SBU -> Ukrainian security service (SBU)
    bearers: dict[str, list[Person]] = field(
        default_factory=dict
    )  # "senator" -> one, or two who may be meant
    proper: set[str] = field(default_factory=set)  # words with a capital where none is due
    headlines: set[int] = field(default_factory=set)  # where paragraphs begin whose capitals tell nothing

    def find(self, name: str) -> list[Person]:
        """Return the people whom a full or last name may mean."""
        return self._find(name[:-1] if self.is_genitive(name) else name)

    def is_genitive(self, name: str) -> bool:
        """Say whether a name is known without its "s" only."""
        may_be = self.has_genitives and name.endswith("s") and not self._find(name)
        return may_be and bool(self._find(name[:-1]))

    def _find(self, name: str) -> list[Person]:
        if " " not in name:
            return self.people.get(self.key(name), [])
        return self.full_names.get(self._full_key(name), [])

    def may_be_genitive(self, name: str) -> bool:
        """Say whether "die Anwältin Eva Linds" may be the lawyer of Eva Lind, whom the text knows."""
        last = last_name(name)
        return self.has_genitives and last.endswith("s") and bool(self.people.get(last[:-1]))

    def add(self, person: Person) -> None:
        """Enter somebody under the last name, and under the first and last."""
        self.people.setdefault(self.key(last_name(person.name)), []).append(person)
        self.full_names.setdefault(self._full_key(person.name), []).append(person)

    def _full_key(self, name: str) -> tuple[str, str]:
        return self.key(name.split()[0]), self.key(last_name(name))

    def key(self, word: str) -> str:
        """Return what a name's cases have in common."""
        return bare_stem(word) if self.is_inflected and len(word) > SHORTEST_STEM else word


def last_name(name: str) -> str:
    """Return the last word of a name that is no suffix.

    >>> last_name("Joseph R. Biden Jr.")
    'Biden'
    """
    words = name.split()
    while len(words) > 1 and words[-1].lower() in _SUFFIXES:
        words.pop()
    return words[-1]


def bare_stem(word: str) -> str:
    """Drop the ending of a Russian name in any case."""
    return _ENDING.sub("", word)
