"""Faults of the network as a user sees them: one line each, the right exit code, nothing on disk."""

import gzip

import pytest

from newsgrab.errors import ExitCode
from tests.server.site import page, redirect, reply

LOOPBACK = ("--allow-private", "127.0.0.0/8", "--delay", "0", "--deadline", "2", "--retries", "1")
ARTICLE = "<html><article><h1>Harbour reopens after storm</h1>" + "".join(
    f"<p>The harbour took {day} days to clear, and the ferries ran again from noon, the town said.</p>"
    for day in range(3, 20)
)
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
GZIPPED = gzip.compress(ARTICLE.encode())

NETWORK = {
    "/bad": (reply(400, ARTICLE.encode()), "http.bad_request", 1),
    "/login-wanted": (reply(401, ARTICLE.encode()), "http.unauthorized", 1),
    "/forbidden": (reply(403, ARTICLE.encode()), "http.forbidden", 1),
    "/missing": (reply(404, ARTICLE.encode()), "http.not_found", 1),
    "/gone": (reply(410, ARTICLE.encode()), "http.gone", 1),
    "/legal": (reply(451, ARTICLE.encode()), "http.unavailable_for_legal_reasons", 1),
    "/999": (reply(999, ARTICLE.encode()), "http.forbidden", 1),
    "/failing": (reply(500), "http.server_error", 2),
    "/not-modified": (reply(304), "http.not_modified", 1),
    "/part": (reply(206, ARTICLE.encode()), "net.truncated", 1),
    "/nowhere": (reply(302), "http.bad_redirect", 1),
    "/loop": (redirect("/loop"), "net.too_many_redirects", 1),
    "/short": (HEAD + b"Content-Length: 99999\r\n\r\n" + ARTICLE.encode(), "net.truncated", 2),
    "/cut": (page(GZIPPED[:-9], content_encoding="gzip"), "net.truncated", 2),
    "/garbage": (b"\x00garbage", "net.protocol", 2),
    "/old": (ARTICLE.encode(), "net.protocol", 2),
    "/lengths": (
        HEAD + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\n" + ARTICLE.encode(),
        "net.protocol",
        2,
    ),
    "/reset": (lambda wire: wire.reset(), "net.reset", 2),
    "/slow": (
        lambda wire: wire.send(HEAD + b"\r\n" + ARTICLE.encode()) or wire.drip(b"a" * 99, 0.1),
        "net.timeout",
        1,
    ),
}
CONTENT = {
    "/pdf": (reply(200, b"%PDF-1.7", content_type="application/pdf"), "content.not_html", 1),
    "/empty": (reply(204), "content.empty", 1),
    "/account": (redirect("/login"), "content.login", 1),
    "/2024/05/03/old-article": (redirect("/"), "content.soft_404", 1),
}
POLICY = {
    "/private": (redirect("http://10.0.0.1/"), "policy.private_address", 1),
    "/refresh": (
        page('<meta http-equiv="refresh" content="0; url=http://[::1]/">'),
        "policy.private_address",
        1,
    ),
    "/file": (redirect("file:///etc/passwd"), "policy.scheme", 1),
    "/declared": (HEAD + b"Content-Length: 5000000000\r\n\r\n" + ARTICLE.encode(), "policy.too_large", 1),
    "/bomb": (
        page(gzip.compress(bytes(30_000_000)), content_encoding="gzip"),
        "policy.decompression_bomb",
        1,
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("faults", "code"),
    [(NETWORK, ExitCode.NETWORK), (CONTENT, ExitCode.CONTENT), (POLICY, ExitCode.POLICY)],
    ids=["network", "content", "policy"],
)
def test_every_fault_is_one_line_and_leaves_nothing(newsgrab, site, faults, code):
    site.answer("/", page(ARTICLE))
    site.answer("/login", page(ARTICLE))
    urls = [site.answer(path, answer) for path, (answer, _, _) in faults.items()]
    ran = newsgrab("fetch", *urls, *LOOPBACK)
    said = [line.partition(" ")[2].partition("]")[0].removeprefix("error[") for line in ran.err.splitlines()]
    assert said == [kind for _, kind, _ in faults.values()], ran.err
    assert [line.partition(": error")[0] for line in ran.err.splitlines()] == urls
    asked = {path: site.paths.count(path) for path in faults}
    assert asked == {path: times for path, (_, _, times) in faults.items()}
    assert ran.code == code
    assert not list(newsgrab.cwd.rglob("*.md")) + list(newsgrab.cwd.rglob("*.warc.gz"))


def test_a_fault_that_passes_does_no_harm(newsgrab, site):
    faults = [lambda wire: wire.reset(), page(ARTICLE)]
    ran = newsgrab("fetch", site.answer("/2024/05/03/harbour", faults), *LOOPBACK)
    assert (ran.code, len(site.requests)) == (ExitCode.OK, 2), ran.err
    assert len(list(newsgrab.cwd.rglob("*.md"))) == 1


@pytest.mark.parametrize(
    "arguments",
    [("fetch",), ("fetch", "--stdout"), ("explain",), ("follow",), ("batch", "list.txt"), ("update",)],
)
def test_a_proxy_that_cannot_be_used_is_told_once_and_of_no_page(newsgrab, site, arguments):
    url = site.answer("/2024/05/03/harbour", page(ARTICLE))
    (newsgrab.cwd / "list.txt").write_text(f"{url}\n{url}2\n")
    (newsgrab.cwd / "news-archive" / ".newsgrab").mkdir(parents=True)
    (newsgrab.cwd / "news-archive" / ".newsgrab" / "following.toml").write_text(
        f'[[follow]]\nurl = "{site.url("/feed")}"\n'
    )
    urls = () if arguments[0] in ("batch", "update") else (url,)
    ran = newsgrab(*arguments, *urls, *LOOPBACK, env={"http_proxy": "socks5://127.0.0.1:1", "NO_PROXY": ""})
    words = "http_proxy socks5://127.0.0.1:1: only http:// and https:// proxies can be used"
    assert (ran.code, ran.err) == (ExitCode.USAGE, f"newsgrab: error[usage.bad_option] {words}\n")
    assert site.connections == 0


def test_loopback_is_not_connected_to(newsgrab, site):
    ran = newsgrab("fetch", f"http://0x7f.1:{site.port}/a")
    assert (ran.code, site.connections) == (ExitCode.POLICY, 0)


@pytest.mark.parametrize("more", [(), ("--json",), ("-vv",), ("--refresh", "--json")])
def test_a_password_is_told_to_nobody(newsgrab, site, more):
    site.answer("/2024/05/03/harbour", page(ARTICLE, etag='"1"'))
    site.answer("/gone", reply(410))
    urls = [site.url(path).replace("://", "://user:s3cret@") for path in ("/2024/05/03/harbour", "/gone")]
    for _ in range(2):
        ran = newsgrab("fetch", *urls, *LOOPBACK, *more)
        assert ran.code == ExitCode.SOME_FAILED
        assert "s3cret" not in ran.out + ran.err
    kept = [path for path in newsgrab.cwd.rglob("*") if path.is_file()]
    assert kept
    for path in kept:
        content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        assert b"s3cret" not in content
        assert b"dXNlcjpzM2NyZXQ=" not in content


def test_a_damaged_article_is_asked_for_whole_and_saved_anew(newsgrab, site):
    url = site.answer(
        "/2024/05/03/harbour",
        lambda wire: wire.send(
            b"HTTP/1.1 304 Not Modified\r\n\r\n"
            if "if-none-match" in wire.request.headers
            else page(ARTICLE, etag='"1"').as_bytes()
        ),
    )
    assert newsgrab("fetch", url, *LOOPBACK).code == ExitCode.OK
    (first,) = newsgrab.cwd.rglob("*.md")
    first.write_bytes(first.read_bytes()[:40])
    ran = newsgrab("fetch", "--refresh", url, *LOOPBACK)
    second = first.with_suffix(".2.md").relative_to(newsgrab.cwd)
    assert (ran.code, ran.err) == (ExitCode.OK, f"updated: {second} (damaged file)\n")
    assert newsgrab("fetch", "--refresh", url, *LOOPBACK).err == f"unchanged: {second}\n"
