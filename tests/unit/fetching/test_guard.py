"""No private address is connected to, in any spelling, by any way."""

import socket
import threading
import time
from ipaddress import ip_address

import pytest

from newsgrab.errors import (
    BadScheme,
    BadUrl,
    ConnectError,
    DnsError,
    NotFound,
    PrivateAddress,
    TimeoutExceeded,
    UsageError,
)
from newsgrab.fetching.guard import is_allowed, is_public
from tests.server.site import Site, page, redirect

PRIVATE = (
    "0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "169.254.169.254", "172.16.0.1", "192.0.0.8",
    "192.0.2.1", "192.88.99.1", "192.168.1.1", "198.18.0.1", "198.51.100.1", "203.0.113.1",
    "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255",
    "::", "::1", "fe80::1", "fc00::1", "fd00:ec2::254", "fec0::1", "ff02::1", "2001:db8::1", "100::1",
    "::ffff:127.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::7f00:1", "2002:7f00:1::",
    "2001:0:7f00:1::1", "2001:0:4136:e378:8000:63bf:80ff:fffe", "::ffff:0:127.0.0.1", "3fff::1", "5f00::1",
)  # fmt: skip
PUBLIC = ("1.1.1.1", "93.184.216.34", "2606:4700::1111", "64:ff9b::5db8:d822", "::ffff:93.184.216.34")

# Ways to write 127.0.0.1 and its like so that somebody's parser is fooled.
SPELLINGS = (
    "http://127.0.0.1:{port}/", "http://127.1:{port}/", "http://127.0.1:{port}/", "http://2130706433:{port}/",
    "http://0x7f000001:{port}/", "http://0x7f.0x0.0x0.0x1:{port}/", "http://0x7F.1:{port}/",
    "http://0177.0.0.1:{port}/", "http://017700000001:{port}/", "http://0177.0x0.0.1:{port}/",
    "http://127.0.0.1.:{port}/", "http://127.000.000.001:{port}/", "http://0:{port}/", "http://0.0.0.0:{port}/",
    "http://[::1]:{port}/", "http://[::]:{port}/", "http://[0:0:0:0:0:0:0:1]:{port}/",
    "http://[::ffff:127.0.0.1]:{port}/", "http://[::ffff:7f00:1]:{port}/", "http://[::127.0.0.1]:{port}/",
    "http://[64:ff9b::127.0.0.1]:{port}/", "http://[2002:7f00:1::]:{port}/", "http://[2001:0:7f00:1::1]:{port}/",
    "http://[::1%25lo]:{port}/", "http://[::1%lo]:{port}/",
    "http://localhost:{port}/", "http://LOCALHOST:{port}/", "http://localhost.:{port}/", "http://a.localhost:{port}/",
    "http://ｌｏｃａｌｈｏｓｔ:{port}/", "http://l%6Fcalhost:{port}/", "http://%31%32%37.0.0.1:{port}/",
    "http://127．0．0．1:{port}/", "http://127。0。0。1:{port}/", "http://127｡0｡0｡1:{port}/", "http://①②⑦.⓪.⓪.①:{port}/",
    "http://１２７.0.0.1:{port}/", "http://example.org@127.0.0.1:{port}/", "http://example.org:80@127.0.0.1:{port}/",
    "http://user:pw@127.0.0.1:{port}/", "http://example.org%2f@127.0.0.1:{port}/",
    "http://example.org\\@127.0.0.1:{port}/", "http://127.0.0.1:{port}\\@example.org/",
    "http://127.0.0.1:{port}#@example.org/", "http://127.0.0.1:{port}?@example.org/", "http:127.0.0.1:{port}/",
    "http:\\\\127.0.0.1:{port}\\", "http:////127.0.0.1:{port}/", " http://127.0.0.1:{port}/ ", "HTTP://127.0.0.1:{port}/",
)  # fmt: skip


@pytest.fixture
def allowed_site():
    with Site("127.0.0.2") as here:
        yield here


def unresolved(host):
    raise OSError(f"{host} is not to be looked up")


@pytest.mark.parametrize("address", PRIVATE)
def test_private_addresses(address, refused):
    host = f"[{address}]" if ":" in address else address
    refused(f"http://{host}/", PrivateAddress, allow_private=())


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses(address):
    assert is_allowed(ip_address(address), ())


def test_addresses_inside_addresses_are_public_on_their_own_only():
    assert is_public(ip_address("2606:4700::1111"))
    assert not is_public(ip_address("64:ff9b::5db8:d822"))


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_no_spelling_gets_through(site, refused, spelling):
    site.answer_all(page())
    refused(spelling.format(port=site.port), PrivateAddress, allow_private=())
    assert site.connections == 0


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_no_redirect_gets_through(site, allowed_site, fetch, spelling):
    location = spelling.format(port=site.port)
    allowed_site.answer("/a", redirect(location.encode().decode("latin-1")))
    with pytest.raises((PrivateAddress, DnsError, NotFound)):  # some lead to example.org, or nowhere
        fetch(allowed_site.url("/a"), allow_private=("127.0.0.2/32",), resolve=unresolved)
    assert site.connections == 0


def test_a_meta_refresh_to_a_private_address(site, allowed_site, refused):
    allowed_site.answer("/a", page(f'<meta http-equiv="refresh" content="0; url={site.url()}">'))
    refused(allowed_site.url("/a"), PrivateAddress, allow_private=("127.0.0.2/32",))
    assert site.connections == 0


def test_robots_that_redirect_to_a_private_address(site, allowed_site, fetch):
    allowed_site.answer("/robots.txt", redirect(site.url("/robots.txt")))
    allowed_site.answer("/a", page())
    fetch(allowed_site.url("/a"), obey_robots=True, allow_private=("127.0.0.2/32",))
    assert site.connections == 0


@pytest.mark.parametrize("allowed", ["127.0.0.0/8", "127.0.0.1", "::ffff:127.0.0.1"])
@pytest.mark.parametrize("spelling", ["http://127.1:{port}/", "http://localhost:{port}/"])
def test_only_the_user_can_allow_it(site, fetch, spelling, allowed):
    site.answer("/", page())
    if ":" in allowed:
        with pytest.raises(PrivateAddress):
            fetch(spelling.format(port=site.port), allow_private=(allowed,))
    else:
        assert fetch(spelling.format(port=site.port), allow_private=(allowed,)).status == 200


def test_the_message_names_the_address_and_the_way_out(refused):
    error = refused(
        "http://intranet.example/", PrivateAddress, allow_private=(), resolve=lambda _: ["10.1.2.3"]
    )
    assert str(error) == (
        "intranet.example is at 10.1.2.3, which is not a public address; --allow-private 10.1.2.3 would allow it"
    )


def test_what_is_no_network(fetcher):
    with pytest.raises(UsageError, match="--allow-private"):
        fetcher(allow_private=("10.0.0.0/99",))


class TestNames:
    """Names are resolved once, and each of their addresses is vetted."""

    @pytest.mark.parametrize("addresses", [["127.0.0.1"], ["127.0.0.2", "127.0.0.1"], ["127.0.0.2", "::1"]])
    def test_at_a_private_address_alone_or_among_others(self, site, refused, addresses):
        refused(
            site.url(host="news.example"),
            PrivateAddress,
            allow_private=("127.0.0.2/32",),
            resolve=lambda _: addresses,
        )
        assert site.connections == 0

    def test_that_change_their_address_after_the_first_look(self, site, refused):
        looks = []

        def rebind(host):
            looks.append(host)
            return ["127.0.0.2"] if len(looks) == 1 else ["127.0.0.1"]

        # Nobody listens at the vetted address; the retries stay with it.
        refused(site.url(host="news.example"), ConnectError, allow_private=("127.0.0.2/32",), resolve=rebind)
        assert (looks, site.connections) == (["news.example"], 0)

    def test_with_several_addresses_of_which_one_answers(self, site, fetch):
        site.answer("/", page())
        found = fetch(site.url(host="news.example"), resolve=lambda _: ["127.0.0.9", "127.0.0.1"])
        assert found.exchanges[0].address == "127.0.0.1"
        assert site.requests[0].headers["host"] == f"news.example:{site.port}"

    @pytest.mark.parametrize(
        "fault", [socket.gaierror(-2, "Name or service not known"), UnicodeError("label")]
    )
    def test_that_do_not_resolve(self, refused, fault):
        looks = []

        def fail(host):
            looks.append(host)
            raise fault

        error = refused("http://news.example/", DnsError, resolve=fail)
        assert (looks, error.attempts) == (["news.example"], 1)

    def test_that_take_too_long_to_resolve(self, refused):
        woken = threading.Event()
        began = time.monotonic()
        refused("http://news.example/", TimeoutExceeded, resolve=lambda _: woken.wait(100), deadline=0.2)
        woken.set()
        assert time.monotonic() - began < 25

    def test_of_the_machine_itself_are_never_looked_up(self, site, fetch):
        site.answer("/", page())
        assert fetch(site.url(host="a.localhost"), resolve=unresolved).status == 200

    def test_are_resolved_by_the_system(self, site, monkeypatch, fetch):
        site.answer("/", page())
        found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", 0))]
        monkeypatch.setattr(socket, "getaddrinfo", lambda host, *_, **__: found)
        assert fetch(site.url(host="news.example")).status == 200


class TestSchemes:
    @pytest.mark.parametrize(
        "url",
        ["file:///etc/passwd", "ftp://example.org/", "data:text/html,a", "javascript:alert(1)", "gopher://a/",
         "about:blank", "mailto:a@example.org", "FILE:///a", "view-source:http://a/", "ws://a/", "blob:http://a"],
    )  # fmt: skip
    def test_that_are_not_fetched(self, site, refused, url):
        refused(url, BadScheme)
        site.answer("/a", redirect(url))
        refused(site.url("/a"), BadScheme)
        assert site.paths == ["/a"]

    @pytest.mark.parametrize(
        "url",
        [
            "-o",
            "--help",
            "example.org",
            "example.org:80/a",
            "localhost:8080",
            "/a",
            "?",
            "a\x00b",
            "http://example.org/\udcff",
        ],
    )
    def test_that_are_missing(self, refused, url):
        refused(url, BadUrl)

    @pytest.mark.parametrize(
        "url",
        ["http://", "http://:80/", "http://a:99999/", "http://a:0/", "http://a:b/", "http://[::1/", "http://[x]/", "http://a..b/",
         "http://256.1.1.1/", "http://1.2.3.4.5/", "http://0xg.1/", f"http://{'a' * 64}.org/", "http://*.org/",
         "http://a%00b/", "http://a%zz/", "http://exa mple.org/", "http://a<b/", "http://example.org\\@example.com/"],
    )  # fmt: skip
    def test_with_a_host_that_is_none(self, refused, url):
        refused(url, BadUrl)
