"""What in an address is not part of which article it is: ``urls.toml``, read once and checked.

A ``tracking`` table takes away parameters, a ``fragment`` table fragments, and a ``view`` table
makes one of the addresses at which one article can be had. Each carries its examples.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from newsgrab.errors import RuleError
from newsgrab.rules.tables import FOLDER, Table, read_tables, require_keys

PARTS = ("address", "host", "path", "parameter")


@dataclass(frozen=True, slots=True, kw_only=True)
class Drop:
    """A parameter's name or a fragment that goes, with addresses that change and do not change."""

    id: str
    match: str
    strips: tuple[str, ...]
    keeps: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A way to write the address of an article, with pairs that are one article and that are two."""

    id: str
    part: str
    match: re.Pattern[str]
    template: str
    same: tuple[tuple[str, str], ...]
    other: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressRules:
    """All of ``urls.toml``; each pattern must fit the whole of what it looks at."""

    tracking: tuple[Drop, ...]
    fragments: tuple[Drop, ...]
    views: tuple[View, ...]
    tracking_name: re.Pattern[str]
    idle_fragment: re.Pattern[str]


@cache
def load_addresses(path: Path = FOLDER / "urls.toml") -> AddressRules:
    """Read the address rules; raises RuleError, naming file, table and key."""
    tables = read_tables(path, {"tracking", "fragment", "view"})
    tracking = tuple(_drop(path, table) for table in tables["tracking"])
    fragments = tuple(_drop(path, table) for table in tables["fragment"])
    return AddressRules(
        tracking=tracking,
        fragments=fragments,
        views=tuple(_view(path, table) for table in tables["view"]),
        tracking_name=_any_of(path, tracking),
        idle_fragment=_any_of(path, fragments),
    )


def _drop(path: Path, table: Table) -> Drop:
    require_keys(path, table, {"id", "match", "strips", "keeps"})
    return Drop(
        id=str(table["id"]),
        match=str(table["match"]),
        strips=_texts(path, table, "strips"),
        keeps=_texts(path, table, "keeps"),
    )


def _view(path: Path, table: Table) -> View:
    require_keys(path, table, {"id", "part", "match", "with", "same", "other"})
    if table["part"] not in PARTS:
        raise RuleError(f"{path}: {table['id']}: part must be one of {', '.join(PARTS)}")
    return View(
        id=str(table["id"]),
        part=str(table["part"]),
        match=_compiled(path, table["id"], str(table["match"])),
        template=str(table["with"]),
        same=_pairs(path, table, "same"),
        other=_pairs(path, table, "other"),
    )


def _texts(path: Path, table: Table, key: str) -> tuple[str, ...]:
    examples = table[key]
    if not isinstance(examples, list) or not examples:
        raise RuleError(f"{path}: {table['id']}: {key} needs at least one example")
    return tuple(map(str, examples))


def _pairs(path: Path, table: Table, key: str) -> tuple[tuple[str, str], ...]:
    pairs = table[key]
    if not (isinstance(pairs, list) and pairs and all(isinstance(p, list) and len(p) == 2 for p in pairs)):
        raise RuleError(f"{path}: {table['id']}: {key} needs at least one pair of addresses")
    return tuple((str(one), str(two)) for one, two in pairs)


def _any_of(path: Path, drops: tuple[Drop, ...]) -> re.Pattern[str]:
    for drop in drops:
        _compiled(path, drop.id, drop.match)
    return re.compile("|".join(f"(?:{drop.match})" for drop in drops), re.IGNORECASE | re.VERBOSE)


def _compiled(path: Path, rule: object, pattern: str) -> re.Pattern[str]:
    try:
        return re.compile(pattern, re.IGNORECASE | re.VERBOSE)
    except re.error as error:
        raise RuleError(f"{path}: {rule}: {error}") from error
