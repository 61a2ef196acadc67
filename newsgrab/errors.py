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


class NewsgrabError(Exception):
    """An expected failure: its class string, a sentence, and when asking again makes sense."""

    code: ClassVar[str] = "bug"
    exit_code: ClassVar[ExitCode] = ExitCode.BUG

    def __init__(self, message: str, *, status: int | None = None, retry_at: datetime | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.retry_at = retry_at
        self.attempts = 1  # how often it was tried; the fetcher counts
        self.is_elsewhere = False  # whether it befell another site, to which a redirect led


class Stopped(NewsgrabError):
    """The run was told to stop while this was waiting or under way."""

    code = "run.stopped"
    exit_code = ExitCode.INTERRUPTED


class Shortage(NewsgrabError):
    """The system gives no further process, thread, memory or open file."""

    code = "run.shortage"
    exit_code = ExitCode.ARCHIVE


class UsageError(NewsgrabError):
    """The command line, the configuration or a list is wrong."""

    code = "usage.bad_option"
    exit_code = ExitCode.USAGE


class BadUrl(UsageError):
    """This is not an address that can be fetched."""

    code = "usage.bad_url"


class BadInput(UsageError):
    """A file that was named cannot be read."""

    code = "usage.bad_input"


class RuleError(UsageError):
    """A rule file is wrong; the message names the file and the key."""

    code = "usage.bad_rule"


class NetError(NewsgrabError):
    """The network failed before there was a whole response."""

    code = "net.error"
    exit_code = ExitCode.NETWORK


class DnsError(NetError):
    """The host name could not be resolved."""

    code = "net.dns"


class ConnectError(NetError):
    """No connection could be made."""

    code = "net.connect"


class TlsError(NetError):
    """The server's certificate or TLS set-up cannot be trusted."""

    code = "net.tls"


class TimeoutExceeded(NetError):
    """The total deadline passed."""

    code = "net.timeout"


class ConnectionReset(NetError):
    """The connection broke."""

    code = "net.reset"


class Truncated(NetError):
    """The body is shorter than was promised."""

    code = "net.truncated"


class ProtocolError(NetError):
    """What came is not HTTP."""

    code = "net.protocol"


class TooManyRedirects(NetError):
    """The chain of redirects is too long or a circle."""

    code = "net.too_many_redirects"


class HttpError(NewsgrabError):
    """The server answered, and not with the page."""

    code = "http.error"
    exit_code = ExitCode.NETWORK


class BadRequest(HttpError):
    """400, or another 4xx without a class of its own."""

    code = "http.bad_request"


class Unauthorized(HttpError):
    """401, and a proxy's 407."""

    code = "http.unauthorized"


class Forbidden(HttpError):
    """403 and 999."""

    code = "http.forbidden"


class NotFound(HttpError):
    """404."""

    code = "http.not_found"


class Gone(HttpError):
    """410."""

    code = "http.gone"


class LegalReasons(HttpError):
    """451."""

    code = "http.unavailable_for_legal_reasons"


class RateLimited(HttpError):
    """429, or 503 with a Retry-After too long to wait for."""

    code = "http.rate_limited"


class ServerError(HttpError):
    """5xx, after the tries that are worth it."""

    code = "http.server_error"


class NotModified(HttpError):
    """304 to a request that set no condition."""

    code = "http.not_modified"


class BadRedirect(HttpError):
    """A redirect without a Location that can be followed."""

    code = "http.bad_redirect"


class ContentError(NewsgrabError):
    """What came back is not an article."""

    code = "content.error"
    exit_code = ExitCode.CONTENT


class Empty(ContentError):
    """There is no text."""

    code = "content.empty"


class NotHtml(ContentError):
    """A PDF, a picture, data: not a page."""

    code = "content.not_html"


class NotPicture(ContentError):
    """Not a picture of a kind that is saved."""

    code = "content.not_picture"


class NotArticle(ContentError):
    """A page, but an index, a form or a list."""

    code = "content.not_article"


class NotFeed(ContentError):
    """Neither a feed, nor a sitemap, nor a page with links to articles."""

    code = "content.not_feed"


class NeedsJs(ContentError):
    """An empty shell that a browser would fill."""

    code = "content.needs_js"


class ConsentWall(ContentError):
    """A consent page stands where the article should."""

    code = "content.consent_wall"


class BotChallenge(ContentError):
    """A challenge page stands where the article should."""

    code = "content.bot_challenge"


class SoftNotFound(ContentError):
    """A 'not found' page, or the front page, sent as a success."""

    code = "content.soft_404"


class Login(ContentError):
    """A login page stands where the article should."""

    code = "content.login"


class Paywall(ContentError):
    """Only a teaser was sent."""

    code = "content.paywall"


class TooComplex(ContentError):
    """The page is built so that reading it would take too long."""

    code = "content.too_complex"


class PolicyError(NewsgrabError):
    """Refused, though it might have been possible."""

    code = "policy.error"
    exit_code = ExitCode.POLICY


class PrivateAddress(PolicyError):
    """The address is private, local or reserved."""

    code = "policy.private_address"


class BadScheme(PolicyError):
    """Neither http nor https."""

    code = "policy.scheme"


class TooLarge(PolicyError):
    """The body is over the limit."""

    code = "policy.too_large"


class DecompressionBomb(PolicyError):
    """The body inflates beyond reason."""

    code = "policy.decompression_bomb"


class RobotsDisallowed(PolicyError):
    """robots.txt asks not to fetch this."""

    code = "policy.robots"


class ArchiveError(NewsgrabError):
    """The archive cannot be read or written."""

    code = "archive.error"
    exit_code = ExitCode.ARCHIVE


class DiskFull(ArchiveError):
    """No room left."""

    code = "archive.disk_full"


class ReadOnly(ArchiveError):
    """The archive may not be written to."""

    code = "archive.read_only"


class ArchiveIo(ArchiveError):
    """The disk reported an error."""

    code = "archive.io"


class Locked(ArchiveError):
    """Another run is at work in this archive."""

    code = "archive.locked"


class Damaged(ArchiveError):
    """A file or capture is not what was saved."""

    code = "archive.damaged"


class OtherLayout(ArchiveError):
    """The archive was made by a later version."""

    code = "archive.layout"


class NotInArchive(ArchiveError):
    """The archive has no such article."""

    code = "archive.not_found"
