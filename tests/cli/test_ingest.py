"""``newsgrab ingest``, as a person types it."""

import gzip
import json
import os
import signal
import subprocess
import sys

import pytest

from tests.cli.conftest import ROOT
from tests.crawls import article, compressed, record, request, response

PLACE = "example.org/2024/05"
URL = "https://example.org/2024/05/03/harbour"


def address(number):
    return f"https://example.org/2024/05/03/story-{number}"


def crawl(count, minute=0, words="Harbour"):
    """Return a crawl of so many articles, each with a request, and between them what is no article."""
    named = {"WARC_Date": f"2024-05-03T10:{minute:02}:00Z"}
    records = [record("warcinfo", "", b"software: x\r\n")]
    for number in range(count):
        url = address(number)
        page = response(url, article(f"{words} {number} reopens"), **named)
        linked = request(url, WARC_Concurrent_To=f"<urn:test:response:{url}>")
        records += [linked, page, response(f"{url}/missing", b"gone", status="404 Not Found")]
    records.append(response("https://example.org/a.png", b"\x89PNG\r\n\x1a\n"))
    return compressed(*records)


@pytest.fixture
def ingest(newsgrab_here):
    """Run the command over these bytes."""

    def go(payload, *options):
        (newsgrab_here.cwd / "crawl.warc.gz").write_bytes(payload)
        return newsgrab_here("ingest", "crawl.warc.gz", *options)

    go.cwd, go.newsgrab = newsgrab_here.cwd, newsgrab_here
    return go


def test_articles_become_files_with_their_evidence(ingest):
    ran = ingest(crawl(3))
    assert (ran.code, ran.out) == (0, "")
    *lines, total = ran.err.splitlines()
    assert lines == [
        f"saved: news-archive/example.org/2024/05/2024-05-03-harbour-{number}-reopens.md"
        for number in range(3)
    ]
    assert total == "newsgrab: 3 pages: 3 saved; 4 captures of what is no article"
    assert ingest.newsgrab("verify").code == 0
    shown = json.loads(ingest.newsgrab("show", address(1), "--json").out)
    assert shown["headline"] == "Harbour 1 reopens"
    assert shown["capture"]["retrieved_at"] == "2024-05-03T10:00:00Z"
    captures = list(ingest.cwd.rglob(".newsgrab/captures/*/*"))
    kept = b"".join(gzip.decompress(file.read_bytes()) for file in captures)
    assert (len(captures), kept.count(b"WARC-Type: request")) == (3, 3)
    assert b"secret=1" not in kept
    assert ingest.newsgrab("explain", address(1)).code == 0


def test_a_second_run_leaves_all_alone(ingest):
    ingest(crawl(2))
    ran = ingest(crawl(2))
    assert ran.code == 0
    assert ran.err.splitlines()[-1].startswith("newsgrab: 2 pages: 2 skipped")


def test_a_later_capture_is_a_revision_and_an_earlier_one_is_not(ingest):
    ingest(crawl(1, minute=5))
    assert "1 updated" in ingest(crawl(1, minute=7, words="Port")).err
    assert "1 skipped" in ingest(crawl(1, minute=3, words="Pier")).err
    log = ingest.newsgrab("log", address(0)).out
    assert len(log.splitlines()) >= 2
    assert "headline" in log


def test_captures_of_one_address_are_saved_in_their_order(ingest):
    pages = [
        response(URL, article(f"Harbour, hour {hour}"), WARC_Date=f"2024-05-03T{hour:02}:00:00Z")
        for hour in range(6)
    ]
    ran = ingest(compressed(*pages))
    assert ran.err.splitlines()[-1] == "newsgrab: 6 pages: 1 saved, 5 updated"
    assert json.loads(ingest.newsgrab("show", URL, "--json").out)["headline"] == "Harbour, hour 5"


def test_what_fails_is_told_and_the_rest_saved(ingest):
    wall = b"<html><head><title>Just a moment...</title></head><body>Checking your browser</body></html>"
    ran = ingest(compressed(response(address(7), wall)) + crawl(1) + b"\x1f\x8bcut")
    assert ran.code == 3
    assert f"{address(7)}: error[content." in ran.err
    assert "crawl.warc.gz: error[usage.bad_input] cannot be read to its end" in ran.err
    assert "2 failed" in ran.err.splitlines()[-1]
    assert "1 saved" in ran.err.splitlines()[-1]


@pytest.mark.parametrize(
    "when", ["yesterday", "2024-05-03T10:00:00", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"]
)
def test_a_capture_of_no_time_fails_alone(ingest, when):
    odd = response(address(8), article("Harbour 8 reopens"), WARC_Date=when)
    ran = ingest(crawl(1) + compressed(odd))
    assert (ran.code, ran.err.count("error[")) == (3, 1)
    assert f"{address(8)}: error[usage.bad_input] its record does not say when it was captured" in ran.err


def test_an_address_with_a_blank_in_it_is_nothing_to_tell(ingest, caplog):
    ran = ingest(compressed(response(f"<{URL} \x1b]0;>", article("Harbour reopens"))))
    assert ran.code == 0
    assert not caplog.records


def test_rubbish_and_silence(ingest):
    ran = ingest(b"the harbour\n")
    assert ran.code == 2
    assert "is no WARC file" in ran.err
    ran = ingest(crawl(1), "-q")
    assert (ran.code, ran.out, ran.err) == (0, "", "")


@pytest.mark.parametrize(
    ("start", "words"),
    [(b"PK\x03\x04", "its folder archive/ has the WARC files"), (b"\x28\xb5\x2f\xfd", "zstd")],
)
def test_what_wraps_warc_files_is_told(ingest, start, words):
    ran = ingest(start + bytes(100))
    assert (ran.code, words in ran.err) == (2, True)


def test_a_file_without_answers_is_no_riddle(newsgrab):
    """Such as the extracted texts of a crawl, or the notes that crawlers keep beside one."""
    ran = newsgrab("ingest", "-", stdin=compressed(record("conversion", URL, b"The harbour reopens.")))
    told = ["newsgrab: -: holds nothing that a web server answered", "newsgrab: 0 pages"]
    assert (ran.code, ran.err.splitlines()) == (0, told)


def test_what_is_passed_over_is_named_on_request(newsgrab):
    ran = newsgrab("ingest", "-v", "-", stdin=crawl(1))
    assert "https://example.org/a.png: passed over: this is a picture, not a page" in ran.err


def test_an_article_below_an_error_is_none(newsgrab):
    """Sites show the reader another page where one is missing."""
    missing = response(address(1), article("Harbour reopens"), status="404 Not Found")
    ran = newsgrab("ingest", "-", stdin=compressed(missing))
    assert ran.err == "newsgrab: 0 pages; 1 capture of what is no article\n"


def test_json(ingest):
    fields = json.loads(ingest(crawl(1), "--json").out)
    assert (fields["input"], fields["status"]) == (address(0), "saved")
    assert fields["paragraphs"][0].startswith("The harbour opened again")


def test_a_request_that_was_not_kept_is_not_made_up(ingest):
    ingest(compressed(response(URL, article("The harbour reopens"))))
    (kept,) = ingest.cwd.rglob(".newsgrab/captures/*/*")
    assert b"WARC-Type: request" not in gzip.decompress(kept.read_bytes())
    assert ingest.newsgrab("rebuild").code == 0


def test_standard_input(newsgrab):
    ran = newsgrab("ingest", "-", stdin=crawl(2))
    assert ran.code == 0
    assert "2 saved" in ran.err


def test_ctrl_c_and_again(newsgrab):
    """What was saved stays, and the next run does the rest."""
    (newsgrab.cwd / "crawl.warc.gz").write_bytes(crawl(60))
    with subprocess.Popen(
        [sys.executable, "-m", "newsgrab", "ingest", "crawl.warc.gz"],
        cwd=newsgrab.cwd, stderr=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as process:  # fmt: skip
        assert process.stderr.readline().startswith("saved: ")
        process.send_signal(signal.SIGINT)
        process.stderr.read()
    assert process.returncode == 130
    saved = len(list(newsgrab.cwd.rglob("*.md")))
    assert 0 < saved < 60
    ran = newsgrab("ingest", "crawl.warc.gz")
    assert ran.code == 0
    assert f"{60 - saved} saved, {saved} skipped" in ran.err
    assert newsgrab("verify").code == 0
