"""Following and updating on the command line, as cron does it."""

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from tests.world.paper import Answer, page

ROOT = Path(__file__).parents[2]
LOOPBACK = ("--allow-private", "127.0.0.0/8", "--delay", "0", "--retries", "0")


@pytest.fixture
def newsgrab(newsgrab_here):
    """Spare the start of a process; the tests of signals start their own."""
    return newsgrab_here


def feed(paper, *names, extra=""):
    items = "".join(f"<item><link>{paper.url(story(name))}</link>{extra}</item>" for name in names)
    return Answer(f"<rss version='2.0'><channel>{items}</channel></rss>")


def story(name):
    return f"/2024/05/03/story-{name}"


def articles(newsgrab):
    return sorted((newsgrab.cwd / "news-archive").rglob("[!.]*.md"))


def follow(newsgrab, url, *filters):
    ran = newsgrab("follow", "-q", *LOOPBACK, url, *filters)
    assert (ran.code, ran.out, ran.err) == (0, "", "")


def update(newsgrab, *arguments):
    return newsgrab("update", *LOOPBACK, *arguments)


def asked_for(paper, start="/2024"):
    return [path for path in paper.asked() if path.startswith(start)]


def test_what_is_new_is_archived_in_silence_and_only_once(newsgrab, paper):
    paper.answers["/rss"] = feed(paper, 0, 1)
    follow(newsgrab, paper.url("/rss"))
    first = update(newsgrab)
    assert (first.code, first.out, first.err) == (0, "", "")
    assert len(articles(newsgrab)) == 2
    paper.answers["/rss"] = feed(paper, 2, 0, 1)
    second = update(newsgrab)
    assert (second.code, second.out, second.err) == (0, "", "")
    assert asked_for(paper) == [story(0), story(1), story(2)]


@pytest.mark.parametrize(
    "entry",
    [
        "<link>http://127.0.0.1:99999/2024/05/03/story-x</link>",
        "<link>http://127.0.0.1:abc/2024/05/03/story-x</link>",
        "<link>/2024/05/03/story-0</link><updated xmlns='http://www.w3.org/2005/Atom'>0001-01-01T00:00:00+02:00</updated>",
    ],
    ids=["port", "letters", "year"],
)
def test_an_entry_that_makes_no_sense_costs_the_others_nothing(newsgrab, paper, entry):
    rss = feed(paper, 0).body.replace("<item>", f"<item>{entry}</item><item>", 1)
    paper.answers["/rss"] = Answer(rss)
    follow(newsgrab, paper.url("/rss"))
    ran = update(newsgrab)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert len(articles(newsgrab)) == 1


def test_dry_run_prints_the_addresses_and_remembers_nothing(newsgrab, paper):
    paper.answers["/rss"] = feed(paper, 0, 1, "a\u202eb")
    ran = newsgrab("follow", "--dry-run", *LOOPBACK, paper.url("/rss"))
    names = (0, 1, "a%E2%80%AEb")  # a terminal would obey the last as it came
    assert (ran.code, ran.out.splitlines()) == (0, [paper.url(story(name)) for name in names])
    assert newsgrab("following").out == ""
    assert not (newsgrab.cwd / "news-archive").exists()


def test_a_home_page_leads_to_its_feed(newsgrab, paper):
    paper.answers["/"] = Answer(
        "<html><link rel=alternate type=application/rss+xml href=/rss><p>Haven Post</p></html>"
    )
    paper.answers["/rss"] = feed(paper, 0)
    ran = newsgrab("follow", *LOOPBACK, paper.url("/"))
    assert (ran.code, f"following: {paper.url('/rss')} (feed, 1 article)" in ran.err) == (0, True)
    assert newsgrab("unfollow", paper.url("/")).code == 0
    assert newsgrab("following").out == ""


def test_what_is_followed_can_be_seen_edited_and_forgotten(newsgrab, paper):
    paper.answers["/rss"] = feed(paper, 0)
    follow(newsgrab, paper.url("/rss"), "--language", "en", "--section", "Local", "--tag", "harbour")
    assert newsgrab("following").out == (
        f"{paper.url('/rss')}  language=en  section=Local  tag=harbour  not yet read\n"
    )
    update(newsgrab)
    assert json.loads(newsgrab("following", "--json").out)["kind"] == "feed"
    file = newsgrab.cwd / "news-archive/.newsgrab/following.toml"
    assert 'sections = ["Local"]' in file.read_text()
    file.write_text("[[follow]]\nurl = 7\n")
    spoilt = update(newsgrab)
    assert (spoilt.code, "following.toml: [[follow]] number 1" in spoilt.err) == (2, True)
    file.write_text('[[follow]]\nurl = "https://example.org/rss"\n')
    ran = newsgrab("unfollow", paper.url("/rss"))
    assert (ran.code, "is not followed" in ran.err) == (2, True)


def test_the_password_of_what_is_followed_is_sent_and_not_told(newsgrab, paper):
    paper.answers["/rss"] = feed(paper, 0)
    shown = paper.url("/rss")
    url = shown.replace("://", "://me:s3cret@")
    runs = [
        newsgrab("follow", *LOOPBACK, url),
        newsgrab("follow", "--json", *LOOPBACK, url),
        newsgrab("following"),
        newsgrab("following", "--json"),
        newsgrab("update", "-v", *LOOPBACK),
    ]
    kept = [path for path in (newsgrab.cwd / "news-archive").rglob("*") if path.is_file()]
    assert [path.name for path in kept if b"s3cret" in path.read_bytes()] == ["following.toml"]
    runs.append(newsgrab("unfollow", shown))
    assert [ran.code for ran in runs] == [0] * len(runs)
    assert "s3cret" not in "".join(ran.out + ran.err for ran in runs)
    assert shown in runs[2].out
    assert newsgrab("following").out == ""
    refused = newsgrab("unfollow", url)
    assert (refused.code, "s3cret" in refused.err) == (2, False)


def test_following_nothing_is_wrong_usage(newsgrab):
    assert update(newsgrab).code == 2
    assert newsgrab("unfollow", "https://example.org/rss").code == 2
    assert list(newsgrab.cwd.iterdir()) == []  # a wrong folder in a crontab gets no archive


@pytest.mark.parametrize(
    "answer",
    [
        Answer("gone", 404),
        Answer("%PDF-1.7", headers=(("Content-Type", "application/pdf"),)),
        Answer("<html></html>"),
    ],
)
def test_what_cannot_be_followed_is_refused(newsgrab, paper, answer):
    paper.answers["/rss"] = answer
    ran = newsgrab("follow", *LOOPBACK, paper.url("/rss"))
    assert ran.code in (4, 5)
    assert ran.err.startswith(f"{paper.url('/rss')}: error[")
    told = json.loads(newsgrab("follow", "--json", *LOOPBACK, paper.url("/rss")).out)
    assert (told["input"], told["error"]["exit_code"]) == (paper.url("/rss"), ran.code)
    assert newsgrab("following").out == ""


def test_filters_choose(newsgrab, paper):
    paper.answers["/rss"] = Answer(
        "<rss><channel><language>en</language>"
        f"<item><link>{paper.url(story(0))}</link><category>Local</category></item>"
        f"<item><link>{paper.url('/sport/2024/story-1')}</link><category>Sport</category></item>"
        f"<item><link>{paper.url('/local/2024/story-2')}</link></item></channel></rss>"
    )
    follow(newsgrab, paper.url("/rss"), "--section", "local", "--match", r"story-\d", "--language", "en")
    assert update(newsgrab).code == 0
    assert sorted(asked_for(paper, "/")) == sorted(["/rss", "/rss", story(0), "/local/2024/story-2"])
    bad = newsgrab("follow", *LOOPBACK, paper.url("/rss"), "--match", "(")
    assert (bad.code, "--match: '(' is no regular expression" in bad.err) == (2, True)


def test_tags_find_the_articles_again(newsgrab, paper):
    paper.answers["/rss"] = feed(paper, 0)
    follow(newsgrab, paper.url("/rss"), "--tag", "harbour watch")
    assert update(newsgrab).code == 0
    assert "tags: [harbour watch]" in articles(newsgrab)[0].read_text()
    assert len(newsgrab("list", "--keyword", "harbour watch").out.splitlines()) == 1
    assert newsgrab("rebuild").code == 0
    assert "tags: [harbour watch]" in articles(newsgrab)[0].read_text()


def test_a_feed_that_has_not_changed_is_not_sent_again(newsgrab, paper):
    answers = iter([Answer("", 200)])

    def conditional():
        return next(answers, Answer("", 304))

    body = feed(paper, 0).body
    paper.answers["/rss"] = Answer(body, headers=(("ETag", '"1"'),))
    follow(newsgrab, paper.url("/rss"))
    assert update(newsgrab).code == 0
    paper.answers["/rss"] = Answer("", 304)
    again = update(newsgrab)
    assert (again.code, again.err) == (0, "")


@pytest.mark.parametrize(
    "date",
    [
        "<atom:updated xmlns:atom='http://www.w3.org/2005/Atom'>2099-05-0{}T10:00:00Z</atom:updated>",
        "<pubDate>0{} May 2099 10:00:00 GMT</pubDate>",
    ],
)
def test_a_new_date_has_an_article_looked_at_again(newsgrab, paper, date):
    paper.answers["/rss"] = feed(paper, 0, extra=date.format(1))
    follow(newsgrab, paper.url("/rss"))
    update(newsgrab)
    update(newsgrab)
    assert asked_for(paper) == [story(0)]
    paper.answers["/rss"] = feed(paper, 0, extra=date.format(2))
    paper.answers[story(0)] = Answer(page(story(0), version=1))
    assert update(newsgrab).code == 0
    assert len(articles(newsgrab)) == 2
    assert update(newsgrab).code == 0
    assert asked_for(paper) == [story(0)] * 2


def test_a_feed_in_trouble_is_told_once_and_the_others_go_on(newsgrab, paper):
    paper.answers["/rss"] = feed(paper, 0)
    paper.answers["/other"] = feed(paper, 1)
    follow(newsgrab, paper.url("/rss"))
    follow(newsgrab, paper.url("/other"))
    paper.answers["/rss"] = Answer("out of order", 500)
    ran = update(newsgrab)
    assert (ran.code, len(ran.err.splitlines())) == (3, 1)
    assert ran.err.startswith(f"{paper.url('/rss')}: error[http.server_error]")
    paper.log.clear()
    again = update(newsgrab)
    assert (again.code, again.err) == (0, "")
    assert "/rss" not in paper.asked()
    assert "error[http.server_error] 1 times in a row" in newsgrab("following").out


@pytest.mark.parametrize(
    "body", ["<h1>Just a moment...</h1>", "<div id='app'></div><script src='/app.js'></script>"]
)
def test_a_page_in_the_place_of_a_feed_is_told(newsgrab, paper, body):
    paper.answers["/rss"] = feed(paper, 0)
    follow(newsgrab, paper.url("/rss"))
    assert update(newsgrab).code == 0
    paper.answers["/rss"] = Answer(f"<html><body>{body}</body></html>")
    ran = update(newsgrab)
    assert (ran.code, len(ran.err.splitlines())) == (5, 1)
    assert ran.err.startswith(f"{paper.url('/rss')}: error[content.not_feed]")


def test_an_article_that_fails_is_not_lost_when_the_feed_moves_on(newsgrab, paper):
    paper.answers["/rss"] = feed(paper, 0, 1)
    paper.answers[story(0)] = Answer("out of order", 500)
    follow(newsgrab, paper.url("/rss"))
    ran = update(newsgrab, "--failed", "failed.txt")
    assert (ran.code, ran.err.count("error[http.server_error]")) == (3, 1)
    assert paper.url(story(0)) in (newsgrab.cwd / "failed.txt").read_text()
    paper.answers["/rss"] = feed(paper, 2, 1)
    del paper.answers[story(0)]
    assert update(newsgrab).code == 0
    memory = json.loads(next((newsgrab.cwd / "news-archive/.newsgrab/following").glob("*.json")).read_text())
    assert memory["pending"] == [paper.url(story(0))]


def test_a_wrong_guess_on_a_front_page_is_no_trouble(newsgrab, paper):
    headline = "Everything about the storm and the harbour"
    paper.answers["/"] = Answer(
        f"<html><h2><a href='{story(0)}'>Harbour reopens after the storm</a></h2>"
        f"<h2><a href='/2024/05/03/everything-about-the-storm'>{headline}</a></h2></html>"
    )
    links = "".join(
        f"<li><a href='{story(number)}'>Harbour story number {number}</a></li>" for number in range(30)
    )
    paper.answers["/2024/05/03/everything-about-the-storm"] = Answer(
        f"<html><head><title>{headline}</title></head><body><h1>{headline}</h1><ul>{links}</ul></body></html>"
    )
    follow(newsgrab, paper.url("/"))
    ran = update(newsgrab)
    assert (ran.code, ran.err, len(articles(newsgrab))) == (0, "", 1)
    update(newsgrab)
    assert len(asked_for(paper)) == 2


def test_a_watchdog_hears_the_beginning_and_the_end(newsgrab, paper):
    paper.answers["/rss"] = feed(paper, 0)
    for path in ("/ping/start", "/ping/0", "/ping/4"):
        paper.answers[path] = Answer("OK", headers=(("Content-Type", "text/plain"),))
    follow(newsgrab, paper.url("/rss"))
    assert update(newsgrab, "--ping", paper.url("/ping")).code == 0
    assert asked_for(paper, "/ping") == ["/ping/start", "/ping/0"]
    paper.answers["/rss"] = Answer("out of order", 500)
    assert update(newsgrab, "--ping", paper.url("/ping/")).code == 4
    assert asked_for(paper, "/ping")[2:] == ["/ping/start", "/ping/4"]


def test_a_watchdog_may_answer_without_a_word_and_have_a_query(newsgrab, paper):
    paper.answers["/rss"] = feed(paper, 0)
    paper.answers["/ping/start?create=1"] = paper.answers["/ping/0?create=1"] = Answer(status=204)
    follow(newsgrab, paper.url("/rss"))
    ran = update(newsgrab, "--ping", paper.url("/ping?create=1"))
    assert (ran.code, ran.err) == (0, "")
    assert asked_for(paper, "/ping") == ["/ping/start?create=1", "/ping/0?create=1"]


def test_a_watchdog_s_password_is_in_no_message(newsgrab, paper):
    paper.answers["/rss"] = feed(paper, 0)
    paper.answers["/ping/start"] = paper.answers["/ping/0"] = Answer("no", 403)
    follow(newsgrab, paper.url("/rss"))
    ran = update(newsgrab, "--ping", paper.url("/ping").replace("http://", "http://me:harbour-key@"))
    assert ran.err.count(f"{paper.url('/ping')}: error[http.forbidden]") == 2
    assert "harbour-key" not in ran.err


def test_a_watchdog_that_is_deaf_changes_nothing(newsgrab, paper):
    paper.answers["/rss"] = feed(paper, 0)
    paper.answers["/ping/start"] = paper.answers["/ping/0"] = Answer("no", 403)
    follow(newsgrab, paper.url("/rss"))
    ran = update(newsgrab, "--ping", paper.url("/ping"))
    assert (ran.code, ran.err.count("the ping was not heard")) == (0, 2)
    assert len(articles(newsgrab)) == 1


@pytest.mark.parametrize("folder", [".", "/"])
@pytest.mark.parametrize("option", ["--failed", "--summary-json"])
def test_what_cannot_be_written_is_told_before_anything_is_asked(newsgrab, paper, option, folder):
    paper.answers["/rss"] = feed(paper, 0)
    follow(newsgrab, paper.url("/rss"))
    paper.log.clear()
    ran = update(newsgrab, option, folder)
    assert (ran.code, ran.err) == (
        2,
        f"newsgrab: error[usage.bad_input] {folder}: cannot be written: it is a folder\n",
    )
    assert paper.asked() == []


def test_a_summary_for_programs(newsgrab, paper):
    paper.answers["/rss"] = feed(paper, 0, 1)
    paper.answers[story(1)] = Answer("gone", 410)
    follow(newsgrab, paper.url("/rss"))
    assert update(newsgrab, "--summary-json", "summary.json").code == 3
    summary = json.loads((newsgrab.cwd / "summary.json").read_text())
    assert summary["outcomes"] == {"saved": 1, "failed": 1}
    assert summary["errors"] == {"http.gone": 1}
    assert (summary["exit_code"], summary["left"]) == (3, 0)
    (followed,) = summary["followed"]
    assert (followed["url"], followed["listed"], followed["read"]) == (paper.url("/rss"), 2, True)


@pytest.fixture
def running(newsgrab, paper):
    """Start an update that takes a while."""
    paper.answers["/rss"] = feed(paper, *range(12))
    follow(newsgrab, paper.url("/rss"))
    paper.latency = 1
    process = subprocess.Popen(
        [sys.executable, "-m", "newsgrab", "update", *LOOPBACK],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=newsgrab.cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    ends_at = time.monotonic() + 60
    while not asked_for(paper):
        assert time.monotonic() < ends_at
        time.sleep(0.02)
    yield process
    process.kill()
    process.communicate()


@pytest.mark.slow
def test_a_second_update_leaves_at_once(newsgrab, running, paper):
    second = update(newsgrab)
    paper.latency = 0
    assert (second.code, "error[archive.locked]" in second.err) == (7, True)
    assert running.wait(60) == 0


@pytest.mark.slow
def test_a_stopped_update_is_finished_by_the_next(newsgrab, paper, running):
    running.send_signal(signal.SIGTERM)
    _, err = running.communicate(timeout=60)
    assert (running.returncode, "left for the next run" in err) == (143, True)
    paper.latency = 0
    assert update(newsgrab).code == 0
    assert len(articles(newsgrab)) == 12
    assert len(asked_for(paper)) <= 13


@pytest.mark.slow
def test_max_time_ends_an_update_in_order(newsgrab, paper):
    paper.answers["/rss"] = feed(paper, *range(20))
    follow(newsgrab, paper.url("/rss"))
    paper.latency = 0.2
    ran = update(newsgrab, "--max-time", "1.5")
    assert (ran.code, "left for the next run" in ran.err) == (3, True)
    paper.latency = 0
    paper.answers["/rss"] = feed(paper, 30)
    assert update(newsgrab).code == 0
    assert len(articles(newsgrab)) == 21


@pytest.mark.slow
@pytest.mark.parametrize("after", [1.0, 4.0], ids=["read and not taken up", "not read"])
def test_a_pass_that_ends_while_feeds_are_read_forgets_nothing(newsgrab, paper, after):
    tagged = replace(feed(paper, *range(3)), headers=(("ETag", '"a1"'),))
    paper.answers["/rss"] = tagged
    follow(newsgrab, paper.url("/rss"))
    paper.answers[story(0)] = Answer(after=5.0)
    for answer in (tagged, replace(tagged, after=after)):
        paper.answers["/rss"] = answer
        ran = update(newsgrab, "--max-time", "0.5")
        assert (ran.code, "left for the next run" in ran.err) == (3, True)
    paper.answers["/rss"] = Answer(status=304)
    del paper.answers[story(0)]
    assert update(newsgrab).code == 0
    assert len(articles(newsgrab)) == 3
