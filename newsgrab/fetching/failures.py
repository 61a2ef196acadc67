"""The errors of requests, urllib3, http.client and ssl, in our words."""

from __future__ import annotations

import http.client
import ssl
from collections.abc import Iterator

import requests
import urllib3.exceptions

from newsgrab.errors import (
    BadUrl,
    ConnectError,
    ConnectionReset,
    NewsgrabError,
    ProtocolError,
    TimeoutExceeded,
    TlsError,
    Truncated,
    reason_of,
)

# What a library may raise on the way; all that is broader is a bug.
LIBRARY_ERRORS = (
    requests.RequestException,
    urllib3.exceptions.HTTPError,
    http.client.HTTPException,
    OSError,
    ValueError,  # of int() and read(), which http.client and urllib3 let through
)

# In this order: the first that is found among an error and its causes tells what happened.
_MEANINGS: tuple[tuple[type[BaseException], type[NewsgrabError], str], ...] = (
    (ssl.SSLCertVerificationError, TlsError, "the server's certificate cannot be trusted"),
    (requests.exceptions.ProxyError, ConnectError, "the proxy does not let us through"),
    (ssl.SSLEOFError, ConnectionReset, "the connection broke off"),
    (ssl.SSLError, TlsError, "no TLS connection could be made"),
    (requests.exceptions.InvalidProxyURL, ConnectError, "the proxy's address is wrong"),
    (requests.exceptions.InvalidURL, BadUrl, "the address cannot be requested"),
    (requests.exceptions.InvalidSchema, ConnectError, "the proxy cannot be used"),
    (http.client.RemoteDisconnected, ConnectionReset, "the server hung up without an answer"),
    (ConnectionError, ConnectionReset, "the connection broke off"),
    (TimeoutError, TimeoutExceeded, "the server is too slow"),
    (urllib3.exceptions.InvalidChunkLength, ProtocolError, "the server's chunks are malformed"),
    (http.client.IncompleteRead, Truncated, "the body is shorter than was promised"),
    (urllib3.exceptions.IncompleteRead, Truncated, "the body is shorter than was promised"),
    (http.client.HTTPException, ProtocolError, "the server's answer is not HTTP"),
    (urllib3.exceptions.InvalidHeader, ProtocolError, "the server's headers contradict each other"),
    (OSError, ConnectionReset, "the connection failed"),
)
_CUT = "ended prematurely"  # urllib3 has no class of its own for a missing chunk


def translate(error: Exception) -> NewsgrabError:
    """Return the error of ours that says what a library's error means."""
    family = tuple(_family(error))
    if any(isinstance(each, urllib3.exceptions.ProtocolError) and _CUT in str(each) for each in family):
        return Truncated("the body ends before its last chunk")
    for kind, ours, words in _MEANINGS:
        for each in family:
            if isinstance(each, kind):
                return ours(words + _detail(each))
    return ProtocolError(f"the server's answer cannot be read: {error}")


def _family(error: BaseException) -> Iterator[BaseException]:
    """Give an error and what led to it, the outermost last."""
    seen: list[BaseException] = []
    waiting: list[object] = [error]
    while waiting and len(seen) < 30:
        each = waiting.pop()
        if isinstance(each, BaseException) and each not in seen:
            seen.append(each)
            waiting += [each.__cause__, each.__context__, getattr(each, "reason", None), *each.args]
    return reversed(seen)


def _detail(error: BaseException) -> str:
    """Return the part of a library's message that helps a person."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return f": {error.verify_message}"
    if isinstance(error, ssl.SSLError) and error.reason:
        return f": {error.reason.replace('_', ' ').lower()}"
    if isinstance(error, OSError) and error.strerror:
        return f": {reason_of(error)}"
    return ""
