import json
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
import yaml

from tests.cli.test_extract import PAGE

LOOPBACK = ("--allow-private", "127.0.0.0/8", "--delay", "0")


@dataclass
class Newspaper:
    """A site on loopback: what it answers by path, and what it was asked."""

    port: int = 0
    answers: dict = field(default_factory=dict)  # path -> (status, headers, body)
    asked: list = field(default_factory=list)

    def url(self, path):
        return f"http://127.0.0.1:{self.port}{path}"


@pytest.fixture
def newspaper():
    site = Newspaper()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            site.asked.append(self.path)
            status, headers, body = site.answers.get(self.path, (404, {}, b"<h1>Not here</h1>"))
            self.send_response(status)
            for name, value in {"Content-Type": "text/html", "Content-Length": len(body), **headers}.items():
                self.send_header(name, str(value))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site.port = server.server_port
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    page = PAGE.replace("https://havenpost.example/2024/05/03/ferry", site.url("/2024/05/03/ferry"))
    site.answers["/2024/05/03/ferry"] = (200, {}, page.encode())
    yield site
    server.shutdown()
    server.server_close()


def articles(newsgrab, archive="news-archive"):
    return sorted(str(path.relative_to(newsgrab.cwd)) for path in (newsgrab.cwd / archive).rglob("*.md"))


def test_a_page_is_archived_and_then_known(newsgrab, newspaper):
    url = newspaper.url("/2024/05/03/ferry")
    first = newsgrab("fetch", *LOOPBACK, url)
    assert (first.code, first.out) == (0, "")
    (file,) = articles(newsgrab)
    assert first.err == f"saved: {file}\n"
    text = (newsgrab.cwd / file).read_text("utf-8")
    front = yaml.safe_load(text.split("---\n")[1])
    assert front["headline"] == "Ferry runs again"
    assert front["capture"]["requested_url"] == url
    assert (newsgrab.cwd / "news-archive" / front["capture"]["file"]).is_file()
    assert front["stripped"] == {"donation": 2} or "donation" in front["stripped"]

    again = newsgrab("fetch", *LOOPBACK, url + "?utm_source=x#top")
    assert (again.code, again.err) == (0, f"skipped: {file}\n")
    assert newspaper.asked == ["/2024/05/03/ferry"], "a known article is not asked for again"
    assert articles(newsgrab) == [file]


@pytest.mark.parametrize("name", ["url", "file", "words"])
def test_explain_and_sources_read_the_capture(newsgrab, newspaper, name):
    url = newspaper.url("/2024/05/03/ferry")
    newsgrab("fetch", *LOOPBACK, url)
    target = {"url": url, "file": articles(newsgrab)[0], "words": "ferry"}[name]
    explained = newsgrab("explain", target)
    assert explained.code == 0
    assert "Support our journalism" in explained.out.split("REMOVED")[1]
    assert "Tom Hale" in newsgrab("sources", target).out
    assert newspaper.asked == ["/2024/05/03/ferry"], "what is in the archive is not asked for again"


@pytest.mark.parametrize("name", ["url", "file"])
def test_explain_says_that_a_capture_is_gone_or_another_s(newsgrab, newspaper, name):
    url = newspaper.url("/2024/05/03/ferry")
    newsgrab("fetch", *LOOPBACK, url)
    (capture,) = newsgrab.cwd.rglob("*.warc.gz")
    target = {"url": url, "file": articles(newsgrab)[0]}[name]
    for spoil, reason in (
        (lambda: capture.write_bytes(b"another"), "is not what was saved"),
        (capture.unlink, "is no more there"),
    ):
        spoil()
        ran = newsgrab("explain", target)
        assert (ran.code, ran.err.count("\n")) == (7, 1)
        assert "error[archive.damaged] the capture" in ran.err
        assert reason in ran.err
    assert newspaper.asked == ["/2024/05/03/ferry"], "another page would explain nothing"


def test_sources_of_an_article_file_need_no_archive_to_be_named(newsgrab, newspaper):
    newsgrab("fetch", *LOOPBACK, "-A", "elsewhere", newspaper.url("/2024/05/03/ferry"))
    (file,) = (newsgrab.cwd / "elsewhere").rglob("*.md")
    assert newsgrab("sources", file).out == newsgrab("sources", "-A", "elsewhere", "ferry").out
    assert "Tom Hale" in newsgrab("sources", file).out


def test_an_article_without_its_archive_is_no_page(newsgrab, newspaper):
    newsgrab("fetch", *LOOPBACK, newspaper.url("/2024/05/03/ferry"))
    copy = newsgrab.cwd / "copy.md"
    copy.write_text((newsgrab.cwd / articles(newsgrab)[0]).read_text("utf-8"), "utf-8")
    ran = newsgrab("sources", copy)
    assert (ran.code, ran.out) == (2, "")
    assert "is an article of an archive that is not here; the page is in its capture there" in ran.err


def test_quiet_says_nothing(newsgrab, newspaper):
    ran = newsgrab("fetch", "-q", *LOOPBACK, newspaper.url("/2024/05/03/ferry"))
    assert (ran.code, ran.out, ran.err) == (0, "", "")


def test_json_tells_the_article(newsgrab, newspaper):
    url = newspaper.url("/2024/05/03/ferry")
    told = json.loads(newsgrab("fetch", "--json", *LOOPBACK, url).out)
    assert (told["input"], told["status"], told["headline"]) == (url, "saved", "Ferry runs again")
    assert (newsgrab.cwd / told["file"]).is_file()
    assert len(told["paragraphs"]) == 3
    front = yaml.safe_load((newsgrab.cwd / told["file"]).read_text("utf-8").split("---\n")[1])
    assert set(front) <= set(told)
    assert told["capture"]["sha256"] == front["capture"]["sha256"]


def test_stdout_archives_nothing(newsgrab, newspaper):
    ran = newsgrab("fetch", "--stdout", *LOOPBACK, newspaper.url("/2024/05/03/ferry"))
    assert ran.code == 0
    assert "# Ferry runs again" in ran.out
    assert list(newsgrab.cwd.iterdir()) == []


def test_stdout_as_json_archives_nothing(newsgrab, newspaper):
    ran = newsgrab(
        "fetch", "--stdout", "--json", *LOOPBACK, newspaper.url("/2024/05/03/ferry"), newspaper.url("/gone")
    )
    told, failed = map(json.loads, ran.out.splitlines())
    assert (ran.code, told["status"], told["headline"]) == (3, "extracted", "Ferry runs again")
    assert failed["error"]["class"] == "http.not_found"
    assert list(newsgrab.cwd.iterdir()) == []


def test_stdout_asks_for_all_pages_in_one_session(newsgrab, newspaper):
    """So that it keeps its pauses between them, and asks for robots.txt but once."""
    newspaper.answers["/2024/05/04/ferry"] = newspaper.answers["/2024/05/03/ferry"]
    urls = [newspaper.url(f"/2024/05/0{day}/ferry") for day in (3, 4)]
    ran = newsgrab("fetch", "--stdout", "--robots", *LOOPBACK, *urls)
    assert (ran.code, ran.out.count("# Ferry runs again")) == (0, 2)
    assert newspaper.asked == ["/robots.txt", "/2024/05/03/ferry", "/2024/05/04/ferry"]


@pytest.mark.parametrize(
    ("path", "code", "error"),
    [("/gone", 4, "http.not_found"), ("/picture", 5, "content.not_html"), ("/index", 5, "content.")],
)
def test_what_is_no_article_is_one_line_and_no_file(newsgrab, newspaper, path, code, error):
    links = "".join(f'<li><a href="/story-{n}">Headline number {n} of the day</a></li>' for n in range(80))
    newspaper.answers["/picture"] = (200, {"Content-Type": "image/png"}, b"\x89PNG\r\n\x1a\n" + bytes(99))
    newspaper.answers["/index"] = (200, {}, f"<html><body><ul>{links}</ul></body></html>".encode())
    ran = newsgrab("fetch", *LOOPBACK, newspaper.url(path))
    assert ran.code == code
    assert ran.err.startswith(f"{newspaper.url(path)}: error[{error}")
    assert ran.err.count("\n") == 1
    assert articles(newsgrab) == []
    assert newspaper.asked == [path]


def test_some_fail_and_the_rest_is_saved(newsgrab, newspaper):
    ran = newsgrab("fetch", *LOOPBACK, newspaper.url("/gone"), newspaper.url("/2024/05/03/ferry"), "nonsense")
    assert ran.code == 3
    assert len(articles(newsgrab)) == 1
    assert "error[http.not_found]" in ran.err
    assert "nonsense: error[usage.bad_url]" in ran.err


def test_loopback_is_refused_by_default(newsgrab, newspaper):
    ran = newsgrab("fetch", newspaper.url("/2024/05/03/ferry"))
    assert ran.code == 6
    assert "error[policy.private_address]" in ran.err
    assert newspaper.asked == []


@pytest.mark.parametrize(("url", "code"), [("file:///etc/passwd", 6), ("nonsense", 2), ("-x", 2), ("", 2)])
def test_an_address_that_is_none(newsgrab, url, code):
    ran = newsgrab("fetch", "--", url)
    assert ran.code == code
    assert ran.err.count("\n") == 1
    assert (newsgrab("list", "--failed").out == "") == (code == 2)  # what is no address has no next time


def test_an_address_gives_no_orders_to_the_terminal(newsgrab):
    ran = newsgrab("fetch", "http://127.0.0.1/\u009b31m\u202e", "\x1b[2J")
    assert ran.err.isascii()
    assert "\x1b" not in ran.err


def test_an_archive_that_is_a_file(newsgrab, newspaper):
    (newsgrab.cwd / "news-archive").write_text("not a folder")
    ran = newsgrab("fetch", *LOOPBACK, newspaper.url("/2024/05/03/ferry"))
    assert ran.code == 7
    assert "error[archive." in ran.err
    assert ran.err.count("\n") == 1


def test_a_password_is_told_to_nobody(newsgrab, newspaper):
    url = newspaper.url("/2024/05/03/ferry").replace("://", "://ann:sesame@")
    ran = newsgrab("fetch", "-vv", *LOOPBACK, url)
    assert ran.code == 0
    assert "sesame" not in ran.err
    for path in (newsgrab.cwd / "news-archive").rglob("*"):
        assert path.is_dir() or b"sesame" not in path.read_bytes(), path
