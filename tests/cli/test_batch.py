"""Lists of addresses on the command line: everything once, everything told, stopped and started at will."""

import itertools
import json
import os
import pty
import resource
import signal
import subprocess
import sys
import threading
import time
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.world.paper import Answer, Paper, page

ROOT = Path(__file__).parents[2]
LOOPBACK = ("--allow-private", "127.0.0.0/8", "--delay", "0")


@pytest.fixture
def newsgrab(newsgrab_here):
    """Spare the start of a process; the tests of signals start their own."""
    return newsgrab_here


@pytest.fixture
def papers():
    """Six papers, each a host of its own."""
    with ExitStack() as stack:
        yield [stack.enter_context(Paper(address=f"127.0.3.{number}")) for number in range(1, 7)]


@pytest.fixture
def started(newsgrab, tmp_path):
    """Start the command line and leave it running."""
    running = []

    def start(*arguments, **keywords):
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "HOME": str(tmp_path)}
        process = subprocess.Popen(
            [sys.executable, "-m", "newsgrab", *map(str, arguments)],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=newsgrab.cwd, env=environment, **keywords,
        )  # fmt: skip
        running.append(process)
        return process

    yield start
    for process in running:
        process.kill()
        process.communicate()


def articles(newsgrab):
    return sorted((newsgrab.cwd / "news-archive").rglob("[!.]*.md"))


def wait_until(condition, seconds=60.0):
    ends_at = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < ends_at, "it did not happen"
        time.sleep(0.02)


def test_a_list_of_any_make_is_done_once(newsgrab, paper):
    first, second = paper.urls(2)
    lines = f"\ufeff# harbour\r\n{first}\r\n\r\n  {first}?utm_source=x  \r\nnonsense\r\n{second} # why\r\n; end\r\n"
    (newsgrab.cwd / "list.txt").write_text(lines, "utf-8")
    ran = newsgrab("batch", *LOOPBACK, "list.txt")
    assert ran.code == 3
    assert "list.txt: line 5: error[usage.bad_url]" in ran.err
    assert "2 pages: 2 saved" in ran.err.splitlines()[-1]
    assert sorted(paper.asked()) == ["/2024/05/03/story-0", "/2024/05/03/story-1"]
    assert len(articles(newsgrab)) == 2


def test_running_again_asks_for_nothing(newsgrab, paper):
    stdin = "\n".join(paper.urls(3)).encode()
    assert newsgrab("batch", *LOOPBACK, stdin=stdin).code == 0
    paper.log.clear()
    again = newsgrab("batch", *LOOPBACK, "-", stdin=stdin)
    assert (again.code, paper.log) == (0, [])
    assert "3 pages: 3 skipped" in again.err


def test_quiet_is_silent_when_all_went_well(newsgrab, paper):
    ran = newsgrab("batch", "-q", *LOOPBACK, stdin="\n".join(paper.urls(2)).encode())
    assert (ran.code, ran.out, ran.err) == (0, "", "")


@pytest.mark.parametrize(
    ("stdin", "arguments"),
    [
        (b"", ["-"]),
        (b"# nothing\n", ["-"]),
        (b"nonsense\n", ["-"]),
        (b"", ["missing.txt"]),
        (b"", ["/dev/zero"]),
    ],
)
def test_a_list_without_one_address_is_wrong_usage(newsgrab, stdin, arguments):
    ran = newsgrab("batch", *LOOPBACK, *arguments, stdin=stdin)
    assert ran.code == 2
    assert "error[usage." in ran.err.splitlines()[-1]
    assert "pages" not in ran.err
    assert not (newsgrab.cwd / "news-archive").exists()


@pytest.mark.parametrize("name", [".", "list.txt/failed.txt"])
def test_a_list_of_failures_that_cannot_be_written_is_told_before_anything_is_asked(newsgrab, paper, name):
    (newsgrab.cwd / "list.txt").write_text("\n".join(paper.urls(1)))
    ran = newsgrab("batch", "--failed", name, *LOOPBACK, "list.txt")
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "cannot be written" in ran.err
    assert paper.asked() == []


def test_json_has_a_line_for_each_page(newsgrab, paper):
    paper.answers["/2024/05/03/story-1"] = Answer("gone", 410)
    ran = newsgrab("batch", "--json", *LOOPBACK, stdin="\n".join([*paper.urls(2), "nonsense"]).encode())
    found = {each["input"]: each for each in map(json.loads, ran.out.splitlines())}
    saved, gone = (found[url] for url in paper.urls(2))
    assert (ran.code, saved["status"], gone["status"]) == (3, "saved", "failed")
    assert (gone["error"]["class"], gone["error"]["http_status"]) == ("http.gone", 410)
    assert (found["-"]["line"], found["-"]["error"]["class"]) == (3, "usage.bad_url")
    assert Path(newsgrab.cwd, saved["file"]).is_file()
    assert saved["paragraphs"]


def test_what_failed_is_a_list_for_the_next_run(newsgrab, paper):
    urls = paper.urls(3)
    paper.answers["/2024/05/03/story-1"] = Answer("not now", 500)
    ran = newsgrab(
        "batch", "--retries", "0", "--failed", "failed.txt", *LOOPBACK, stdin="\n".join(urls).encode()
    )
    assert ran.code == 3
    reason, url = (newsgrab.cwd / "failed.txt").read_text().splitlines()
    assert reason.startswith("# error[http.server_error]")
    assert url == urls[1]
    del paper.answers["/2024/05/03/story-1"]
    again = newsgrab("batch", "--failed", "failed.txt", *LOOPBACK, "failed.txt")
    assert (again.code, (newsgrab.cwd / "failed.txt").read_text()) == (0, "")


def test_what_is_gone_is_not_asked_for_again_before_its_time(newsgrab, paper):
    paper.answers["/2024/05/03/story-0"] = Answer("gone", 410)
    url = paper.urls(1)[0].encode()
    assert newsgrab("batch", *LOOPBACK, stdin=url).code == 4
    again = newsgrab("batch", *LOOPBACK, stdin=url)
    assert (again.code, len(paper.asked())) == (4, 1)
    assert "error[http.gone]" in again.err
    assert newsgrab("batch", "--retry-failed", *LOOPBACK, stdin=url).code == 4
    assert len(paper.asked()) == 2


def test_what_was_refused_is_asked_for_as_soon_as_it_is_allowed(newsgrab, paper):
    url = paper.urls(1)[0].encode()
    assert newsgrab("batch", stdin=url).code == 6
    assert paper.asked() == []
    assert newsgrab("batch", *LOOPBACK, stdin=url).code == 0


def test_an_address_in_a_list_s_place_is_told(newsgrab):
    ran = newsgrab("batch", "https://jane:secret@example.org/a")
    said = "cannot be read: no such file or directory; `newsgrab fetch` archives what is at an address"
    assert (ran.code, ran.err) == (2, f"newsgrab: error[usage.bad_input] https://example.org/a: {said}\n")


def test_fail_fast_stops_at_the_first_failure(newsgrab, paper):
    paper.answers["/2024/05/03/story-0"] = Answer("gone", 410)
    paper.latency = 0.05
    ran = newsgrab("batch", "--fail-fast", *LOOPBACK, stdin="\n".join(paper.urls(200)).encode())
    assert ran.code == 3
    assert len(paper.asked()) < 100
    assert "left for the next run" in ran.err


def test_a_list_that_was_not_read_to_its_end_is_told_of(newsgrab, paper):
    stdin = "\n".join(paper.urls(3)).encode()
    ran = newsgrab("batch", "--max-time", "0", *LOOPBACK, stdin=stdin)
    assert (ran.code, ran.err) == (3, "newsgrab: 0 pages; the unread rest left for the next run\n")
    assert paper.asked() == []


@pytest.mark.slow
def test_max_time_leaves_the_rest_for_the_next_run(newsgrab, paper):
    paper.latency = 0.2
    stdin = "\n".join(paper.urls(40)).encode()
    ran = newsgrab("batch", "--max-time", "2", *LOOPBACK, stdin=stdin)
    assert ran.code == 3
    assert "left for the next run" in ran.err
    paper.latency = 0
    assert newsgrab("batch", *LOOPBACK, stdin=stdin).code == 0
    assert len(articles(newsgrab)) == 40
    assert len(paper.asked()) <= 41


def test_refresh_asks_again_and_keeps_what_changed(newsgrab, paper):
    stdin = "\n".join(paper.urls(2)).encode()
    newsgrab("batch", *LOOPBACK, stdin=stdin)
    paper.answers["/2024/05/03/story-1"] = Answer(page("/2024/05/03/story-1", version=1))
    ran = newsgrab("batch", "--refresh", *LOOPBACK, stdin=stdin)
    assert "2 pages: 1 updated, 1 unchanged" in ran.err
    assert len(articles(newsgrab)) == 3


@pytest.mark.slow
def test_a_host_that_asks_for_a_pause_gets_it_and_the_others_go_on(newsgrab, papers):
    busy, *others = papers
    refusals = iter([Answer("later", 429, (("Retry-After", "4"),))])
    busy.answers["/2024/05/03/story-0"] = lambda: next(refusals, Answer(page("/2024/05/03/story-0")))
    urls = [*busy.urls(2), *(url for other in others for url in other.urls(4))]
    ran = newsgrab("batch", *LOOPBACK, "--workers", "1", stdin="\n".join(urls).encode())
    assert (ran.code, len(articles(newsgrab))) == (0, len(urls))
    refused, second = [request for request in busy.log if request.path.endswith("story-0")]
    assert second.began - refused.ended >= 3.5
    assert all(any(each.ended < second.began for each in other.log) for other in others)


def test_a_host_that_asks_for_too_long_a_pause_is_left_alone(newsgrab, papers):
    busy, other = papers[:2]
    busy.answers["/2024/05/03/story-0"] = Answer("later", 429, (("Retry-After", "3600"),))
    ran = newsgrab("batch", "--json", *LOOPBACK, stdin="\n".join([*busy.urls(4), *other.urls(2)]).encode())
    assert (ran.code, busy.asked()) == (3, ["/2024/05/03/story-0"])
    failed = [each for each in map(json.loads, ran.out.splitlines()) if each["status"] == "failed"]
    assert {each["error"]["class"] for each in failed} == {"http.rate_limited"}
    assert len(failed) == 4
    assert all("next_retry_at" in each["error"] for each in failed)
    again = newsgrab("batch", *LOOPBACK, stdin="\n".join(busy.urls(4)).encode())
    assert (again.code, len(busy.asked())) == (4, 1)


def test_a_host_that_never_answers_is_given_up(newsgrab, paper):
    with Paper(address="127.0.3.9") as dead:
        urls = dead.urls(20)
    ran = newsgrab("batch", "--retries", "0", *LOOPBACK, stdin="\n".join([*urls, *paper.urls(2)]).encode())
    assert ran.code == 3
    assert "2 saved, 20 failed (net.connect 20)" in ran.err
    assert ran.err.count("not asked, since 127.0.3.9:") == 15


@pytest.mark.parametrize("is_loop", [True, False], ids=["circles", "dead ends"])
def test_a_host_that_answers_with_redirects_to_nowhere_is_not_given_up(newsgrab, paper, is_loop):
    with Paper(address="127.0.3.9") as dead:
        nowhere = dead.url("/gone")
    for url in paper.urls(7):
        path = url.removeprefix(paper.url(""))
        paper.answers[path] = Answer("", 302, (("Location", path if is_loop else nowhere),))
    ran = newsgrab("batch", "--retries", "0", *LOOPBACK, stdin="\n".join(paper.urls(10)).encode())
    assert (ran.code, len(articles(newsgrab))) == (3, 3)


def test_a_pause_that_another_host_asks_for_holds_nobody_else_up(newsgrab, papers):
    busy, paper = papers[:2]
    busy.answers["/busy"] = Answer("later", 429, (("Retry-After", "3600"),))
    paper.answers["/2024/05/03/story-0"] = Answer("", 302, (("Location", busy.url("/busy")),))
    ran = newsgrab("batch", *LOOPBACK, stdin="\n".join(paper.urls(4)).encode())
    assert (ran.code, len(articles(newsgrab))) == (3, 3)


@pytest.mark.slow
def test_one_request_at_a_time_for_each_host_with_its_delay(newsgrab, papers):
    papers[0].answers["/robots.txt"] = Answer("User-agent: *\nCrawl-delay: 0.6")
    urls = [url for paper in papers for url in paper.urls(3)]
    ran = newsgrab(
        "batch", "--allow-private", "127.0.0.0/8", "--delay", "0.2", stdin="\n".join(urls).encode()
    )
    assert ran.code == 0
    for paper in papers:
        gap = 0.6 if paper is papers[0] else 0.2
        log = [request for request in paper.log if request.path != "/robots.txt"]
        assert all(after.began - before.ended >= gap - 0.02 for before, after in itertools.pairwise(log))


def test_a_host_is_asked_over_one_connection(newsgrab, papers):
    for paper in papers:
        paper.answers["/robots.txt"] = Answer("User-agent: *\nDisallow:\n")
    urls = [url for paper in papers for url in paper.urls(5)]
    assert newsgrab("batch", *LOOPBACK, "--workers", "8", stdin="\n".join(urls).encode()).code == 0
    assert [paper.connections for paper in papers] == [1] * len(papers)


def test_a_page_that_cannot_be_read_takes_nobody_with_it(newsgrab, paper):
    many = " ".join(f"a{number}=1" for number in range(300_000))
    paper.answers["/2024/05/03/story-1"] = Answer(f"<html><body><p {many}>Harbour</p></body></html>")
    ran = newsgrab("batch", *LOOPBACK, stdin="\n".join(paper.urls(4)).encode())
    assert ran.code == 3
    assert "story-1: error[content." in ran.err
    assert len(articles(newsgrab)) == 3


@pytest.mark.slow
@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 143)]
)
def test_a_signal_ends_the_run_in_order_and_the_next_one_finishes_it(newsgrab, papers, started, number, code):
    urls = [url for paper in papers for url in paper.urls(20)]
    (newsgrab.cwd / "list.txt").write_text("\n".join(urls))
    for paper in papers:
        paper.latency = 0.4
    process = started("batch", *LOOPBACK, "list.txt", start_new_session=True)
    wait_until(lambda: sum(len(paper.asked()) for paper in papers) > 20)
    os.killpg(process.pid, number)  # as a terminal and a service manager do
    _, err = process.communicate(timeout=60)
    assert process.returncode == code
    assert "left for the next run" in err.splitlines()[-1]
    assert "error[" not in err
    for paper in papers:
        paper.latency = 0
    assert newsgrab("batch", *LOOPBACK, "list.txt").code == 0
    assert len(articles(newsgrab)) == len(urls)
    asked = [path for paper in papers for path in paper.asked()]
    assert len(asked) <= len(urls) + len(papers)


@pytest.mark.parametrize("arguments", [("batch", "list.txt"), ("fetch",)], ids=["batch", "fetch"])
def test_a_reader_that_leaves_ends_the_run_and_is_not_told_that_all_is_done(
    newsgrab, paper, started, arguments
):
    urls = paper.urls(40)
    paper.latency = 0.1
    (newsgrab.cwd / "list.txt").write_text("\n".join(urls))
    process = started(*arguments, *LOOPBACK, "--json", *(urls if arguments == ("fetch",) else ()))
    process.stdout.close()
    assert process.wait(timeout=60) == 3
    assert 0 < len(articles(newsgrab)) < len(urls)
    paper.latency = 0
    assert newsgrab("batch", *LOOPBACK, "list.txt").code == 0
    assert len(articles(newsgrab)) == len(urls)


@pytest.mark.slow
def test_a_signal_that_was_to_be_ignored_ends_nothing(newsgrab, paper, started):
    (newsgrab.cwd / "list.txt").write_text("\n".join(paper.urls(6)))
    paper.latency = 0.2
    ignored = (signal.SIGINT, signal.SIGHUP)  # as nohup does, and a shell's &

    def ignore():
        for number in ignored:
            signal.signal(number, signal.SIG_IGN)

    process = started("batch", *LOOPBACK, "list.txt", start_new_session=True, preexec_fn=ignore)
    wait_until(lambda: paper.asked())
    for number in ignored:
        os.killpg(process.pid, number)
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err.splitlines()[-1]) == (0, "newsgrab: 6 pages: 6 saved")


@pytest.mark.slow
def test_a_kill_loses_nothing_and_doubles_nothing(newsgrab, papers, started):
    urls = [url for paper in papers for url in paper.urls(20)]
    (newsgrab.cwd / "list.txt").write_text("\n".join(urls))
    for kills in range(1, 4):
        process = started("batch", *LOOPBACK, "list.txt")
        wait_until(lambda enough=kills * 25: sum(len(paper.asked()) for paper in papers) > enough)
        process.kill()
        process.communicate()
    assert newsgrab("batch", *LOOPBACK, "list.txt").code == 0
    assert len(articles(newsgrab)) == len(urls)
    for paper in papers:
        assert set(paper.asked()) == {f"/2024/05/03/story-{number}" for number in range(20)}
        assert len(paper.asked()) <= 20 + 3


@pytest.mark.slow
def test_a_second_run_says_who_is_there_or_waits(newsgrab, paper, started):
    paper.latency = 0.2
    (newsgrab.cwd / "list.txt").write_text("\n".join(paper.urls(10)))
    process = started("batch", *LOOPBACK, "list.txt")
    wait_until(lambda: paper.asked())
    second = newsgrab("batch", *LOOPBACK, "list.txt")
    assert (second.code, "error[archive.locked]" in second.err) == (7, True)
    third = newsgrab("batch", "--wait", *LOOPBACK, "list.txt")
    assert (third.code, "10 skipped" in third.err) == (0, True)
    assert process.wait(10) == 0
    assert len(paper.asked()) == 10


def test_archive_trouble_stops_the_run(newsgrab, paper, started):
    paper.latency = 0.02
    (newsgrab.cwd / "list.txt").write_text("\n".join(paper.urls(200)))
    for name in ("0", "1"):
        paper.answers[f"/2024/05/03/story-{name}"] = Answer(
            page("/big") + "<!-- " + os.urandom(1_000_000).hex() + " -->"
        )

    def no_large_files():
        resource.setrlimit(resource.RLIMIT_FSIZE, (700_000, 700_000))

    process = started("batch", *LOOPBACK, "list.txt", preexec_fn=no_large_files)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 7, err
    assert "error[archive.disk_full]" in err
    assert not list((newsgrab.cwd / "news-archive").rglob("*.tmp"))


def test_too_few_open_files_are_told_in_a_line(newsgrab, paper, started):
    (newsgrab.cwd / "list.txt").write_text("\n".join(paper.urls(9)))

    def few_files():
        resource.setrlimit(resource.RLIMIT_NOFILE, (14, 14))

    process = started("batch", *LOOPBACK, "list.txt", preexec_fn=few_files)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 7, err
    assert err.splitlines()[-1].startswith("newsgrab: error[run.shortage] ")
    assert newsgrab("batch", *LOOPBACK, "list.txt").code == 0
    assert len(articles(newsgrab)) == 9


@pytest.mark.parametrize(("most", "code"), [(1, 7), (3, 0)], ids=["too few", "enough"])
def test_a_batch_makes_do_with_the_threads_that_the_system_starts(newsgrab, paper, monkeypatch, most, code):
    start, begun = threading.Thread.start, itertools.count()

    def start_few(thread):
        is_ours = "_guarded" in repr(thread._target)
        if is_ours and next(begun) >= most:
            raise RuntimeError("can't start new thread")  # as Python says it
        start(thread)

    monkeypatch.setattr(threading.Thread, "start", start_few)
    (newsgrab.cwd / "list.txt").write_text("\n".join(paper.urls(9)))
    ran = newsgrab("batch", *LOOPBACK, "list.txt")
    assert ran.code == code, ran.err
    assert ("error[run.shortage]" in ran.err) is bool(code)
    assert len(articles(newsgrab)) == (0 if code else 9)


def test_a_terminal_sees_how_far_it_is_and_nobody_else(newsgrab, paper):
    paper.latency = 0.1
    paper.answers["/2024/05/03/story-3"] = Answer("gone", 410)
    (newsgrab.cwd / "list.txt").write_text("\n".join(paper.urls(12)))
    ours, theirs = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "120"}
    process = subprocess.Popen(
        [sys.executable, "-m", "newsgrab", "batch", *LOOPBACK, "list.txt"],
        stdout=theirs, stderr=theirs, stdin=theirs, cwd=newsgrab.cwd, env=environment,
    )  # fmt: skip
    os.close(theirs)
    seen = b""
    try:
        while piece := os.read(ours, 4096):
            seen += piece
    except OSError:  # Linux says so when the other side has closed
        pass
    os.close(ours)
    assert process.wait(10) == 3
    text = seen.decode()
    assert " of 12 pages" in text
    assert "1 failed (http.gone 1)" in text
    assert text.count("error[http.gone]") == 1
    assert "saved:" not in text
    assert "12 pages: 11 saved, 1 failed" in text.splitlines()[-1]


def test_a_log_file_without_room_costs_one_line(newsgrab, paper):
    ran = newsgrab(
        "batch", "-q", "--log-file", "/dev/full", *LOOPBACK, stdin="\n".join(paper.urls(2)).encode()
    )
    assert (ran.code, len(articles(newsgrab))) == (0, 2)
    assert ran.err == "newsgrab: /dev/full can be written to no more: no space left on device\n"


@pytest.mark.slow
def test_a_log_file_outlives_its_rotation(newsgrab, paper, started):
    paper.latency = 0.15
    (newsgrab.cwd / "list.txt").write_text("\n".join(paper.urls(14)))
    log = newsgrab.cwd / "newsgrab.log"
    process = started("batch", "-q", "--log-file", log, *LOOPBACK, "list.txt")
    wait_until(lambda: log.exists() and "story-3" in log.read_text())
    log.rename(newsgrab.cwd / "newsgrab.log.1")
    assert process.wait(20) == 0
    whole = (newsgrab.cwd / "newsgrab.log.1").read_text() + log.read_text()
    assert all(whole.count(f"/story-{number}: ") == 1 for number in range(14))
    assert "14 pages: 14 saved" in log.read_text().splitlines()[-1]
