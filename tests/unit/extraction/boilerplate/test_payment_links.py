"""What leads to where a site takes money goes, whatever it says; news of payments elsewhere stays."""

import pytest

from newsgrab.extraction.boilerplate.payment_links import PaymentLinks
from newsgrab.model import Block, Inline, Kind
from tests.blocks import ROOT

SITE = "https://www.haven-post.example/2024/05/ferry"
STORY = "The ferry sank at noon in calm water, the coast guard said on Friday. " * 3


def block(*runs):
    inlines = tuple(Inline(text, href) for text, href in runs)
    return Block(kind=Kind.PARAGRAPH, text="".join(one.text for one in inlines), inlines=inlines, box=ROOT)


@pytest.mark.parametrize(
    "address",
    ["/donate", "/sostienici/?from=text", "/de/spenden.html", "https://haven-post.example/prenumerera"],
)
def test_a_line_that_ends_at_the_till_of_the_site_goes(address):
    address = address if address.startswith("https") else f"https://www.haven-post.example{address}"
    line = block(("Ovu priču nije platio nitko. ", None), ("Kava tjedno", address))
    assert PaymentLinks(SITE).reason_of(line) == "structure.till"


@pytest.mark.parametrize(
    "line",
    [
        block(("The parish lives on gifts. ", None), ("Its page", "https://parish.example/donate")),
        block(("The mayor said he ", None), ("pays for it", "https://haven-post.example/subscribe")),
        block(
            ("More than ", None), ("a gift", "https://haven-post.example/donate"), (" was lost there.", None)
        ),
        block(("Blood is short. ", None), ("Where", "https://haven-post.example/news/donate-blood")),
        block((STORY * 2, None), ("Join", "https://haven-post.example/donate")),
    ],
    ids=["another site", "reported", "in passing", "an article", "a long paragraph"],
)
def test_other_lines_stay(line):
    assert PaymentLinks(SITE).reason_of(line) is None
