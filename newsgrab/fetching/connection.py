"""requests on a short leash: its connections go to vetted addresses, through metered sockets."""

from __future__ import annotations

import logging
import socket
import ssl
from collections.abc import Callable
from http.cookiejar import DefaultCookiePolicy
from typing import TYPE_CHECKING

import requests
from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, ProxyManager
from urllib3.connection import HTTPConnection, HTTPSConnection

from newsgrab.errors import ConnectError, NewsgrabError, TimeoutExceeded, reason_of
from newsgrab.fetching.heads import Response
from newsgrab.fetching.meter import SLOW, Meter
from newsgrab.fetching.resolving import Resolver
from newsgrab.fetching.sockets import MeteredSocket

if TYPE_CHECKING:
    from requests.adapters import _HostParams, _PoolKwargs

# What urllib3 would warn of is told by our own errors, or does not matter.
logging.getLogger("urllib3").setLevel(logging.ERROR)


class Dialer:
    """Connects to vetted addresses, and to the user's own proxy."""

    def __init__(self, resolver: Resolver, meter: Meter) -> None:
        self._resolver = resolver
        self._meter = meter
        self.dials = 0

    def dial(self, connection: HTTPConnection) -> socket.socket:
        """Return a connected socket for ``connection``; raises an error of ours."""
        self.dials += 1
        host, port = connection.host, connection.port
        addresses = self._resolver.look_up(host) if connection.proxy else self._resolver.vetted(host)
        told = f"the proxy {host}" if connection.proxy else host
        failure: NewsgrabError = ConnectError(f"{told} has no address")
        for place, address in enumerate(addresses):
            try:
                sock = self._connect(address, port, share=len(addresses) - place)
            except TimeoutError:
                failure = TimeoutExceeded(f"{told} does not answer at {address} port {port}")
            except OSError as error:
                failure = ConnectError(
                    f"no connection to {told} at {address} port {port}: {reason_of(error)}"
                )
            else:
                connection.address = address  # type: ignore[attr-defined]
                return sock
            self._meter.check(SLOW)
        raise failure

    def _connect(self, address: str, port: int, *, share: int) -> socket.socket:
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        sock = MeteredSocket(family, socket.SOCK_STREAM)
        try:
            sock.meter = self._meter
            sock.settimeout(self._meter.step() / share)
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            sock.connect((address, port))
        except BaseException:
            sock.close()
            raise
        return sock


def pool_classes(dialer: Dialer) -> dict[str, type[HTTPConnectionPool]]:
    """Make urllib3's pools anew, with connections that ``dialer`` opens."""

    class Plain(HTTPConnection):
        response_class = Response

        def _new_conn(self) -> socket.socket:
            return dialer.dial(self)

    class Secure(HTTPSConnection):
        response_class = Response

        def _new_conn(self) -> socket.socket:
            return dialer.dial(self)

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls = Secure

    return {"http": PlainPool, "https": SecurePool}


class Adapter(HTTPAdapter):
    """requests' adapter, with our pools and our trust."""

    def __init__(self, dialer: Dialer, context: Callable[[], ssl.SSLContext]) -> None:
        self._pools = pool_classes(dialer)
        self._context = context
        super().__init__()

    def init_poolmanager(
        self, connections: int, maxsize: int, block: bool = False, **pool_kwargs: object
    ) -> None:
        """Make the pool manager."""
        super().init_poolmanager(connections, maxsize, block, **pool_kwargs)
        self.poolmanager.pool_classes_by_scheme = self._pools

    def proxy_manager_for(self, proxy: str, **proxy_kwargs: object) -> ProxyManager:
        """Make or find the pool manager for a proxy."""
        if proxy.startswith("https:"):
            proxy_kwargs["proxy_ssl_context"] = self._context()
        manager: ProxyManager = super().proxy_manager_for(proxy, **proxy_kwargs)
        manager.pool_classes_by_scheme = self._pools
        return manager

    def cert_verify(self, *_: object) -> None:
        """Leave it to the context, which verifies always."""

    def build_connection_pool_key_attributes(
        self,
        request: requests.PreparedRequest,
        verify: bool | str,
        cert: str | tuple[str, str] | None = None,
    ) -> tuple[_HostParams, _PoolKwargs]:
        """Return where to connect, and with which trust."""
        where, _ = super().build_connection_pool_key_attributes(request, verify, cert)
        trust: _PoolKwargs = {"cert_reqs": "CERT_REQUIRED"}
        if where["scheme"] == "https":
            trust["ssl_context"] = self._context()
        return where, trust


class Session(requests.Session):
    """A session that follows no redirect, keeps no cookie, reads no .netrc: the client sees to these."""

    def __init__(self, adapter: Adapter) -> None:
        super().__init__()
        self.trust_env = False
        self.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        self.mount("http://", adapter)
        self.mount("https://", adapter)

    def get_redirect_target(self, resp: requests.Response) -> None:
        """Find none, or requests would read the body of the redirect."""
