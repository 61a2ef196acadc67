"""Every way newsgrab can fail, on one screen.

Each class carries the string that users see in ``error[...]`` and in ``--json``;
each family carries the exit code of a run in which nothing else happened.
``str(error)`` is one sentence for a person.
"""

from __future__ import annotations

from datetime import datetime
from enum import IntEnum
from typing import ClassVar


class ExitCode(IntEnum):
    """What a run tells the shell."""

    OK = 0
    BUG = 1
    USAGE = 2
    SOME_FAILED = 3
    NETWORK = 4
    CONTENT = 5
    POLICY = 6
    ARCHIVE = 7
    INTERRUPTED = 130
    TERMINATED = 143


def reason_of(error: Exception) -> str:
    """Return what the system says of a failure, to end a sentence of ours with."""
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return reason.lower()


def unreadable(name: str, error: Exception) -> str:
    """Say that a file cannot be read, and what is meant for what was named in its place.

    >>> unreadable("https://example.org/a", FileNotFoundError(2, "No such file or directory"))
    'cannot be read: no such file or directory; `newsgrab fetch` archives what is at an address'
    """
    is_address = name.lower().startswith(("http://", "https://"))
    hint = "; `newsgrab fetch` archives what is at an address" if is_address else ""
    return f"cannot be read: {reason_of(error)}{hint}"


class NewsgrabError(Exception):
    """An expected failure: its class string, a sentence, and when asking again makes sense."""

    code: ClassVar[str] = "bug"
    exit_code: ClassVar[ExitCode] = ExitCode.BUG

    def __init_subclass__(cls, *, code: str | None = None, exit_code: ExitCode | None = None) -> None:
        super().__init_subclass__()
        cls.code = code or cls.code
        cls.exit_code = exit_code or cls.exit_code

    def __init__(self, message: str, *, status: int | None = None, retry_at: datetime | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.retry_at = retry_at
        self.attempts = 1  # how often it was tried; the fetcher counts
        self.is_elsewhere = False  # whether it befell another site, to which a redirect led


class Stopped(NewsgrabError, code="run.stopped", exit_code=ExitCode.INTERRUPTED):
    """The run was told to stop while this was waiting or under way."""


class Shortage(NewsgrabError, code="run.shortage", exit_code=ExitCode.ARCHIVE):
    """The system gives no further process, thread, memory or open file."""


class UsageError(NewsgrabError, code="usage.bad_option", exit_code=ExitCode.USAGE):
    """The command line, the configuration or a list is wrong."""


class BadUrl(UsageError, code="usage.bad_url"):
    """This is not an address that can be fetched."""


class BadInput(UsageError, code="usage.bad_input"):
    """A file that was named cannot be read."""


class RuleError(UsageError, code="usage.bad_rule"):
    """A rule file is wrong; the message names the file and the key."""


class NetError(NewsgrabError, code="net.error", exit_code=ExitCode.NETWORK):
    """The network failed before there was a whole response."""


class DnsError(NetError, code="net.dns"):
    """The host name could not be resolved."""


class ConnectError(NetError, code="net.connect"):
    """No connection could be made."""


class TlsError(NetError, code="net.tls"):
    """The server's certificate or TLS set-up cannot be trusted."""


class TimeoutExceeded(NetError, code="net.timeout"):
    """The total deadline passed."""


class ConnectionReset(NetError, code="net.reset"):
    """The connection broke."""


class Truncated(NetError, code="net.truncated"):
    """The body is shorter than was promised."""


class ProtocolError(NetError, code="net.protocol"):
    """What came is not HTTP."""


class TooManyRedirects(NetError, code="net.too_many_redirects"):
    """The chain of redirects is too long or a circle."""


class HttpError(NewsgrabError, code="http.error", exit_code=ExitCode.NETWORK):
    """The server answered, and not with the page."""


class BadRequest(HttpError, code="http.bad_request"):
    """400, or another 4xx without a class of its own."""


class Unauthorized(HttpError, code="http.unauthorized"):
    """401, and a proxy's 407."""


class Forbidden(HttpError, code="http.forbidden"):
    """403 and 999."""


class NotFound(HttpError, code="http.not_found"):
    """404."""


class Gone(HttpError, code="http.gone"):
    """410."""


class LegalReasons(HttpError, code="http.unavailable_for_legal_reasons"):
    """451."""


class RateLimited(HttpError, code="http.rate_limited"):
    """429, or 503 with a Retry-After too long to wait for."""


class ServerError(HttpError, code="http.server_error"):
    """5xx, after the tries that are worth it."""


class NotModified(HttpError, code="http.not_modified"):
    """304 to a request that set no condition."""


class BadRedirect(HttpError, code="http.bad_redirect"):
    """A redirect without a Location that can be followed."""


class ContentError(NewsgrabError, code="content.error", exit_code=ExitCode.CONTENT):
    """What came back is not an article."""


class Empty(ContentError, code="content.empty"):
    """There is no text."""


class NotHtml(ContentError, code="content.not_html"):
    """A PDF, a picture, data: not a page."""


class NotPicture(ContentError, code="content.not_picture"):
    """Not a picture of a kind that is saved."""


class NotArticle(ContentError, code="content.not_article"):
    """A page, but an index, a form or a list."""


class NotFeed(ContentError, code="content.not_feed"):
    """Neither a feed, nor a sitemap, nor a page with links to articles."""


class NeedsJs(ContentError, code="content.needs_js"):
    """An empty shell that a browser would fill."""


class ConsentWall(ContentError, code="content.consent_wall"):
    """A consent page stands where the article should."""


class BotChallenge(ContentError, code="content.bot_challenge"):
    """A challenge page stands where the article should."""


class SoftNotFound(ContentError, code="content.soft_404"):
    """A 'not found' page, or the front page, sent as a success."""


class Login(ContentError, code="content.login"):
    """A login page stands where the article should."""


class Paywall(ContentError, code="content.paywall"):
    """Only a teaser was sent."""


class TooComplex(ContentError, code="content.too_complex"):
    """The page is built so that reading it would take too long."""


class PolicyError(NewsgrabError, code="policy.error", exit_code=ExitCode.POLICY):
    """Refused, though it might have been possible."""


class PrivateAddress(PolicyError, code="policy.private_address"):
    """The address is private, local or reserved."""


class BadScheme(PolicyError, code="policy.scheme"):
    """Neither http nor https."""


class TooLarge(PolicyError, code="policy.too_large"):
    """The body is over the limit."""


class DecompressionBomb(PolicyError, code="policy.decompression_bomb"):
    """The body inflates beyond reason."""


class RobotsDisallowed(PolicyError, code="policy.robots"):
    """robots.txt asks not to fetch this."""


class ArchiveError(NewsgrabError, code="archive.error", exit_code=ExitCode.ARCHIVE):
    """The archive cannot be read or written."""


class DiskFull(ArchiveError, code="archive.disk_full"):
    """No room left."""


class ReadOnly(ArchiveError, code="archive.read_only"):
    """The archive may not be written to."""


class ArchiveIo(ArchiveError, code="archive.io"):
    """The disk reported an error."""


class Locked(ArchiveError, code="archive.locked"):
    """Another run is at work in this archive."""


class Damaged(ArchiveError, code="archive.damaged"):
    """A file or capture is not what was saved."""


class OtherLayout(ArchiveError, code="archive.layout"):
    """The archive was made by a later version."""


class NotInArchive(ArchiveError, code="archive.not_found"):
    """The archive has no such article."""
