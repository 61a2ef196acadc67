"""--images on the command line: the pictures come along, and their troubles are told in a line each."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import yaml

from tests.pictures import png
from tests.server.site import page, redirect, reply

ROOT = Path(__file__).parents[2]
LOOPBACK = ("--allow-private", "127.0.0.0/8", "--delay", "0", "--retries", "0")
ARTICLE = """<!doctype html><html lang="en"><head><title>Ferry runs again</title>
<meta property="article:published_time" content="2024-05-03T14:10:00+01:00"></head><body>
<article><h1>Ferry runs again</h1><p class="byline">By Jane Doe</p>
<figure><img src="{}"><figcaption>The ferry on Friday.</figcaption></figure>
<p>The ferry to the islands ran again on Friday after three days of storm, the harbour authority said in a statement.</p>
<p>"We are glad to be back on the water," said Tom Hale, the captain of the first boat, who had waited since dawn.</p>
<figure><img src="{}"><figcaption>Cranes lift the landing stage.</figcaption></figure>
<p>The storm had torn the landing stage from its piles and thrown it onto the beach, where two cranes lifted it {}.</p>
</article></body></html>"""


@pytest.fixture
def newsgrab(newsgrab_here):
    """Spare the start of a process."""
    return newsgrab_here


@pytest.fixture
def story(site, other_site):
    """Publish an article with two pictures, one of them on another host."""
    first = site.answer("/img/ferry.jpg", reply(200, png(1), content_type="image/jpeg"))
    second = other_site.answer("/crane.png", reply(200, png(2), content_type="image/png"))
    site.answer("/robots.txt", reply(404))
    return site.answer("/2024/05/03/ferry", page(ARTICLE.format(first, second, "back"), etag='"1"'))


def archived(newsgrab):
    return sorted((newsgrab.cwd / "news-archive").rglob("[!.]*.md"))


def pictures(newsgrab):
    return sorted(path.read_bytes() for path in newsgrab.cwd.rglob("*.files/*"))


def front_matter(path):
    return yaml.safe_load(path.read_text("utf-8").split("---\n")[1])


def assert_linked(path, count):
    """Check that the article's links to files lead to files, and that there are so many."""
    links = re.findall(r"!\[[^\]]*\]\(([^)]+\.files/[^)]+)\)", path.read_text("utf-8"))
    assert len(links) == count
    assert all((path.parent / link).is_file() for link in links)
    saved = [image for image in front_matter(path)["images"] if "file" in image]
    assert [image["file"] for image in saved] == links
    assert all(image["url"].startswith("http") for image in saved)


def test_pictures_are_saved_and_linked(newsgrab, story):
    ran = newsgrab("fetch", *LOOPBACK, "--images", story)
    (path,) = archived(newsgrab)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.endswith(f"saved: {path.relative_to(newsgrab.cwd)}\n")
    assert pictures(newsgrab) == sorted([png(1), png(2)])
    assert_linked(path, 2)
    assert newsgrab("verify").err == "verified: 4 whole\n"


def test_without_the_option_nothing_but_the_page_is_asked_for(newsgrab, story, site, other_site):
    assert newsgrab("fetch", *LOOPBACK, story).code == 0
    assert site.paths == ["/2024/05/03/ferry"]
    assert other_site.connections == 0
    assert pictures(newsgrab) == []


@pytest.mark.parametrize(
    "arguments",
    [("fetch", "--images", "--stdout"), ("explain",), ("sources",)],
)
def test_what_archives_nothing_saves_no_pictures(newsgrab, story, site, monkeypatch, arguments):
    monkeypatch.setenv("NEWSGRAB_IMAGES", "true")
    assert newsgrab(*arguments, *LOOPBACK, story).code == 0
    assert site.paths == ["/2024/05/03/ferry"]
    assert pictures(newsgrab) == []


def test_the_words_are_the_same_with_and_without(newsgrab, story):
    plain = json.loads(newsgrab("fetch", *LOOPBACK, "--json", "-A", "plain", story).out)
    rich = json.loads(newsgrab("fetch", *LOOPBACK, "--json", "-A", "rich", "--images", story).out)
    for key in ("headline", "byline", "paragraphs", "removed", "sources", "stripped"):
        assert plain.get(key) == rich.get(key)
    bare = [{key: image[key] for key in ("url", "caption")} for image in rich["images"]]
    assert plain["images"] == bare


def test_json_says_what_the_file_says(newsgrab, story):
    told = json.loads(newsgrab("fetch", *LOOPBACK, "--json", "--images", story).out)
    (path,) = archived(newsgrab)
    assert told["images"] == front_matter(path)["images"]
    assert told["markdown"] == path.read_text("utf-8").split("---\n\n")[1]
    assert "warnings" not in told


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (reply(404), "http.not_found"),
        (page("<p>Please log in"), "content.not_picture"),
        (reply(200, png() + bytes(90_000), content_type="image/png"), "policy.too_large"),
        (redirect("http://169.254.169.254/latest/meta-data"), "policy.private_address"),
    ],
)
@pytest.mark.parametrize("command", ["fetch", "batch"])
def test_a_picture_that_fails_costs_one_line(newsgrab, story, other_site, answer, code, command):
    url = other_site.answer("/crane.png", answer)
    (newsgrab.cwd / "list").write_text(story + "\n")
    target = story if command == "fetch" else "list"
    ran = newsgrab(command, *LOOPBACK, "--images", "--json", "--max-bytes", "80000", target)
    assert ran.code == 0
    (line,) = [line for line in ran.err.splitlines() if "warning" in line]
    assert line.startswith(f"{url}: warning[{code}] ")
    told = json.loads(ran.out)
    assert line in told["warnings"]
    assert told["images"][1]["url"] == url
    assert "file" not in told["images"][1]
    (path,) = archived(newsgrab)
    assert_linked(path, 1)
    assert f"]({url})" in path.read_text("utf-8")


def test_quiet_is_quiet_about_them(newsgrab, story, other_site):
    other_site.answer("/crane.png", reply(404))
    assert newsgrab("fetch", *LOOPBACK, "--images", "-q", story).err == ""


def test_batch_obeys_robots_txt_for_pictures(newsgrab, story, other_site):
    other_site.answer("/robots.txt", reply(200, b"User-agent: *\nDisallow: /\n", content_type="text/plain"))
    ran = newsgrab("batch", *LOOPBACK, "--images", stdin=story.encode())
    assert "warning[policy.robots]" in ran.err
    assert other_site.paths == ["/robots.txt"]
    assert pictures(newsgrab) == [png(1)]


def test_update_saves_them_too(newsgrab, story, site, monkeypatch):
    monkeypatch.setenv("NEWSGRAB_IMAGES", "yes")
    feed = f"<rss version='2.0'><channel><item><link>{story}</link></item></channel></rss>"
    site.answer("/rss", page(feed, content_type="application/rss+xml"))
    assert newsgrab("follow", *LOOPBACK, site.url("/rss")).code == 0
    ran = newsgrab("update", *LOOPBACK)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    (path,) = archived(newsgrab)
    assert_linked(path, 2)


class TestRefresh:
    def test_of_a_changed_article_asks_for_no_picture_twice(self, newsgrab, story, site, other_site):
        newsgrab("fetch", *LOOPBACK, "--images", story)
        urls = site.url("/img/ferry.jpg"), other_site.url("/crane.png")
        site.answer("/2024/05/03/ferry", page(ARTICLE.format(*urls, "back on Thursday")))
        ran = newsgrab("fetch", *LOOPBACK, "--images", "--refresh", story)
        assert "updated: " in ran.err
        assert other_site.paths == ["/crane.png"]
        for path in archived(newsgrab):
            assert_linked(path, 2)
        assert newsgrab("verify").code == 0

    def test_of_an_article_saved_without_them_adds_them(self, newsgrab, story, site):
        newsgrab("fetch", *LOOPBACK, story)
        not_modified = lambda wire: wire.send(  # noqa: E731
            b"HTTP/1.1 304 Not Modified\r\n\r\n"
            if "if-none-match" in wire.request.headers
            else page(ARTICLE.format(site.url("/img/ferry.jpg"), "x", "back")).as_bytes()
        )
        site.answer("/2024/05/03/ferry", not_modified)
        ran = newsgrab("fetch", *LOOPBACK, "--images", "--refresh", story)
        (path,) = archived(newsgrab)
        assert f"updated: {path.relative_to(newsgrab.cwd)} (pictures)\n" in ran.err
        assert_linked(path, 1)
        again = newsgrab("fetch", *LOOPBACK, "--images", "--refresh", story)
        assert again.err == f"unchanged: {path.relative_to(newsgrab.cwd)}\n"
        assert newsgrab("rebuild").code == 0
        assert_linked(path, 1)
        assert newsgrab("verify").err == "verified: 3 whole\n"

    def test_of_an_edited_article_says_why_it_adds_none(self, newsgrab, story):
        newsgrab("fetch", *LOOPBACK, story)
        (path,) = archived(newsgrab)
        edited = path.read_text("utf-8") + "\nMy note.\n"
        path.write_text(edited, "utf-8")
        ran = newsgrab("fetch", *LOOPBACK, "--images", "--refresh", story)
        assert "was edited" in ran.err
        assert path.read_text("utf-8") == edited
        assert pictures(newsgrab) == []


def test_forget_removes_them(newsgrab, story):
    newsgrab("fetch", *LOOPBACK, "--images", story)
    ran = newsgrab("forget", "--yes", "ferry")
    assert ran.err.count(".files/") == 2
    assert not list(Path(newsgrab.cwd).rglob("*.files"))


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("command", ["fetch", "batch"])
def test_a_run_that_ends_over_a_picture_leaves_nothing_half_done(
    newsgrab, story, other_site, tmp_path, command, number
):
    other_site.answer("/robots.txt", reply(404))
    other_site.answer("/crane.png", lambda wire: wire.hang())
    (newsgrab.cwd / "list").write_text(story)
    target = story if command == "fetch" else "list"
    process = subprocess.Popen(
        [sys.executable, "-m", "newsgrab", command, *LOOPBACK, "--images", target],
        cwd=newsgrab.cwd, env={**os.environ, "PYTHONPATH": str(ROOT), "HOME": str(tmp_path)},
        stderr=subprocess.PIPE,
    )  # fmt: skip
    ends_at = time.monotonic() + 60
    while "/crane.png" not in other_site.paths:
        assert time.monotonic() < ends_at
        time.sleep(0.02)
    signalled = time.monotonic()
    process.send_signal(number)
    _, said = process.communicate(timeout=60)
    assert time.monotonic() - signalled < 40  # of the minute that a page may take
    assert number is signal.SIGKILL or command == "batch" or said.strip() == b"newsgrab: stopped"
    assert process.returncode == {"SIGKILL": -9, "SIGTERM": 143, "SIGINT": 130}[number.name]
    assert archived(newsgrab) == []
    assert pictures(newsgrab) == []
    other_site.answer("/crane.png", reply(200, png(2), content_type="image/png"))
    assert newsgrab(command, *LOOPBACK, "--images", target).code == 0
    (path,) = archived(newsgrab)
    assert_linked(path, 2)
