"""Readers' comments below an article, in boxes that no name tells; a live blog and an article's parts stay."""

import pytest

from tests import pages
from tests.pages import SAID, STORY, in_paragraphs

BODY = in_paragraphs(STORY)
NAMES = ("Anna", "harbour_cat", "Tom S.")
TIME = "3 May 2024, 09:3{n}"


def texts(inner):
    return pages.texts(f"<h1>Harbour reopens</h1><main>{inner}</main>")


def comments(tag, *below):
    """Return what readers wrote, each in a box with a name, a time and what stands below the words."""
    told = zip(NAMES, SAID, strict=True)
    return "".join(
        f"<{tag} class='x1'><div>{name}</div><div>{TIME.format(n=n)}</div><p>{said}</p>{''.join(below)}</{tag}>"
        for n, (name, said) in enumerate(told)
    )


@pytest.mark.parametrize("tag", ["li", "div"])
@pytest.mark.parametrize("button", ["Reply", "Antworten", "Responder"])
def test_boxes_with_a_button_to_reply_go(tag, button):
    below = comments(tag, f"<div><span>{button}</span></div>")
    assert texts(f"<div>{BODY}</div><div>{below}</div>") == STORY


def test_boxes_in_boxes_go():
    inner = f"<ul>{comments('li', '<div>Reply</div>')}</ul>"
    below = comments("li", "<div>Reply</div>", inner)
    assert texts(f"<div>{BODY}</div><ul>{below}</ul>") == STORY


@pytest.mark.parametrize("heading", ["", "<p>12 Comments</p>"])
def test_dated_boxes_that_no_heading_counts_may_be_posts_of_a_live_blog(heading):
    assert set(SAID) <= set(texts(f"<div>{BODY}</div>{heading}<div>{comments('div')}</div>"))


def test_parts_of_an_article_with_a_link_to_its_comments_stay():
    link = "<p>Comments</p>"
    parts = "".join(
        f"<section><h2>What the storm did to pier number {n}</h2><p>{said}</p>{link}</section>"
        for n, said in enumerate(SAID)
    )
    assert set(SAID) <= set(texts(f"<div>{BODY}</div><div>{parts}</div>"))


def test_answers_without_an_article_above_them_stay():
    assert set(SAID) <= set(texts(f"<div>{comments('div', '<div>Reply</div>')}</div>"))


SIGNED = (
    "{name} / 03.05.2024",
    "By {name}, May 3, 2024 at 9:30 am",
    "03.05.24 | 09:30 {name}",
    "Par {name}, le vendredi 3 mai 2024 à 09h30",
)


def signed(line, heading="<p>Comments</p>", picture="", names=NAMES):
    told = zip(names, SAID, strict=True)
    rows = "".join(f"<div>{picture}<p>{line.format(name=name)}</p><p>{said}</p></div>" for name, said in told)
    return f"<div>{BODY}</div><div>{heading}<div>{rows}</div></div>"


@pytest.mark.parametrize("line", SIGNED)
@pytest.mark.parametrize("picture", ["", "<img src='/avatar.png' alt='Anna'>"])
def test_what_begins_with_a_name_and_a_day_below_a_heading_of_comments_goes(line, picture):
    assert texts(signed(line, picture=picture)) == STORY


@pytest.mark.parametrize(
    ("line", "heading", "names"),
    [
        (SIGNED[0], "<p>A chronicle</p>", NAMES),  # no heading of comments
        ("3 May 2024", "<p>Comments</p>", NAMES),  # days alone: a chronicle
        ("On 3 May 2024", "<p>Comments</p>", NAMES),
        ("At 9:30 {name}", "<p>Comments</p>", NAMES),  # a live blog
        (SIGNED[0], "<p>Comments by the minister angered unions.</p>", NAMES),
    ],
)
def test_what_only_looks_like_signed_comments_stays(line, heading, names):
    assert set(SAID) <= set(texts(signed(line, heading, names=names)))


def test_signed_parts_with_subheads_stay():
    parts = signed(SIGNED[0]).replace("</p><p>I was", "</p><h3>Waves</h3><p>I was")
    assert set(SAID) <= set(texts(parts))
