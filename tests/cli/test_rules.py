"""``newsgrab rules``, on the rules that docs/site-rules.md shows."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsgrab.archive import open_archive
from newsgrab.model import Exchange, Page
from newsgrab.reading import read
from newsgrab.rules import load

DOCUMENT = (Path(__file__).parents[2] / "docs" / "site-rules.md").read_text("utf-8")
SHOWN = {
    "phrases/donation": "A phrase",
    "names/related": "Names",
    "sites/harbourtimes.example": "A site",
}


@pytest.fixture
def mine(tmp_path):
    """Write the files of the document into a folder."""
    for name, heading in SHOWN.items():
        section = DOCUMENT.split(f"\n## {heading}\n")[1].split("\n## ")[0]
        path = tmp_path / "mine" / f"{name}.toml"
        path.parent.mkdir(parents=True)
        path.write_text("".join(re.findall(r"^    (.*\n)", section, re.MULTILINE)))
    return tmp_path / "mine"


def test_the_rules_that_the_document_shows_hold(newsgrab_here, mine):
    ran = newsgrab_here("rules", "test", "--rules", mine)
    assert (ran.code, ran.out, ran.err) == (0, "", "every example holds\n")


def test_the_list_has_ours_and_yours(newsgrab_here, mine):
    lines = newsgrab_here("rules", "--rules", mine).out.splitlines()
    assert "donation.lifebuoy: strips 1, keeps 1" in lines
    assert "site.harbourtimes.example: 2 layouts, 2 pages" in lines
    ours = [json.loads(line) for line in newsgrab_here("rules", "--json").out.splitlines()]
    assert len(ours) == len(lines) - 3
    assert {"phrase", "names"} <= {record["sort"] for record in ours}


def test_an_example_that_does_not_hold_is_told(newsgrab_here, mine):
    path = mine / "phrases" / "donation.toml"
    path.write_text(path.read_text().replace("Throw us a lifebuoy with", "Throw us a rope with"))
    ran = newsgrab_here("rules", "test", "--rules", mine)
    assert ran.code == 2
    assert ran.out == "donation.lifebuoy: does not strip: Throw us a rope with five dollars a month!\n"
    assert ran.err == "newsgrab: error[usage.bad_rule] 1 of the rules' examples do not hold\n"


def test_a_folder_that_is_not_there_is_no_folder_without_rules(newsgrab_here, tmp_path):
    ran = newsgrab_here("rules", "test", "--rules", tmp_path / "nowhere")
    assert ran.code == 2
    assert ran.err == f"newsgrab: error[usage.bad_rule] {tmp_path}/nowhere: there is no such folder\n"


def test_a_rule_file_in_no_folder_of_rules_is_told(newsgrab_here, mine):
    (mine / "harbourtimes.example.toml").write_text("")
    ran = newsgrab_here("rules", "test", "--rules", mine)
    assert ran.code == 2
    words = f"{mine}/harbourtimes.example.toml: rules stand in the folders phrases, names and sites"
    assert ran.err == f"newsgrab: error[usage.bad_rule] {words}\n"


def stored(url, html):
    at = datetime(2024, 5, 4, 8, 0, tzinfo=UTC)
    exchange = Exchange(url=url, status_line="HTTP/1.1 200 OK", payload=html.encode(), started_at=at)
    return Page(
        url=url, requested_url=url, status=200, body=html.encode(), retrieved_at=at, exchanges=(exchange,)
    )


def archived(newsgrab_here, *pages):
    """Archive the pages of a site that closes its port; each is a name and some more HTML."""
    text = "".join(f"<p>The port is closed, and that is reason number {n} for it.</p>" for n in range(9))
    with open_archive(newsgrab_here.cwd / "news-archive") as archive:
        for name, inner in pages:
            html = f"<h1>Port {name} closes</h1><div class='c7'>{text}{inner}</div>"
            page = stored(f"https://www.harbourtimes.example/{name}", html)
            yield archive.save(read(page, load()), page)


def test_check_counts_the_stored_pages_on_which_a_selector_finds_something(newsgrab_here, mine):
    list(archived(newsgrab_here, ("a", "<div class='c8'>Weather</div>"), ("b", "")))
    ran = newsgrab_here("rules", "check", "--rules", mine)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "site.harbourtimes.example: div.c7: found on 2 of 2 pages",
        "site.harbourtimes.example: div.c8: found on 1 of 2 pages",
    ]


def test_check_goes_on_where_a_capture_is_gone(newsgrab_here, mine):
    first, _ = archived(newsgrab_here, ("a", ""), ("b", ""))
    (newsgrab_here.cwd / "news-archive" / first.capture.file).unlink()
    ran = newsgrab_here("rules", "check", "--rules", mine)
    assert (ran.code, ran.out.splitlines()) == (
        0,
        [
            "site.harbourtimes.example: div.c7: found on 1 of 1 pages",
            "site.harbourtimes.example: div.c8: found on 0 of 1 pages",
        ],
    )
    gone = f"the capture {first.capture.file} is no more there"
    assert ran.err == f"{first.file}: error[archive.damaged] {gone}\n"
