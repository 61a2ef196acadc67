"""Boxes that ask for consent, longer than the article, on pages whose names say nothing."""

import pytest

from tests.pages import texts

STORY = (
    "The harbour of Port Haven reopened on Friday, three days after the storm that broke half of its pier.",
    "Ferries to the islands run again from noon, the harbour authority said, without cars for now.",
)
BOXES = "<input type='checkbox'>" * 4
ARTICLE = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
SERVICE = (
    "<p>This service counts how often each page is read and by which way its readers came to it.</p>"
    "<p>Its maker keeps the cookie for two years and needs your consent to store personal data.</p>"
)
REPORT = (
    "The court said that a cookie may be set only with the consent of the reader, and that a banner is none.",
    "Personal data of two million readers had been sold, among them the cookie lists of three newspapers.",
    "The company had asked for consent in a window that nobody could close, the judges found on Friday.",
    "Whoever reads the news need not give personal data away, the lawyer of the readers told the court.",
)


@pytest.mark.parametrize(
    "asked",
    [
        "<button>Accept all</button>",
        "<a href='#'>I agree</a>",
        "<input type='button' value='Akzeptieren und schließen'>",
        BOXES,
    ],
)
def test_a_box_that_asks_for_consent_to_many_services_is_not_the_article(asked):
    dialog = f"<div class='x3'><div>{SERVICE * 9}</div>{asked}</div>"
    assert texts(f"<div class='x1'><h1>Harbour reopens</h1><div>{ARTICLE}</div></div>{dialog}") == STORY


@pytest.mark.parametrize("head", ["<header><h1>Court rules on cookies</h1></header>", ""])
@pytest.mark.parametrize("asked", ["", "<button>Share</button>", "<a href='/b'>More on cookies</a>"])
def test_a_report_on_cookies_stays(head, asked):
    report = "".join(f"<p>{paragraph}</p>" for paragraph in REPORT)
    page = f"{head}<div class='x1'>{report}{asked}</div><div class='x2'>{ARTICLE}</div>"
    assert set(REPORT) <= set(texts(page))


def test_a_report_on_cookies_stays_where_its_headline_is_in_the_box():
    report = "".join(f"<p>{paragraph}</p>" for paragraph in REPORT)
    page = f"<div class='x1'><h1>Court rules</h1>{report}{BOXES}</div><div>{ARTICLE}</div>"
    assert set(REPORT) <= set(texts(page))
