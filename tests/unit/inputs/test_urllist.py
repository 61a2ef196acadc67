"""Lists as people, spreadsheets and Windows write them."""

import io
import time

import pytest

from newsgrab.errors import BadInput, BadUrl
from newsgrab.inputs.urllist import BadLine, Line, read_list, read_lists


def normalise(url):
    """Stand in for the real rules with one that is easy to follow."""
    if not url.lower().startswith("http"):
        raise BadUrl(f"{url!r} is no address")
    return url.lower().partition("#")[0]


def entries(content):
    return list(read_list(io.BytesIO(content), normalise, name="list.txt"))


def urls(content):
    return [entry.url for entry in entries(content) if isinstance(entry, Line)]


@pytest.mark.parametrize(
    "content",
    [
        b"https://example.org/a\nhttps://example.org/b\n",
        b"https://example.org/a\r\nhttps://example.org/b",
        b"\xef\xbb\xbfhttps://example.org/a\n\n\n  https://example.org/b\t\n",
        "https://example.org/a\r\nhttps://example.org/b\r\n".encode("utf-16"),
        b"# of the harbour\nhttps://example.org/a\n; and more\n   # indented\nhttps://example.org/b # why\n",
        b"https://example.org/a\rhttps://example.org/b\r",
        b"\xef\xbb\xbfhttps://example.org/a\n\xef\xbb\xbf# another list\n\xef\xbb\xbf https://example.org/b\n",
    ],
    ids=["plain", "crlf", "mark, blanks and spaces", "utf-16", "comments", "cr", "two lists in one"],
)
def test_lists_of_every_make(content):
    assert urls(content) == ["https://example.org/a", "https://example.org/b"]


def test_a_fragment_is_no_comment():
    assert urls(b"https://example.org/a#part\n") == ["https://example.org/a#part"]


def test_bad_lines_are_told_with_their_number_and_the_rest_goes_on():
    read = entries(b"# list\n\nharbour\nhttps://example.org/a\nhttps://example.org/b c\n")
    assert [(line.number, line.code) for line in read if isinstance(line, BadLine)] == [
        (3, "usage.bad_url"),
        (5, "usage.bad_url"),
    ]
    assert [entry.url for entry in read if isinstance(entry, Line)] == ["https://example.org/a"]


def test_a_line_that_is_not_utf_8_asks_for_no_other_page():
    read = entries("https://example.org/häfen\nhttps://example.org/b\n".encode("latin-1"))
    assert [type(line) for line in read] == [BadLine, Line]
    assert read[0].message == "'https://example.org/h\ufffdfen' has bytes in it that are not UTF-8"


def test_a_bad_line_does_not_tell_its_password():
    (line,) = entries(b"https://me too:s3cret@example.org/a b\n")
    assert line.message == "'https://example.org/a b' is no address"


@pytest.mark.parametrize("content", [b"", b"\n\n", b"h", b"\xff", b"ht"])
def test_tiny_lists(content):
    assert urls(content) == []


def test_an_endless_line_is_one_bad_line():
    read = entries(b"https://example.org/" + b"a" * 1_000_000 + b"\nhttps://example.org/b\n")
    assert [type(line) for line in read] == [BadLine, Line]


def test_an_address_is_done_once_over_all_lists(tmp_path):
    first, second = tmp_path / "first", tmp_path / "second"
    first.write_bytes(b"https://example.org/a\nHTTPS://EXAMPLE.ORG/A#top\n")
    second.write_bytes(b"https://example.org/b\nhttps://example.org/a\n")
    read = list(read_lists([str(first), str(second)], normalise))
    assert [entry.url for entry in read] == ["https://example.org/a", "https://example.org/b"]


@pytest.mark.parametrize("name", ["missing", ".", "nul\0"])
def test_a_list_that_cannot_be_read(tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(BadInput, match="cannot be read"):
        list(read_lists([name], normalise))


def test_lists_are_read_as_streams():
    """A reader that waits for the end of its list would never give the first address of an endless one."""

    class Endless(io.RawIOBase):
        number = 0

        def readable(self):
            return True

        def readinto(self, buffer):
            self.number += 1
            line = b"https://example.org/%d\n" % self.number
            buffer[: len(line)] = line
            return len(line)

    found = read_list(io.BufferedReader(Endless()), normalise, name="-")
    assert [next(found).url for _ in range(3)] == [f"https://example.org/{number}" for number in (1, 2, 3)]


def test_a_hundred_thousand_lines(tmp_path):
    path = tmp_path / "long"
    path.write_text("".join(f"https://example.org/2024/05/{number}\n" for number in range(100_000)))
    started = time.process_time()
    assert sum(1 for _ in read_lists([str(path)], normalise)) == 100_000
    assert time.process_time() - started < 5
