import threading
import time
from itertools import pairwise

import pytest

from newsgrab.errors import RateLimited, Stopped
from newsgrab.fetching import Politeness
from tests.server.site import page, redirect


def test_requests_to_one_host_are_spaced(site, fetcher):
    site.answer_all(page())
    client = fetcher(Politeness(0.2))
    for path in ("/a", "/b", "/c"):
        client.fetch(site.url(path))
    times = [request.at for request in site.requests]
    gaps = [later - sooner for sooner, later in pairwise(times)]
    assert all(gap > 0.19 for gap in gaps)


def test_a_redirect_is_followed_at_once(site, fetcher):
    site.answer("/a", redirect("/b"))
    site.answer("/b", page())
    fetcher(Politeness(100)).fetch(site.url("/a"))
    first, second = (request.at for request in site.requests)
    assert second - first < 25


def test_a_redirect_to_another_host_waits_for_its_turn(site, other_site, fetcher):
    other_site.answer_all(page())
    site.answer("/a", redirect(other_site.url("/a")))
    client = fetcher(Politeness(0.5))
    client.fetch(other_site.url("/b"))
    client.fetch(site.url("/a"))
    first, second = (request.at for request in other_site.requests)
    assert second - first >= 0.5


def test_hosts_do_not_wait_for_each_other(site, other_site, fetcher):
    site.answer_all(page())
    other_site.answer_all(page())
    client = fetcher(Politeness(100))
    began = time.monotonic()
    client.fetch(site.url("/a"))
    client.fetch(other_site.url("/a"))
    assert time.monotonic() - began < 25


def test_one_request_is_in_flight_per_host(site, fetcher):
    flying, most = [], []

    def answer(wire):
        flying.append(1)
        most.append(len(flying))
        wire.wait(0.05)
        flying.pop()
        wire.send(page().as_bytes())

    site.answer_all(answer)
    shared = Politeness(0)
    clients = [fetcher(shared) for _ in range(4)]
    threads = [threading.Thread(target=client.fetch, args=(site.url("/a"),)) for client in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1, 1, 1, 1]


class TestTurns:
    """On a clock of our own."""

    @pytest.fixture
    def clock(self):
        class Clock:
            now = 100.0

            def __call__(self):
                return self.now

        return Clock()

    def test_of_a_host_that_is_put_off(self, clock):
        politeness = Politeness(1, clock=clock)
        politeness.put_off("a", 30)
        assert politeness.wait_for("a") == 30
        politeness.put_off("a", 10)
        assert politeness.wait_for("a") == 30
        assert politeness.wait_for("b") == 0
        clock.now += 31
        assert politeness.wait_for("a") == 0

    def test_of_a_host_that_is_put_off_for_long_are_refused(self, clock):
        politeness = Politeness(1, clock=clock)
        politeness.put_off("a", 61)
        with pytest.raises(RateLimited) as caught, politeness.turn("a"):
            pass
        assert caught.value.retry_at

    def test_of_a_host_that_is_put_off_while_they_are_waited_for(self, clock):
        class PutOff(Politeness):
            def pause(self, seconds):
                if 0 < seconds < 2:
                    self.put_off("a", 30)
                clock.now += max(0, seconds)

        politeness = PutOff(1, clock=clock)
        for _ in range(2):
            with politeness.turn("a"):
                pass
        assert clock.now == 130

    def test_leave_a_delay_behind_them(self, clock):
        politeness = Politeness(1, clock=clock)
        with politeness.turn("a") as waited:
            assert waited == 0
        assert 1 <= politeness.wait_for("a") <= 1.25
        politeness.slow_down("a", 20)
        with politeness.turn("a", at_once=True):
            pass
        assert 20 <= politeness.wait_for("a") <= 25


class TestStopping:
    def test_ends_a_wait(self):
        politeness = Politeness()
        threading.Timer(0.1, politeness.stop).start()
        began = time.monotonic()
        with pytest.raises(Stopped):
            politeness.pause(100)
        assert time.monotonic() - began < 25

    def test_ends_the_wait_for_another_request(self):
        politeness = Politeness()
        threading.Timer(0.1, politeness.stop).start()
        with politeness.turn("a"), pytest.raises(Stopped), politeness.turn("a"):
            pass

    @pytest.mark.parametrize("start", [b"", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>"])
    def test_ends_a_fetch_under_way(self, site, fetcher, start):
        site.answer("/a", lambda wire: wire.send(start) or wire.hang())
        politeness = Politeness(0)
        threading.Timer(0.2, politeness.stop).start()
        began = time.monotonic()
        with pytest.raises(Stopped):
            fetcher(politeness, timeout=100, deadline=100).fetch(site.url("/a"))
        assert time.monotonic() - began < 25
