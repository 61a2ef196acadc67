"""Sessions are kept by host, and not too many of them."""

import threading
from contextlib import closing

import pytest

from newsgrab.batch.sessions import Sessions
from newsgrab.fetching import Fetcher, FetchSettings
from tests.server.site import page

LOOPBACK = FetchSettings(allow_private=("127.0.0.0/8",), delay=0.0, retries=0)


def opened():
    return Fetcher(FetchSettings())


def test_a_host_keeps_its_session():
    with closing(Sessions(opened)) as sessions:
        with sessions.of("a.example") as first, sessions.of("b.example") as other:
            assert first is not other
        with sessions.of("a.example") as again:
            assert again is first


def test_the_longest_idle_goes_first():
    with closing(Sessions(opened, most_idle=2)) as sessions:
        found = {}
        for host in ("a.example", "b.example", "c.example"):
            with sessions.of(host) as found[host]:
                pass
        with sessions.of("b.example") as kept, sessions.of("a.example") as new:
            assert kept is found["b.example"]
            assert new is not found["a.example"]


@pytest.mark.parametrize("is_closed", [False, True], ids=["one too many", "all"])
def test_a_session_that_is_let_go_hangs_up(site, is_closed):
    has_left = threading.Event()

    def answer(wire):
        wire.send(page().as_bytes())
        if not wire.sock.recv(1):
            has_left.set()

    site.answer("/a", answer)
    fetcher = Fetcher(LOOPBACK)  # held here, so that nothing but close() ends its connection
    fetchers = iter([fetcher, opened()])
    with closing(Sessions(lambda: next(fetchers), most_idle=1)) as sessions:
        with sessions.of("a.example") as lent:
            lent.fetch(site.url("/a"))
        assert not has_left.is_set()
        if is_closed:
            sessions.close()
        else:
            with sessions.of("b.example"):
                pass
        assert has_left.wait(30)
