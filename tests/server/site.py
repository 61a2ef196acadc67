"""A web site on loopback, on plain sockets, so that it can lie as no library would.

with Site() as site:
    site.answer("/a", page("<p>Hello"))                  # well behaved, keeps the connection
    site.answer("/b", b"HTTP/1.1 200 OK\\r\\n...")          # sent as it is, then closed
    site.answer("/c", lambda wire: wire.send(b"..."))    # anything at all, then closed
    site.answer("/d", [reply(503), page("<p>Hello")])    # one after the other; the last one stays
    ... site.requests, site.connections                  # what was seen
"""

from __future__ import annotations

import contextlib
import socket
import ssl
import struct
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

MOST_CONNECTIONS = 500
LONGEST = 120.0  # seconds that one connection may last
HERE = Path(__file__).parent


@dataclass(frozen=True)
class Request:
    """One request as it came."""

    path: str
    headers: dict[str, str]  # names in lower case
    at: float  # monotonic
    line: str = ""


class Gone(Exception):
    """The client has hung up, or the site is closing."""


@dataclass
class Wire:
    """One connection, for answers that want to misbehave."""

    sock: socket.socket
    is_closing: Callable[[], bool]
    request: Request
    sent: int = 0

    def send(self, chunk: bytes) -> None:
        """Send, or raise Gone."""
        try:
            self.sock.sendall(chunk)
        except OSError as error:
            raise Gone from error
        self.sent += len(chunk)

    def drip(self, text: bytes, pause: float) -> None:
        """Send one byte at a time."""
        for place in range(len(text)):
            self.send(text[place : place + 1])
            self.wait(pause)

    def forever(self, chunk: bytes, pause: float = 0.0) -> None:
        """Send the same chunk without end."""
        while True:
            self.send(chunk)
            self.wait(pause)

    def wait(self, seconds: float) -> None:
        """Pause, or raise Gone when the site closes or the client has hung up."""
        ends_at = time.monotonic() + seconds
        while True:
            if self.is_closing():
                raise Gone
            left = ends_at - time.monotonic()
            if left <= 0:
                return
            time.sleep(min(left, 0.05))

    def hang(self) -> None:
        """Say nothing any more."""
        self.wait(LONGEST)

    def cut(self) -> None:
        """End the connection without the words with which TLS ends it."""
        socket.socket(fileno=self.sock.detach()).close()
        raise Gone

    def reset(self) -> None:
        """Break the connection with RST."""
        self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.sock.close()
        raise Gone


@dataclass(frozen=True)
class Reply:
    """A well-formed response."""

    status: int = 200
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = ()

    def as_bytes(self) -> bytes:
        """Return it as it goes over the wire."""
        lines = [f"HTTP/1.1 {self.status} Said"]
        lines += [f"{name}: {value}" for name, value in self.headers]
        if self.status not in (204, 304):
            lines.append(f"Content-Length: {len(self.body)}")
        return "\r\n".join([*lines, "", ""]).encode("latin-1") + self.body


Answer = Reply | bytes | Callable[[Wire], object]


def reply(status: int, body: bytes = b"", **headers: str) -> Reply:
    """Make a response; ``retry_after="5"`` becomes the header Retry-After."""
    named = tuple((name.replace("_", "-").title(), value) for name, value in headers.items())
    return Reply(status=status, body=body, headers=named)


def page(html: str | bytes = "<p>Hello", **headers: str) -> Reply:
    """Make a page of HTML."""
    body = html if isinstance(html, bytes) else html.encode()
    return reply(200, body, **{"content_type": "text/html; charset=utf-8", **headers})


def redirect(location: str, status: int = 302) -> Reply:
    """Send the client elsewhere."""
    return reply(status, location=location)


@dataclass
class Site:
    """A site and what it has seen; use it as a context manager."""

    address: str = "127.0.0.1"
    is_tls: bool = False
    certificate: str = "localhost.pem"
    greeting: bytes = b""  # sent before anything is asked; then the connection is closed
    requests: list[Request] = field(default_factory=list)
    connections: int = 0
    _answers: dict[str, list[Answer]] = field(default_factory=dict)
    _default: Answer = field(default_factory=lambda: reply(404))

    def __enter__(self) -> Self:
        family = socket.AF_INET6 if ":" in self.address else socket.AF_INET
        if self.is_tls:
            self._trust = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self._trust.load_cert_chain(HERE / self.certificate)
        self._guard = threading.Lock()
        self._closing = threading.Event()
        self._open: set[socket.socket] = set()
        self._listener = socket.socket(family)
        self._listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._listener.bind((self.address, 0))
        self._listener.listen(128)
        self._listener.settimeout(0.2)
        self.port = int(self._listener.getsockname()[1])
        self._threads = [threading.Thread(target=self._accept, daemon=True)]
        self._threads[0].start()
        return self

    def __exit__(self, *_: object) -> None:
        self._closing.set()
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)  # wakes accept()
        with self._guard:
            for sock in self._open:
                with contextlib.suppress(OSError):
                    sock.shutdown(socket.SHUT_RDWR)
        for thread in list(self._threads):
            thread.join(5)
        self._listener.close()

    @property
    def origin(self) -> str:
        """Return scheme, host and port."""
        host = f"[{self.address}]" if ":" in self.address else self.address
        return f"http{'s' if self.is_tls else ''}://{host}:{self.port}"

    @property
    def paths(self) -> list[str]:
        """Return the paths that were asked for, in order."""
        return [request.path for request in self.requests]

    def url(self, path: str = "/", *, host: str | None = None) -> str:
        """Return an address on this site, under another name if ``host`` is given."""
        origin = self.origin.replace(self.address, host) if host else self.origin
        return origin + path

    def answer(self, path: str, answer: Answer | Sequence[Answer]) -> str:
        """Answer ``path`` so from now on; a sequence is used up but for its last. Gives the address."""
        is_one = isinstance(answer, Reply | bytes) or callable(answer)
        self._answers[path] = [answer] if is_one else list(answer)  # type: ignore[list-item, arg-type]
        return self.url(path)

    def answer_all(self, answer: Answer) -> None:
        """Answer every other path so."""
        self._default = answer

    def _accept(self) -> None:
        while not self._closing.is_set() and self.connections < MOST_CONNECTIONS:
            try:
                sock, _ = self._listener.accept()
            except TimeoutError:
                continue
            except OSError:
                return
            self.connections += 1
            thread = threading.Thread(target=self._serve, args=(sock,), daemon=True)
            self._threads.append(thread)
            thread.start()

    def _serve(self, sock: socket.socket) -> None:
        with contextlib.suppress(Gone, OSError), self._kept(sock) as wire_end:
            wire_end.settimeout(LONGEST)
            if self.greeting:
                wire_end.sendall(self.greeting)
                return
            for request in _requests(wire_end):
                with self._guard:
                    self.requests.append(request)
                    answer = self._next_answer(request.path)
                wire = Wire(wire_end, self._closing.is_set, request)
                if isinstance(answer, Reply):
                    wire.send(answer.as_bytes())
                    continue
                if isinstance(answer, bytes):
                    wire.send(answer)
                else:
                    answer(wire)
                return

    @contextlib.contextmanager
    def _kept(self, sock: socket.socket) -> Iterator[socket.socket]:
        """Wrap in TLS where wanted; close at the end, and let the site close it sooner."""
        if self.is_tls:
            with contextlib.closing(sock):
                sock.settimeout(5)
                sock = self._trust.wrap_socket(sock, server_side=True)
        with self._guard:
            self._open.add(sock)
        try:
            yield sock
        finally:
            with self._guard:
                self._open.discard(sock)
            if isinstance(sock, ssl.SSLSocket):
                with contextlib.suppress(OSError, ValueError):  # the client may be gone
                    sock.unwrap()
            sock.close()

    def _next_answer(self, path: str) -> Answer:
        answers = self._answers.get(path) or self._answers.get(path.partition("?")[0])
        if not answers:
            return self._default
        return answers.pop(0) if len(answers) > 1 else answers[0]


def _requests(sock: socket.socket) -> Iterator[Request]:
    """Read one request after the other from a connection."""
    waiting = b""
    while True:
        while b"\r\n\r\n" not in waiting:
            received = sock.recv(65_536)
            if not received:
                return
            waiting += received
        head, _, waiting = waiting.partition(b"\r\n\r\n")
        line, *fields = head.decode("latin-1").split("\r\n")
        named = (field.partition(":") for field in fields)
        headers = {name.lower(): value.strip() for name, _, value in named}
        target = line.split(" ")[1] if " " in line else ""
        yield Request(path=target, headers=headers, at=time.monotonic(), line=line)
