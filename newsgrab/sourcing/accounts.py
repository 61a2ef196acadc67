"""Accounts: attributions entered under their sources, in the order of first citation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from newsgrab.model import Attribution, Source, Sourcing
from newsgrab.sourcing.anonymity import Anonymity
from newsgrab.sourcing.grammar import Statement
from newsgrab.sourcing.identities import Identity
from newsgrab.sourcing.insertions import find_speech
from newsgrab.sourcing.paragraphs import split_paragraphs
from newsgrab.sourcing.quotes import Quotation

_MOSTLY_QUOTED = 0.85  # of a content
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Attributed:
    """A statement with the one who made it, if that is beyond doubt."""

    statement: Statement
    identity: Identity | None
    channels: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    anonymity: Anonymity | None = None


@dataclass(slots=True)
class _Account:
    identity: Identity
    aliases: list[str] = field(default_factory=list)
    channels: list[str] = field(default_factory=list)
    quotes: list[str] = field(default_factory=list)
    members: tuple[str, ...] = ()
    cited: int = 0
    type: str = ""
    description: str | None = None
    reason: str | None = None

    def add(self, entry: Attributed, quotes: Sequence[str]) -> None:
        """Enter one citation."""
        self.cited += 1
        self.members = self.members or entry.members
        self.quotes += quotes
        self.type = self.type or self.identity.type
        if entry.anonymity is not None and self.type != "person":
            self.type = "anonymous"
            self.reason = self.reason or entry.anonymity.reason
        if self.type == "anonymous" and self.identity.head is not None:
            self.description = self.description or _described(entry.statement, self.identity)
        if self.type != "document":
            _add_new(self.channels, entry.channels)
        if entry.identity is not None and entry.identity.alias.casefold() != self.identity.name.casefold():
            _add_new(self.aliases, [entry.identity.alias])


def enter(text: str, entries: Sequence[Attributed]) -> Sourcing:
    """Sum the entries up by source; a quotation belongs to who is said first to have spoken it.

    In 'Lee called it "a gift", according to Roe' it is Lee's.
    """
    spoken: set[int] = set()  # where the quotations begin that have their speaker
    accounts: dict[str, _Account] = {}
    attributions: list[Attribution] = []
    for entry in entries:
        quotations = _quotations_in(text, entry.statement)
        account = None
        if entry.identity is not None:
            name = entry.identity.name.casefold()
            account = accounts.get(name) or accounts.setdefault(name, _Account(entry.identity))
            own = (_printed(text, q) for q in quotations if q.start not in spoken)
            account.add(entry, [printed for printed in own if printed])
        spoken.update(quotation.start for quotation in quotations)
        source = account.identity.name if account else None
        attributions.append(_attribution(text, entry.statement, source, quotations))
    return Sourcing(sources=tuple(map(_source, accounts.values())), attributions=tuple(attributions))


def _described(statement: Statement, identity: Identity) -> str:
    """Return the words for somebody without a name; a pronoun is none."""
    is_pronoun = statement.mention.lower() in statement.paragraph.lexicon.pronouns
    return identity.name if is_pronoun else statement.mention


def _source(account: _Account) -> Source:
    return Source(
        name=account.identity.name,
        aliases=tuple(account.aliases),
        type=account.type,
        description=account.description,
        reason=account.reason,
        members=account.members,
        cited=account.cited,
        channel=tuple(account.channels),
        quotes=tuple(account.quotes),
    )


def _add_new(known: list[str], more: Sequence[str]) -> None:
    known += [word for word in more if word not in known]


def _quotations_in(text: str, statement: Statement) -> list[Quotation]:
    """Return what the content quotes; marks within the words for the source are those of a name."""
    quotations = _all_quotations_in(text, statement)
    if not quotations or statement.phrase[0] == statement.phrase[1]:
        return quotations
    start, end = statement.paragraph.place(statement.phrase)
    return [quotation for quotation in quotations if not start <= quotation.start < end]


def _all_quotations_in(text: str, statement: Statement) -> list[Quotation]:
    start, end = statement.content
    lexicon = statement.paragraph.lexicon
    if text.find("\n", start, end) < 0:
        return find_speech(text, start, end, lexicon)
    found: list[Quotation] = []
    for first, last in split_paragraphs(text[start:end]):  # marks pair within a paragraph
        found += find_speech(text, start + first, start + last, lexicon)
    return found


def _printed(text: str, quotation: Quotation) -> str:
    """Return the quoted words without marks and without the comma before the closing one."""
    return text[quotation.inner_start : quotation.inner_end].strip().removesuffix(",").strip()


def _attribution(
    text: str, statement: Statement, source: str | None, quotations: Sequence[Quotation]
) -> Attribution:
    start, end = statement.content
    return Attribution(
        source=source,
        mention=statement.mention,
        cue=text[slice(*statement.cue_place)],
        content=text[start:end],
        quote_type=_quote_type(text, statement, quotations),
        start=start,
        end=end,
    )


def _quote_type(text: str, statement: Statement, quotations: Sequence[Quotation]) -> str:
    """Tell direct, partial and indirect by the share of quoted words; the cue's own words don't count."""
    if not quotations:
        return "indirect"
    start, end = statement.content
    total = len(_WORD.findall(text, start, end))
    if start <= statement.cue_place[0] < end:
        total -= len(_WORD.findall(text, *_interposed(quotations, statement)))
    quoted = sum(len(_WORD.findall(text, q.inner_start, q.inner_end)) for q in quotations)
    return "direct" if quoted >= _MOSTLY_QUOTED * total else "partial"


def _interposed(quotations: Sequence[Quotation], statement: Statement) -> tuple[int, int]:
    """Return the stretch between the two quotations around the cue."""
    before = max(
        (q.end for q in quotations if q.end <= statement.cue_place[0]), default=statement.cue_place[0]
    )
    after = min(
        (q.start for q in quotations if q.start >= statement.cue_place[1]), default=statement.cue_place[1]
    )
    return before, after
