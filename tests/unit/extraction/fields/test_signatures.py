"""Names beside a headline that no class announces."""

import pytest

from newsgrab.model import Metadata
from tests import pages

HEADLINE = "Harbour reopens after storm"
PROSE = (
    "of the ferry that sank in the harbour, of what the fishermen had seen there, of the nights at sea and of the "
    "storm that took it, as he does in the book that he has published about the last of the ferries."
)
TEXT = (
    "<p>The harbour of Port Haven has been open again since Friday, said the mayor, Mary Major, in the evening.</p>"
    "<p>Boats had waited for two days, and the fishermen of the town had asked for help from the authority.</p>"
)


def metadata(page: str, head: str = "") -> Metadata:
    return pages.metadata(f"<main>{page}</main>", head)


def authors(after: str, head: str = "", text: str = TEXT) -> tuple[str, ...]:
    return metadata(f"<div><h1>{HEADLINE}</h1>{after}</div><div>{text}</div>", head).authors


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("<div><a href='/author/jane-doe'>Jane Doe</a></div>", ("Jane Doe",)),
        ("<div class=b5>Jane Doe | 3 May 2024</div>", ("Jane Doe",)),
        ("<p class=b5>3 May 2024 • 24 minutes • Hosted by Jane Doe</p>", ("Jane Doe",)),
        ("<p class=b5>Port Haven | By Jane Doe | 3 May 2024</p>", ("Jane Doe",)),
        ("<p class=b5>News | By Friday Evening</p>", ()),
        ("<span><a href='/av/jane-doe'><p>Jane Doe</p></a></span>", ("Jane Doe",)),
        ("<p><a href='/specials/autor-jane-doe/'>Jane Doe</a></p>", ("Jane Doe",)),
        ("<p><a href='mailto:jd@news.example'>Jane Doe</a> <span>Journalist</span></p>", ("Jane Doe",)),
        (
            "<ul><li><a href='/autoren/doe'>Jane Doe</a>, <a href='/autoren/roe'>John Roe</a></li></ul>",
            ("Jane Doe", "John Roe"),
        ),
        ("<p><span>By</span> <b>jane</b> <span>on May 4, 2024</span></p>", ("jane",)),
        ("<p><a href='/author/jane/'>Jane</a></p>", ("Jane",)),
        (
            "<figure><figcaption>By <a rel=author href='/doe'>Jane Doe</a></figcaption></figure>",
            ("Jane Doe",),
        ),
        ("<div><span>Jane Doe</span></div><span>4 May 2024</span>", ("Jane Doe",)),
        (
            "<div><span>Jane Doe</span><span>John Roe</span></div><p><time>4 May 2024</time></p>",
            ("Jane Doe", "John Roe"),
        ),
        ("<div><span>Jane Doe</span><span>Political Editor</span></div>", ("Jane Doe",)),
    ],
)
def test_a_name_that_a_link_a_date_or_a_role_vouches_for(line, names):
    assert authors(line) == names


@pytest.mark.parametrize(
    "line",
    [
        "<div><a href='/topic/mary-major'>Mary Major</a> <span>4 May 2024</span></div>",  # a topic
        "<div><span>Mary Major</span> <span>4 May 2024</span></div>",  # the text tells of her
        "<div><span>Port Haven</span> <span>4 May 2024</span></div>",  # where it happened
        "<div><span>Tag zum Meer</span> <span>4 May 2024</span></div>",  # a phrase
        "<div><span>Jim Other</span></div>",  # nothing vouches for him
        "<h2>Jim Other</h2><p>4 May 2024</p>",
        "<div><a href='/team/haven-united'>Haven United</a></div>",
        "<div><a href='/news/by-issue/coast-guard'>Coast Guard</a></div>",
        "<div><a href='mailto:?subject=Harbour'>Mail</a></div>",
        "<div><span>Photo:</span> <a href='/author/jim-other'>Jim Other</a></div>",
        "<div><span>Photo: Jim Other</span> <span>4 May 2024</span></div>",
        "<section><aside><a href='/author/jim-other'>Jim Other</a></aside></section>",
        f"<p>On Friday the writer <a href='/author/jim-other'>Jim Other</a> told the council {PROSE}</p>",
    ],
)
def test_a_name_that_is_of_something_else(line):
    assert authors(line) == ()


def test_a_writers_link_by_the_headline_is_surer_than_a_line_of_another_article():
    card = "<div><a href='/2'>The night in pictures</a><div>By Jim Other</div></div>"
    line = "<div><a href='/author/jane-doe'>Jane Doe</a></div>"
    assert authors(line, text=TEXT + card) == ("Jane Doe",)
    assert authors("<p>By Jane Doe</p>", text=TEXT + card) == ("Jane Doe",)


def test_what_only_a_date_vouches_for_comes_after_the_metadata():
    head = "<meta name=author content='Jane Doe'>"
    assert authors("<div><span>Jim Other</span><span>4 May 2024</span></div>", head) == ("Jane Doe",)


def test_the_account_of_a_newsroom_does_not_hide_a_name_in_bold():
    account = "<div>by <a href='/author/haven-times'>Haven Times</a> <time>4 May 2024</time></div>"
    assert authors(account, text=f"<p><b>Jane Doe</b></p>{TEXT}") == ("Jane Doe",)
    assert authors(account) == ("Haven Times",)


def test_names_of_which_one_has_a_link():
    line = "<p>By <span>JANE DOE</span>, <a href='/author/roe'>JOHN ROE</a> and <span>JIM POE</span></p>"
    assert authors(line) == ("JANE DOE", "JOHN ROE", "JIM POE")
    assert authors("<p>By <a href='/author/roe'>John Roe</a>, New Haven</p>") == ("John Roe",)


def test_the_day_of_a_line_that_was_updated():
    line = "<div><a href='/author/d'>Jane Doe</a> Posted: May 4, 2024 4:00 AM EDT | Last Updated: May 5</div>"
    found = metadata(f"<div><h1>{HEADLINE}</h1>{line}</div>{TEXT}")
    assert str(found.date_published)[:10] == "2024-05-04"


def test_the_line_of_the_writer_in_a_box_with_the_photographers():
    box = "<p>di <strong>Jane Doe</strong><br>fotografie di <strong>Jim Other</strong></p><p>7 settembre 2024</p>"
    found = metadata(f"<div><h1>{HEADLINE}</h1>{box}</div>{TEXT}")
    assert (found.authors, found.byline) == (("Jane Doe",), "di Jane Doe")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("<div>Jane Doe in Port Haven</div><div>4 May 2024</div>", ("Jane Doe",)),
        ("<div>Jane Doe / Haven</div><div>4 May 2024</div>", ("Jane Doe",)),
        ("<div>Jane Doe, „Haven news“</div><div>4 May 2024</div>", ("Jane Doe",)),
        ("<div>Jane Doe, John Roe Sat., 4 May 2024 - 14:05</div>", ("Jane Doe", "John Roe")),
        ("<div><div>Jane Doe</div><div>verslaggever klimaat</div></div>", ("Jane Doe",)),
        ("<div><a href='/@jane'>Jane Doe</a></div><div>4 May 2024</div>", ("Jane Doe",)),
        ("<div><a href='/people/jane-doe'>Jane Doe</a></div><div>4 May 2024</div>", ("Jane Doe",)),
        ("<ul><li>홍길동 기자</li><li>입력 2024.05.04 14:10</li></ul>", ("홍길동",)),
        ("<div>4 მაისი, 2024</div><div>ავტორი: ნინო ბერიძე</div>", ("ნინო ბერიძე",)),
        ("<p>Words and photographs by Jane Doe</p>", ("Jane Doe",)),
    ],
)
def test_a_name_with_a_place_a_paper_or_a_role_behind_it(line, names):
    assert authors(line) == names


@pytest.mark.parametrize(
    "line",
    [
        "<div>Mary Major, Port Haven</div><div>4 May 2024</div>",  # the text tells of her
        "<div><a href='/@mary'>Mary Major</a></div><div>4 May 2024</div>",
        "<div>Jim Other, who was there</div><div>4 May 2024</div>",  # no place
        "<div>홍길동</div><div>2024.05.04 14:10</div>",  # nothing says that it is a name
    ],
)
def test_what_stands_behind_a_name_makes_no_writer_of_it(line):
    assert authors(line) == ()


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("<div>Jane Doe</div><div>4 May 2024</div>", "Jane Doe"),
        ("<div>Jane Doe in Port Haven</div><div>4 May 2024</div>", "Jane Doe in Port Haven"),
        ("<p>By Jane Doe on Saturday, 4 May 2024</p>", "By Jane Doe"),
        ("<p>By Haven Today on 4 May 2024</p>", "By Haven Today"),
    ],
)
def test_a_line_of_names_is_the_byline_up_to_its_date(line, byline):
    assert metadata(f"<div><h1>{HEADLINE}</h1>{line}</div><div>{TEXT}</div>").byline == byline


def test_a_last_line_that_says_more_than_names_is_no_byline():
    box = "<p><b>Haven Pier, a book about boats</b></p>"
    assert metadata(f"<h1>{HEADLINE}</h1>{TEXT}{box}").byline is None


def test_an_agency_beside_a_linked_name():
    found = metadata(f"<h1>{HEADLINE}</h1><p>By <a href='/author/doe'>Jane Doe</a> with AFP</p>{TEXT}")
    assert (found.authors, found.agency) == (("Jane Doe",), ("AFP",))
