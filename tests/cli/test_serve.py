"""``newsgrab serve``: what a browser is shown, and what it is not."""

import os
import re
import signal
import socket
import struct
import subprocess
import sys
import time
from contextlib import contextmanager
from http.client import HTTPConnection

import pytest

from newsgrab.archive import open_archive
from newsgrab.model import Picture
from tests.archives import extraction, page
from tests.cli.conftest import ROOT

PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)
FILE = "example.org/2024/05/2024-05-03-harbour-1-reopens-after-the-storm"
HOSTILE = '<script>alert(1)</script> <img src=x onerror=alert(1)> "5 < 7"'


@contextmanager
def serving(folder, *options):
    """Run the command; give the process and its port."""
    command = [sys.executable, "-m", "newsgrab", "serve", "--port", "0", *options]
    with subprocess.Popen(
        command, cwd=folder, stderr=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)}
    ) as process:
        try:
            found = re.match(r"http://127\.0\.0\.1:(\d+)/ shows ", process.stderr.readline())
            yield process, int(found[1])
        finally:
            process.kill()


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Serve an archive of 53 articles, the first in two revisions and with its picture."""
    folder = tmp_path_factory.mktemp("site")
    picture = Picture(url="https://example.org/1.jpg", body=PNG, ending="png")
    with open_archive(folder / "news-archive") as opened:
        opened.save(extraction(1, "The ferry left at noon."), page(1))
        opened.save(extraction(1, "The ferry left at dawn."), page(1, minutes=1), (), (picture,))
        opened.save(extraction(2, HOSTILE, headline=HOSTILE, language="he"), page(2))
        for number in range(3, 54):
            opened.save(extraction(number), page(number))
    with serving(folder) as (_, port):
        yield port


@pytest.fixture
def get(site):
    def go(target, *, host=None, method="GET"):
        connection = HTTPConnection("127.0.0.1", site, timeout=30)
        connection.request(method, target, headers={"Host": host or f"127.0.0.1:{site}"})
        answer = connection.getresponse()
        answer.payload = answer.read()
        answer.text = answer.payload.decode("utf-8", "replace")
        connection.close()
        return answer

    return go


def test_the_latest_articles_page_by_page(get):
    first = get("/")
    assert (first.status, first.getheader("Content-Type")) == (200, "text/html; charset=utf-8")
    assert first.text.count("<li ") == 50
    (more,) = re.findall(r'<nav><a href="([^"]+)">Earlier</a></nav>', first.text)
    assert get(more).text.count("<li ") == 3
    assert get("/?page=7").text.count("<li ") == 0
    assert get("/?host=example.net").text.count("<li ") == 0


def test_what_is_searched_is_marked(get):
    found = get("/?q=dawn").text
    assert found.count("<li ") == 1
    assert "<mark>dawn</mark>" in found
    assert 'value="dawn"' in found
    assert "Nothing was found" in get("/?q=nowhere").text
    assert get("/?q=-dawn").status == 400


def test_an_article_with_its_picture_sources_revisions_and_evidence(get):
    (link,) = re.findall(r'<li[^>]*><a href="(/article/[^"]+)"', get("/?q=dawn").text)
    shown = get(link).text
    assert "<small>2024-05-03 · example.org · By Jane Doe 1</small>" in shown
    assert '<h1 dir="auto">Harbour 1 reopens after the storm</h1>' in shown
    assert '<p dir="auto">The ferry left at dawn.</p>' in shown
    assert "Harbour Authority" in shown
    assert "retrieved at" in shown
    (picture,) = re.findall(r'<img src="(/picture/[^"]+)"', shown)
    sent = get(picture.replace("&amp;", "&"))
    assert (sent.payload, sent.getheader("Content-Type")) == (PNG, "image/png")
    (diff,) = re.findall(r'<a href="(/diff/[^"]+)">compare</a>', shown)
    changes = get(diff.replace("&amp;", "&")).text
    assert re.search(r"<del>noon\S*</del>.*<ins>dawn\S*</ins>", changes)
    assert "noon" in get(f"/article/{FILE}.md").text


def test_the_language_of_words_is_told_and_so_is_where_they_begin(get):
    (link,) = re.findall(r'<li lang="he" dir="auto"><a href="([^"]+)"', get("/?q=5+7").text)
    shown = get(link).text
    assert '<article lang="he" dir="auto">' in shown
    assert shown.startswith('<!DOCTYPE html>\n<html lang="en">')


def test_words_of_others_are_words(get):
    listed = get("/").text + get("/?q=5+7").text
    (link,) = set(re.findall(r'<a href="(/article/[^"]+script[^"]+)"', listed))
    for shown in (listed, get(link).text, get("/?q=%3Cscript%3E").text, get("/article/%3Cscript%3E").text):
        assert "<script" not in shown
        assert "<img" not in shown
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in get(link).text


@pytest.mark.parametrize(
    "target", ["/", "/style.css", "/nowhere", f"/article/{FILE}.md", "/article/nowhere", "/?q=-a"]
)
def test_nothing_runs_and_nothing_is_loaded_from_elsewhere(get, target):
    answer = get(target)
    policy = answer.getheader("Content-Security-Policy")
    assert policy.startswith("default-src 'none';")
    assert "script-src" not in policy
    assert "http" not in policy
    assert answer.getheader("X-Content-Type-Options") == "nosniff"
    assert answer.getheader("Referrer-Policy") == "no-referrer"
    assert "<script" not in answer.text


@pytest.mark.parametrize(
    "target",
    [
        "/nowhere",
        "/article/nowhere",
        "/article/../../etc/passwd",
        "/article/%2e%2e/%2e%2e/etc/passwd",
        "/article//etc/passwd",
        "/article/.newsgrab/format",
        f"/picture/{FILE}.md?name=../../../../.newsgrab/catalog.sqlite3",
        f"/picture/{FILE}.md?name=x.files/0000000000000000.png",
        f"/picture/{FILE}.md",
        f"/diff/{FILE}.md?old=8&new=9",
        "/article/a%00b",
        "/article/%ff%fe",
    ],
)
def test_what_is_not_there(get, target):
    answer = get(target)
    assert answer.status == 404
    assert "root:" not in answer.text


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost:1", 200),
        ("127.0.0.1", 200),
        ("LOCALHOST:1", 200),
        ("archive.example:80", 403),
        ("127.0.0.1.example", 403),
        ("[::1", 403),
    ],
)
def test_a_page_elsewhere_cannot_read_it_under_its_own_name(get, host, status):
    assert get("/", host=host).status == status


def test_of_two_names_none_is_believed(site):
    connection = HTTPConnection("127.0.0.1", site, timeout=30)
    connection.putrequest("GET", "/", skip_host=True)
    for host in ("localhost", "archive.example"):
        connection.putheader("Host", host)
    connection.endheaders()
    assert connection.getresponse().status == 403
    connection.close()


def test_an_address_that_is_none_leads_to_the_front_page(get):
    assert "Harbour 53" in get("http://[").text


def test_many_connections_at_once_wait_for_no_second_try(site):
    began = time.monotonic()
    connections = [socket.create_connection(("127.0.0.1", site), 5) for _ in range(60)]
    assert time.monotonic() - began < 0.9  # after one second the system asks again for what was dropped
    for connection in connections:
        connection.close()


def test_other_methods(get):
    assert (get("/", method="HEAD").status, get("/", method="HEAD").payload) == (200, b"")
    assert get("/", method="POST").status == 501


def test_it_listens_on_loopback_alone_and_ends_with_ctrl_c(tmp_path):
    with open_archive(tmp_path / "news-archive") as opened:
        opened.save(extraction(1), page(1))
    with serving(tmp_path) as (process, port):
        with socket.create_connection(("127.0.0.1", port), 5) as browser:  # that keeps its connection open
            browser.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
            assert b"200 OK" in browser.recv(100)  # so it has begun to serve
            with pytest.raises(ConnectionRefusedError):
                socket.create_connection(("127.0.0.2", port), 5)
            process.send_signal(signal.SIGINT)
            assert process.wait(10) == 130
        assert process.stderr.read().strip() == "newsgrab: stopped"


def test_a_browser_that_goes_in_the_middle_is_nothing_to_tell(tmp_path):
    with open_archive(tmp_path / "news-archive") as opened:
        opened.save(extraction(1), page(1))
    with serving(tmp_path) as (process, port):
        for begun in (b"GET / HT", b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"):
            with socket.create_connection(("127.0.0.1", port), 5) as browser:
                browser.setsockopt(
                    socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0)
                )  # reset at close
                browser.sendall(begun)
        connection = HTTPConnection("127.0.0.1", port, timeout=30)
        connection.request("GET", "/")
        assert connection.getresponse().status == 200
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == 130
        assert process.stderr.read().strip() == "newsgrab: stopped"


def test_what_is_wrong_is_one_line(newsgrab_here):
    ran = newsgrab_here("serve")
    assert (ran.code, ran.err.count("\n")) == (7, 1)
    with open_archive(newsgrab_here.cwd / "news-archive"), socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ran = newsgrab_here("serve", "--port", port)
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert f"port {port} cannot be had" in ran.err
