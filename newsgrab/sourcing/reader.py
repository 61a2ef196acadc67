"""The steps from a text to its sourcing, in order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from itertools import chain

from newsgrab.model import Sourcing
from newsgrab.sourcing.accounts import Attributed, enter
from newsgrab.sourcing.anonymity import Anonymity, find_anonymity, may_ask_for_anonymity
from newsgrab.sourcing.channels import find_channels
from newsgrab.sourcing.grammar import Grammar, Statement
from newsgrab.sourcing.introduced import is_headline, note_above, note_speakers, read_names
from newsgrab.sourcing.lexicon import Lexicon
from newsgrab.sourcing.members import find_members
from newsgrab.sourcing.offices import note_offices
from newsgrab.sourcing.pronouns import Attention
from newsgrab.sourcing.sentences import read_paragraphs
from newsgrab.sourcing.statements import read_statements

SHORTEST_SAYING = 10  # characters reported before a wish for anonymity, if more than the wish is reported


def read(text: str, lexicon: Lexicon, introduction: str = "") -> Sourcing:
    """Read a text in the lexicon's language; the introduction only tells names."""
    paragraphs = read_paragraphs(text, lexicon)
    grammar = _grammar(lexicon.grammar)
    statements = _by_sentence(read_statements(paragraphs, grammar))
    if not statements:
        return Sourcing()
    prose = [p for p in read_paragraphs(introduction, lexicon) if not is_headline(p)]
    names = read_names(paragraphs, lexicon, grammar)
    note_above(names, prose)
    note_speakers(names, chain.from_iterable(statements.values()))
    if lexicon.grammar == "continental":  # English offices stand before their names
        note_offices((*paragraphs, *prose), names, grammar)
    attention = Attention(names, grammar)
    asks = may_ask_for_anonymity(text, lexicon)
    entries: list[Attributed] = []
    for paragraph, sentence in ((p, s) for p in paragraphs for s in p.sentences):
        attention.enter(paragraph, sentence)
        place = paragraph.place(sentence)
        told = statements.get(place, ())
        said = [(paragraph.place(s.phrase)[1], s.cue_place[0]) for s in told if s.mention] if asks else ()
        anonymity = find_anonymity(text, place, lexicon, said) if asks else None
        here = [s for s in told if not _only_asks_for_anonymity(s, anonymity)]
        for statement in here:
            identity = attention.resolve(statement)
            channels = find_channels(statement)
            members = find_members(paragraph, statement.phrase)
            entries.append(Attributed(statement, identity, channels, members, anonymity))
        if anonymity is not None and not here and entries:
            entries[-1] = replace(entries[-1], anonymity=anonymity)
    return enter(text, entries)


@cache
def _grammar(name: str) -> Grammar:
    """Return a grammar; one that no text asks for is not even imported."""
    if name == "english":
        from newsgrab.sourcing.english import ENGLISH

        return ENGLISH
    from newsgrab.sourcing.continental import CONTINENTAL

    return CONTINENTAL


def _only_asks_for_anonymity(statement: Statement, anonymity: Anonymity | None) -> bool:
    """Tell whether all that is "said" is a wish: "asked not to be named"."""
    if anonymity is None:
        return False
    return statement.cue_place[0] <= anonymity.start < statement.content[1] <= statement.sentence_place[
        1
    ] and (anonymity.start - statement.content[0] < SHORTEST_SAYING)


def _by_sentence(statements: Iterable[Statement]) -> dict[tuple[int, int], list[Statement]]:
    found: dict[tuple[int, int], list[Statement]] = {}
    for statement in statements:
        found.setdefault(statement.sentence_place, []).append(statement)
    return found
