"""What a page says, read whole: the article and who told it. Pure: no clock, no network, no disk."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import takewhile

from newsgrab.extraction import extract
from newsgrab.model import Article, Claim, Extraction, Kind, Page
from newsgrab.rules import Rules
from newsgrab.sourcing import attribute
from newsgrab.sourcing.credits import Credits, read_credits
from newsgrab.sourcing.language import detect

_EDGES = frozenset({"structure.before-text", "structure.after-text", "navigation.footer-names"})
MOST_ABOVE = 2_000  # characters of headline and standfirst that are read for names
MOST_TEXT = 300_000  # characters that are searched for sources: a hundred long articles


@contextmanager
def _uncollected() -> Iterator[None]:
    """Hold off the search for garbage: while a page is read, all of it is in use and none is found.

    What is left of it then is in use, too, so it counts as old at once, rather than be searched thrice.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            if not gc.get_freeze_count():  # what a caller has frozen stays so
                gc.freeze()
                gc.unfreeze()
            gc.enable()


@_uncollected()
def read(page: Page, rules: Rules) -> Extraction:
    """Extract the article of a page and say who told it.

    Raises ContentError when the page is no article.
    """
    extraction = _with_credits(extract(page, rules))
    article = extraction.article
    text = body_text(article)
    metadata = article.metadata
    above = "\n\n".join(filter(None, (metadata.headline, metadata.standfirst)))
    language = detect(text) or metadata.language  # a page's template may be of another language than its text
    sourcing = attribute(text[:MOST_TEXT], language=language, introduction=above[:MOST_ABOVE])
    warnings = extraction.warnings
    if len(text) > MOST_TEXT:
        warnings = (*warnings, f"only the first {MOST_TEXT:,} characters were searched for sources")
    return replace(extraction, article=replace(article, sourcing=sourcing), warnings=warnings)


def body_text(article: Article) -> str:
    """Return the body as sourcing reads it: its text blocks, a blank line between."""
    return "\n\n".join(_texts(article))


def _texts(article: Article) -> tuple[str, ...]:
    return tuple(block.text for block in article.body if block.text)


def _opening(article: Article) -> str:
    """Return the bold words that a body begins with, where the paragraph goes on without; else ""."""
    first = next((block for block in article.body if block.kind is Kind.PARAGRAPH and block.text), None)
    inlines = first.inlines if first is not None else ()
    bold = "".join(one.text for one in takewhile(lambda one: one.strong, inlines))
    return bold if first is not None and bold != first.text else ""


def _with_credits(extraction: Extraction) -> Extraction:
    """Add what the text says of its own making; where the page's metadata says it, that stands."""
    known = extraction.article.metadata
    edges = tuple(one.text for one in extraction.removals if one.rule in _EDGES)
    opening = _opening(extraction.article)
    told = tuple(_claims(read_credits(_texts(extraction.article), known.language, edges, opening)))
    if not told:
        return extraction
    dateline = next(iter(_values(told, "dateline")), "")
    is_fuller = (known.dateline or "").lower() in dateline.lower()  # "PORT HAVEN, May 3" than "Port Haven"
    new = tuple(
        claim
        for claim in told
        if not getattr(known, claim.field) or (is_fuller and claim.field == "dateline")
    )
    metadata = replace(
        known,
        agency=known.agency or _values(told, "agency"),
        dateline=dateline if dateline and is_fuller else known.dateline,
        backstory=known.backstory or next(iter(_values(told, "backstory")), None),
    )
    return replace(
        extraction,
        article=replace(extraction.article, metadata=metadata),
        claims=extraction.claims + told,
        chosen=extraction.chosen + new,
    )


def _claims(told: Credits) -> Iterator[Claim]:
    for agency in told.agency:
        yield Claim(field="agency", value=agency, origin="text", locator="first and last lines")
    if told.dateline:
        yield Claim(field="dateline", value=told.dateline, origin="text", locator="first lines")
    if told.backstory:
        yield Claim(field="backstory", value=told.backstory, origin="text", locator="last lines")


def _values(claims: tuple[Claim, ...], field: str) -> tuple[str, ...]:
    return tuple(claim.value for claim in claims if claim.field == field)
