"""Entries for a bibliography, whole, and the laws of their escaping."""

import json
import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgrab.writers.citations import FORMATS, Citation, bibtex, csl, ris, with_keys

FERRY = Citation(
    headline="Harbour reopens: 50% of R&D back_log gone",
    authors=("Jane Doe", "José Peña", "Müller & Sons", "ENA"),
    publisher="The Haven Post",
    section="Local",
    language="en",
    published=date(2024, 5, 3),
    retrieved=date(2024, 5, 4),
    url="https://example.org/2024/05/03/harbour_reopens?a=1&b=2",
)


def test_bibtex():
    assert (
        bibtex(with_keys([FERRY]))
        == r"""@article{doe2024harbour,
  author = {Jane Doe and José Peña and {Müller \& Sons} and {ENA}},
  title = {{Harbour reopens: 50\% of R\&D back\_log gone}},
  journal = {The Haven Post},
  chapter = {Local},
  year = {2024},
  url = {https://example.org/2024/05/03/harbour_reopens?a=1&b=2},
  urldate = {2024-05-04},
  langid = {en},
  month = may,
  day = {3},
}
"""
    )


def test_ris():
    assert ris(with_keys([FERRY])).split("\r\n") == [
        "TY  - NEWS",
        "ID  - doe2024harbour",
        "TI  - Harbour reopens: 50% of R&D back_log gone",
        "AU  - Jane Doe",
        "AU  - José Peña",
        "AU  - Müller & Sons",
        "AU  - ENA",
        "T2  - The Haven Post",
        "SE  - Local",
        "PY  - 2024",
        "DA  - 2024/05/03",
        "LA  - en",
        "UR  - https://example.org/2024/05/03/harbour_reopens?a=1&b=2",
        "Y2  - 2024/05/04",
        "ER  - ",
        "",
    ]


def test_csl_leaves_out_what_is_absent_and_names_the_agency_where_nobody_is_named():
    assert json.loads(csl(with_keys([Citation(headline="東京で地震", agency=("ENA",))]))) == [
        {"id": "ena", "type": "article-newspaper", "title": "東京で地震", "author": [{"literal": "ENA"}]}
    ]


@pytest.mark.parametrize(
    ("citation", "key"),
    [
        (Citation(headline="The sea", publisher="Haven Post"), "postthe"),
        (Citation(headline="Über Nacht", authors=("José Peña",), published=date(1999, 1, 1)), "pena1999uber"),
        (Citation(headline="東京"), "article"),
        (Citation(headline="a" * 500), "a" * 40),
    ],
)
def test_a_key_is_made_of_what_there_is(citation, key):
    (found,) = with_keys([citation])
    assert found.key == key


TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


@given(headline=TEXTS, author=TEXTS, url=TEXTS)
def test_no_text_breaks_out_of_its_field(headline, author, url):
    citations = list(with_keys([Citation(headline=headline, authors=(author,), url=url)] * 2))
    entries = bibtex(citations)
    plain = re.sub(r"\\textbackslash\{\}|\\textascii\w+\{\}|\\[{}%&$#_]", "", entries)
    assert plain.count("{") == plain.count("}")
    assert len(re.findall(r"^@article\{[a-z0-9-]+,$", entries, re.MULTILINE)) == 2
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line) for line in ris(citations).split("\r\n") if line)
    assert len(json.loads(csl(citations))) == 2
    assert len({citation.key for citation in citations}) == 2


def test_the_command_offers_what_there_is():
    from newsgrab.commands.cite import FORMATS as OFFERED

    assert set(FORMATS) == set(OFFERED)
    assert tuple(FORMATS) == OFFERED


def test_an_address_keeps_its_braces():
    assert "url = {https://example.org/a%7B1%7D}" in bibtex([Citation(url="https://example.org/a{1}")])
