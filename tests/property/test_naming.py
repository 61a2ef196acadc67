"""Laws of file names: safe and unique on every file system, whatever the page says."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgrab.archive.naming import (
    FIELDS,
    NameParts,
    name_key,
    path_for,
    revision_path,
    slug,
    split_revision,
    with_suffix,
)
from newsgrab.config import DEFAULT_TEMPLATE
from newsgrab.errors import UsageError
from newsgrab.model import Metadata

HOSTILE = [
    "../", "..", "/", "\\", "CON", "nul.txt", "com1", "-rf", ".hidden", "a/b", "a\x00b", "a\n---\n", "😀😀",
    "\u202egpj", "x" * 5000, "東" * 500, "ß" * 300, "İstanbul", "ﬁ", "e\u0301" * 200, "...", " . ", "…",
    "a:b*c?d\"e<f>g|h#i^j[k]l", "~", "%2e%2e%2f", "{slug}", "a.2",
]  # fmt: skip
TEXT = st.text() | st.sampled_from(HOSTILE) | st.lists(st.sampled_from(HOSTILE), max_size=3).map("".join)
WORDS = st.none() | TEXT
URL = (
    st.none()
    | TEXT
    | st.builds("https://{}/{}".format, st.sampled_from(["example.org", "[::1]:80", "CON"]), TEXT)
)
SUBJECT = st.builds(
    NameParts,
    metadata=st.builds(
        Metadata, headline=WORDS, section=WORDS, language=WORDS, publisher=WORDS, authors=st.tuples(TEXT)
    ),
    url=URL,
    day=st.none() | st.dates(),
)
TEMPLATE = st.just(DEFAULT_TEMPLATE) | st.lists(
    st.sampled_from([*(f"{{{name}}}" for name in FIELDS), "/", "../", ".", "-", "CON", " x "]),
    min_size=1,
    max_size=6,
).map("".join)
FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"\\|?*#^\[\]%{}~ ]')
DEVICE = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)")


@given(SUBJECT, TEMPLATE)
def test_any_name_is_safe_everywhere(subject, template):
    path = path_for(subject, template)
    for longest in (
        path,
        revision_path(with_suffix(path, "1a2b3c4d"), 99),
        path.removesuffix(".md") + ".files",
    ):
        for part in longest.split("/"):
            assert 0 < len(part.encode("utf-8")) <= 200
            assert part[0] not in ".-"
            assert part[-1] not in ". "
            assert not FORBIDDEN.search(part)
            assert not DEVICE.match(part)
            assert unicodedata.is_normalized("NFC", part)
            assert not {unicodedata.category(char) for char in part} & {"Cf", "Cc", "Cs", "Co", "Zs"}
    assert path.endswith(".md")
    assert split_revision(path)[1] == 1


@given(SUBJECT)
def test_naming_is_a_function_of_its_subject(subject):
    assert path_for(subject) == path_for(subject)


@given(SUBJECT, st.integers(2, 10_000))
def test_revisions_are_told_from_each_other(subject, number):
    path = path_for(subject)
    revision = revision_path(path, number)
    assert revision != path
    assert split_revision(revision) == (split_revision(path)[0], number)
    assert revision_path(revision, 1) == path


@given(TEXT)
def test_a_slug_of_a_slug_is_itself(text):
    assert slug(slug(text)) == slug(text)


@given(TEXT)
def test_names_that_differ_in_case_only_are_one(text):
    assert name_key(text) == name_key(text.swapcase()) or not text.isascii()


def test_the_name_of_the_contract():
    subject = NameParts(
        metadata=Metadata(headline="Kyiv Says Russia Used N. Korean Missiles in Deadly Attacks on Ukraine"),
        url="https://www.themoscowtimes.com/2024/02/22/kyiv-says-a84190",
        day=date(2024, 2, 22),
    )
    assert path_for(subject) == (
        "themoscowtimes.com/2024/02/2024-02-22-kyiv-says-russia-used-n-korean-missiles.md"
    )


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Don’t look back", "dont-look-back"),
        ("Россия и мир", "россия-и-мир"),
        ("東京で地震", "東京で地震"),
        ("छह गाँवों को मिला पुल", "छह-गाँवों-को-मिला-पुल"),
        ("สะพานใหม่ เปิดแล้ว", "สะพานใหม่-เปิดแล้ว"),
        ("😀", "storm"),
        (None, "storm"),
    ],
)
def test_slugs(headline, expected):
    subject = NameParts(
        metadata=Metadata(headline=headline), url="https://example.org/x/storm.html", day=date(2024, 5, 3)
    )
    assert path_for(subject) == f"example.org/2024/05/2024-05-03-{expected}.md"


@pytest.mark.parametrize(
    "template", ["{nothing}", "{slug.__class__}", "{slug!r}", "{slug:>9}", "{", "{0}", "{}"]
)
def test_a_bad_template_is_refused(template):
    with pytest.raises(UsageError, match="output template"):
        path_for(NameParts(metadata=Metadata(), url=None, day=None), template)
