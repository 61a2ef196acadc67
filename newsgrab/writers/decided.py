"""The fields of an article as a person is told of them: the value, and the claims that it was made of."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date

from newsgrab.model import Claim, Extraction, Metadata
from newsgrab.writers.yamltext import moment_text

_NAMES = tuple(field.name for field in fields(Metadata))
_REPEATED = "said again in the text, so not repeated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A field, the claims that became it, and those that were on offer and did not."""

    name: str
    value: str
    claims: tuple[Claim, ...]
    others: tuple[Claim, ...]


def decided(extraction: Extraction) -> tuple[Decided, ...]:
    """Return every field that was chosen, in the order in which an article file has them."""
    found: dict[str, list[Claim]] = {name: [] for name in _NAMES}
    for claim in extraction.chosen:
        found.setdefault(claim.field, []).append(claim)
    return tuple(
        Decided(
            name=name,
            value=value_of(extraction.article.metadata, name) or _REPEATED,
            claims=tuple(claims),
            others=tuple(dict.fromkeys(extraction.runners_up(claims[0]))),
        )
        for name, claims in found.items()
        if claims
    )


def value_of(metadata: Metadata, name: str) -> str:
    """Return what a field holds, in words; "" where it is not there.

    >>> value_of(Metadata(keywords=("storm", "harbour")), "keywords")
    'storm, harbour'
    """
    value = getattr(metadata, name, None)
    if isinstance(value, date):
        return moment_text(value)
    if isinstance(value, tuple):
        return ", ".join(value)
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
