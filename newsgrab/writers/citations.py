"""An article as an entry of a bibliography: BibTeX, RIS, CSL-JSON.

Names stay as printed: which part of one is the family's is not on the page, and is not guessed.
Where nobody is named, the agency that supplied the report stands as its author.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from newsgrab.text import collapse

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SPECIAL = re.compile(r"[\\{}%&$#_~^]")
_ESCAPES = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
_UNSAFE_IN_URL = re.compile(r"[{}\\]")
_SHORTEST_WORD = 4  # letters of a headline's word that tells an entry from others
_LONGEST_WORD = 40  # what is longer is cut: some programs take no key of any length


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """What a bibliography wants to know; ``key`` is a short name that no other entry has."""

    key: str = ""
    headline: str | None = None
    authors: tuple[str, ...] = ()
    agency: tuple[str, ...] = ()
    publisher: str | None = None
    section: str | None = None
    language: str | None = None
    published: date | None = None
    retrieved: date | None = None
    url: str | None = None


def with_keys(citations: Iterable[Citation]) -> Iterator[Citation]:
    """Give each citation a key of its own: who, when, and a word of the headline.

    >>> one = Citation(headline="Harbour reopens", authors=("Jane Doe",), published=date(2024, 5, 3))
    >>> [citation.key for citation in with_keys([one, one])]
    ['doe2024harbour', 'doe2024harbour-2']
    """
    times: dict[str, int] = {}
    for citation in citations:
        key = _key(citation)
        times[key] = times.get(key, 0) + 1
        yield replace(citation, key=key if times[key] == 1 else f"{key}-{times[key]}")


def _key(citation: Citation) -> str:
    names = (*citation.authors, *citation.agency, citation.publisher or "")
    who = next((word for name in names for word in reversed(_words(name))), "")
    year = str(citation.published.year) if citation.published else ""
    words = _words(citation.headline or "")
    what = next((word for word in words if len(word) >= _SHORTEST_WORD), "".join(words[:1]))
    return who[:_LONGEST_WORD] + year + what[:_LONGEST_WORD] or "article"


def _words(text: str) -> list[str]:
    """Return the words of a text in small letters of ASCII, which every program takes in a key."""
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.findall(r"[a-z0-9]+", letters)


def bibtex(citations: Iterable[Citation]) -> str:
    """Return entries for BibTeX and biblatex, in UTF-8."""
    return "\n".join(map(_bibtex_entry, citations))


def _bibtex_entry(citation: Citation) -> str:
    published = citation.published
    fields = {
        "author": " and ".join(map(_bibtex_name, citation.authors or citation.agency)),
        "title": f"{{{_tex(citation.headline)}}}" if citation.headline else "",
        "journal": _tex(citation.publisher),
        "chapter": _tex(citation.section),
        "year": str(published.year) if published else "",
        "url": _UNSAFE_IN_URL.sub(lambda found: f"%{ord(found[0]):02X}", citation.url or ""),
        "urldate": citation.retrieved.isoformat() if citation.retrieved else "",
        "langid": _tex(citation.language),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    if published:
        lines.append(f"  month = {_MONTHS[published.month - 1]},")
        lines.append(f"  day = {{{published.day}}},")
    return "\n".join([f"@article{{{citation.key},", *lines, "}"]) + "\n"


def _bibtex_name(name: str) -> str:
    """Return a name so that it is not taken apart where it is no given name and family name."""
    is_whole = " " not in name or any(sign in name.lower() for sign in (",", "&", " and "))
    return f"{{{_tex(name)}}}" if is_whole else _tex(name)


def _tex(text: str | None) -> str:
    r"""Return a text with what TeX reads as markup escaped.

    >>> _tex("50% of R&D")
    '50\\% of R\\&D'
    """
    return _SPECIAL.sub(lambda found: _ESCAPES.get(found[0], f"\\{found[0]}"), _line(text))


def ris(citations: Iterable[Citation]) -> str:
    """Return records in RIS, as reference managers import them."""
    return "\r\n".join(_ris_record(citation) for citation in citations)


def _ris_record(citation: Citation) -> str:
    published, retrieved = citation.published, citation.retrieved
    lines: list[tuple[str, str | None]] = [
        ("TY", "NEWS"),
        ("ID", citation.key),
        ("TI", citation.headline),
        *(("AU", name) for name in citation.authors or citation.agency),
        ("T2", citation.publisher),
        ("SE", citation.section),
        ("PY", str(published.year) if published else None),
        ("DA", published.strftime("%Y/%m/%d") if published else None),
        ("LA", citation.language),
        ("UR", citation.url),
        ("Y2", retrieved.strftime("%Y/%m/%d") if retrieved else None),
    ]
    return "".join(f"{tag}  - {_line(value)}\r\n" for tag, value in lines if value) + "ER  - \r\n"


def csl(citations: Iterable[Citation]) -> str:
    """Return a list in CSL-JSON (citationstyles.org), which Pandoc and Zotero read."""
    return json.dumps(list(map(_csl_record, citations)), ensure_ascii=False, indent=2) + "\n"


def _csl_record(citation: Citation) -> dict[str, object]:
    record = {
        "id": citation.key,
        "type": "article-newspaper",
        "title": citation.headline,
        "author": [{"literal": name} for name in citation.authors or citation.agency],
        "container-title": citation.publisher,
        "section": citation.section,
        "issued": _csl_date(citation.published),
        "accessed": _csl_date(citation.retrieved),
        "URL": citation.url,
        "language": citation.language,
    }
    return {name: value for name, value in record.items() if value}


def _csl_date(day: date | None) -> dict[str, Sequence[Sequence[int]]] | None:
    return {"date-parts": [[day.year, day.month, day.day]]} if day else None


def _line(text: str | None) -> str:
    return collapse(text or "")


# In order of name.
FORMATS: dict[str, Callable[[Iterable[Citation]], str]] = {"bibtex": bibtex, "csl": csl, "ris": ris}
