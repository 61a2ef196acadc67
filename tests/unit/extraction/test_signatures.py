"""Who wrote it is found beside the headline also where no class and no metadata says so."""

import pytest

from newsgrab.extraction import extract
from newsgrab.model import Page
from newsgrab.rules import load

TEXT = "".join(
    f"<p>{sentence} {'It had stood at the quay of Port Haven since 1911, and nobody had thought of another.'}</p>"
    for sentence in (
        "The pier of the harbour broke in the storm on Tuesday, said Ada Roe of the harbour authority.",
        "The ferries to the islands run again from noon, though they carry no cars before the end of June.",
        "A crane from the north is to lift the two boats that lie on the beach, as soon as the wind allows it.",
    )
)


def metadata(between):
    html = f"<html><body><div><h1>Harbour reopens after storm</h1>{between}{TEXT}</div></body></html>"
    page = Page(url="https://example.org/2024/05/harbour", requested_url=None, body=html.encode())
    return extract(page, load()).article.metadata


@pytest.mark.parametrize(
    ("between", "authors"),
    [
        ("<div><a href=/author/jane-doe>Jane Doe</a></div>", ("Jane Doe",)),
        (
            "<div><a href=/autoren/anna-muster>Anna Muster</a> <a href=/autoren/max>Max Beispiel</a></div>",
            ("Anna Muster", "Max Beispiel"),
        ),
        ("<div><span>By</span> <span>Jane Doe</span></div>", ("Jane Doe",)),
        ("<div><span>Jane Doe</span><span>3 May 2024</span></div>", ("Jane Doe",)),
        ("<div><div>Jane Doe</div><div>Political editor</div></div>", ("Jane Doe",)),
        ("<div><a href='mailto:doe@example.org'>Jane Doe</a></div>", ("Jane Doe",)),
        (
            "<div><a href=/author/jane-doe>Jane Doe</a> and <a href=/author/john>John Poe</a></div>",
            ("Jane Doe", "John Poe"),
        ),
    ],
)
def test_names_beside_the_headline(between, authors):
    assert metadata(between).authors == authors


@pytest.mark.parametrize(
    "between",
    [
        "<div><span>Ada Roe</span><span>3 May 2024</span></div>",
        "<div><span>Photo by</span> <span>Jane Doe</span></div>",
        "<div><span>Port Haven</span></div>",
        "<div><a href=/people/jane-doe>Jane Doe</a></div>",
        "<div><a href=/topics/harbour>Harbour Works</a></div>",
        "<h2>Jane Doe</h2><div>3 May 2024</div>",
    ],
    ids=["told of", "photographer", "place", "page of anyone", "topic", "heading"],
)
def test_what_only_looks_like_a_byline(between):
    assert metadata(between).authors == ()


def test_an_agency_behind_by_is_the_agency_without_the_word():
    found = metadata("<div class=byline>By Associated Press</div>")
    assert found.agency == ("Associated Press",)
    assert found.authors == ("Associated Press",)
