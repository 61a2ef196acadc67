"""Pages of our own making, each beside the article that must come of it, byte for byte."""

import re

import pytest

from newsgrab import extract
from newsgrab.errors import ContentError, NewsgrabError
from tests.golden import GOLDENS, PAGES, REFUSED, goldens, page_file, read_arrival, read_page


def name(folder):
    return f"{folder.parent.name}/{folder.name}"


def codes(error):
    yield error.code
    for kind in error.__subclasses__():
        yield from codes(kind)


@pytest.mark.parametrize("folder", PAGES, ids=name)
def test_article(folder):
    made = goldens(folder)
    for golden in GOLDENS:
        assert (folder / golden).read_bytes().decode() == made[golden], "see the diff, then `make golden`"


@pytest.mark.parametrize("folder", REFUSED, ids=name)
def test_refused(folder):
    arrival = read_arrival(folder)
    assert arrival.error in codes(ContentError)
    with pytest.raises(NewsgrabError) as refusal:
        extract(read_page(folder))
    assert refusal.value.code == arrival.error


@pytest.mark.parametrize("folder", [*PAGES, *REFUSED], ids=name)
def test_folder_holds_nothing_else(folder):
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", folder.name)
    expected = {"page.toml", page_file(folder).name} | (set(GOLDENS) if folder in PAGES else set())
    assert {path.name for path in folder.iterdir()} == expected


def test_every_folder_has_a_sheet():
    for root in {folder.parent.parent for folder in PAGES} | {folder.parent for folder in REFUSED}:
        pages = {path.parent for path in root.rglob("page.*")}
        assert pages <= {*PAGES, *REFUSED}
