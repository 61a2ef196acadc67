"""Other articles with summaries below a heading that announces them; a digest's own items stay."""

import pytest

from tests import pages
from tests.pages import in_paragraphs

STORY = tuple(
    f"{said} {more}"
    for said in pages.STORY
    for more in ("The council meets on Monday.", "Nobody was hurt, the police said, and no boat was lost.")
)
BODY = in_paragraphs(STORY)
ROWS = (
    (
        "/islands",
        "Islands without bread for a week",
        "The bakers wait for flour that no boat has brought since May.",
    ),
    (
        "/mayor",
        "Mayor asks for a new pier",
        "The old one was built by her grandfather, and it was never painted.",
    ),
    ("/waves", "How high the waves were", "A buoy off the coast has measured eleven metres, more than ever."),
)


def texts(inner):
    return pages.texts(f"<main><h1>Harbour reopens</h1>{inner}</main>")


def rows(shape):
    return "".join(shape.format(href=href, title=title, text=text) for href, title, text in ROWS)


SHAPES = (
    "<li><a href='{href}'>{title}</a> {text}</li>",
    "<li><img src='/a.jpg'><a href='{href}'>{title}</a><br>{text}</li>",
    "<li>{title}, and how the boats came <a href='{href}'>back to the harbour</a></li>",
    "<div><h3>{title}</h3><p>{text} <a href='{href}'>more</a></p></div>",
    "<article><p><a href='{href}'>{title}</a></p><p>{text}</p></article>",
)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("heading", ["<h2>Read also:</h2>", "<h3>Das könnte Sie auch interessieren</h3>"])
@pytest.mark.parametrize(
    "box", ["<div>{heading}<div>{rows}</div></div>", "<section>{heading}{rows}</section>"]
)
def test_other_articles_with_summaries_below_their_heading_go(shape, heading, box):
    assert texts(BODY + box.format(heading=heading, rows=rows(shape))) == STORY


@pytest.mark.parametrize("shape", SHAPES[:1])
def test_items_above_the_rest_of_the_text_stay(shape):
    found = texts(f"<h2>Read also:</h2><ul>{rows(shape)}</ul>{BODY}")
    assert any(ROWS[0][2] in text for text in found)


@pytest.mark.parametrize("shape", [*SHAPES[:1], SHAPES[3]])
def test_items_below_a_subhead_of_the_text_stay(shape):
    found = texts(f"{BODY}<h2>What else the storm did</h2><div>{rows(shape)}</div>")
    assert all(any(text in one for one in found) for _, _, text in ROWS)


@pytest.mark.parametrize(
    "shape", ["<p><a href='{href}'>{title}</a> {text}</p>", "<p>{text}</p>", "<li>{text}</li>"]
)
def test_paragraphs_and_points_without_links_stay(shape):
    found = texts(f"{BODY}<h2>Read also:</h2>{rows(shape)}")
    assert all(any(text in one for one in found) for _, _, text in ROWS)


def test_links_to_other_sites_stay():
    away = rows(SHAPES[0]).replace("href='/", "href='https://elsewhere.example.com/")
    found = texts(f"{BODY}<h2>Read also:</h2><ul>{away}</ul>")
    assert any(ROWS[0][2] in text for text in found)


def test_a_link_to_another_article_does_not_take_the_paragraph_that_it_ends():
    start = "The pier broke on Friday night, and the town has been without bread and letters since then, the mayor said."
    link = "<a href='/pier'>Read more: Who answers for the pier of 1974</a>"
    ending = f"<p>{start} {link}</p>"
    assert texts(f"<p>{STORY[0]}</p>{ending}<p>{STORY[1]}</p>") == (STORY[0], start, STORY[1])


def test_what_a_link_without_a_headline_ends_goes_with_it():
    start = (
        "The Post is an award-winning paper that has told the truth about the coast since the year of 1848."
    )
    note = f"<p><b>About us:</b> {start} <a href='/about'>Read more.</a></p>"
    assert start not in "".join(texts(f"<p>{STORY[0]}</p><p>{STORY[1]}</p><ul><li>{note}</li></ul>"))


def test_pictures_with_linked_headlines_below_such_a_heading_go():
    shape = "<dl><dt><a href='{href}'><img src='/a.jpg' width=155></a></dt><dd><a href='{href}'>{title}</a></dd><dd>{text}</dd></dl>"
    body = (
        f"<main><h1>Harbour reopens</h1>{BODY}<div><h2>Read also:</h2><div>{rows(shape)}</div></div></main>"
    )
    article = pages.extracted(body).article
    assert not any(block.images for block in article.body)


def test_pictures_of_a_row_each_with_a_day_beside_it_go():
    shape = "<div class=post><img src='/a.jpg' width=155><div><span>{title}</span><a href='/desk'>Desk</a></div><span>2019-09-07</span></div>"
    body = f"<main><h1>Harbour reopens</h1>{BODY}{{}}</main>"
    assert not any(block.images for block in pages.extracted(body.format(rows(shape))).article.body)
    dateless = rows(shape.replace("2019-09-07", ""))
    assert any(block.images for block in pages.extracted(body.format(dateless)).article.body)


def test_entries_of_a_chronicle_stay():
    shape = "<div class=day><img src='/a.jpg' width=600><span>2019-09-07</span><p>{text}</p></div>"
    found = texts(BODY + rows(shape) + BODY)
    assert {text for _, _, text in ROWS} <= {*found}
