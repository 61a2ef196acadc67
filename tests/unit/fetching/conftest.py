from dataclasses import replace

import pytest

from newsgrab.fetching import Fetcher, FetchSettings

LOOPBACK = FetchSettings(
    allow_private=("127.0.0.0/8",), timeout=5.0, deadline=10.0, pause=0.01, delay=0.0, patience=2.0
)


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch):
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def fetcher():
    """Make fetchers with loopback's settings and the changes given; all are closed at the end."""
    made = []

    def make(politeness=None, robots=None, **changes):
        made.append(Fetcher(replace(LOOPBACK, **changes), politeness, robots))
        return made[-1]

    yield make
    for each in made:
        each.close()


@pytest.fixture
def fetch(fetcher):
    """Fetch with loopback's settings and the changes given."""

    def go(url, validators=None, wanted=None, **changes):
        asked = {"validators": validators} | ({"wanted": wanted} if wanted else {})
        return fetcher(**changes).fetch(url, **asked)

    return go


@pytest.fixture
def refused(fetch):
    """Fetch what must fail, and return the error."""

    def go(url, kind, **changes):
        with pytest.raises(kind) as caught:
            fetch(url, **changes)
        assert type(caught.value) is kind
        return caught.value

    return go
