"""What readers wrote, told by the links of each comment, on pages whose names say nothing."""

import pytest

from tests import pages
from tests.pages import SAID, in_paragraphs

STORY = pages.STORY[:2]
ARTICLE = in_paragraphs(STORY)
LONG = " ".join(SAID)
TO_ITSELF = "<a href='#comment-{n}'>3 May 2024, 09:3{n}</a>"


def texts(body):
    return pages.texts(f"<h1>Harbour reopens</h1>{body}")


def row(tag, link, n, inner=""):
    head = f"<div><b>Anna {n}</b> {link.format(n=n)}</div>"
    return f"<{tag} class='k{n} x7'>{head}<div><p>{LONG}</p><p>{SAID[n % 3]}</p></div>{inner}</{tag}>"


def rows(tag, link, count=4):
    return "".join(row(tag, link, n) for n in range(count))


@pytest.mark.parametrize(
    "link",
    [
        TO_ITSELF,
        "<a href='https://example.org/a/b/#comment-81{n}'>09:3{n}</a>",
        "<a href='#forum22683{n}'></a>",
        "<a href='/a/b?replytocom=81{n}#top'>↩</a>",
        "<a href='/login?next=/a/b'>antworten</a>",
        "<button>Répondre</button>",
        "<button>✍️ antworten ✍️</button>",
        "<a href='/login'>Zitieren</a>",
        "<a href='#'>Reply ↓</a>",
    ],
)
@pytest.mark.parametrize(("box", "tag"), [("ol", "li"), ("div", "article"), ("div", "div")])
def test_a_thread_longer_than_the_article_is_not_taken_for_it(box, tag, link):
    page = f"<div class='q'><div class='x1'>{ARTICLE}</div><div><{box}>{rows(tag, link)}</{box}></div></div>"
    assert texts(page) == STORY


def test_a_thread_of_names_and_texts_in_turn():
    said = "".join(f"<dt>Anna {TO_ITSELF.format(n=n)}</dt><dd><p>{LONG}</p></dd>" for n in range(4))
    assert texts(f"<div><div class='x1'>{ARTICLE}</div><dl>{said}</dl></div>") == STORY


def test_answers_inside_what_they_answer():
    answers = f"<ul>{rows('li', TO_ITSELF, 3)}</ul>"
    said = row("li", TO_ITSELF, 1, answers) + row("li", TO_ITSELF, 2)
    assert texts(f"<div><div class='x1'>{ARTICLE}</div><div><ol>{said}</ol></div></div>") == STORY


def test_a_thread_among_the_paragraphs_of_its_own_box_goes():
    assert texts(f"<main>{ARTICLE}<ol>{rows('li', TO_ITSELF, 2)}</ol></main>") == STORY


def test_a_page_of_posts_and_nothing_else_is_kept():
    found = texts(f"<main><ol>{rows('li', TO_ITSELF)}</ol></main>")
    assert found.count(LONG) == 4


def test_paragraphs_that_quote_a_comment_each_are_kept():
    told = [f"{said} <a href='#comment-{n}'>A reader</a> saw it too." for n, said in enumerate(SAID)]
    quoting = "".join(f"<p>{one}</p>" for one in told) * 2
    found = texts(f"<main><div class='x1'>{ARTICLE}{quoting}</div></main>")
    assert found[:2] == STORY
    assert len(found) == 8


def test_columns_with_a_link_to_a_comment_each_are_no_thread():
    last = "".join(f"<div><a href='/c{n}#comment-{n}'>Anna on the ferry</a></div>" for n in range(5))
    alone = f"<ol>{row('li', TO_ITSELF, 1)}</ol>"
    page = (
        f"<div><div class='left'><div class='x1'>{ARTICLE * 9}</div>{alone}</div>"
        f"<div class='right'><div>{last}</div><p>{SAID[0]} <a href='#comment-9'>More</a></p></div></div>"
    )
    assert texts(page)[:2] == STORY


def test_a_list_of_links_in_the_article_is_kept():
    listed = "".join(f"<li><a href='/a?p={n}#c{n}'>Ferry {n}</a> {said}</li>" for n, said in enumerate(SAID))
    found = texts(f"<main>{ARTICLE}<ul>{listed}</ul></main>")
    assert len(found) > 2
