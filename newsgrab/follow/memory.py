"""What is remembered of a followed address between two updates; losing it costs requests, not articles."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from newsgrab.urls import without_userinfo

FIRST_PAUSE = timedelta(minutes=30)  # after a first failure; it doubles with each further one
LONGEST_PAUSE = timedelta(days=1)
FIRST_REST = timedelta(hours=1)  # before an article is looked at again that had not changed last time
LONGEST_REST = timedelta(days=30)
MOST_DOUBLINGS = 12
MOST_PENDING = 5_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The last time that an article was asked for: what its listing said, when, how often in vain."""

    modified: str | None
    at: datetime
    vain: int = 0  # looks in a row that found nothing changed


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What a server said of the version of a list that was read to the end."""

    etag: str | None = None
    last_modified: str | None = None
    modified: str | None = None  # what a sitemap index says of this part


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """The state of one followed address."""

    url: str
    kind: str | None = None
    read_at: datetime | None = None
    failures: int = 0  # in a row
    error: str | None = None
    next_at: datetime | None = None  # not before, because of failures
    pending: tuple[str, ...] = ()  # articles that were listed and are not settled yet
    versions: dict[str, Version] = field(default_factory=dict)  # by address of the list
    looks: dict[str, Look] = field(default_factory=dict)  # by identity of the article


def file_name(url: str) -> str:
    """Name the file in which an address is remembered.

    >>> file_name("https://example.org/rss")
    '36f840d5d3aa0cf3.json'
    """
    return f"{sha256(url.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}.json"


def is_due(memory: Memory, now: datetime) -> bool:
    """Tell whether an address that failed may be asked again; a time that no pause explains is void."""
    return memory.next_at is None or not now < memory.next_at <= now + LONGEST_PAUSE


def failed(memory: Memory, error: str, now: datetime) -> Memory:
    """Note one more failure, and wait twice as long as after the one before."""
    pause = min(FIRST_PAUSE * 2 ** min(memory.failures, MOST_DOUBLINGS), LONGEST_PAUSE)
    return replace(memory, failures=memory.failures + 1, error=error, next_at=now + pause)


def is_worth_a_look(modified: str | None, look: Look | None, now: datetime) -> bool:
    """Tell whether a known article should be asked for again because its listing has another date.

    Some publishers date everything anew each hour: the more looks were in vain, the longer the rest.
    """
    if modified is None or (look is not None and look.modified == modified):
        return False
    if look is None or look.vain == 0:
        return True
    rest = min(FIRST_REST * 2 ** min(look.vain - 1, MOST_DOUBLINGS), LONGEST_REST)
    return not look.at <= now < look.at + rest


def written_memory(memory: Memory) -> str:
    """Write a memory as JSON, without the password of the address."""
    words = asdict(memory) | {"url": without_userinfo(memory.url)}
    return json.dumps(words, default=datetime.isoformat, ensure_ascii=False)


def read_memory(text: str, url: str) -> Memory:
    """Read a memory; one that cannot be read is an empty one.

    >>> read_memory("not JSON", "https://example.org/rss")
    Memory(url='https://example.org/rss', kind=None, read_at=None, failures=0, error=None, next_at=None, \
pending=(), versions={}, looks={})
    """
    try:
        words = json.loads(text)
        words["read_at"], words["next_at"] = _time(words["read_at"]), _time(words["next_at"])
        words["pending"] = tuple(words["pending"])
        words["versions"] = {key: Version(**version) for key, version in words["versions"].items()}
        words["looks"] = {
            key: Look(modified=look["modified"], at=datetime.fromisoformat(look["at"]), vain=look["vain"])
            for key, look in words["looks"].items()
        }
        return replace(Memory(**words), url=url)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return Memory(url=url)


def _time(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text).astimezone(UTC) if text else None
