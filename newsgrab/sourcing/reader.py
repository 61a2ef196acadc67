"""The steps from a text to its sourcing, in order."""

from __future__ import annotations

from newsgrab.model import Sourcing
from newsgrab.sourcing.channels import find_channels
from newsgrab.sourcing.identities import identify
from newsgrab.sourcing.ledger import Entry, enter
from newsgrab.sourcing.lexicon import Lexicon
from newsgrab.sourcing.members import find_members
from newsgrab.sourcing.names import read_names
from newsgrab.sourcing.pronouns import Memory
from newsgrab.sourcing.statements import read_statements
from newsgrab.sourcing.tokens import read_paragraph, split_paragraphs


def read(text: str, lexicon: Lexicon) -> Sourcing:
    """Read a text in the lexicon's language."""
    paragraphs = [read_paragraph(text, start, end, lexicon) for start, end in split_paragraphs(text)]
    names = read_names(paragraphs, lexicon)
    memory = Memory(lexicon, names)
    entries: list[Entry] = []
    for statement in read_statements(paragraphs, lexicon):
        identity = memory.resolve(statement)
        if identity is None and not memory.is_pronoun(statement):
            identity = identify(statement.paragraph, statement.phrase, names, lexicon)
            memory.note(identity)
        channels = find_channels(text, statement, lexicon)
        members = find_members(statement.paragraph, statement.phrase, lexicon)
        entries.append(Entry(statement, identity, channels, members))
    return enter(text, entries)
