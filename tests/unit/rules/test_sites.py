from datetime import UTC, date, datetime

import pytest

from newsgrab.errors import RuleError
from newsgrab.extraction import extract
from newsgrab.extraction.page.layouts import findings
from newsgrab.extraction.proofs import faults
from newsgrab.model import Page
from newsgrab.rules import load
from newsgrab.rules.sites import site_of

# Before the summer of 2023 the text stood in a table, later in boxes whose names say nothing.
SITE = r'''
[[layout]]
until    = 2023-07-10
body     = "td.story"
headline = "td.head b"

[[layout]]
body        = "div.c7"
headline    = "div.c2"
standfirst  = "div.c3"
byline      = "div.c4"
caption     = "div.c9"
credit_line = "div.c10"
strip       = ["div.c8"]

[[page]]
retrieved = 2023-05-01
headline  = "Port opens"
body      = ["The port opened on Monday after three days.", "Ferries run again from noon."]
html      = """<table><tr><td class="head"><b>Port opens</b></td></tr><tr>
<td class="menu">Home, news and sport in a column of words that goes on for longer than the story does.</td>
<td class="story"><p>The port opened on Monday after three days.</p><p>Ferries run again from noon.</p></td>
</tr></table>"""

[[page]]
headline     = "Port closes"
standfirst   = "A storm keeps the ferries and the trawlers in until Wednesday."
byline       = "Jane Doe, harbour correspondent"
captions     = ["Boats on Friday"]
credit_lines = ["John Roe"]
body         = ["The port closed on Monday.", "Nobody was hurt, the harbour master said."]
html         = """<div class="c2">Port closes</div><div class="c3">A storm keeps the ferries and the trawlers in until Wednesday.</div>
<div class="c4">Jane Doe, harbour correspondent</div>
<div class="c7"><p>The port closed on Monday.</p>
<div><img src="/boats.jpg" width="600"></div><div class="c9">Boats on Friday</div><div class="c10">John Roe</div>
<div class="c8">The weather for your boat, every morning at seven.</div>
<p>Nobody was hurt, the harbour master said.</p></div>"""
'''


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "sites").mkdir()
    (tmp_path / "sites" / "harbourtimes.example.toml").write_text(SITE)
    return tmp_path


def edited(folder, old, new):
    path = folder / "sites" / "harbourtimes.example.toml"
    assert old in SITE
    path.write_text(SITE.replace(old, new))
    return folder


def page(html, url="https://www.harbourtimes.example/a", day=None):
    retrieved = datetime(day.year, day.month, day.day, tzinfo=UTC) if day else None
    return Page(url=url, requested_url=url, body=html.encode(), retrieved_at=retrieved)


def test_each_layout_is_proved_by_its_page(folder):
    assert list(faults(load(folder))) == []


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        ('body        = "div.c7"', 'body        = "div.c3"', "body"),
        ('headline    = "div.c2"', 'headline    = "div.c4"', "headline"),
        ('standfirst  = "div.c3"', 'standfirst  = "div.c4"', "standfirst"),
        ('byline      = "div.c4"', 'byline      = "div.c3"', "byline"),
        ('caption     = "div.c9"', 'caption     = "div.c10"', "captions"),
        ('credit_line = "div.c10"', 'credit_line = "div.c9"', "credit_lines"),
        ('strip       = ["div.c8"]', "strip       = []", "body"),
        ('body     = "td.story"', 'body     = "td.menu"', "body"),
    ],
)
def test_every_word_of_a_layout_decides(folder, old, new, word):
    assert word in {fault.words.partition(" ")[0] for fault in faults(load(edited(folder, old, new)))}


def test_a_selector_that_no_page_of_its_layout_has_is_told(folder):
    told = {fault.words for fault in faults(load(edited(folder, '["div.c8"]', '["div.c8", "div.footer"]')))}
    assert told == {"no page of the layout has div.footer"}


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('body     = "td.story"', 'body     = "td["', "is no selector"),
        (
            'body     = "td.story"',
            'bodies   = "td.story"',
            "unknown key bodies; there are body, byline, caption, ",
        ),
        ('body     = "td.story"', "body     = 7", "body must be a string"),
        ('strip       = ["div.c8"]', 'strip       = "div.c8"', "strip must be a list of strings"),
        ("until    = 2023-07-10", 'until    = "soon"', "until must be a day"),
        ("until    = 2023-07-10\n", "", "each have a date"),
        ("retrieved = 2023-05-01\n", "", "no page proves the layout until 2023-07-10"),
    ],
)
def test_a_fault_names_the_file_and_the_key(folder, old, new, complaint):
    with pytest.raises(RuleError, match=complaint) as caught:
        load(edited(folder, old, new))
    assert "harbourtimes.example.toml" in str(caught.value)


def test_the_day_of_retrieval_chooses_the_layout_and_a_lower_host_counts(folder):
    rules = load(folder)
    site = site_of(rules.sites, "news.harbourtimes.example")
    assert [site.layout_at(day).body for day in (date(2023, 7, 10), date(2023, 7, 11), None)] == [
        "td.story", "div.c7", "div.c7",
    ]  # fmt: skip
    assert site_of(rules.sites, "otherharbourtimes.example") is None


def test_a_removal_names_the_site_and_the_selector(folder):
    rules = load(folder)
    extraction = extract(page(rules.sites["harbourtimes.example"].proofs[1].html), rules)
    assert extraction.candidate.reason == "the site rule for harbourtimes.example says so: div.c7"
    assert [one.rule for one in extraction.removals] == ["site.harbourtimes.example div.c8"]


def test_a_selector_that_finds_nothing_decides_nothing_and_is_told(folder):
    text = "<article><h1>Port opens</h1>" + "<p>The port opened on Monday after three long days.</p>" * 5
    extraction = extract(page(text), load(folder))
    assert len(extraction.article.body) == 5
    assert extraction.candidate.reason.endswith(
        "the site rule for harbourtimes.example finds nothing: div.c7"
    )
    assert not any(is_found for _, is_found in findings(page(text), load(folder)))
