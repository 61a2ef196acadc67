"""The processes that read pages, and what they are copied from."""

import subprocess
import sys

from newsgrab.batch.readers import PRELOAD, read_page, warm_up
from newsgrab.model import Page
from newsgrab.workers import Workers


def test_what_they_are_copied_from_has_the_rules_and_changes_nothing_else():
    code = f"""
import signal
for name in {PRELOAD!r}:
    __import__(name)
from newsgrab.rules import load
load(None)
print(load.cache_info().hits, signal.getsignal(signal.SIGINT) is signal.default_int_handler)
"""
    assert printed(code) == ["1", "True"]  # the rules were read before


def test_ctrl_c_is_left_to_the_run():
    code = """
from functools import partial
import signal
from newsgrab.batch.readers import PRELOAD, warm_up
from newsgrab.workers import Workers
warm_up()
with Workers(count=1, preload=PRELOAD) as workers:
    held = workers.run(partial(signal.pthread_sigmask, signal.SIG_BLOCK), [])
print(signal.SIGINT in held, signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, []))
"""
    assert printed(code) == ["True", "False"]


def printed(code):
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.split()


def test_a_page_comes_back_without_what_only_rules_look_at():
    paragraph = "<p>The council of the town said on Monday that the bridge opens again in June.</p>"
    page = Page(
        url="https://example.org/a",
        requested_url="https://example.org/a",
        body=f"<html><body><article><h1>The bridge</h1>{paragraph * 2}<p>It was closed for a year.</p>"
        "</article></body></html>".encode(),
    )
    extraction = read_page(None, page)
    assert extraction.article.body
    assert all(block.box is None and not block.selected for block in extraction.article.body)
    assert extraction.blocks == ()


def test_getting_ready_early_changes_no_answer():
    warm_up()
    with Workers(count=1, preload=PRELOAD) as workers:
        assert workers.run(abs, -3) == 3
