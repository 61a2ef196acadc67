"""The article in a shell is read from the one string that holds it; any other page is left as it is."""

import json
import time

import pytest

from newsgrab.extraction.page.document import parse
from newsgrab.extraction.page.shells import fill_shell
from newsgrab.model import Page

PARAGRAPHS = tuple(
    f"The {number} ferry of the day left Port Haven on Friday with the post on board. " * 4
    for number in ("first", "second", "third", "last")
)
HTML = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)


def written(value):
    return json.dumps(value).replace("<", "\\u003c")


def body_of(*scripts, shown=""):
    inner = "".join(f"<script>{script}</script>" for script in scripts)
    html = f"<html><head><title>Ferry</title></head><body><div id=app>{shown}</div>{inner}</body></html>"
    return parse(Page(url=None, requested_url=None, body=html.encode())).body


def has_article(*scripts, shown=""):
    return body_of(*scripts, shown=shown).has("article")


def test_a_string_of_paragraphs_is_the_article():
    assert [one.words() for one in body_of(f"state = {written({'body': HTML})}").inside("p")] == list(
        PARAGRAPHS
    )


def test_a_string_in_json_that_is_a_string_is_read():
    assert has_article(f"push([1, {written(json.dumps({'body': HTML}))}])")


@pytest.mark.parametrize(
    "state", [{"text": "word " * 400}, {"body": "<p>Short.</p>"}, {"body": f"<div>{'word ' * 400}</div>"}]
)
def test_other_strings_are_none(state):
    assert not has_article(f"state = {written(state)}")


def test_of_many_strings_none_is_the_article():
    others = {str(number): HTML.replace("Port", f"Port {number}") for number in range(4)}
    assert not has_article(f"state = {written(others)}")


def test_a_page_that_shows_text_is_left_as_it_is():
    assert not has_article(f"state = {written({'body': HTML})}", shown=HTML)


def test_a_string_that_is_no_json_is_passed_over():
    assert not has_article('state = "\\x3cp\\u003c/p' + "x" * 2_000 + '"')


@pytest.mark.parametrize("end", ["", "</script>"])
@pytest.mark.parametrize("piece", ["<script>", "<script ", '<script>"', '\\"', "<body "])
def test_time_grows_with_what_is_never_closed(piece, end):
    root = parse(Page(url=None, requested_url=None, body=b"<html><body></body></html>")).root

    def seconds(count):
        start = time.process_time()
        fill_shell('<script>"\\u003c/p' + piece * count + end, root)
        return time.process_time() - start

    seconds(1)
    assert seconds(80_000) < 40 * max(seconds(10_000), 0.02)
