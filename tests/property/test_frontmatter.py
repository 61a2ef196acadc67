"""Laws of the front matter: whatever the text, what is read back is what was written."""

from __future__ import annotations

from dataclasses import fields as dataclass_fields
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
import yaml
from hypothesis import assume, example, given
from hypothesis import strategies as st

from newsgrab.model import (
    Article,
    Capture,
    Extraction,
    Image,
    Link,
    Metadata,
    Removal,
    Source,
    Sourcing,
)
from newsgrab.writers.frontmatter import dashed, fields, named_fields
from newsgrab.writers.profiles import PROFILES, profile_of

HOSTILE = [
    "yes",
    "No",
    "null",
    "~",
    "true",
    "on",
    "y",
    "=",
    "<<",
    "2024-05-14",
    "0123",
    "0o17",
    "0x1F",
    "1e3",
    ".5",
    ".inf",
    "-.INF",
    ".nan",
    "12:30:45",
    "1_000",
    "+1",
    "!!python/object:os.system",
    "!x",
    "&a",
    "*a",
    "---",
    "--- a",
    "...",
    "a: b",
    "a #b",
    "#a",
    "- a",
    "? a",
    "[a",
    "{a",
    "%a",
    "@a",
    "`a",
    "|",
    ">",
    "'",
    '"',
    "\\",
    "C:\\new",
    "ends \\",
    "a\nb",
    "a\n---\nkey: value",
    "\n",
    " a",
    "a ",
    "\t",
    "a\u0085b",
    "a\u2028b",
    "\ufeffa",
    "\u00a0",
    "\u200f",
    "\x7f",
    "\x80",
    "😀",
    "a\U0010ffff",
    "\ufffe",
    "é",
    "e\u0301",
    "東京",
    ": ",
    "a:",
    "?",
    "-",
    "",
]
TEXT = st.sampled_from(HOSTILE) | st.text() | st.lists(st.sampled_from(HOSTILE), max_size=3).map("".join)
WORDS = st.none() | TEXT
MANY = st.lists(TEXT.filter(bool), max_size=4).map(tuple)
OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
SOONEST, LATEST = datetime(1, 1, 2, tzinfo=UTC), datetime(9999, 12, 30, tzinfo=UTC)
MOMENT = (
    st.none()
    | st.dates()
    | st.datetimes(
        SOONEST.replace(tzinfo=None), LATEST.replace(tzinfo=None), timezones=OFFSETS | st.just(UTC)
    )
)
METADATA = st.builds(
    Metadata,
    **{
        field.name: {
            "tuple[str, ...]": MANY,
            "Moment | None": MOMENT,
            "bool | None": st.none() | st.booleans(),
        }.get(str(field.type), WORDS)
        for field in dataclass_fields(Metadata)
    },
)
SOURCE = st.builds(
    Source,
    name=TEXT,
    aliases=MANY,
    type=TEXT,
    description=WORDS,
    reason=WORDS,
    members=MANY,
    cited=st.integers(0, 9),
    channel=MANY,
    quotes=MANY,
)
ARTICLE = st.builds(
    Article,
    metadata=METADATA,
    body=st.just(()),
    images=st.lists(
        st.builds(Image, url=WORDS, alt_text=WORDS, caption=WORDS, credit_line=WORDS), max_size=2
    ).map(tuple),
    sourcing=st.builds(Sourcing, sources=st.lists(SOURCE, max_size=2).map(tuple)),
    links=st.lists(st.builds(Link, url=TEXT, text=TEXT), max_size=2).map(tuple),
)
REMOVALS = st.lists(
    st.builds(Removal, rule=st.sampled_from(["donation.a", "share.b"]), text=TEXT, block=st.just(0))
)
EXTRACTION = st.builds(Extraction, article=ARTICLE, removals=REMOVALS.map(tuple))
CAPTURE = st.none() | st.builds(
    Capture,
    requested_url=TEXT.filter(bool),
    retrieved_at=st.datetimes(timezones=st.just(UTC)),
    status=st.just(200),
    sha256=st.just("9f" * 32),
    file=WORDS,
)


def front_matter(extraction, capture=None, *, profile="newsgrab"):
    return dashed(named_fields(extraction, capture, profile=profile))


def read(text):
    assert text.startswith("---\n")
    assert text.endswith("\n---\n")
    documents = list(yaml.safe_load_all(text))
    assert len(documents) == 2
    assert documents[1] is None  # after the closing line
    return documents[0]


@given(EXTRACTION, CAPTURE)
def test_what_is_read_back_is_what_was_written(extraction, capture):
    assert read(front_matter(extraction, capture)) == fields(extraction, capture)


@given(TEXT)
@example("0123")
def test_any_headline_comes_back_as_text(text):
    extraction = Extraction(article=Article(metadata=Metadata(headline=text), body=()))
    written = front_matter(extraction)
    assert read(written).get("headline", "") == text
    assert len(written.splitlines()) <= 5 or "\n" not in text  # one key, one line


@given(EXTRACTION, CAPTURE, st.sampled_from(sorted(PROFILES)))
def test_no_profile_writes_a_key_that_a_program_acts_on(extraction, capture, profile):
    found = read(front_matter(extraction, capture, profile=profile))
    assert not {"url", "type", "layout", "slug", "aliases", "permalink", "draft"} & set(found)
    assert profile != "jekyll" or "published" not in found


@given(EXTRACTION, CAPTURE, st.sampled_from(sorted(PROFILES)))
def test_the_keys_of_a_dated_article_tell_the_profile(extraction, capture, profile):
    assume(extraction.article.metadata.date_published)
    written = front_matter(extraction, capture, profile=profile)
    assert front_matter(extraction, capture, profile=profile_of(read(written))) == written


@pytest.mark.parametrize(
    ("keyword", "tag"),
    [
        ("storm damage", "storm-damage"),
        ("politics/local", "politics/local"),
        ("पक्का पुल", "पक्का-पुल"),
        ("a_b", "a_b"),
    ],
)
def test_a_keyword_is_one_word_where_tags_are(keyword, tag):
    extraction = Extraction(article=Article(metadata=Metadata(keywords=(keyword,)), body=()))
    assert read(front_matter(extraction, profile="obsidian"))["tags"] == [tag]


@given(ARTICLE)
def test_no_line_is_folded(article):
    keys = fields(Extraction(article=article))
    written = front_matter(Extraction(article=article)).split("\n")
    assert sum(not line.startswith(" ") for line in written) == len(keys) + 3  # two of dashes, and the end


@pytest.mark.parametrize(
    ("moment", "printed"),
    [
        (datetime(2024, 5, 3, 14, 10, tzinfo=timezone(timedelta(hours=1))), "2024-05-03T14:10:00+01:00"),
        (datetime(2024, 5, 3, 14, 10, tzinfo=UTC), "2024-05-03T14:10:00Z"),
        (date(2024, 5, 3), "2024-05-03"),
    ],
)
def test_dates_are_printed_as_iso_8601(moment, printed):
    extraction = Extraction(article=Article(metadata=Metadata(date_published=moment), body=()))
    assert f"\ndate_published: {printed}\n" in front_matter(extraction)
