"""Claims to Metadata."""

from __future__ import annotations

from dataclasses import dataclass

from newsgrab.extraction.document import Document
from newsgrab.extraction.printed import Printed
from newsgrab.model import Claim, Metadata
from newsgrab.text import collapse


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """The fields of a page, all that was on offer for them, and where the printed ones stand."""

    metadata: Metadata
    claims: tuple[Claim, ...]
    chosen: tuple[Claim, ...]
    printed: Printed


def read_fields(document: Document) -> Fields:
    """Read every field of a page."""
    headings = list(document.root.iter("h1")) if document.root is not None else []
    text = collapse(" ".join(headings[0].itertext())) if headings else None
    claims = (Claim(field="headline", value=text, origin="page", locator="h1"),) if text else ()
    printed = Printed(claims=claims, headline=headings[0] if headings else None)
    return Fields(metadata=Metadata(headline=text or None), claims=claims, chosen=claims, printed=printed)
