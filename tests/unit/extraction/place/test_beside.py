"""A short article beside more text than it has, on pages whose names say nothing."""

import pytest

from tests import pages
from tests.pages import STORY, in_paragraphs

ARTICLE = in_paragraphs(STORY)
OTHERS = (
    "The bakers of the islands wait for flour that no boat has brought since the beginning of May.",
    "The mayor asks for a new pier of stone, and for the money that it takes to build it in one summer.",
    "A buoy off the coast has measured waves of eleven metres, more than anybody has ever seen there.",
    "Nobody in the council wanted to pay for the old pier, and now everybody wants to pay for a new one.",
)
HEAD = "<h1>Harbour reopens</h1>"


def texts(body):
    return pages.texts(body, "<title>Harbour reopens</title>")


def stream(shape, times=1):
    title = "A long headline of another story on the coast"
    return "".join(
        shape.format(n=n, title=f"{title}, part {n}", text=text) for n, text in enumerate(OTHERS * times)
    )


SHAPES = (
    "<li><a href='/s/{n}'>{title}</a><p>{text}</p></li>",
    "<li><a href='/s/{n}'>{title}</a><div>{text}</div></li>",
    "<div><a href='/s/{n}'>{title}</a><span>{text}</span></div>",
)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("times", [1, 4])
@pytest.mark.parametrize("tag", ["div", "aside"])
def test_a_stream_of_other_stories_beside_a_short_article_goes(shape, times, tag):
    column = f"<{tag} class='x2'><div>{stream(shape, times)}</div></{tag}>"
    assert texts(f"<div><div class='x1'>{HEAD}<div>{ARTICLE}</div></div>{column}</div>") == STORY
    assert texts(f"<div>{column}<div class='x1'>{HEAD}<div>{ARTICLE}</div></div></div>") == STORY


def test_the_text_beside_a_head_with_paragraphs_of_its_own_stays():
    body = "".join(f"<p>{text}</p>" for text in OTHERS * 2)
    found = texts(f"<div><div class='x1'>{HEAD}{ARTICLE}</div><div class='x2'>{body}</div></div>")
    assert set(OTHERS) <= set(found)


@pytest.mark.parametrize("links", [1, 3])
def test_text_full_of_links_stays_where_it_has_most_of_the_paragraphs(links):
    linked = "".join(
        f"<p>{text} {'<a href=/x>A report on the storm of last May</a> ' * links}.</p>" for text in OTHERS
    )
    found = texts(f"<div><div class='x1'>{HEAD}{ARTICLE}</div><div class='x2'>{linked}</div></div>")
    assert sum(any(text in one for one in found) for text in OTHERS) == len(OTHERS)


def test_a_headline_in_a_list_of_others_does_not_draw_the_body_there():
    listed = f"<li><h1><a href='/a/b'>Harbour reopens</a></h1><p>{STORY[0]}</p><p>{STORY[1]}</p></li>"
    stories = f"<div class='x2'><ul>{listed}{stream(SHAPES[0])}</ul></div>"
    menu = "".join(f"<a href='/m/{n}'>News of the coast, part {n}</a>" for n in range(20))
    told = "".join(f"<p>{text}</p>" for text in OTHERS)
    found = texts(f"<div>{stories}<div class='x1'>{menu}<div><div>{told}</div></div></div></div>")
    assert set(OTHERS) <= set(found)


LONG = "".join(f"<p>{text}</p>" for text in (*STORY, *OTHERS))
LAST = (
    "The council meets again on Monday to hear what the new pier will cost, and who is to pay for it.",
    "Until then the boats of the islands will be moored at the old quay behind the market, free of charge.",
    "The harbour master asks all who have lost nets or buoys in the storm to call at his office by June.",
)


@pytest.mark.parametrize(
    "behind",
    [
        "".join(f"<p>{text}</p>" for text in LAST),
        f"<div class=rest>{''.join(f'<p>{text}</p>' for text in LAST)}</div>",
        "<br><br>".join(LAST),
        f"<div>{'<br><br>'.join(LAST)}</div>",
    ],
)
def test_what_goes_on_behind_the_box_of_most_paragraphs_stays(behind):
    found = texts(f"<article>{HEAD}<div><div class=text>{LONG * 2}</div>{behind}</div></article>")
    assert [text for text in found if text in LAST] == list(LAST)


def test_lines_in_no_box_before_most_paragraphs_stay():
    found = texts(
        f"<article>{HEAD}<div>{'<br><br>'.join(LAST)}<div class=text>{LONG * 2}</div></div></article>"
    )
    assert [text for text in found if text in LAST] == list(LAST)


def test_what_a_server_prints_into_a_page_does_not_make_all_of_it_the_body():
    warning = "Warning: this page asks for its settings in a way that the server will soon forget. " * 6
    menu = "<ul>" + "<li><a href='/s'>A long headline of another story on the coast</a></li>" * 9 + "</ul>"
    found = texts(f"{warning}<div class=menu>{menu}</div><article>{HEAD}{LONG}</article>")
    assert found[0] == STORY[0]
