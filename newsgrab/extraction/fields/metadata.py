"""Claims to Metadata: for each field the first claim, in the order of ``fields.toml``, that holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from types import MappingProxyType

from newsgrab.extraction.fields import authorship, dates, readings, sections
from newsgrab.extraction.fields.analytics_dates import find_counted_date
from newsgrab.extraction.fields.printed import Printed, read_printed
from newsgrab.extraction.fields.readings import Known, Reading
from newsgrab.extraction.fields.site_names import find_publisher
from newsgrab.extraction.fields.structured import read_claims
from newsgrab.extraction.page.document import Document
from newsgrab.extraction.page.layouts import layout_of
from newsgrab.model import Claim, Metadata
from newsgrab.rules import Rules
from newsgrab.rules.lexicon import words
from newsgrab.rules.places import rank_of

Reader = Callable[[tuple[Claim, ...], Known], Reading]

# In this order: later fields are read with what is known from earlier ones.
READERS: dict[str, Reader] = {
    "publisher": readings.publisher,
    "canonical_url": readings.canonical_url,
    "headline": readings.headline,
    "language": readings.language,
    "standfirst": readings.standfirst,
    "alternative_headline": readings.alternative_headline,
    "description": readings.description,
    "authors": authorship.authors,
    "agency": authorship.agency,
    "byline": authorship.byline,
    "dateline": readings.dateline,
    "date_published": dates.date_published,
    "date_modified": dates.date_modified,
    "section": sections.section,
    "keywords": readings.keywords,
    "genre": readings.genre,
    "correction": readings.correction,
    "backstory": readings.first_text,
    "paywalled": readings.paywalled,
    "copyright_notice": readings.first_text,
    "usage_terms": readings.usage_terms,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """The fields of a page, all that was on offer for them, and where the printed ones stand."""

    metadata: Metadata
    claims: tuple[Claim, ...]
    chosen: tuple[Claim, ...]
    printed: Printed


def read_fields(document: Document, rules: Rules) -> Fields:
    """Read every field of a page."""
    stated = read_claims(document)
    printed = read_printed(document, stated, layout_of(document, rules))
    claims = (*printed.claims, *stated)
    if document.root is not None and not any(claim.field == "date_published" for claim in claims):
        claims = (*claims, *find_counted_date(document.root))
    metadata, chosen = choose(claims, document)
    if metadata.publisher is None and document.root is not None:
        named = find_publisher(
            document.root, document.url or metadata.canonical_url or "", metadata.headline or ""
        )
        if named is not None:
            metadata = replace(metadata, publisher=named.value)
            claims, chosen = (*claims, named), (*chosen, named)
    return Fields(metadata=metadata, claims=claims, chosen=chosen, printed=printed)


def choose(claims: Iterable[Claim], document: Document) -> tuple[Metadata, tuple[Claim, ...]]:
    """Return the fields, and the claims that became fields."""
    on_offer = _by_field(claims)
    values: dict[str, object] = {}
    known = Known(
        url=document.url or "",
        base_url=document.base_url,
        retrieved_at=document.retrieved_at,
        values=MappingProxyType(values),  # each field sees those that were read before it
    )
    chosen: list[Claim] = []
    for name, reader in READERS.items():
        reading = reader(on_offer.get(name, ()), known)
        if reading.value is not None and reading.value != ():
            values[name] = reading.value
            chosen += reading.chosen
    return Metadata(**values), tuple(_once(chosen))  # type: ignore[arg-type]


def _by_field(claims: Iterable[Claim]) -> dict[str, tuple[Claim, ...]]:
    """Group claims by field, each group with the best place first, without those that say nothing.

    What is printed as the headline is it, where nothing else is, and be it "null".
    """
    nothing = words("printed.no-values")
    groups: dict[str, list[Claim]] = {}
    printed: list[Claim] = []
    for claim in claims:
        if claim.value.strip().lower() not in nothing:
            groups.setdefault(claim.field, []).append(claim)
        elif claim.field == "headline" and claim.origin == "page":
            printed.append(claim)
    if printed:
        groups.setdefault("headline", printed)
    return {name: tuple(sorted(group, key=rank_of)) for name, group in groups.items()}


def _once(claims: Iterable[Claim]) -> Iterator[Claim]:
    seen: set[Claim] = set()
    for claim in claims:
        if claim not in seen:
            seen.add(claim)
            yield claim
