"""Sockets that tell the meter of everything they wait for and receive."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import certifi

from newsgrab.errors import NewsgrabError, UsageError, reason_of
from newsgrab.fetching.meter import SLOW, Meter

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

T = TypeVar("T")


def patiently(sock: socket.socket, meter: Meter, step: Callable[[], T]) -> T:
    """Take a blocking step in slices of time, so that the deadline and a stop are seen."""
    while True:
        sock.settimeout(meter.slice())
        try:
            return step()
        except TimeoutError:
            meter.check(SLOW)


class MeteredSocket(socket.socket):
    """A socket whose reads count."""

    meter: Meter

    def recv_into(self, buffer: WriteableBuffer, nbytes: int = 0, flags: int = 0) -> int:
        """Receive, within the meter's time and bytes."""
        receive = super().recv_into
        count = patiently(self, self.meter, lambda: receive(buffer, nbytes, flags))
        self.meter.spend(count)
        return count

    def recv(self, bufsize: int, flags: int = 0) -> bytes:
        """Receive, within the meter's time and bytes."""
        receive = super().recv
        received = patiently(self, self.meter, lambda: receive(bufsize, flags))
        self.meter.spend(len(received))
        return received


class MeteredContext(ssl.SSLContext):
    """Trust in certificates, and the meter for the sockets made under it."""

    meter: Meter


class MeteredTlsSocket(ssl.SSLSocket):
    """A TLS socket whose handshake and reads count, and that tells an end from a cut."""

    context: MeteredContext

    def do_handshake(self, block: bool = False) -> None:
        """Shake hands, within the meter's time."""
        shake = super().do_handshake
        try:
            patiently(self, self.context.meter, lambda: shake(block))
        except NewsgrabError:
            self.close()  # ssl does so for its own errors alone
            raise

    def recv_into(self, buffer: WriteableBuffer, nbytes: int | None = None, flags: int = 0) -> int:
        """Receive, within the meter's time and bytes."""
        receive = super().recv_into
        count = self._received(lambda: receive(buffer, nbytes, flags), 0)
        self.context.meter.spend(count)
        return count

    def recv(self, buflen: int = 1024, flags: int = 0) -> bytes:
        """Receive, within the meter's time and bytes."""
        receive = super().recv
        received = self._received(lambda: receive(buflen, flags), b"")
        self.context.meter.spend(len(received))
        return received

    def _received(self, step: Callable[[], T], nothing: T) -> T:
        """Take a step of reading; where the connection was cut nothing comes, and the meter knows why."""
        self.suppress_ragged_eofs = False  # ssl would keep the cut to itself
        try:
            return patiently(self, self.context.meter, step)
        except ssl.SSLEOFError:
            self.context.meter.is_cut = True
            return nothing


def trust(ca_bundle: Path | None, meter: Meter) -> MeteredContext:
    """Make the context for every TLS connection: certificates and names are verified, always."""
    context = MeteredContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.options &= ~ssl.OP_IGNORE_UNEXPECTED_EOF
    context.meter = meter
    context.sslsocket_class = MeteredTlsSocket
    try:
        if ca_bundle and ca_bundle.is_dir():
            context.load_verify_locations(capath=ca_bundle)
        else:
            context.load_verify_locations(cafile=ca_bundle or certifi.where())
    except OSError as error:  # ssl.SSLError is one
        raise UsageError(f"--ca-bundle {ca_bundle}: {reason_of(error)}") from error
    return context
