import json
from pathlib import Path

import pytest
import yaml

from tests.cli.conftest import ROOT

PAGE = """<!doctype html><html lang="en"><head><title>Ferry runs again | The Haven Post</title>
<link rel="canonical" href="https://havenpost.example/2024/05/03/ferry">
<meta property="og:site_name" content="The Haven Post"></head><body><nav><a href="/">Home</a></nav>
<article><h1>Ferry runs again</h1><p class="byline">By Jane Doe</p>
<p>The ferry to the islands ran again on Friday after three days of storm, the harbour authority said in a statement.</p>
<p>"We are glad to be back on the water," said Tom Hale, the captain of the first boat, who had waited at the pier since dawn.</p>
<div class="donation-box"><p>Support our journalism from $5 a month.</p><button>Give now</button></div>
<p>The storm had torn the landing stage from its piles and thrown it onto the beach, where two cranes lifted it back on Thursday.</p>
</article><footer>Contact</footer></body></html>"""


@pytest.fixture
def page(newsgrab):
    path = newsgrab.cwd / "page.html"
    path.write_text(PAGE)
    return path


def test_a_page_becomes_markdown_on_standard_output(newsgrab, page):
    ran = newsgrab("extract", page)
    assert (ran.code, ran.err) == (0, "")
    front, body = ran.out.split("---\n", 2)[1:]
    assert yaml.safe_load(front)["headline"] == "Ferry runs again"
    assert "# Ferry runs again" in body
    assert "Support our journalism" not in ran.out
    assert "landing stage" in body
    assert sorted(path.name for path in newsgrab.cwd.iterdir()) == ["page.html"], "extract writes nothing"


def test_standard_input_and_json(newsgrab):
    ran = newsgrab("extract", "--json", "--url", "https://havenpost.example/x", "-", stdin=PAGE.encode())
    fields = json.loads(ran.out)
    assert fields["input"] == "-"
    assert fields["status"] == "extracted"
    assert fields["headline"] == "Ferry runs again"
    assert len(fields["paragraphs"]) == 3
    assert {removed["rule"].split(".")[0] for removed in fields["removed"]} >= {"donation"}
    assert {source["name"] for source in fields["sources"]} == {"harbour authority", "Tom Hale"}


@pytest.mark.parametrize("url", ["https://[x", "havenpost.example/x"])
def test_an_address_that_is_none_is_refused(newsgrab, page, url):
    ran = newsgrab("extract", "--url", url, page)
    assert (ran.code, ran.out) == (2, "")
    assert "usage.bad_url" in ran.err


def test_odd_bytes_are_no_news(newsgrab, page):
    """In a page without a charset the detector stumbles over them; it has nothing to say of that."""
    body = page.read_bytes().replace(b"</body>", b"<p>\x81\x8d\x8f\x90\x9d\xff\xfe \xe9\x81</p></body>")
    ran = newsgrab("extract", "-", stdin=body.replace(b"charset", b"x"))
    assert (ran.code, ran.err) == (0, "")


def test_the_library_gives_the_same(newsgrab, page):
    from newsgrab import extract

    ran = newsgrab("extract", "--json", page)
    known = json.loads(ran.out)
    assert {**extract(page.read_bytes()).to_dict(), "input": str(page), "status": "extracted"} == known


def test_the_library_raises_what_can_be_caught_by_its_public_name():
    from newsgrab import FetchSettings, NewsgrabError, fetch

    with pytest.raises(NewsgrabError) as caught:
        fetch("http://127.0.0.1/", settings=FetchSettings(retries=0))
    assert caught.value.code == "policy.private_address"


def test_several_files_and_one_is_missing(newsgrab, page):
    ran = newsgrab("extract", "--json", page, "gone.html", page)
    assert ran.code == 3
    assert [json.loads(line)["status"] for line in ran.out.splitlines()] == [
        "extracted",
        "failed",
        "extracted",
    ]
    assert ran.err == "gone.html: error[usage.bad_input] cannot be read: no such file or directory\n"


@pytest.mark.parametrize(
    ("body", "code", "error"),
    [
        (b"", 5, "content.empty"),
        (b"   \n", 5, "content.empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), 5, "content.not_html"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(200), 5, "content.not_html"),
        (b"\xef\xbb\xbf\n%PDF-1.4\n1 0 obj", 5, "content.not_html"),
    ],
)
def test_bad_input_is_one_line_and_leaves_nothing(newsgrab, body, code, error):
    ran = newsgrab("extract", "-", stdin=body)
    assert ran.code == code
    assert ran.out == ""
    assert ran.err.startswith(f"-: error[{error}")
    assert ran.err.count("\n") == 1
    assert list(newsgrab.cwd.iterdir()) == []


def test_a_missing_file_is_wrong_usage(newsgrab):
    assert newsgrab("extract", "gone.html").code == 2


@pytest.mark.parametrize("command", ["explain", "sources"])
@pytest.mark.parametrize("name", ["gone.html", "x" * 300, "x" * 300 + ".md"])
def test_what_is_neither_article_nor_file_is_named(newsgrab, command, name):
    ran = newsgrab(command, name)
    words = "there is no such article in the archive, and no such file"
    assert (ran.code, ran.out, ran.err) == (2, "", f"{name}: error[usage.bad_input] {words}\n")
    (told,) = [json.loads(line) for line in newsgrab(command, name, "--json").out.splitlines()]
    assert told["error"]["class"] == "usage.bad_input"


@pytest.mark.parametrize("command", ["extract", "explain", "sources", "fetch"])
def test_an_empty_name_is_quoted_to_be_seen(newsgrab, command):
    ran = newsgrab(command, "")
    assert (ran.code, ran.err.partition(": ")[0], ran.err.count("\n")) == (2, "''", 1)


def test_explain_calls_no_value_a_runner_up_that_was_chosen(newsgrab, page):
    words = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "keywords": ["storm", "ferry"]}</script>'
    )
    page.write_text(PAGE.replace("</head>", f"{words}</head>"))
    lines = newsgrab("explain", page).out.splitlines()
    assert [line for line in lines if "keywords" in line] == [
        "  keywords: storm, ferry",
        "      from json-ld NewsArticle.keywords: storm",
        "      from json-ld NewsArticle.keywords: ferry",
    ]


def test_explain_gives_each_field_as_the_article_has_it(newsgrab, page):
    page.write_text(PAGE.replace("</h1>", '</h1><p class="byline">By Ann Lee 3 May 2024</p>', 1))
    lines = newsgrab("explain", page).out.splitlines()
    at = lines.index("  byline: By Ann Lee")
    assert lines[at + 1] == "      from page byline: p.byline: By Ann Lee 3 May 2024"


def test_explain_accounts_for_what_went(newsgrab, page):
    ran = newsgrab("explain", page)
    assert ran.code == 0
    assert "headline: Ferry runs again" in ran.out
    assert "REMOVED" in ran.out
    assert "Support our journalism" in ran.out.split("REMOVED")[1]


def test_explain_tells_what_moved_from_what_went(newsgrab):
    page = ROOT / "fixtures/pages/thehavenpost.example/harbour-reopens/page.html"
    removed, moved = newsgrab("explain", page).out.split("REMOVED")[1].split("MOVED TO A FIELD (1)\n")
    assert moved == "  field.standfirst: The town’s only harbour took three days to clear.\n"
    assert "field." not in removed


def test_explain_as_json(newsgrab, page):
    told = json.loads(newsgrab("explain", "--json", page).out)
    assert {field["field"] for field in told["fields"]} >= {"headline", "canonical_url", "publisher"}
    assert all(removed["rule"] for removed in told["removed"])


def test_sources_sheet(newsgrab, page):
    ran = newsgrab("sources", page)
    assert ran.code == 0
    assert "Tom Hale" in ran.out
    assert "paragraph 2: “We are glad to be back on the water”" in ran.out
    told = json.loads(newsgrab("sources", "--json", page).out)
    quoted = next(a for a in told["attributions"] if a["source"] == "Tom Hale")
    assert "We are glad to be back on the water" in quoted["content"]


def test_sources_sheet_of_plain_text(newsgrab):
    speech = "“We are ready,” a company spokesman told the paper on Monday, and gave no day for the opening."
    wait = "The port has been shut since the storm of March, and the ferries wait there. " * 4
    text = "\n\n".join(("The port is still shut after the storm", wait, speech, wait))
    ran = newsgrab("sources", "-", stdin=text.encode())
    assert "\n\na company spokesman\n  anonymous, cited once\n  paragraph 2: " in ran.out
    assert "described as" not in ran.out, "the name has the words already"


def test_the_sources_stand_below_a_marker_on_request(newsgrab, page):
    plain = newsgrab("extract", page).out
    ran = newsgrab("extract", "--sources-section", page)
    assert ran.out.startswith(plain)
    marker, heading, *rest = ran.out.removeprefix(plain).strip().split("\n\n")
    assert marker.startswith("<!-- newsgrab: sources")
    assert heading == "## Sources"
    assert "- **Tom Hale** (person), cited once\n    - “We are glad to be back on the water”" in rest[0]


def test_the_profile_renames_the_keys(newsgrab, page):
    front = newsgrab("extract", "--profile", "obsidian", page).out.split("---\n")[1]
    assert yaml.safe_load(front)["title"] == "Ferry runs again"


def test_the_fixture_of_the_readme(newsgrab):
    dump = Path(__file__).parents[2] / "fixtures/pages/themoscowtimes.com/dump/page.txt"
    told = json.loads(newsgrab("extract", "--json", dump).out)
    assert told["headline"] == "Kyiv Says Russia Used N. Korean Missiles in Deadly Attacks on Ukraine"
    assert told["images"] == [
        {
            "caption": "Kyiv after a Russian missile attack in January 2023.",
            "credit_line": "State Emergency Service of Ukraine",
        }
    ]
    assert len(told["paragraphs"]) == 9
    assert told["paragraphs"][0].startswith("The Ukrainian security service (SBU) said Thursday")
    assert told["paragraphs"][-1].endswith("in Russia's Far East in September.")


def test_explain_draws_one_file(newsgrab, page):
    ran = newsgrab("explain", page, "--html", "why.html")
    assert (ran.code, ran.out, ran.err) == (0, "", "drawn: why.html\n")
    drawn = (newsgrab.cwd / "why.html").read_text("utf-8")
    assert drawn.startswith("<!doctype html>")
    assert "Support our journalism from $5 a month.</del>" in drawn
    again = newsgrab("explain", page, "--html", "why.html", "--json")
    assert json.loads(again.out)["removed"]
    assert (newsgrab.cwd / "why.html").read_text("utf-8") == drawn


def test_a_drawing_that_cannot_be_written_is_one_line(newsgrab, page):
    for place in (page / "why.html", page.parent):
        ran = newsgrab("explain", page, "--html", place)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith(f"newsgrab: error[usage.bad_input] {place}: cannot be written: ")
        assert ran.err.count("\n") == 1


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (b"<html><body>" + b"a<br>" * 1_500_000, "the page has too many tags"),
        (b"Harbour" + b"\n" * 9_000_000 + b"opens", "the text has too many lines"),
    ],
)
def test_what_would_take_too_much_memory_is_too_complex(newsgrab, page, words):
    ran = newsgrab("extract", "-", stdin=page)
    assert (ran.code, ran.out, ran.err) == (5, "", f"-: error[content.too_complex] {words}\n")
