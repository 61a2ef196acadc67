r"""Rules are data; this module reads the phrases and selectors, and finds fault with them at load.

A file ``phrases/<kind>.toml`` holds tables of two sorts::

    [[phrase]]
    id     = "donation.support-our-journalism"     # its first word is the kind
    begins = ["support (?:our|independent) journalism"]   # of one sentence: see patterns.py for such keys
    scope  = "sentence"                            # how much goes: words, sentence, block or container
    strips = ["Support independent journalism from $5 a month."]
    keeps  = ["He asked the council to support independent journalism in the region."]

    [[selector]]
    id     = "donation.contribute-box"
    match  = '[class*="contribute-banner"]'        # CSS; what it selects goes whole
    strips = ['<div class="contribute-banner"><p>Give.</p></div>']
    keeps  = ['<p class="lead">The museum asked visitors to contribute banners.</p>']

A file ``names/<kind>.toml`` holds words that elements call themselves by, in class, id or role::

    [[names]]
    id     = "related.names"
    words  = ["related", "read-more", "more-on*"]     # whole words between hyphens; * stands for any letters
    most   = 0.6                                      # boxes with more of a page's text than this are not it
    most_of_body = 0.3                                # the same of the article's body
    strips = ["article__related-box", "relatedStories"]
    keeps  = ["unrelated"]

In ``phrases/protect.toml`` what fits stays: there ``keeps`` must fit and ``strips`` must not.
A file ``sites/<host>.toml`` says where one site has what: see sites.py.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from pathlib import Path

from newsgrab.errors import RuleError
from newsgrab.model import Verdict
from newsgrab.rules.patterns import KEYS, Entry, entries_of, pattern_of
from newsgrab.rules.sites import Site, by_host, read_site
from newsgrab.rules.tables import FOLDER, Table, read_tables, require_keys, require_selector


class Scope(StrEnum):
    """How much goes when a phrase fits one sentence."""

    WORDS = "words"  # only those that the pattern fits
    SENTENCE = "sentence"
    BLOCK = "block"
    CONTAINER = "container"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Phrase:
    """What one sentence says, with its proof."""

    id: str
    entries: tuple[Entry, ...]
    scope: Scope
    verdict: Verdict
    strips: tuple[str, ...]
    keeps: tuple[str, ...]

    @property
    def match(self) -> re.Pattern[str]:
        """The pattern of all entries, compiled when it is first asked for; re.error where it is none."""
        return _compiled(self)


@cache
def _compiled(phrase: Phrase) -> re.Pattern[str]:
    return pattern_of(phrase.entries)


@dataclass(frozen=True, slots=True, kw_only=True)
class Selector:
    """A CSS selector of boxes, with its proof."""

    id: str
    match: str
    verdict: Verdict
    strips: tuple[str, ...]
    keeps: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Words that elements of one kind call themselves by; a last * stands for any letters."""

    id: str
    words: frozenset[str]
    most: float
    most_of_body: float
    strips: tuple[str, ...]
    keeps: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rules:
    """Everything that decides what is boilerplate."""

    phrases: tuple[Phrase, ...] = ()
    selectors: tuple[Selector, ...] = ()
    names: tuple[Names, ...] = ()
    sites: Mapping[str, Site] = field(default_factory=dict)


@cache
def load(folder: Path | None = None) -> Rules:
    """Read our rules and then, if there is a ``folder``, a user's own in the same format.

    Raises RuleError, naming file, table and key, at the first fault.
    """
    if folder and not os.path.isdir(folder):  # noqa: PTH112  a name may be too long
        raise RuleError(f"{folder}: there is no such folder")
    for path in sorted(folder.glob("*.toml")) if folder else ():
        raise RuleError(f"{path}: rules stand in the folders phrases, names and sites")
    phrases: list[Phrase] = []
    selectors: list[Selector] = []
    names: list[Names] = []
    sites: list[Site] = []
    for root in (FOLDER, folder) if folder else (FOLDER,):
        for path in sorted((root / "phrases").glob("*.toml")):
            tables = read_tables(path, {"phrase", "selector"})
            verdict = Verdict.PROTECT if path.stem == "protect" else Verdict.STRIP
            found = [_phrase(path, table, verdict) for table in tables["phrase"]]
            if root is folder:
                _require_patterns(path, found)
            phrases += found
            selecting = [_selector(path, table, verdict) for table in tables["selector"]]
            for rule in selecting if root is folder else ():
                require_selector(f"{path}: {rule.id}", rule.match)
            selectors += selecting
        for path in sorted((root / "names").glob("*.toml")):
            names += [_names(path, table) for table in read_tables(path, {"names"})["names"]]
        sites += [read_site(path) for path in sorted((root / "sites").glob("*.toml"))]
    _require_unique([rule.id for rules in (phrases, selectors, names) for rule in rules])
    return Rules(phrases=tuple(phrases), selectors=tuple(selectors), names=tuple(names), sites=by_host(sites))


def _phrase(path: Path, table: Table, verdict: Verdict) -> Phrase:
    where = _check_keys(path, table, {"id", "scope", "strips", "keeps", *(KEYS & set(table))})
    try:
        entries, scope = entries_of(table), Scope(str(table["scope"]))
    except ValueError as error:
        raise RuleError(f"{where}: {error}") from error
    strips, keeps = _examples(where, table)
    return Phrase(
        id=str(table["id"]),
        entries=entries,
        scope=scope,
        verdict=verdict,
        strips=strips,
        keeps=keeps,
    )


def _selector(path: Path, table: Table, verdict: Verdict) -> Selector:
    where = _check_keys(path, table, {"id", "match", "strips", "keeps"})
    strips, keeps = _examples(where, table)
    return Selector(
        id=str(table["id"]), match=str(table["match"]), verdict=verdict, strips=strips, keeps=keeps
    )


def _names(path: Path, table: Table) -> Names:
    where = _check_keys(path, table, {"id", "words", "most", "most_of_body", "strips", "keeps"})
    words, most, most_of_body = table["words"], table["most"], table["most_of_body"]
    if not (isinstance(words, list) and words):
        raise RuleError(f"{where}: words must be a list")
    if not (isinstance(most, float) and isinstance(most_of_body, float)):
        raise RuleError(f"{where}: most and most_of_body must be shares")
    strips, keeps = _examples(where, table)
    return Names(
        id=str(table["id"]),
        words=frozenset(map(str, words)),
        most=most,
        most_of_body=most_of_body,
        strips=strips,
        keeps=keeps,
    )


def _check_keys(path: Path, table: Table, keys: set[str]) -> str:
    """Return where the table is, for messages; every key must be there and no other."""
    where = require_keys(path, table, keys)
    if not str(table["id"]).startswith(f"{path.stem}."):
        raise RuleError(f"{where}: the id must start with '{path.stem}.'")
    return where


def _examples(where: str, table: Table) -> tuple[tuple[str, ...], tuple[str, ...]]:
    strips, keeps = table["strips"], table["keeps"]
    if not (isinstance(strips, list) and isinstance(keeps, list) and strips and keeps):
        raise RuleError(f"{where}: strips and keeps each need at least one example")
    return tuple(map(str, strips)), tuple(map(str, keeps))


def _require_patterns(path: Path, phrases: Iterable[Phrase]) -> None:
    """Find fault with a user's patterns now; those of ours hold, as the tests show."""
    for phrase in phrases:
        try:
            _compiled(phrase)
        except re.error as error:
            raise RuleError(f"{path}: {phrase.id}: {error}") from error


def _require_unique(ids: list[str]) -> None:
    seen: set[str] = set()
    for rule_id in ids:
        if rule_id in seen:
            raise RuleError(f"two rules are called {rule_id}")
        seen.add(rule_id)
