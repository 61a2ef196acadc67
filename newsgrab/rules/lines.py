"""What single lines of a text dump look like: ``lines.toml``, each pattern with examples."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from newsgrab.errors import RuleError
from newsgrab.rules.patterns import KEYS, pattern_of
from newsgrab.rules.tables import FOLDER, read_tables

_PATH = FOLDER / "lines.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class LinePattern:
    """How one sort of line is written, with its proof."""

    id: str
    match: re.Pattern[str]
    fits: tuple[str, ...]
    misses: tuple[str, ...]


@cache
def load_lines() -> dict[str, LinePattern]:
    """Read the patterns by their id; raise RuleError at the first fault."""
    patterns: dict[str, LinePattern] = {}
    for table in read_tables(_PATH, {"line"})["line"]:
        where = f"{_PATH}: {table.get('id', 'a line without id')}"
        fits, misses = table.get("fits"), table.get("misses")
        if set(table) - KEYS != {"id", "fits", "misses"} or not (
            isinstance(fits, list) and isinstance(misses, list)
        ):
            raise RuleError(f"{where}: a line has an id, what it matches, fits and misses")
        try:
            match = pattern_of(table)
        except (re.error, ValueError) as error:
            raise RuleError(f"{where}: {error}") from error
        patterns[str(table["id"])] = LinePattern(
            id=str(table["id"]), match=match, fits=tuple(map(str, fits)), misses=tuple(map(str, misses))
        )
    return patterns
