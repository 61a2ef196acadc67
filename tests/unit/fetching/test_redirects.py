import time

import pytest

from newsgrab.errors import BadRedirect, BadScheme, TooManyRedirects
from newsgrab.fetching.refresh import refresh_address
from tests.server.site import page, redirect, reply

REFRESH = '<html><head><meta http-equiv="refresh" content="{}"></head><body><p>Wait.'


def chain(site, length):
    for hop in range(length):
        site.answer(f"/{hop}", redirect(f"/{hop + 1}"))
    site.answer(f"/{length}", page())


def test_ten_hops_are_followed(site, fetch):
    chain(site, 10)
    assert fetch(site.url("/0")).url == site.url("/10")
    assert len(site.requests) == 11


def test_eleven_are_not(site, refused):
    chain(site, 11)
    refused(site.url("/0"), TooManyRedirects)
    assert len(site.requests) == 11


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_every_kind_of_redirect(site, fetch, status):
    site.answer("/a", redirect("/b/c", status))
    site.answer("/b/c", redirect("../d?e", status))
    site.answer("/d?e", page())
    assert fetch(site.url("/a")).url == site.url("/d?e")


def test_a_proxy_that_a_server_names_is_not_asked(site, refused):
    refused(site.answer("/a", redirect("/b", 305)), BadRedirect)
    assert site.paths == ["/a"]


@pytest.mark.parametrize("location", ["/a", "/a#part", "?", "//{host}/a"])
def test_a_loop(site, refused, location):
    site.answer("/a", redirect(location.format(host=site.origin[7:])))
    refused(site.url("/a"), TooManyRedirects)
    assert len(site.requests) == 1


def test_a_circle_is_left_at_once(site, refused):
    site.answer("/a", redirect("/b"))
    site.answer("/b", redirect("/c"))
    site.answer("/c", redirect("/a"))
    refused(site.url("/a"), TooManyRedirects)
    assert site.paths == ["/a", "/b", "/c"]


def test_a_growing_chain(site, refused):
    def grow(wire):
        wire.send(redirect(wire.request.path * 2).as_bytes())

    site.answer_all(grow)
    refused(site.url("/a"), TooManyRedirects)
    assert len(site.requests) == 11


def test_a_page_that_sets_a_cookie_and_sends_us_back(site, fetch):
    def gate(wire):
        if wire.request.headers.get("cookie") == "seen=1":
            wire.send(page("<p>The article").as_bytes())
        else:
            wire.send(reply(302, location="/a", set_cookie="seen=1; Path=/").as_bytes())

    site.answer("/a", gate)
    assert fetch(site.url("/a")).body == b"<p>The article"
    assert len(site.requests) == 2


@pytest.mark.parametrize(
    "answer",
    [
        reply(302),
        reply(302, location=""),
        reply(302, location="http://"),
        reply(302, location="http://[::1"),
        reply(302, location="https://exa mple.org/"),
        reply(302, location="http://a:99999/"),
        b"HTTP/1.1 302 Found\r\nLocation: /b\r\nLocation: /c\r\n\r\n",
        reply(300),
        reply(305),
        reply(306),
    ],
)
def test_a_redirect_to_nowhere(site, refused, answer):
    error = refused(site.answer("/a", answer), BadRedirect)
    assert error.status
    assert len(site.requests) == 1


@pytest.mark.parametrize(
    ("location", "path"),
    [
        ("/a b", "/a%20b"),
        ("/\u00e9".encode().decode("latin-1"), "/%C3%A9"),
        ("/caf\u00e9", "/caf%C3%A9"),
        ("/%zz", "/%25zz"),
        ("\\b", "/b"),
        ("  /b\t", "/b"),
        ("/x/../b", "/b"),
    ],
)
def test_a_location_that_is_written_badly(site, fetch, location, path):
    site.answer("/a", redirect(location))
    site.answer_all(page())
    assert fetch(site.url("/a")).url == site.url(path)


def test_the_body_of_a_redirect_is_never_read(site, fetch):
    sent = []

    def pour(wire):
        try:
            wire.send(b"HTTP/1.1 302 Found\r\nLocation: /b\r\nContent-Length: 50000000\r\n\r\n")
            wire.forever(bytes(100_000))
        finally:
            sent.append(wire.sent)

    site.answer("/a", pour)
    site.answer("/b", page())
    found = fetch(site.url("/a"))
    assert found.exchanges[0].payload == b""
    while not sent:
        time.sleep(0.01)
    assert sent[0] < 10_000_000  # what the system's buffers took


class TestMetaRefresh:
    @pytest.mark.parametrize("value", ["0; url=/b", "0;URL='/b'", "1, url=/b", "0;/b", " 5 ; Url = /b "])
    def test_leads_on(self, site, fetch, value):
        site.answer("/a", page(REFRESH.format(value)))
        site.answer("/b", page("<p>The article"))
        found = fetch(site.url("/a"))
        assert (found.url, found.body, len(found.exchanges)) == (site.url("/b"), b"<p>The article", 2)

    @pytest.mark.parametrize(
        "value", ["300", "300; url=/b", "0", "0; url=", "0; url=/a", "0; url=http://", "x; url=/b", ""]
    )
    def test_that_is_a_clock_or_nonsense_leaves_the_page_alone(self, site, fetch, value):
        site.answer("/a", page(REFRESH.format(value)))
        assert fetch(site.url("/a")).url == site.url("/a")
        assert len(site.requests) == 1

    def test_in_the_header_leads_on_and_the_body_is_not_read(self, site, fetch):
        site.answer("/a", page("<p>Wait.", refresh="0; url=/b"))
        site.answer("/b", page("<p>The article", refresh="1800"))
        found = fetch(site.url("/a"))
        assert (found.url, found.body, found.exchanges[0].payload) == (site.url("/b"), b"<p>The article", b"")

    @pytest.mark.parametrize("value", ["0; url=/a", "0; url=", "0"])
    @pytest.mark.parametrize("in_header", [True, False])
    def test_to_the_page_itself_that_has_set_a_cookie_is_followed(self, site, fetch, in_header, value):
        def gate(wire):
            if wire.request.headers.get("cookie") == "seen=1":
                wire.send(page("<p>The article").as_bytes())
            elif in_header:
                wire.send(page("<p>Wait.", refresh=value, set_cookie="seen=1").as_bytes())
            else:
                wire.send(page(REFRESH.format(value), set_cookie="seen=1").as_bytes())

        assert fetch(site.answer("/a", gate)).body == b"<p>The article"
        assert len(site.requests) == 2

    def test_to_the_page_itself_that_sets_another_cookie_each_time_is_followed_once(self, site, fetch):
        def count(wire):
            cookie = f"visit={len(site.requests)}"
            wire.send(page(REFRESH.format("0; url=/a"), set_cookie=cookie).as_bytes())

        assert fetch(site.answer("/a", count)).url == site.url("/a")
        assert len(site.requests) == 2

    def test_in_the_header_to_another_scheme_is_refused(self, site, refused):
        refused(site.answer("/a", page("<p>Wait.", refresh="0; url=file:///etc/passwd")), BadScheme)

    def test_circle(self, site, refused):
        site.answer("/a", page(REFRESH.format("0; url=/b")))
        site.answer("/b", page(REFRESH.format("0; url=/a")))
        refused(site.url("/a"), TooManyRedirects)
        assert site.paths == ["/a", "/b"]

    @pytest.mark.parametrize(
        "hidden",
        ["<!-- {} -->", "<noscript>{}</noscript>", "<script>var a = '{}'</script>", "<template>{}</template>",
         "<textarea>{}</textarea>"],
    )  # fmt: skip
    def test_that_no_browser_would_see(self, hidden):
        tag = '<meta http-equiv="refresh" content="0; url=/b">'
        assert refresh_address(hidden.format(tag).encode()) is None
        assert refresh_address((hidden.format("") + tag).encode()) == "/b"
