"""What a batch makes of remembered failures, on any clock; and its threads, with a server that they ask."""

import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from newsgrab.archive import Failure, open_archive
from newsgrab.batch.crew import Crew
from newsgrab.batch.engine import MOST_TRIES, Batch, is_put_off
from newsgrab.fetching import FetchSettings
from newsgrab.inputs.urllist import BadLine, Line
from tests.server.site import reply

NOW = datetime(2024, 5, 3, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def failed(code, failed_at, retry_at):
    return Failure(
        url="https://example.org/a",
        code=code,
        message="",
        status=None,
        attempts=1,
        failed_at=failed_at,
        retry_at=retry_at,
    )


@pytest.mark.parametrize(
    ("code", "failed_at", "retry_at", "put_off"),
    [
        ("http.gone", NOW - HOUR, NOW + HOUR, True),
        ("http.gone", NOW - HOUR, NOW - HOUR / 2, False),
        ("content.consent_wall", NOW - HOUR, NOW + HOUR, True),
        ("http.rate_limited", NOW - HOUR, NOW + HOUR, True),
        ("net.timeout", NOW - HOUR, NOW + HOUR, False),
        ("http.server_error", NOW - HOUR, NOW + HOUR, False),
        ("http.gone", NOW + HOUR, NOW + 9000 * HOUR, False),
    ],
    ids=["gone", "its time has come", "wall", "asked for a pause", "network", "server", "clock was wrong"],
)
def test_what_is_asked_again(code, failed_at, retry_at, put_off):
    assert is_put_off(failed(code, failed_at, retry_at), NOW) is put_off


SETTINGS = FetchSettings(allow_private=("127.0.0.0/8",), delay=0.0, retries=0)
PATIENCE = 30.0  # seconds; a test that would wait for ever fails after that


@pytest.fixture
def batch(tmp_path):
    """Make a batch of these lines with two threads that ask."""
    with open_archive(tmp_path / "news") as archive, Crew.assembled(archive, SETTINGS, None) as crew:
        orders = crew.orders(threads=2, is_refresh=False, is_retry=False, max_time=None)
        yield lambda lines: Batch(lines, orders)


def line(url):
    return Line(url=url, key=url)


def bad(number):
    return BadLine(name="list", number=number, code="usage.bad_url", message="is no address")


def asked(site):
    return [request.path for request in site.requests if request.path != "/robots.txt"]


@pytest.fixture
def silent(site):
    """A site that takes each request and says nothing; ``has_asked`` is set by the first for a page."""
    site.has_asked = threading.Event()

    def say_nothing(wire):
        site.has_asked.set()
        wire.hang()

    site.answer_all(say_nothing)
    site.answer("/robots.txt", reply(404))
    return site


def test_nobody_works_on_when_a_run_is_left(batch, silent):
    before = set(threading.enumerate())
    results = batch([bad(1), line(silent.url("/2024/05/03/a"))]).results()
    assert next(results) == bad(1)
    assert silent.has_asked.wait(PATIENCE)
    ours = working(before)
    assert ours
    results.close()
    assert not [thread for thread in ours if thread.is_alive()]


def test_a_page_under_way_is_given_up_in_time_for_all_to_end(batch, silent):
    before = set(threading.enumerate())
    run = batch([bad(1), line(silent.url("/2024/05/03/a"))])
    results = run.results()
    assert next(results) == bad(1)
    assert silent.has_asked.wait(PATIENCE)
    ours = working(before)
    run.stop()
    assert list(results) == []
    assert run.left == 1
    assert not [thread for thread in ours if thread.is_alive()]


def working(before):
    """Return the threads of a batch that were not there before; the site's and the workers' are others."""
    return [thread for thread in set(threading.enumerate()) - before if thread.name.endswith("(_guarded)")]


@pytest.mark.parametrize("count", [1, 100])
def test_answers_come_while_the_list_is_still_being_read(batch, site, count):
    """A hundred that cost nothing, or any number before an address that is to be asked for."""
    site.answer_all(reply(404))
    has_come = threading.Event()

    def lines():
        yield from map(bad, range(count))
        if count < 100:
            yield line(site.url("/2024/05/03/a"))
        assert has_come.wait(PATIENCE)

    results = batch(lines()).results()
    assert [next(results) for _ in range(count)] == list(map(bad, range(count)))
    has_come.set()
    assert len(list(results)) == (1 if count < 100 else 0)


@pytest.mark.slow
def test_a_host_that_asks_for_pauses_and_at_last_not_for_how_long_is_asked_again(tmp_path, site):
    site.answer("/2024/05/03/a", [reply(429, retry_after="2"), reply(429), reply(410)])
    site.answer("/robots.txt", reply(404))
    settings = replace(SETTINGS, retries=2)
    with open_archive(tmp_path / "news") as archive, Crew.assembled(archive, settings, None) as crew:
        orders = crew.orders(threads=2, is_refresh=False, is_retry=False, max_time=None)
        (ended,) = Batch([line(site.url("/2024/05/03/a"))], orders).results()
    assert ended.outcome.code == "http.gone"


def test_a_host_that_a_redirect_has_put_off_for_long_holds_nobody_up(tmp_path, site):
    with open_archive(tmp_path / "news") as archive, Crew.assembled(archive, SETTINGS, None) as crew:

        def answer(wire):
            crew.politeness.put_off(f"127.0.0.1:{site.port}", 3600)  # what another's redirect to here led to
            wire.send(reply(404).as_bytes())

        site.answer_all(answer)
        site.answer("/robots.txt", reply(404))
        orders = crew.orders(threads=2, is_refresh=False, is_retry=False, max_time=PATIENCE)
        ended = list(Batch([line(site.url(f"/2024/05/03/{name}")) for name in "abc"], orders).results())
    assert [each.outcome.code for each in ended] == ["http.not_found", *["http.rate_limited"] * 2]
    assert asked(site) == ["/2024/05/03/a"]


@pytest.mark.slow
def test_a_host_that_goes_on_asking_for_pauses_gets_so_many_and_is_left_alone(batch, site):
    site.answer_all(reply(429, retry_after="3"))
    site.answer("/robots.txt", reply(404))
    ended = list(batch([line(site.url("/2024/05/03/a")), line(site.url("/2024/05/03/b"))]).results())
    assert {each.outcome.code for each in ended} == {"http.rate_limited"}
    assert asked(site) == ["/2024/05/03/a"] * MOST_TRIES
