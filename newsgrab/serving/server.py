"""The server: on loopback, for reading alone, and only for who asked for it by its own address."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import islice
from pathlib import Path
from urllib.parse import parse_qsl, unquote

from newsgrab.archive import Entry, Filter, Reader, read_archive
from newsgrab.archive.records import article_record
from newsgrab.errors import ArchiveError, NotInArchive, UsageError
from newsgrab.model import PICTURE_TYPES
from newsgrab.serving import pages
from newsgrab.urls import parts_of

log = logging.getLogger(__name__)

ADDRESS = "127.0.0.1"
PER_PAGE = 50
MOST_PAGES = 10_000
MOST_HITS = 100
# Saved words are others' words: nothing runs, and nothing is loaded from anywhere else.
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
    " base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
_STYLE = Path(__file__).with_name("style.css")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is sent."""

    body: bytes
    content_type: str = "text/html; charset=utf-8"
    status: HTTPStatus = HTTPStatus.OK


def make_server(archive: Path, port: int) -> ThreadingHTTPServer:
    """Return a server of an archive that listens; 0 takes any port that is free. Raises UsageError."""

    class Handler(_Handler):
        folder = archive

    try:
        return _Server((ADDRESS, port), Handler)
    except (OSError, OverflowError) as error:
        raise UsageError(f"port {port} cannot be had: {error}") from error


def answer(archive: Path, target: str) -> Answer:
    """Return what is at a path, with its query; trouble is an answer too."""
    parts = parts_of(target)
    asked = dict(parse_qsl(parts.query, errors="replace"))
    kind, _, file = unquote(parts.path, errors="replace").lstrip("/").partition("/")
    if parts.path == "/style.css":
        return Answer(body=_STYLE.read_bytes(), content_type="text/css; charset=utf-8")
    view = _VIEWS.get(kind)
    if view is None:
        return _trouble(HTTPStatus.NOT_FOUND, "there is no such page")
    try:
        with read_archive(archive) as reader:
            return view(reader, file, asked)
    except NotInArchive as error:
        return _trouble(HTTPStatus.NOT_FOUND, str(error))
    except UsageError as error:
        return _trouble(HTTPStatus.BAD_REQUEST, str(error))
    except ArchiveError as error:
        return _trouble(HTTPStatus.INTERNAL_SERVER_ERROR, str(error))


def _trouble(status: HTTPStatus, message: str) -> Answer:
    return Answer(body=pages.trouble(message).encode(), status=status)


def _front(reader: Reader, file: str, asked: dict[str, str]) -> Answer:
    if file:
        raise NotInArchive("there is no such page")
    host, query = asked.get("host", "").strip(), asked.get("q", "").strip()
    chosen = Filter(host=host or None)
    if query:
        hits = reader.search(query, chosen, MOST_HITS)
        told = [(hit.entry, reader.snippet(hit, query)) for hit in hits]
        return Answer(body=pages.found(told, query=query, host=host).encode())
    page = min(max(_number(asked.get("page"), 1), 1), MOST_PAGES)
    entries = list(islice(reader.entries(chosen, page * PER_PAGE + 1), (page - 1) * PER_PAGE, None))
    has_more = len(entries) > PER_PAGE
    return Answer(body=pages.listing(entries[:PER_PAGE], host=host, page=page, has_more=has_more).encode())


def _article(reader: Reader, file: str, asked: dict[str, str]) -> Answer:
    del asked
    entry = reader.article(file)
    record = article_record(entry, reader.filed(entry)) | {"file": entry.file}
    return Answer(body=pages.article(entry, record, reader.history(entry)).encode())


def _diff(reader: Reader, file: str, asked: dict[str, str]) -> Answer:
    entry = reader.article(file)
    new = reader.revision(entry, _number(asked.get("new"), entry.revision))
    old = reader.revision(entry, _number(asked.get("old"), new.revision - 1))
    return Answer(body=pages.comparison(old, new, reader.differences(old, new)).encode())


def _picture(reader: Reader, file: str, asked: dict[str, str]) -> Answer:
    entry: Entry = reader.article(file)
    name = asked.get("name", "")
    content_type = PICTURE_TYPES.get(name.rpartition(".")[2])
    payload = reader.picture(entry, name) if content_type else None
    if payload is None or content_type is None:
        raise NotInArchive("there is no such picture")
    return Answer(body=payload, content_type=content_type)


_VIEWS: dict[str, Callable[[Reader, str, dict[str, str]], Answer]] = {
    "": _front,
    "article": _article,
    "diff": _diff,
    "picture": _picture,
}


def _number(text: str | None, usual: int) -> int:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 10 else usual


class _Server(ThreadingHTTPServer):
    """Has each request answered by a thread of its own."""

    request_queue_size = 128  # a browser asks for all the pictures of a page at once

    def handle_error(self, request: object, client_address: object) -> None:
        """Tell of a fault of ours; of a browser that has gone only where more is to be said."""
        del request, client_address
        if isinstance(sys.exception(), OSError):
            log.info("a request: %s", sys.exception())
        else:
            log.exception("a request could not be answered")


class _Handler(BaseHTTPRequestHandler):
    """Answers GET and HEAD; a class of its own for each archive has its folder."""

    folder: Path
    server_version = "newsgrab"
    sys_version = ""
    timeout = 30.0  # seconds in which a request has to come

    def do_GET(self) -> None:
        """Send a page."""
        self._send(self._answer(), with_body=True)

    def do_HEAD(self) -> None:
        """Send what a page's headers would be."""
        self._send(self._answer(), with_body=False)

    def _answer(self) -> Answer:
        if not self._is_asked_by_its_address():
            return _trouble(HTTPStatus.FORBIDDEN, f"ask for http://{ADDRESS}:{self.server.server_port}/")  # type: ignore[attr-defined]
        return answer(self.folder, self.path)

    def _is_asked_by_its_address(self) -> bool:
        """Tell whether the browser was told this address: a page elsewhere may give its host our number."""
        hosts = [host.partition(":")[0].strip().lower() for host in self.headers.get_all("Host", [])]
        return hosts in ([ADDRESS], ["localhost"])

    def _send(self, found: Answer, *, with_body: bool) -> None:
        self.send_response(found.status)
        for name, value in HEADERS.items():
            self.send_header(name, value)
        self.send_header("Content-Type", found.content_type)
        self.send_header("Content-Length", str(len(found.body)))
        self.end_headers()
        if with_body:
            self.wfile.write(found.body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the library's name
        """Tell of a request where more is to be said."""
        log.info(format, *args)
