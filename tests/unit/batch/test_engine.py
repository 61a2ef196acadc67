"""What a batch makes of remembered failures, on any clock."""

from datetime import UTC, datetime, timedelta

import pytest

from newsgrab.archive import Failure
from newsgrab.batch.engine import is_put_off

NOW = datetime(2024, 5, 3, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def failed(code, failed_at, retry_at):
    return Failure(
        url="https://example.org/a",
        code=code,
        message="",
        status=None,
        attempts=1,
        failed_at=failed_at,
        retry_at=retry_at,
    )


@pytest.mark.parametrize(
    ("code", "failed_at", "retry_at", "put_off"),
    [
        ("http.gone", NOW - HOUR, NOW + HOUR, True),
        ("http.gone", NOW - HOUR, NOW - HOUR / 2, False),
        ("content.consent_wall", NOW - HOUR, NOW + HOUR, True),
        ("http.rate_limited", NOW - HOUR, NOW + HOUR, True),
        ("net.timeout", NOW - HOUR, NOW + HOUR, False),
        ("http.server_error", NOW - HOUR, NOW + HOUR, False),
        ("http.gone", NOW + HOUR, NOW + 9000 * HOUR, False),
    ],
    ids=["gone", "its time has come", "wall", "asked for a pause", "network", "server", "clock was wrong"],
)
def test_what_is_asked_again(code, failed_at, retry_at, put_off):
    assert is_put_off(failed(code, failed_at, retry_at), NOW) is put_off
