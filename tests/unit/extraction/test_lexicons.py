"""Every example of every word list: what it must read, and what it must leave alone."""

import pytest

from newsgrab.extraction.fields.printed import NOTES, opens
from newsgrab.extraction.lines.creditlines import split_words
from newsgrab.extraction.lines.moments import read_moment
from newsgrab.extraction.lines.people import read_byline
from newsgrab.extraction.media.embeds import read_embed, read_post
from newsgrab.extraction.page.document import parse
from newsgrab.extraction.page.names import is_named
from newsgrab.extraction.page.wording import visible_text
from newsgrab.model import Metadata, Page
from newsgrab.rules import places
from newsgrab.rules.lexicon import examples

NAME_LISTS = (
    "printed.standfirst-names",
    "printed.byline-names",
    "printed.time-names",
    "printed.fact-names",
    "printed.of-site-names",
    "printed.pull-quote-names",
    "printed.place-names",
    "printed.elsewhere-names",
    "printed.whole-names",
)


@pytest.mark.parametrize("example", examples("people"), ids=lambda example: example["byline"])
def test_bylines(example):
    credited = read_byline(example["byline"])
    assert credited.authors == tuple(example.get("authors", ()))
    assert credited.agency == tuple(example.get("agency", ()))
    assert credited.outlets == tuple(example.get("outlets", ()))


@pytest.mark.parametrize("example", examples("moments"), ids=lambda example: example["text"])
def test_moments(example):
    moment = read_moment(example["text"], example.get("language", ""))
    assert (moment.isoformat() if moment else None) == example.get("moment")


@pytest.mark.parametrize(
    "example", [e for e in examples("printed") if "names" in e], ids=lambda e: e["names"]
)
def test_names(example):
    assert [name for name in NAME_LISTS if is_named(example["names"], name)] == example["is"]


@pytest.mark.parametrize("example", [e for e in examples("printed") if "text" in e], ids=lambda e: e["text"])
def test_notes(example):
    found = [f"printed.{name}" for name in NOTES if opens(name).match(example["text"])]
    assert found == ([example["begins"]] if "begins" in example else [])


@pytest.mark.parametrize("example", examples("quotes"), ids=lambda example: example["language"] or "none")
def test_quotes(example):
    words = "<p>Er sagte <q>Das Wort <q>Hafen</q> fehlt</q> und ging.</p>"
    page = Page(
        url=None, requested_url=None, body=f"<body lang='{example['language']}'>{words}</body>".encode()
    )
    assert visible_text(parse(page).body) == example["is"]


@pytest.mark.parametrize("example", examples("embeds"), ids=lambda example: example["markup"][:40])
def test_embeds(example):
    element = parse(
        Page(url=None, requested_url=None, body=f"<body>{example['markup']}".encode())
    ).body.children[0]
    found = read_post(element, "https://example.org/") or read_embed(element, "https://example.org/")
    expected = (example.get("text", ""), example["href"]) if "href" in example else None
    assert (found and (found.text, found.href)) == expected


def test_every_field_has_places_to_look():
    fields = set(Metadata.__slots__)
    assert fields - set(places.names()) == set()
    assert set(places.names()) - fields <= {"body", "word_count", "image", "image_caption", "image_credit"}


@pytest.mark.parametrize("example", examples("credits"), ids=lambda example: example["text"])
def test_credit_lines(example):
    assert split_words(example["text"]) == (example.get("caption"), example.get("credit_line"))


@pytest.mark.parametrize("offset", ["+0000", "+99999999999999"])
def test_a_date_with_a_number_without_end_is_read_as_far_as_it_goes(offset):
    moment = read_moment(f"Mon, 01 Jan 2024 10:00:00 {offset}")
    assert moment.isoformat().startswith("2024-01-01T10:00:00")
