"""Back-off, rest and memory, on any clock."""

from datetime import UTC, datetime, timedelta

import pytest

from newsgrab.follow.memory import (
    Look,
    Memory,
    Version,
    failed,
    is_due,
    is_worth_a_look,
    read_memory,
    written_memory,
)

NOW = datetime(2024, 5, 3, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def test_a_memory_reads_back_equal():
    memory = Memory(
        url="https://example.org/rss",
        kind="feed",
        read_at=NOW,
        failures=2,
        error="net.timeout",
        next_at=NOW + HOUR,
        pending=("https://example.org/a",),
        versions={"https://example.org/rss": Version(etag='"x"')},
        looks={"example.org/a": Look(modified="2024-05-03", at=NOW, vain=3)},
    )
    assert read_memory(written_memory(memory), memory.url) == memory


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"url": 3}', "null", '{"read_at": "soon"}', "[" * 99_999])
def test_a_damaged_memory_is_an_empty_one(text):
    assert read_memory(text, "https://example.org/rss") == Memory(url="https://example.org/rss")


def test_pauses_grow_and_end_at_a_day():
    memory = Memory(url="https://example.org/rss")
    pauses = []
    for _ in range(8):
        memory = failed(memory, "net.timeout", NOW)
        assert memory.next_at
        pauses.append((memory.next_at - NOW) / HOUR)
    assert pauses == [0.5, 1, 2, 4, 8, 16, 24, 24]


@pytest.mark.parametrize(
    ("passed", "due"),
    [(timedelta(0), False), (HOUR / 2, True), (-HOUR / 2, False), (timedelta(days=-40), True)],
    ids=["at once", "after the pause", "clock back a little", "clock back by weeks"],
)
def test_a_pause_is_kept_whatever_the_clock_does(passed, due):
    memory = failed(Memory(url="https://example.org/rss"), "net.timeout", NOW)
    assert is_due(memory, NOW + passed) is due


@pytest.mark.parametrize(
    ("modified", "look", "worth"),
    [
        (None, None, False),
        ("2024-05-03", None, True),
        ("2024-05-03", Look(modified="2024-05-03", at=NOW - HOUR), False),
        ("2024-05-03", Look(modified="2024-05-02", at=NOW - HOUR), True),
        ("2024-05-03", Look(modified="2024-05-02", at=NOW - HOUR / 2, vain=1), False),
        ("2024-05-03", Look(modified="2024-05-02", at=NOW - 1.5 * HOUR, vain=1), True),
        ("2024-05-03", Look(modified="2024-05-02", at=NOW - 3 * HOUR, vain=3), False),
        ("2024-05-03", Look(modified="2024-05-02", at=NOW + 3 * HOUR, vain=3), True),
    ],
)
def test_dates_that_change_in_vain_are_believed_less(modified, look, worth):
    assert is_worth_a_look(modified, look, NOW) is worth
