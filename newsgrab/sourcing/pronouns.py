"""Pronouns: who "he", "she", "it" and "they" are; in doubt, nobody."""

from __future__ import annotations

from newsgrab.sourcing.identities import Identity
from newsgrab.sourcing.lexicon import Lexicon
from newsgrab.sourcing.names import Names
from newsgrab.sourcing.statements import Statement


class Memory:
    """What a reader has in mind when a pronoun comes."""

    def __init__(self, lexicon: Lexicon, names: Names) -> None:
        self._lexicon = lexicon
        self._names = names
        self._person: Identity | None = None
        self._by_gender: dict[str, Identity] = {}
        self._body: Identity | None = None

    def is_pronoun(self, statement: Statement) -> bool:
        """Say whether the mention is a pronoun."""
        return statement.mention.lower() in self._lexicon.pronouns

    def resolve(self, statement: Statement) -> Identity | None:
        """Return who the pronoun stands for, or None."""
        gender = self._lexicon.pronouns.get(statement.mention.lower())
        if gender in ("masculine", "feminine"):
            return self._by_gender.get(gender, self._person)
        if gender == "neuter":
            return self._body
        return None

    def note(self, identity: Identity) -> None:
        """Remember a source that was named."""
        if identity.type == "person":
            self._person = identity
            for gender in (identity.gender,) if identity.gender else ("masculine", "feminine"):
                self._by_gender[gender] = identity
        elif identity.type in ("official", "organisation", "media", "document"):
            self._body = identity
