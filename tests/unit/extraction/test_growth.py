"""Nothing is quadratic: the work on a page grows as the page does.

Steps are counted, calls of functions in Python and in C, so that a busy machine changes nothing. What one step
costs may grow too, inside of libraries: so CPU time is held as well, by a wide margin.
"""

import sys
import time
from contextlib import suppress

import pytest

from newsgrab.errors import ContentError
from newsgrab.extraction.page.document import encoded
from newsgrab.model import Page
from newsgrab.reading import read
from newsgrab.rules import load
from newsgrab.writers import article_file

FEW, MANY = 150, 600
JSON_LD = "<script type='application/ld+json'>"
SENTENCE = (
    "The ferry to the islands ran again on Friday, the harbour authority said, after three days of storm."
)
BODY = "".join(f"<p>Report {number} of the harbour: {SENTENCE}</p>" for number in range(8))
PIECES = {
    "paragraphs": f"<p>{SENTENCE}</p>",
    "divs": f"<div class='text'>{SENTENCE}</div>",
    "headings": f"<h2>Ferries</h2><p>{SENTENCE}</p>",
    "links": "<p><a href='/x'>A link of its own</a></p>",
    "figures": "<figure><img src='a.jpg'><figcaption>Boats leave. Photo: John Roe</figcaption></figure>",
    "pictures": "<p><img src='/img/a.jpg' alt='A boat'></p>",
    "spans": "<span>word </span>",
    "breaks": "Some words here.<br><br>",
    "lists": "<ul><li>One line of a list</li><li>Another</li></ul>",
    "tables": "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>",
    "columns": "<table><tr><td colspan=900 rowspan=900>a</td><td>b</td></tr><tr><td>c</td></tr></table>",
    "quotations": f"<blockquote><p>“{SENTENCE}”</p></blockquote>",
    "bylines": "<div class='byline'>By Jane Doe</div>",
    "bios": "<div><p>Jane Doe</p><p>Jane Doe fell in love with boats at the age of nine, on a pier.</p></div>",
    "comments": "<li><div>Ann</div><div>3 May 2024</div><p>I was there and saw it.</p><div>Reply</div></li>",
    "threads": "<li><a href='#comment-1'>3 May 2024</a><p>I was there and saw it all.</p></li>",
    "other articles": "<h2>Read also:</h2><div><h3>Boats</h3><p>They <a href='/b'>left</a> again.</p></div>",
    "dates": "<time datetime='2024-05-03'>3 May 2024</time>",
    "notices": "<div class='box'><p>Support independent journalism from $5 a month.</p></div>",
    "scripts": "<script>var a = '<p>no</p>';</script>",
}


def test_comments_that_nobody_closes_where_no_body_begins():
    def seconds(count):
        begun = time.process_time()
        encoded(f"<html>{'<!-- >' * count}<p>Boats</p>")
        return time.process_time() - begun

    assert seconds(4 * 2_000) < 8 * max(seconds(2_000), 0.02)


# What stands before and after a piece that comes again and again in one place.
RUNS = {
    "exclamation marks": ("<p>", "!" * 50, "x</p>"),
    "style": ("<figure style='", "background:" * 5, "'><figcaption>Boats leave.</figcaption></figure>"),
    "quotation marks in JSON-LD": (f"{JSON_LD}{{'a': \"", '\\"' * 25, "</script>"),
    "comments in JSON-LD": (f"{JSON_LD}{{'a': ", "/* " * 17, "</script>"),
    "line ends in JSON-LD": (f"{JSON_LD}{{'a': {{}}", "\n" * 50, "z}}</script>"),
    "lines": ("<p>", "A word<br>" * 30, "</p>"),
    "notices in one paragraph": ("<p>", "<b>Boats</b> left. Sign up for our newsletter. " * 15, "</p>"),
    "icons": ("<div>", "<button><svg></svg></button>" * 40, "</div>"),
    "pictures of a figure": (
        "<figure>",
        "<img src='/60/a.jpg'>" * 8,
        "<figcaption>Boats</figcaption></figure>",
    ),
    "linked pictures": ("<div>", "<div><a href='/x'><img src='a.jpg'></a></div><i>a</i>" * 20, "</div>"),
}

# The same in one row of a text dump with marks.
ROWS = {
    "brackets": ("a", "[" * 15, "x"),
    "brackets of pictures": ("a", "![" * 10, "x"),
    "closed brackets": ("a", "[" * 15, "]x"),
    "spaces of a heading": ("## a", " " * 40, "b"),
    "links": ("", "[a](/b) " * 10, ""),
    "links of which none ends": ("", "](/x" * 10, ""),
    "tags": ("", "<a " * 10, ""),
    "emphasis": ("", "*a **b _c " * 5, ""),
}


def make_file(html):
    page = Page(url="https://example.org/a", requested_url=None, body=html.encode())
    with suppress(ContentError):  # a page may be refused, but not slowly
        article_file(read(page, load()))


def steps(html):
    """Return how many functions are called to make an article file of a page."""
    count = 0

    def trace(_frame, event, _argument):
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(trace)
    try:
        make_file(html)
    finally:
        sys.setprofile(before)
    return count


def page_of(inside):
    return f"<html><body><h1>Harbour reopens</h1><article>{BODY}{inside}</article></body></html>"


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES.keys())
def test_steps_grow_with_the_page(piece):
    steps(page_of(piece))
    assert steps(page_of(piece * MANY)) < 1.5 * MANY / FEW * steps(page_of(piece * FEW))


@pytest.mark.parametrize(
    ("before", "piece", "after"),
    [*(("", piece, "") for piece in PIECES.values()), *RUNS.values()],
    ids=[*PIECES.keys(), *RUNS.keys()],
)
def test_time_grows_with_the_page(before, piece, after):
    def seconds(count):
        start = time.process_time()
        make_file(page_of(f"{before}{piece * count}{after}"))
        return time.process_time() - start

    seconds(1)
    assert seconds(8 * FEW) < 25 * max(seconds(FEW), 0.02)


@pytest.mark.parametrize(("before", "piece", "after"), ROWS.values(), ids=ROWS.keys())
def test_time_grows_with_a_row_of_a_dump(before, piece, after):
    def seconds(count):
        start = time.process_time()
        row = f"{before}{piece * count}{after}"
        make_file("\n\n".join(("# Harbour reopens", "A [link](/a) of the text.", *[SENTENCE] * 4, row)))
        return time.process_time() - start

    seconds(1)
    assert seconds(8 * FEW) < 25 * max(seconds(FEW), 0.02)


def test_no_table_is_made_as_wide_as_its_widest_row_says():
    wide = "<tr>" + "<td>word</td>" * 3_000 + "</tr>" + "<tr><td>word</td></tr>" * 3_000
    file = article_file(
        read(Page(url=None, requested_url=None, body=page_of(f"<table>{wide}</table>").encode()), load())
    )
    assert len(file) < 200_000


@pytest.mark.parametrize("tag", ["div", "span", "section", "blockquote", "q"])
def test_steps_grow_with_depth(tag):
    def nested(depth):
        return page_of(f"<{tag}>" * depth + BODY + f"</{tag}>" * depth)

    steps(nested(1))
    assert steps(nested(160)) - steps(nested(1)) < 6 * (steps(nested(40)) - steps(nested(1)))
