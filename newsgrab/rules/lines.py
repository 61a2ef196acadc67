"""What lines of text look like, in pages and in dumps: ``lines.toml``, each pattern with examples."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from newsgrab.errors import RuleError
from newsgrab.rules.patterns import KEYS, Entry, entries_of, pattern_of
from newsgrab.rules.tables import FOLDER, read_tables

_PATH = FOLDER / "lines.toml"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LinePattern:
    """How one sort of line is written, with its proof."""

    id: str
    entries: tuple[Entry, ...]
    fits: tuple[str, ...]
    misses: tuple[str, ...]

    @property
    def match(self) -> re.Pattern[str]:
        """The pattern of all entries, compiled when it is first asked for."""
        return _compiled(self)


@cache
def _compiled(line: LinePattern) -> re.Pattern[str]:
    return pattern_of(line.entries)


def fits(pattern: str, text: str) -> bool:
    """Tell whether a text has what a pattern of ``lines.toml`` looks for.

    >>> fits("byline", "By Jane Doe"), fits("byline", "by noon the water had risen.")
    (True, False)
    """
    return load_lines()[pattern].match.search(text) is not None


def finds(pattern: str, text: str) -> Iterator[re.Match[str]]:
    """Give each place at which a text has what a pattern looks for."""
    return load_lines()[pattern].match.finditer(text)


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
            entries = entries_of(table)
        except ValueError as error:
            raise RuleError(f"{where}: {error}") from error
        patterns[str(table["id"])] = LinePattern(
            id=str(table["id"]), entries=entries, fits=tuple(map(str, fits)), misses=tuple(map(str, misses))
        )
    return patterns
