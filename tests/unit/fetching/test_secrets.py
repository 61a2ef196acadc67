"""What belongs to one origin is sent to no other, and kept in no file and no log."""

import logging
from base64 import b64decode
from pathlib import Path

import pytest

from newsgrab.errors import BadInput, NewsgrabError
from newsgrab.fetching.address import read
from newsgrab.fetching.cookies import read_file
from tests.server.site import page, redirect, reply

SECRET = "s3cr%40t"
SECRET_FORMS = ("s3cr", "dXNlcjpzM2NyQHQ=")


def with_password(url):
    return url.replace("://", f"://user:{SECRET}@")


@pytest.fixture
def cookies(tmp_path):
    """Write a cookies.txt of (domain, name) and further fields."""

    def write(*lines):
        path = tmp_path / "cookies.txt"
        path.write_text("# Netscape HTTP Cookie File\n" + "\n".join("\t".join(line) for line in lines))
        return path

    return write


def line(domain, name="sid", *, path="/", secure="FALSE", expires="0", value="1"):
    return (domain, str(domain.startswith(".")).upper(), path, secure, expires, name, value)


class TestPasswords:
    def test_go_to_their_origin(self, site, fetch):
        site.answer("/a", redirect("/b"))
        site.answer("/b", page())
        fetch(with_password(site.url("/a")))
        sent = [request.headers["authorization"] for request in site.requests]
        assert sent == ["Basic dXNlcjpzM2NyQHQ="] * 2

    def test_are_unquoted_once(self, site, fetch):
        site.answer("/a", page())
        fetch(site.url("/a").replace("://", "://me%3A:100%2541%C3%A9@"))
        name_and_password = b64decode(site.requests[0].headers["authorization"].removeprefix("Basic "))
        assert name_and_password.decode() == "me::100%41é"

    @pytest.mark.parametrize("host", [None, "localhost"])
    def test_go_to_no_other(self, site, other_site, fetch, host):
        site.answer("/a", redirect(other_site.url("/b", host=host)))
        other_site.answer("/b", page())
        fetch(with_password(site.url("/a")))
        assert "authorization" not in other_site.requests[0].headers

    def test_of_a_redirect_are_not_sent(self, site, fetch):
        site.answer("/a", redirect(with_password(site.url("/b"))))
        site.answer("/b", page())
        found = fetch(site.url("/a"))
        assert found.url == site.url("/b")
        assert "authorization" not in site.requests[1].headers

    def test_are_kept_nowhere(self, site, fetch, caplog):
        caplog.set_level(logging.DEBUG)
        site.answer("/a", redirect("/b"))
        site.answer("/b", page(set_cookie="token=s3cr"))
        found = fetch(with_password(site.url("/a")))
        for form in SECRET_FORMS:
            assert form not in repr(found)
            assert form not in caplog.text

    @pytest.mark.parametrize("rest", ["@127.0.0.1:1/", "@10.0.0.1/", "@[x]/", "@a b/", "@:80", "@host:x/"])
    def test_are_in_no_message(self, fetch, rest):
        with pytest.raises(NewsgrabError) as caught:
            fetch(f"http://user:{SECRET}{rest}", retries=0)
        assert "s3cr" not in str(caught.value)

    def test_of_a_netrc_are_not_read(self, site, fetch, tmp_path, monkeypatch):
        netrc = tmp_path / ".netrc"
        netrc.write_text("machine 127.0.0.1 login user password s3cret\n")
        netrc.chmod(0o600)
        monkeypatch.setenv("NETRC", str(netrc))
        monkeypatch.setenv("HOME", str(tmp_path))
        site.answer("/a", page())
        fetch(site.url("/a"))
        assert "authorization" not in site.requests[0].headers


class TestCookies:
    def test_of_the_file_go_where_they_belong(self, site, fetch, cookies):
        site.answer("/a", page())
        file = cookies(line("127.0.0.1"), line("example.org", "other"), line("127.0.0.1", "deep", path="/b"))
        found = fetch(site.url("/a"), cookies_file=file)
        assert site.requests[0].headers["cookie"] == "sid=1"
        assert "sid" not in repr(found)

    @pytest.mark.parametrize("host", [None, "localhost"])
    def test_of_the_file_go_to_no_second_origin(self, site, other_site, fetch, cookies, host):
        site.answer("/a", redirect(other_site.url("/b", host=host)))
        other_site.answer("/b", page())
        fetch(site.url("/a"), cookies_file=cookies(line("127.0.0.1"), line("localhost")))
        assert site.requests[0].headers["cookie"] == "sid=1"
        assert "cookie" not in other_site.requests[0].headers

    @pytest.mark.parametrize("attributes", ["", "; Domain=127.0.0.1; Path=/", "; Domain=localhost"])
    def test_given_on_the_way_go_back_to_their_origin_alone(self, site, other_site, fetch, attributes):
        site.answer("/a", reply(302, location="/b", set_cookie=f"sid=2{attributes}"))
        site.answer("/b", redirect(other_site.url("/c")))
        other_site.answer("/c", page())
        fetch(site.url("/a"))
        assert site.requests[1].headers["cookie"] == "sid=2"
        assert "cookie" not in other_site.requests[0].headers

    def test_given_in_one_fetch_are_forgotten_by_the_next(self, site, fetcher):
        site.answer_all(page(set_cookie="sid=2"))
        client = fetcher()
        client.fetch(site.url("/a"))
        client.fetch(site.url("/b"))
        assert "cookie" not in site.requests[1].headers

    def test_taken_back(self, site, fetch):
        site.answer("/a", reply(302, location="/b", set_cookie="sid=2"))
        site.answer("/b", reply(302, location="/c", set_cookie="sid=; Max-Age=0"))
        site.answer("/c", page())
        fetch(site.url("/a"))
        assert "cookie" not in site.requests[2].headers

    def test_in_masses_are_bounded(self, site, fetch):
        many = "".join(
            f"Set-Cookie: c{number}={'x' * 60_000 if number == 7 else 1}\r\n" for number in range(90)
        )
        site.answer("/a", f"HTTP/1.1 302 Found\r\nLocation: /b\r\n{many}\r\n".encode())
        site.answer("/b", page())
        fetch(site.url("/a"))
        assert len(site.requests[1].headers["cookie"]) < 1000

    @pytest.mark.parametrize(
        ("cookie", "url", "fits"),
        [
            (line(".example.org"), "https://www.example.org/a", True),
            (line(".example.org"), "https://example.org/a", True),
            (line(".example.org"), "https://notexample.org/a", False),
            (line("example.org"), "https://www.example.org/a", False),
            (line("example.org", secure="TRUE"), "http://example.org/a", False),
            (line("example.org", secure="TRUE"), "https://example.org/a", True),
            (line("example.org", expires="1"), "https://example.org/a", False),
            (line("example.org", expires="99999999999"), "https://example.org/a", True),
            (line("example.org", path="/a"), "https://example.org/a/b?c", True),
            (line("example.org", path="/a"), "https://example.org/ab", False),
            (line("#HttpOnly_example.org"), "https://example.org/", True),
        ],
    )
    def test_of_the_file_fit(self, cookies, cookie, url, fits):
        assert read_file(cookies(cookie))[0].fits(read(url)) is fits

    def test_of_the_file_that_cannot_be_sent_cost_the_others_nothing(self, cookies):
        lines = [
            line("example.org", "list[0]"), line("example.org", value="é"), line("example.org", value="1; path"),
            line("example.org", value="1\x0bHost: b"), line("example.org", ""), line("example.org", "last"),
        ]  # fmt: skip
        assert [cookie.name for cookie in read_file(cookies(*lines))] == ["list[0]", "last"]

    @pytest.mark.parametrize(
        "text", ["a\tb\tc", "{}", "a\tTRUE\t/\tTRUE\tx\tn\tv", "a\tTRUE\t/\tTRUE\t0\tn\tv\r\nHost: b"]
    )
    def test_of_a_file_that_is_none(self, tmp_path, text, fetcher):
        path = tmp_path / "cookies.txt"
        path.write_text(text)
        with pytest.raises(BadInput, match=r"cookies\.txt"):
            fetcher(cookies_file=path)

    def test_of_a_file_that_is_not_there(self, tmp_path, fetcher):
        with pytest.raises(BadInput):
            fetcher(cookies_file=tmp_path / "none.txt")

    def test_a_file_without_an_end_is_not_read_to_it(self, fetcher):
        with pytest.raises(BadInput, match=r"^/dev/zero: is too long for a file of cookies$"):
            fetcher(cookies_file=Path("/dev/zero"))


def test_no_referer_is_sent(site, other_site, fetch):
    site.answer("/a", redirect("/b"))
    site.answer("/b", page(f'<meta http-equiv="refresh" content="0; url={other_site.url("/c")}">'))
    other_site.answer("/c", page())
    fetch(site.url("/a"))
    assert not any("referer" in request.headers for request in site.requests + other_site.requests)
