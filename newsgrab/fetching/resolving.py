"""A host name to vetted addresses, within the deadline; each name is looked up once a fetch."""

from __future__ import annotations

import queue
import socket
import threading
from collections.abc import Sequence
from ipaddress import ip_address

from newsgrab.errors import DnsError, reason_of
from newsgrab.fetching.guard import Network, is_allowed, require_allowed
from newsgrab.fetching.meter import Meter
from newsgrab.fetching.settings import Resolve

LOOPBACK = ("127.0.0.1", "::1")  # what RFC 6761 says of localhost, without asking anybody


def by_system(host: str) -> Sequence[str]:
    """Ask the system's resolver; raises OSError."""
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return [str(each[4][0]).partition("%")[0] for each in found]


class Resolver:
    """Looks names up and vets what comes back."""

    def __init__(self, resolve: Resolve | None, allowed: Sequence[Network], meter: Meter) -> None:
        self._resolve = resolve or by_system
        self._allowed = allowed
        self._meter = meter
        self._known: dict[str, tuple[str, ...]] = {}

    def forget(self) -> None:
        """Look every name up anew; a fetch begins."""
        self._known.clear()

    def vetted(self, host: str) -> tuple[str, ...]:
        """Return the addresses of ``host``, all of which may be connected to.

        Raises DnsError, or PrivateAddress if even one of them may not.
        """
        self.require_public_spelling(host)
        if host not in self._known:
            addresses = self._literal(host) or self.look_up(host)
            require_allowed(addresses, self._allowed, host=host)
            self._known[host] = addresses
        return self._known[host]

    def require_public_spelling(self, host: str) -> None:
        """Raise PrivateAddress where the spelling alone says so; nothing is looked up."""
        addresses = self._literal(host)
        if addresses is not None:
            require_allowed(addresses, self._allowed, host=host)

    def look_up(self, host: str) -> tuple[str, ...]:
        """Resolve ``host`` in a thread that is left behind when the time is over; raises DnsError."""
        answer: queue.SimpleQueue[Sequence[str] | Exception] = queue.SimpleQueue()
        try:
            threading.Thread(target=self._answer, args=(host, answer), daemon=True).start()
        except RuntimeError:  # the system starts no more threads: the resolver's own patience must do
            self._answer(host, answer)
        while True:
            try:
                found = answer.get(timeout=self._meter.slice())
            except queue.Empty:
                self._meter.check(f"{host} was not resolved in time")
                continue
            if isinstance(found, Exception):
                raise DnsError(f"the name {host} cannot be resolved: {reason_of(found)}") from found
            return tuple(dict.fromkeys(found))

    def _answer(self, host: str, answer: queue.SimpleQueue[Sequence[str] | Exception]) -> None:
        try:
            answer.put(self._resolve(host) or OSError("no address"))
        except (OSError, UnicodeError) as error:
            answer.put(error)

    def _literal(self, host: str) -> tuple[str, ...] | None:
        """Return the addresses that ``host`` spells, or None for a name that must be looked up."""
        if _is_local(host):
            usable = tuple(each for each in LOOPBACK if is_allowed(ip_address(each), self._allowed))
            return usable or LOOPBACK
        try:
            return (str(ip_address(host)),)
        except ValueError:
            return None


def _is_local(host: str) -> bool:
    name = host.removesuffix(".")
    return name == "localhost" or name.endswith(".localhost")
