"""A small newspaper on loopback: it answers what a test tells it to, and logs what it was asked and when."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self

from tests.world.outlets import Story, paragraphs


@dataclass(frozen=True, slots=True)
class Answer:
    """A response."""

    body: bytes | str = ""
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    after: float = 0.0  # seconds


@dataclass(frozen=True, slots=True)
class Request:
    """One request as the server saw it."""

    path: str
    began: float
    ended: float


class QuietServer(ThreadingHTTPServer):
    """A server that does not mind when somebody hangs up."""

    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, *_: object) -> None:
        """Say nothing."""


@dataclass
class Paper:
    """A site at one loopback address; what it has no answer for is a story with an own headline."""

    address: str = "127.0.0.1"
    answers: dict[str, Answer | Callable[[], Answer]] = field(default_factory=dict)
    log: list[Request] = field(default_factory=list)
    latency: float = 0.0
    connections: int = 0

    def __enter__(self) -> Self:
        paper = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def setup(self) -> None:
                paper.connections += 1
                super().setup()

            def do_GET(self) -> None:
                began = time.monotonic()
                answer = paper.answer(self.path)
                time.sleep(answer.after or paper.latency)
                body = answer.body.encode() if isinstance(answer.body, str) else answer.body
                paper.log.append(Request(self.path, began, time.monotonic()))
                self.send_response(answer.status)
                for name, value in (("Content-Type", "text/html; charset=utf-8"), *answer.headers):
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self._server = QuietServer((self.address, 0), Handler)
        threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        ).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()

    def url(self, path: str) -> str:
        """Return the address of a path."""
        return f"http://{self.address}:{self._server.server_address[1]}{path}"

    def urls(self, count: int) -> list[str]:
        """Return the addresses of so many stories."""
        return [self.url(f"/2024/05/03/story-{number}") for number in range(count)]

    def asked(self) -> list[str]:
        """Return the paths that were asked for, without robots.txt."""
        return [request.path for request in self.log if request.path != "/robots.txt"]

    def answer(self, path: str) -> Answer:
        """Return what is at a path."""
        found = self.answers.get(path)
        if found is not None:
            return found if isinstance(found, Answer) else found()
        if path == "/robots.txt":
            return Answer("no robots.txt", 404)
        return Answer(page(path))


def page(path: str, *, version: int = 0) -> str:
    """Write the page of a story; every path has words of its own."""
    seed = sum(map(ord, path))
    story = Story(outlet=seed, day=seed % 25, number=len(path))
    headline = f"Harbour story at {path.strip('/').replace('/', ' ')}"
    body = "".join(f"<p>{text}</p>" for text in paragraphs(story, version))
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{headline}</title>'
        f'<meta property="og:type" content="article"><meta property="og:title" content="{headline}">'
        f'<meta property="article:published_time" content="{story.published.isoformat()}"></head>'
        f'<body><nav><a href="/">Home</a></nav><article><h1>{headline}</h1><p class="byline">By Jane Doe</p>{body}'
        "</article></body></html>"
    )
