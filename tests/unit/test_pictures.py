"""Pictures as they are fetched: with all manners of a page, and never at the article's cost."""

import threading
import time
from itertools import pairwise

import pytest

from newsgrab import pictures
from newsgrab.errors import Stopped
from newsgrab.fetching import Fetcher, FetchSettings, Politeness
from newsgrab.pictures import gather
from tests.pictures import AVIF, GIF, JPEG, SVG, WEBP, bare_page, illustrated, png
from tests.server.site import Site, redirect, reply


def image(body, kind="image/png"):
    return reply(200, body, content_type=kind)


@pytest.fixture
def fetcher():
    made = []

    def make(politeness=None, **changes):
        bounds = {"timeout": 5.0, "deadline": 10.0, "pause": 0.01, "delay": 0.0, "patience": 2.0}
        settings = FetchSettings(**{"allow_private": ("127.0.0.0/8",), **bounds, **changes})
        made.append(Fetcher(settings, politeness))
        return made[-1]

    yield make
    for each in made:
        each.close()


@pytest.fixture
def gathered(site, fetcher):
    """Gather the pictures at these addresses for a page of the site."""

    def go(*urls, known=(), **changes):
        page = bare_page(site.url("/article"))
        return gather(illustrated(1, *urls).article, page, fetcher(**changes), known)

    return go


@pytest.mark.parametrize(
    ("body", "ending"),
    [(png(), "png"), (JPEG, "jpg"), (GIF, "gif"), (WEBP, "webp"), (AVIF, "avif")],
    ids=["png", "jpg", "gif", "webp", "avif"],
)
@pytest.mark.parametrize("kind", ["image/png", "Image/X; q=1", "application/octet-stream"])
def test_a_picture_is_what_its_first_bytes_say(site, gathered, body, ending, kind):
    url = site.answer("/a.exe", image(body, kind))
    (found,) = gathered(url).pictures
    assert (found.url, found.body, found.ending) == (url, body, ending)


def test_no_type_at_all_will_do(site, gathered):
    assert gathered(site.answer("/a", reply(200, png()))).pictures


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (reply(404, b"<h1>Not here"), "http.not_found"),
        (reply(403), "http.forbidden"),
        (image(b"<!doctype html><p>No"), "content.not_picture"),
        (image(b"%PDF-1.7", "image/jpeg"), "content.not_picture"),
        (image(png(), "text/html; charset=utf-8"), "content.not_picture"),
        (image(SVG, "image/svg+xml"), "content.not_picture"),
        (image(SVG, "image/png"), "content.not_picture"),
        (image(b""), "content.empty"),
        (image(png() + bytes(5_000)), "policy.too_large"),
        (b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 900\r\n\r\n\x89PNG\r\n\x1a\n", "net.truncated"),
        (redirect("ftp://example.org/a.png"), "policy.scheme"),
    ],
)  # fmt: skip
def test_what_fails_costs_a_line_and_nothing_else(site, gathered, answer, code):
    bad, good = site.answer("/bad.png", answer), site.answer("/good.png", image(png()))
    album = gathered(bad, good, max_bytes=4_000)
    assert [each.url for each in album.pictures] == [good]
    (line,) = album.warnings
    assert line.startswith(f"{bad}: warning[{code}] the picture is not saved: ")


def test_a_page_in_place_of_a_picture_is_not_read(site, gathered):
    sent = []

    def endless(wire):
        wire.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        try:
            wire.forever(b"<p>more</p>" * 1_000)
        finally:
            sent.append(wire.sent)

    album = gathered(site.answer("/a.png", endless))
    assert "content.not_picture" in album.warnings[0]
    assert not album.pictures


def test_each_address_is_asked_for_once_and_only_web_addresses(site, gathered):
    url = site.answer("/a.png", image(png()))
    album = gathered(url, url, f"{url}#top", "data:image/png;base64,AAAA", "ftp://127.0.0.1/a.png", None)
    assert site.paths == ["/a.png"]
    assert (len(album.pictures), album.warnings) == (1, ())


def test_what_is_known_is_not_asked_for(site, gathered):
    urls = [site.answer(f"/{name}.png", image(png())) for name in "ab"]
    assert [each.url for each in gathered(*urls, known={urls[0]: "kept"}).pictures] == urls[1:]
    assert site.paths == ["/b.png"]


def test_a_private_address_is_not_connected_to(site, other_site, gathered):
    with Site(address="127.0.0.2") as private:
        spelled = private.answer("/a.png", image(png()))
        behind = site.answer("/b.png", redirect(private.url("/c.png")))
        album = gathered(spelled, behind, allow_private=("127.0.0.1/32",))
        assert private.connections == 0
    assert [line.split(": ")[1].split(" ")[0] for line in album.warnings] == [
        "warning[policy.private_address]"
    ] * 2


def test_a_password_is_in_no_warning(site, gathered):
    (line,) = gathered(site.url("/a.png").replace("://", "://ann:sesame@")).warnings
    assert "sesame" not in line


class TestCookies:
    @pytest.fixture
    def jar(self, tmp_path):
        path = tmp_path / "cookies.txt"
        path.write_text("127.0.0.1\tFALSE\t/\tFALSE\t0\tsid\tsesame\n")
        return path

    def test_go_to_the_pages_own_origin(self, site, gathered, jar):
        assert gathered(site.answer("/a.png", image(png())), cookies_file=jar).pictures
        assert site.requests[0].headers["cookie"] == "sid=sesame"

    def test_go_to_no_other(self, site, other_site, gathered, jar):
        direct = other_site.answer("/a.png", image(png()))
        behind = site.answer("/b.png", redirect(other_site.url("/a.png")))
        assert len(gathered(direct, behind, cookies_file=jar).pictures) == 2
        assert all("cookie" not in request.headers for request in other_site.requests)


def test_robots_txt_is_obeyed_where_it_is(site, other_site, gathered):
    other_site.answer(
        "/robots.txt", reply(200, b"User-agent: *\nDisallow: /img/\n", content_type="text/plain")
    )
    urls = [other_site.answer(path, image(png())) for path in ("/img/a.png", "/b.png")]
    album = gathered(*urls, obey_robots=True)
    assert [each.url for each in album.pictures] == urls[1:]
    assert "warning[policy.robots]" in album.warnings[0]
    assert other_site.paths == ["/robots.txt", "/b.png"]


def test_a_host_is_asked_for_one_picture_at_a_time_with_its_pause(site, gathered):
    urls = [site.answer(f"/{name}.png", image(png())) for name in "abc"]
    gathered(*urls, delay=0.2)
    moments = [request.at for request in site.requests]
    assert all(later - earlier >= 0.2 for earlier, later in pairwise(moments))


class TestTime:
    @pytest.fixture(autouse=True)
    def short(self, monkeypatch):
        monkeypatch.setattr(pictures, "MOST_SECONDS", 1.0)

    def test_of_an_article_is_bounded_however_slow_its_hosts_are(self, site, other_site, gathered):
        def drip(wire):
            wire.send(b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 9999\r\n\r\n")
            wire.drip(png() * 100, 0.02)

        slow = [site.answer(f"/{number}.png", drip) for number in range(5)]
        began = time.monotonic()
        album = gathered(*slow, other_site.answer("/late.png", image(png())))
        assert time.monotonic() - began < 50  # of the two minutes that each would take
        assert album.pictures == ()
        assert "warning[net.timeout]" in album.warnings[0]
        assert "/article: 5 more pictures were not asked for" in album.warnings[-1]

    def test_is_not_spent_twice_on_a_host_that_does_not_answer(self, site, other_site, gathered, monkeypatch):
        monkeypatch.setattr(pictures, "MOST_SECONDS", 60.0)
        silent = [site.answer(f"/{number}.png", lambda wire: wire.hang()) for number in range(3)]
        good = other_site.answer("/good.png", image(png()))
        album = gathered(*silent, good, timeout=3.0, retries=0)
        assert [each.url for each in album.pictures] == [good]
        assert site.paths == ["/0.png"]
        assert len(album.warnings) == 3

    def test_counts_the_wait_for_a_busy_hosts_turn(self, site, fetcher):
        politeness, url = Politeness(0), site.answer("/a.png", image(png()))
        host = url.split("/")[2]
        held, free = threading.Event(), threading.Event()

        def hold():
            with politeness.turn(host):
                held.set()
                free.wait(100)

        holder = threading.Thread(target=hold)
        holder.start()
        held.wait(60)
        began = time.monotonic()
        album = gather(illustrated(1, url).article, bare_page(url), fetcher(politeness))
        free.set()
        holder.join()
        assert 0.9 < time.monotonic() - began < 50
        assert "warning[net.timeout]" in album.warnings[0]
        assert site.paths == []

    def test_counts_a_pause_that_would_be_too_long(self, site, gathered, monkeypatch):
        monkeypatch.setattr(pictures, "MOST_SECONDS", 20.0)
        urls = [site.answer(f"/{name}.png", image(png())) for name in "ab"]
        began = time.monotonic()
        album = gathered(*urls, delay=100)
        assert time.monotonic() - began < 50
        assert len(album.pictures) == 1
        assert "turn" in album.warnings[0]


def test_pictures_together_are_bounded(site, gathered, monkeypatch):
    monkeypatch.setattr(pictures, "MOST_BYTES", 100)
    urls = [site.answer(f"/{name}.png", image(png() + bytes(90))) for name in "abc"]
    album = gathered(*urls)
    assert len(album.pictures) == 1
    assert "/article: 2 more pictures were not asked for" in album.warnings[0]


def test_requests_for_an_article_are_bounded(site, gathered, monkeypatch):
    monkeypatch.setattr(pictures, "MOST_REQUESTS", 2)
    album = gathered(*(site.url(f"/{number}.png") for number in range(5)))
    assert len(site.requests) == 2
    assert "/article: 3 more pictures were not asked for" in album.warnings[-1]


@pytest.mark.parametrize(
    "url",
    ["http://[", "http://[::1", "https://", "http://a b/", "http:///a.png", "http://user@[x]/", "http://\u202e.example/",
     "http://127.0.0.1:99999/", "http://a.example\\@127.0.0.1/", "http://x.example/\n\x1b[31m", "http://" + 400 * "x",
     "http://xn--.example/", "http://127.0.0.1:0/a.png"],
)  # fmt: skip
def test_an_address_that_is_none_costs_one_line(gathered, url):
    album = gathered(url, retries=0, timeout=1)
    (line,) = album.warnings
    assert album.pictures == ()
    assert "warning[" in line
    assert line.isprintable() or "\u202e" in line
    assert len(line) < 600


def test_a_run_that_is_stopped_is_no_failure_of_a_picture(site, fetcher):
    politeness = Politeness(0)
    politeness.stop()
    with pytest.raises(Stopped):
        gather(illustrated(1, site.url("/a.png")).article, bare_page(site.url()), fetcher(politeness))
