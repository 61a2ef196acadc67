"""A proxy is trusted because the user named it; what is asked of it is still vetted."""

import socket
import threading

import pytest

from newsgrab.errors import ConnectError, PrivateAddress, UsageError
from tests.server.site import HERE, Site, page, reply


def tunnel_to(site):
    """Answer CONNECT with a tunnel to ``site``."""

    def pump(source, sink):
        try:
            while received := source.recv(65_536):
                sink.sendall(received)
        except OSError:
            pass

    def answer(wire):
        with socket.create_connection((site.address, site.port), timeout=5) as onward:
            wire.send(b"HTTP/1.1 200 Established\r\n\r\n")
            back = threading.Thread(target=pump, args=(onward, wire.sock), daemon=True)
            back.start()
            pump(wire.sock, onward)
            onward.shutdown(socket.SHUT_RDWR)
            back.join(5)

    return answer


@pytest.fixture(params=["setting", "environment"])
def through(request, fetch, monkeypatch):
    """Fetch through a proxy that no --allow-private covers."""

    def go(proxy, url, **changes):
        if request.param == "environment":
            monkeypatch.setenv("http_proxy", proxy)
            monkeypatch.setenv("https_proxy", proxy)
            monkeypatch.delenv("no_proxy", raising=False)
            monkeypatch.delenv("NO_PROXY", raising=False)
            return fetch(url, allow_private=(), **changes)
        return fetch(url, allow_private=(), proxy=proxy, **changes)

    return go


def test_plain_pages_go_through_it(site, through):
    site.answer("http://news.example/a", page("<p>Hello"))
    found = through(site.origin, "http://news.example/a")
    assert (found.url, found.body) == ("http://news.example/a", b"<p>Hello")
    assert site.requests[0].line == "GET http://news.example/a HTTP/1.1"
    assert site.requests[0].headers["host"] == "news.example"


def test_tls_goes_through_a_tunnel_and_is_verified(site, through):
    with Site(is_tls=True) as secure:
        secure.answer("/a", page("<p>Hello"))
        site.answer_all(tunnel_to(secure))
        with pytest.raises(Exception, match="Hostname mismatch"):
            through(site.origin, "https://news.example/a", ca_bundle=HERE / "localhost.pem")
    assert site.requests[0].line.startswith("CONNECT news.example:443 ")
    assert secure.requests == []


def test_a_tunnel_to_a_server_that_is_trusted(site, fetch):
    with Site(is_tls=True) as secure:
        secure.answer("/a", page("<p>Hello"))
        site.answer_all(tunnel_to(secure))
        found = fetch("https://localhost/a", proxy=site.origin, ca_bundle=HERE / "localhost.pem")
    assert found.body == b"<p>Hello"


def test_its_password_goes_to_it_alone_and_is_kept_nowhere(site, through):
    site.answer("http://news.example/a", page("<p>Hello"))
    found = through(site.origin.replace("://", "://user:s3cret@"), "http://news.example/a")
    assert site.requests[0].headers["proxy-authorization"] == "Basic dXNlcjpzM2NyZXQ="
    assert "s3cret" not in repr(found)
    assert "dXNlcjpzM2NyZXQ=" not in repr(found)


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1/", "http://0x7f.1/", "http://localhost/", "https://10.0.0.1/"]
)
def test_private_addresses_are_not_asked_of_it(site, through, url):
    with pytest.raises(PrivateAddress):
        through(site.origin, url)
    assert site.connections == 0


@pytest.mark.parametrize("url", ["http://news.example/a", "https://news.example/a"])
def test_that_does_not_answer_is_not_taken_for_the_host(through, url):
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))  # and nobody listens there
        port = sock.getsockname()[1]
        with pytest.raises(ConnectError, match="no connection to the proxy "):
            through(f"http://127.0.0.1:{port}", url, retries=0)


def test_that_lets_nobody_through(site, through):
    site.answer_all(reply(403))
    with pytest.raises(ConnectError, match="proxy"):
        through(site.origin, "https://news.example/a", retries=0)


@pytest.mark.parametrize(
    "proxy",
    [
        "socks5://me:s3cret@127.0.0.1:1080",
        "http://me:s3cret@127.0.0.1:99999",
        "http://me:s3cret@[::1",
        "127.0.0.1",
    ],
)
def test_of_a_kind_we_cannot_use(fetcher, proxy):
    with pytest.raises(UsageError, match="--proxy") as refused:
        fetcher(proxy=proxy)
    assert "s3cret" not in str(refused.value)


@pytest.mark.parametrize(
    "proxy", ["socks5://me:s3cret@127.0.0.1:1080", "http://me:s3cret@127.0.0.1:99999", "me:s3cret@:bad"]
)
@pytest.mark.parametrize("name", ["http_proxy", "all_proxy"])
def test_of_a_kind_we_cannot_use_in_the_environment(fetcher, monkeypatch, name, proxy):
    monkeypatch.setenv(name, proxy)
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    with pytest.raises(UsageError, match=f"^{name} ") as refused:
        fetcher()
    assert "s3cret" not in str(refused.value)
    monkeypatch.setenv("no_proxy", "*")
    fetcher()


def test_what_no_scheme_falls_back_on_may_be_of_another_kind(fetcher, monkeypatch):
    for name in ("http_proxy", "https_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.setenv("all_proxy", "socks5://127.0.0.1:1")
    fetcher()


def test_no_proxy_is_heeded(site, fetch, monkeypatch):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    site.answer("/a", page())
    assert fetch(site.url("/a")).status == 200
