"""Pages out of WARC files: what each kind of crawler writes, and what went wrong with it."""

import gzip
from datetime import UTC, datetime

import pytest

from newsgrab.inputs.warc import read_warcs
from newsgrab.model import Failed, Page
from tests.crawls import article, chunked, compressed, record, request, response

URL = "https://example.org/2024/05/03/harbour"
BODY = article("The harbour reopens")
MOST = 100_000


@pytest.fixture
def read(tmp_path):
    def go(payload, most=MOST):
        file = tmp_path / "crawl.warc.gz"
        file.write_bytes(payload)
        return list(read_warcs([str(file)], most=most))

    return go


@pytest.mark.parametrize(
    "payload",
    [
        compressed(response(URL, BODY)),
        response(URL, BODY),
        gzip.compress(record("warcinfo", "", b"software: x\r\n") + response(URL, BODY)),
        response(f"<{URL}>", BODY),
        response(URL, chunked(BODY), "Transfer-Encoding: chunked"),
        response(URL, BODY, "Transfer-Encoding: chunked"),
        response(URL, gzip.compress(BODY), "Content-Encoding: gzip"),
        response(URL, BODY, "Content-Encoding: gzip"),
        response(URL, BODY, "Content-Encoding: br"),
    ],
    ids=[
        "a member a record",
        "not compressed",
        "one member for all",
        "address in brackets",
        "chunks kept",
        "chunks undone",
        "encoded",
        "decoded already",
        "decoded already, br",
    ],
)
def test_a_page_of_any_crawler(read, payload):
    (page,) = read(payload)
    assert isinstance(page, Page)
    assert (page.url, page.requested_url, page.status, page.body) == (URL, URL, 200, BODY)
    assert page.retrieved_at == datetime(2024, 5, 3, 10, tzinfo=UTC)
    assert len(page.exchanges) == 1


def test_the_evidence_is_what_was_sent(read):
    (page,) = read(response(URL, gzip.compress(BODY), "Content-Encoding: gzip", WARC_IP_Address="192.0.2.7"))
    (exchange,) = page.exchanges
    assert gzip.decompress(exchange.payload) == BODY
    assert exchange.status_line == "HTTP/1.1 200 OK"
    assert ("Content-Encoding", "gzip") in exchange.response_headers
    assert exchange.address == "192.0.2.7"


def test_a_header_that_is_no_more_true_says_so(read):
    (page,) = read(response(URL, BODY, "Content-Encoding: gzip"))
    assert ("X-Crawl-Content-Encoding", "gzip") in page.headers
    assert not [value for name, value in page.headers if name == "Content-Encoding"]


REQUEST, RESPONSE = f"<urn:test:request:{URL}>", f"<urn:test:response:{URL}>"
OTHER = "https://example.org/2024/05/04/pier"


@pytest.mark.parametrize(
    ("records", "has_request"),
    [
        ((request(URL, WARC_Concurrent_To=RESPONSE), response(URL, BODY)), True),
        ((response(URL, BODY), request(URL, WARC_Concurrent_To=RESPONSE)), True),
        ((request(URL), response(URL, BODY, WARC_Concurrent_To=REQUEST)), True),
        ((request(OTHER, WARC_Concurrent_To="<urn:test:other>"), response(URL, BODY)), False),
        ((request(URL), response(URL, BODY)), False),
    ],
    ids=["before", "behind", "named by the response", "another page's", "named by nobody"],
)
def test_the_request_that_belongs_to_a_page(read, records, has_request):
    (page,) = read(compressed(*records))
    assert (("Host", "example.org") in page.exchanges[0].request_headers) is has_request


def test_what_is_no_response_of_the_web_is_left_out(read):
    others = (
        record("warcinfo", "", b"software: x\r\n"),
        record("metadata", URL, b"fetchTimeMs: 7\r\n"),
        record("response", "dns:example.org", b"20240503100000\nexample.org. 7 IN A 192.0.2.7\n"),
        record("resource", "file:///tmp/a", b"x"),
    )
    assert read(compressed(*others)) == []


@pytest.mark.parametrize(
    ("first", "code", "words"),
    [
        (response(URL, bytes(MOST + 1)), "policy.too_large", "more than 100,000 bytes"),
        (response(URL, BODY, WARC_Truncated="length"), "net.truncated", "cut when it was captured"),
        (response(URL, BODY, WARC_Date="yesterday"), "usage.bad_input", "'yesterday'"),
        (response(URL, BODY, WARC_Date="2024-05-03T10:00:00"), "usage.bad_input", "when it was captured"),
        (
            response(URL, gzip.compress(BODY)[:-20], "Content-Encoding: gzip"),
            "net.truncated",
            "cut short",
        ),
        (
            response(URL, gzip.compress(bytes(MOST * 2)), "Content-Encoding: gzip"),
            "policy.decompression_bomb",
            "100,000 bytes",
        ),
        (response(URL, b"\x07\x08" * 400, "Content-Encoding: gzip"), "net.protocol", "corrupt"),
    ],
    ids=["large", "cut by the crawler", "no date", "no zone", "cut by the server", "bomb", "garbled"],
)
def test_a_page_that_is_not_whole_does_not_end_the_file(read, first, code, words):
    failed, page = read(compressed(first, response(OTHER, BODY)))
    assert isinstance(failed, Failed)
    assert (failed.url, failed.code) == (URL, code)
    assert words in failed.message
    assert page.url == OTHER


def test_an_older_record_of_chunks_that_break_off(read):
    (page,) = read(response(URL, chunked(BODY)[:-400], "Transfer-Encoding: chunked"))
    assert isinstance(page, Failed)
    assert page.code == "net.truncated"


WHOLE = compressed(response(URL, BODY), response(OTHER, BODY))


@pytest.mark.parametrize(
    ("payload", "pages", "words"),
    [
        (b"", 0, "holds no record"),
        (b"the harbour\n", 0, "is no WARC file"),
        (WHOLE[:-60], 1, "cannot be read to its end"),
        (compressed(response(URL, BODY)) + gzip.compress(b"the harbour\r\n"), 1, "behind its record 1"),
    ],
    ids=["empty", "no WARC", "cut", "rubbish behind"],
)
def test_a_damaged_file_is_read_as_far_as_it_goes(read, payload, pages, words):
    *before, last = read(payload)
    assert [page.url for page in before] == [URL, OTHER][:pages]
    assert last.code == "usage.bad_input"
    assert words in last.message


@pytest.mark.parametrize(
    ("payload", "words"),
    [
        (response(URL, BODY, Content_Length="many"), "does not say how long its record 1 is"),
        (response(URL, BODY, Content_Length="-5"), "does not say how long its record 1 is"),
        (response(URL, BODY, Content_Length="9" * 20), "is no WARC file"),
        (
            response(URL, BODY).replace(b"Content-Length", b"Length", 1),
            "does not say how long its record 1 is",
        ),
        (b"<!doctype html><html><body><p>The harbour opened</p>\n" * 9, "is no WARC file"),
    ],
    ids=["words", "negative", "huge", "missing", "a page"],
)
def test_a_record_that_does_not_say_how_long_it_is(read, payload, words, capfd):
    (failed,) = read(payload + response(OTHER, BODY))
    assert (failed.code, words in failed.message) == ("usage.bad_input", True)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("more", [-200, 200])
def test_a_record_that_does_not_end_where_it_says_is_no_evidence(read, more, capfd):
    whole = response(URL, BODY)
    length = len(whole.partition(b"\r\n\r\n")[2]) - 4
    failed, last = read(response(URL, BODY, Content_Length=str(length + more)) + response(OTHER, BODY) * 3)
    assert (failed.url, failed.message) == (URL, "the file is garbled in this page, or just behind it")
    assert last.message == "has a record that does not end where it says"
    assert capfd.readouterr() == ("", "")


def test_a_page_whose_checksum_is_wrong_is_no_evidence(read):
    page, failed, last = read(WHOLE[:-8] + bytes(4) + WHOLE[-4:])
    assert page.url == URL
    assert (failed.url, failed.code) == (OTHER, "usage.bad_input")
    assert "garbled" in failed.message
    assert "crc" in last.message


@pytest.mark.parametrize(
    "endless",
    [
        b"WARC/1.0\r\nWARC-Type: " + b"x" * 2_000_000,
        b"WARC/1.0\r\n" + b"WARC-Type: response\r\n" * 200_000,
        response(OTHER, BODY, *["X: y"] * 200_000),
        response(OTHER, BODY, f"X: {'y' * 2_000_000}"),
    ],
    ids=["a line", "headers", "headers of the response", "a line of the response"],
)
def test_headers_without_an_end_are_not_read_to_it(read, endless):
    page, failed = read(compressed(response(URL, BODY), endless))
    assert page.url == URL
    assert (failed.code, failed.message) == (
        "usage.bad_input",
        "has a record whose headers are longer than 1,000,000 bytes",
    )


def test_what_is_passed_over_may_be_large(read):
    large = record("resource", "file:///tmp/film", bytes(3_000_000))
    (page,) = read(compressed(large, response(URL, BODY)))
    assert page.url == URL


def test_a_page_that_the_file_breaks_off_in(read):
    (failed,) = read(response(URL, BODY)[:-100])
    assert (failed.url, failed.code) == (URL, "net.truncated")


@pytest.mark.parametrize("name", ["missing.warc", "a\0b", "."])
def test_a_file_that_cannot_be_opened_does_not_end_the_others(tmp_path, name):
    whole = tmp_path / "whole.warc"
    whole.write_bytes(response(URL, BODY))
    failed, page = read_warcs([name, str(whole)], most=MOST)
    assert failed.code == "usage.bad_input"
    assert page.url == URL
