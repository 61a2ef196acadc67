"""The steps from a text to its sourcing, in order."""

from __future__ import annotations

from collections.abc import Iterable

from newsgrab.model import Sourcing
from newsgrab.sourcing.channels import find_channels
from newsgrab.sourcing.ledger import Entry, enter
from newsgrab.sourcing.lexicon import Lexicon
from newsgrab.sourcing.members import find_members
from newsgrab.sourcing.names import read_names
from newsgrab.sourcing.pronouns import Memory
from newsgrab.sourcing.sentences import read_paragraphs
from newsgrab.sourcing.statements import Statement, read_statements


def read(text: str, lexicon: Lexicon) -> Sourcing:
    """Read a text in the lexicon's language."""
    paragraphs = read_paragraphs(text, lexicon)
    names = read_names(paragraphs, lexicon)
    memory = Memory(names, lexicon)
    entries: list[Entry] = []
    statements = _by_sentence(read_statements(paragraphs, lexicon))
    for paragraph, sentence in ((p, s) for p in paragraphs for s in p.sentences):
        memory.enter(paragraph, sentence)
        for statement in statements.get(paragraph.place(sentence), ()):
            identity = memory.resolve(statement)
            channels = find_channels(text, statement, lexicon)
            members = find_members(paragraph, statement.phrase, lexicon)
            entries.append(Entry(statement, identity, channels, members))
    return enter(text, entries)


def _by_sentence(statements: Iterable[Statement]) -> dict[tuple[int, int], list[Statement]]:
    found: dict[tuple[int, int], list[Statement]] = {}
    for statement in statements:
        found.setdefault(statement.sentence_place, []).append(statement)
    return found
