"""How things ended: an error as a value, and many outcomes as one exit code."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from newsgrab.errors import (
    ArchiveError,
    ContentError,
    ExitCode,
    HttpError,
    NetError,
    NewsgrabError,
    PolicyError,
    UsageError,
)
from newsgrab.model import Failed, Outcome, Saved, Unchanged, Updated
from newsgrab.urls import printable, without_userinfo


def failure(target: str, error: NewsgrabError) -> Failed:
    """Turn an error into a value that can be counted, kept and told, without user and password."""
    return Failed(
        url=printable(without_userinfo(target)),
        code=error.code,
        message=str(error),
        exit_code=error.exit_code,
        status=error.status,
        attempts=error.attempts,
        retry_at=error.retry_at,
    )


def exit_code_of(code: str) -> ExitCode:
    """Return the exit code of an error class by its family.

    >>> exit_code_of("http.not_found").name
    'NETWORK'
    """
    families = (UsageError, NetError, HttpError, ContentError, PolicyError, ArchiveError)
    name = code.partition(".")[0]
    return next((each.exit_code for each in families if each.code.partition(".")[0] == name), ExitCode.BUG)


def exit_code(outcomes: Iterable[Outcome]) -> ExitCode:
    """Weigh the outcomes of a run.

    >>> exit_code([Failed(url="a", code="net.dns", message="no such host", exit_code=4)]).name
    'NETWORK'
    """
    failed: set[int] = set()
    is_any_fine = False
    for outcome in outcomes:
        if isinstance(outcome, Failed):
            failed.add(outcome.exit_code)
        else:
            is_any_fine = True
    return weigh(failed, is_any_fine=is_any_fine)


def weigh(failed: Collection[int], *, is_any_fine: bool) -> ExitCode:
    """Make one exit code of those of all failures.

    >>> weigh({ExitCode.NETWORK, ExitCode.CONTENT}, is_any_fine=True).name
    'SOME_FAILED'
    """
    if ExitCode.ARCHIVE in failed:
        return ExitCode.ARCHIVE
    if not failed:
        return ExitCode.OK
    if is_any_fine:
        return ExitCode.SOME_FAILED
    return ExitCode(min(failed)) if len(failed) == 1 else ExitCode.NETWORK


def status_of(outcome: Outcome) -> str:
    """Name an outcome in one word, as ``--json`` does.

    >>> status_of(Unchanged(url="https://example.org/a", file="a.md", asked=False))
    'skipped'
    """
    match outcome:
        case Saved():
            return "saved"
        case Updated():
            return "updated"
        case Unchanged():
            return "unchanged" if outcome.asked else "skipped"
        case Failed():
            return "failed"
