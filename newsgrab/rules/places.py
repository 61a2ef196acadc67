"""Where to look for each field: ``fields.toml`` as look-up tables."""

from __future__ import annotations

from functools import cache

from newsgrab.errors import RuleError
from newsgrab.model import Claim
from newsgrab.rules.tables import FOLDER, read_tables


@cache
def _looks() -> dict[str, dict[tuple[str, str], int]]:
    """Return, for each field, its places with their rank."""
    path = FOLDER / "fields.toml"
    looks: dict[str, dict[tuple[str, str], int]] = {}
    for table in read_tables(path, {"field"})["field"]:
        places = table.get("look")
        name = str(table.get("name"))
        if not isinstance(places, list) or set(table) != {"name", "look"}:
            raise RuleError(f"{path}: {name}: a field has a name and a list of places to look")
        looks[name] = {}
        for rank, place in enumerate(places):
            origin, _, key = str(place).lower().partition(" ")
            looks[name][origin, key] = rank
    return looks


def names() -> tuple[str, ...]:
    """Return the fields that have places to look."""
    return tuple(_looks())


@cache
def _fields_by_place() -> dict[tuple[str, str], tuple[str, ...]]:
    by_place: dict[tuple[str, str], tuple[str, ...]] = {}
    for field, places in _looks().items():
        for place in places:
            by_place[place] = (*by_place.get(place, ()), field)
    return by_place


def fields_at(origin: str, key: str) -> tuple[str, ...]:
    """Return the fields that a place feeds.

    >>> fields_at("meta", "og:title")
    ('headline',)
    """
    return _fields_by_place().get((origin, key.strip().lower()), ())


def rank_of(claim: Claim) -> int:
    """Return how good a claim's place is for its field; 0 is best."""
    return _looks()[claim.field].get(place_of(claim), len(_looks()[claim.field]))


def place_of(claim: Claim) -> tuple[str, str]:
    """Read the place out of a claim's locator.

    >>> place_of(Claim(field="headline", value="News", origin="meta", locator="meta[property='og:title']"))
    ('meta', 'og:title')
    >>> place_of(Claim(field="authors", value="A B", origin="json-ld", locator="NewsArticle.author[Person]"))
    ('json-ld', 'author')
    """
    locator = claim.locator
    if locator.startswith("ImageObject["):
        return claim.origin, f"imageobject.{locator.rpartition('.')[2].lower()}"
    if claim.origin == "json-ld":
        return claim.origin, locator.partition(".")[2].partition("[")[0].lower()
    if claim.origin == "page":
        return claim.origin, locator.partition(":")[0].lower()
    element, _, rest = locator.partition("[")
    key = rest.rstrip("]").rpartition("=")[2].strip("'")
    return (claim.origin if element not in ("link", "html") else element), key.lower()
