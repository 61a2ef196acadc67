"""WARC files as crawlers write them, byte for byte: no library that reads them has a hand in it."""

from __future__ import annotations

import gzip

WHEN = "2024-05-03T10:00:00Z"
PAGE = """<!DOCTYPE html><html lang="en"><head><title>{headline}</title></head><body><article>
<h1>{headline}</h1><p>By Ann Lee</p>
<p>The harbour opened again on Friday after two years of works, the council said in a statement.</p>
<p>The first ship to come in, {headline}, had waited outside since the early morning of that day.</p>
<p>The works cost twelve million euros, of which the region paid two thirds and the town the rest.</p>
</article></body></html>"""


def article(headline):
    return PAGE.format(headline=headline).encode()


def record(kind, url, block, **fields):
    """Make one record; ``fields`` are headers of it, with _ for -."""
    named = {
        "WARC-Type": kind,
        "WARC-Target-URI": url,
        "WARC-Date": WHEN,
        "WARC-Record-ID": f"<urn:test:{kind}:{url}>",
        "Content-Type": f"application/http; msgtype={kind}",
        "Content-Length": str(len(block)),
        **{name.replace("_", "-"): value for name, value in fields.items()},
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in named.items())
    return f"WARC/1.0\r\n{head}\r\n".encode() + block + b"\r\n\r\n"


def answer(body, *headers, status="200 OK"):
    """Make what a server sent."""
    lines = (f"HTTP/1.1 {status}", "Content-Type: text/html; charset=utf-8", *headers)
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def response(url, body, *headers, status="200 OK", **fields):
    return record("response", url, answer(body, *headers, status=status), **fields)


def request(url, **fields):
    block = b"GET / HTTP/1.1\r\nHost: example.org\r\nCookie: secret=1\r\n\r\n"
    return record("request", url, block, **fields)


def compressed(*records):
    """Put each record into a gzip member of its own, as the standard wants."""
    return b"".join(map(gzip.compress, records))


def chunked(body, size=500):
    pieces = [body[start : start + size] for start in range(0, len(body), size)]
    return b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in (*pieces, b""))
