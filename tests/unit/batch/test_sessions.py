"""Sessions are kept by host, and not too many of them."""

from contextlib import closing

from newsgrab.batch.sessions import Sessions
from newsgrab.fetching import Fetcher, FetchSettings


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
