"""A rule file as tables of plain values; every fault in one is a RuleError that names file and key."""

from __future__ import annotations

from pathlib import Path

from newsgrab.datafiles import read_toml
from newsgrab.errors import RuleError

FOLDER = Path(__file__).parent
Table = dict[str, object]


def read_tables(path: Path, names: set[str]) -> dict[str, list[Table]]:
    """Read a TOML file that holds nothing but the arrays of tables in ``names``.

    Raises RuleError for bad TOML, any other key, and a single [table].
    """
    try:
        top = read_toml(path)
    except (OSError, ValueError, RecursionError) as error:  # the last two for what is no UTF-8, no TOML
        raise RuleError(f"{path}: {error}") from error
    unknown = sorted(set(top) - names)
    if unknown:
        raise RuleError(f"{path}: unknown key {unknown[0]}")
    return {name: _tables(path, name, top.get(name, [])) for name in names}


def _tables(path: Path, name: str, value: object) -> list[Table]:
    if not isinstance(value, list) or not all(isinstance(table, dict) for table in value):
        raise RuleError(f"{path}: {name} must be tables, each under [[{name}]]")
    return value


def require_selector(where: str, selector: str) -> None:
    """Raise RuleError where a text is no CSS selector that can be read."""
    from cssselect import HTMLTranslator, SelectorError

    try:
        HTMLTranslator().css_to_xpath(selector)
    except SelectorError as error:
        raise RuleError(f"{where}: {selector} is no selector: {error}") from error


def require_keys(path: Path, table: Table, keys: set[str]) -> str:
    """Return where a rule stands, for messages; raise RuleError unless it has just these keys."""
    where = f"{path}: {table.get('id', 'a rule without id')}"
    for key in sorted(keys ^ set(table)):
        raise RuleError(f"{where}: {'unknown' if key in table else 'missing'} key {key}")
    return where
