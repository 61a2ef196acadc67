"""The whole step: a page goes in, the article comes out."""

import pytest

from newsgrab.errors import ContentError, NotArticle, TooComplex
from newsgrab.extraction import extract
from newsgrab.model import Kind, Page
from newsgrab.rules import load

PARAGRAPHS = (
    "The harbour of Port Haven reopened on Friday, three days after the storm that broke half of its pier.",
    "Ferries to the islands run again from noon, the harbour authority said, without cars.",
    "“We have seen worse in my lifetime,” said Ada Roe, who has sold tickets at the quay for forty years.",
)
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)


def texts(html, **options):
    extraction = extract(
        Page(url="https://example.org/a", requested_url=None, body=html.encode(), **options), load()
    )
    return tuple(block.text for block in extraction.article.body if block.text)


def test_the_paragraphs_of_a_page():
    html = (
        f"<html><body><nav><a href='/'>Home</a></nav><h1>Harbour reopens</h1><div>{BODY}</div></body></html>"
    )
    assert texts(html) == PARAGRAPHS


@pytest.mark.parametrize(
    "start",
    [
        "<!doctype html><title>Harbour reopens</title><article>",
        "<html lang=en><head><meta charset=utf-8><title>Harbour reopens</title><main>",
        "\ufeff<!-- <article> --><title>Harbour reopens</title><script>'<p>'</script>\n<post-text>",
        "<title>Harbour reopens</title></head><section>",
        "<!doctype html><article>",
    ],
)
def test_a_page_may_leave_out_the_tags_of_its_head_and_body(start):
    assert texts(f"{start}<h1>Harbour reopens</h1>{BODY}") == PARAGRAPHS


def test_an_element_with_endless_attributes_is_refused():
    html = "<html><body><p " + " ".join(f"a{n}='1'" for n in range(20_000)) + f">{BODY}"
    with pytest.raises(TooComplex):
        texts(html)


def test_endless_nesting_is_refused():
    with pytest.raises(TooComplex):
        texts("<html><body>" + "<div>" * 100_000 + BODY)


def test_an_empty_page_is_no_article():
    with pytest.raises(ContentError):
        texts("<html><body></body></html>")


def test_deep_nesting_is_no_matter():
    html = f"<html><body>{'<table><tr><td>' * 300}{BODY}{'</td></tr></table>' * 300}</body></html>"
    assert texts(html) == PARAGRAPHS


@pytest.mark.parametrize(
    "head",
    [
        '<script type="application/ld+json">{"@type": "ImageObject", "url": "https://[x/a.jpg", "caption": "Boats"}</script>',
        '<script type="application/ld+json">[{"@type": "Article", "url": "https://[x"}, {"@type": "Article"}]</script>',
        '<link rel="canonical" href="https://[x">',
        '<base href="https://[x">',
    ],
)
def test_what_a_page_takes_for_an_address_need_be_none(head):
    picture = "<figure><img src='https://[x/harbour.jpg'></figure>"
    assert (
        texts(f"<html><head>{head}</head><body><h1>Harbour</h1>{picture}{BODY}</body></html>") == PARAGRAPHS
    )


def test_a_list_whose_address_is_none_is_refused_as_a_list():
    links = "".join(f"<div><h2><a href='/a/b/{n}'>Ferry number {n} runs</a></h2></div>" for n in range(30))
    with pytest.raises(NotArticle):
        texts(f"<html><head><link rel=canonical href='https://[x'></head><body>{links}</body></html>")


def test_the_address_of_a_page_need_be_none():
    page = Page(url="https://[x", requested_url=None, body=f"<html><body>{BODY}</body></html>".encode())
    assert len(extract(page, load()).article.body) == len(PARAGRAPHS)


def test_valid_utf8_is_believed_before_any_label():
    html = f"<html><head><meta charset='iso-8859-1'></head><body><h1>Grüße</h1>{BODY}</body></html>"
    assert texts(html) == PARAGRAPHS


def test_figures_that_are_set_high_or_low_stay_so():
    words = "<p>The mill has 10<sup>6</sup> visitors and emits no CO<sub>2</sub>.<sup><a href='#1'>1</a></sup> On May 3<sup>rd</sup> it shut.</p>"
    table = "<table><tr><th>Gas</th><th>t</th></tr><tr><td>CO<sub>2</sub></td><td>3</td></tr></table>"
    html = f"<html><body><h1>Harbour reopens</h1><article>{BODY}{words}{table}</article></body></html>"
    assert texts(html)[3:] == (
        "The mill has 10⁶ visitors and emits no CO₂.¹ On May 3rd it shut.",
        "Gas\tt\nCO₂\t3",
    )


def test_a_style_that_parts_a_label_from_its_value_is_a_blank():
    row = "<div><span class=k>Founded</span><b>1990</b></div><div><i>n</i><sup>2</sup> is a number that is never odd</div>"
    spelled = "<p>The paper calls itself <span>Haven</span><b class=x>Post</b>, and nobody knows why it does so.</p>"
    html = f"<html><body><h1>Harbour reopens</h1><article>{BODY}{row}{spelled}{BODY}</article></body></html>"
    assert texts(html)[3:6] == (
        "Founded 1990",
        "n² is a number that is never odd",
        "The paper calls itself HavenPost, and nobody knows why it does so.",
    )


def test_a_field_before_a_picture_in_one_line_with_the_text_is_a_line_of_its_own():
    line = "<strong class=summary>The town's only harbour took three days to clear.</strong>"
    text = f"{line}<span><div><img src=/a.jpg></div></span>{'<br><br>'.join(PARAGRAPHS)}"
    page = f"<h2>Harbour reopens after the storm</h2><article>{text}</article>"
    assert texts(f"<title>Harbour reopens after the storm</title>{page}") == PARAGRAPHS


def test_a_short_list_that_is_called_a_summary_is_kept_above_the_text():
    page = "<html><body><h1>Harbour reopens</h1><ul class={}><li>Ferries run again at noon</li><li>No cars before Friday, council says</li></ul><article>{}</article></body></html>"
    assert len(texts(page.format("key-points", BODY))) == len(PARAGRAPHS) + 2
    assert len(texts(page.format("x", BODY))) == len(PARAGRAPHS)


def test_the_mark_of_a_note_that_a_style_sets_high_is_so_too():
    words = "<p>The mill shut in 1990.<a href='#note-1'>1</a> It had <a href='#2'>10</a> wheels [<a href='#3'>3</a>], all of oak.</p>"
    html = f"<html><body><h1>Harbour reopens</h1><article>{BODY}{words}</article></body></html>"
    assert texts(html)[3] == "The mill shut in 1990.¹ It had 10 wheels [3], all of oak."


@pytest.mark.parametrize(
    ("picture", "sign"),
    [
        ("<img class=emoji alt='❤️' src=https://example.org/2764.svg>", "❤️"),
        ("<img alt='👩‍🚒' src=https://example.org/1f469.png>", "👩‍🚒"),
        ("<img class=wp-smiley alt=':-)' src=https://example.org/smile.gif>", ":-)"),
        ("<img alt='icon' class=icon src=https://example.org/star.svg>", ""),
    ],
)
def test_a_sign_that_is_a_picture_is_the_sign(picture, sign):
    html = f"<html><body><h1>Harbour reopens</h1><article>{BODY}<p>The crew sang {picture} on deck.</p></article></body></html>"
    article = extract(Page(url=None, requested_url=None, body=html.encode()), load()).article
    assert article.body[-1].text == " ".join(f"The crew sang {sign} on deck.".split())
    assert not article.images


def test_a_picture_among_the_words_of_a_line_does_not_part_it():
    picture = "<a href=/big.jpg><img alt='A boat' src=https://example.org/boat.jpg width=300></a>"
    words = f"<p>The pilots {picture} came ashore on Friday.<br>They had slept aboard.</p>"
    html = f"<html><body><h1>Harbour reopens</h1><article>{BODY}{words}</article></body></html>"
    body = extract(Page(url=None, requested_url=None, body=html.encode()), load()).article.body
    kinds = [(block.kind, block.text) for block in body[len(PARAGRAPHS) :]]
    assert kinds == [
        (Kind.PARAGRAPH, "The pilots came ashore on Friday."),
        (Kind.FIGURE, ""),
        (Kind.PARAGRAPH, "They had slept aboard."),
    ]


@pytest.mark.parametrize(
    ("attributes", "items", "numbers"),
    [
        ("", "<li>A one<li>A two<li>A three", [1, 2, 3]),
        ("start=4", "<li>A one<li>A two", [4, 5]),
        ("reversed", "<li>A one<li>A two<li>A three", [3, 2, 1]),
        ("reversed start=10", "<li>A one<li>A two", [10, 9]),
        ("", "<li>A one<li value=7>A two<li>A three", [1, 7, 8]),
        ("start=x", "<li value='-'>A one<li value=1e9>A two", [1, 2]),
    ],
)
def test_a_list_counts_as_the_page_does(attributes, items, numbers):
    html = f"<html><body><h1>Harbour</h1><article>{BODY}<ol {attributes}>{items}</ol></article></body></html>"
    body = extract(Page(url=None, requested_url=None, body=html.encode()), load()).article.body
    assert [block.number for block in body[len(PARAGRAPHS) :]] == numbers


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        (
            "<tr><th>Year<th>Town<th>Boats<tr><td rowspan=2>2024<td>Ashby<td>3<tr><td>Millford<td>5",
            "Year\tTown\tBoats\n2024\tAshby\t3\n\tMillford\t5",
        ),
        (
            "<tr><th colspan=2>Boats<th>Men<tr><td>3<td>4<td rowspan=3>9<tr><td>5<td>6<tr><td>7",
            "Boats\t\tMen\n3\t4\t9\n5\t6\n7",
        ),
        (
            "<tr><th colspan=99999999 rowspan=-1>Boats<th>Men<tr><td rowspan=0>3<td>4<tr><td>5<td>6",
            "Boats\tMen\n3\t4\n5\t6",
        ),
    ],
)
def test_a_cell_of_a_table_stays_under_its_head(rows, text):
    html = f"<html><body><h1>Harbour</h1><article>{BODY}<table>{rows}</table></article></body></html>"
    assert texts(html)[len(PARAGRAPHS) :] == (text,)


def test_a_sentence_at_the_end_of_a_long_paragraph_speaks_for_itself_alone():
    long = " ".join(PARAGRAPHS)
    html = f"<html><body><h1>Harbour</h1><article><p>{long} What do you think?</p>{BODY}<p>What do you think? Write below.</p></article></body></html>"
    assert texts(html) == (long, *PARAGRAPHS)


def test_what_is_struck_through_is_kept_as_such():
    words = "<p>The mayor <s>resigned</s> <del>left</del> was dismissed.</p>"
    html = f"<html><body><h1>Harbour reopens</h1><article>{BODY}{words}</article></body></html>"
    body = extract(Page(url=None, requested_url=None, body=html.encode()), load()).article.body
    assert [run.text for run in body[-1].inlines if run.deleted] == ["resigned", "left"]


def test_a_standfirst_that_quotes_the_text():
    words = "“We have seen worse in my lifetime”"
    html = f"<html><body><article><h1>Harbour reopens</h1><h2 class=subtitle>{words}</h2>{BODY}</article></body></html>"
    page = Page(url="https://example.org/a", requested_url=None, body=html.encode())
    found = extract(page, load()).article
    assert found.metadata.standfirst == words
    assert tuple(block.text for block in found.body if block.text) == PARAGRAPHS


def test_a_paragraph_without_a_link_leads_nowhere_whatever_it_is_called():
    html = f"<article><h1>Harbour reopens</h1><p class=article_link>{PARAGRAPHS[0]}</p>{BODY}</article>"
    assert texts(html) == (PARAGRAPHS[0], *PARAGRAPHS)
    card = (
        "<p class=article_link><a href=/b>Harbour closes after the storm has broken half of the pier</a></p>"
    )
    assert texts(f"<article><h1>Harbour reopens</h1>{BODY}{card}</article>") == PARAGRAPHS


def test_points_with_a_label_above_the_text_are_the_articles():
    points = ("Ferries run again from noon", "No cars until the pier is mended")
    items = "".join(f"<li>{point}</li>" for point in points)
    page = "<main><h1>Harbour reopens</h1><div class=x><div>{0}</div><ul>{1}</ul></div><div class=y>{2}</div>"
    assert texts(page.format("Summary", items, BODY)) == (*points, *PARAGRAPHS)
    links = "".join(f"<li><a href=/{number}>{point}</a></li>" for number, point in enumerate(points))
    assert texts(page.format("Summary", links, BODY)) == PARAGRAPHS


def test_lines_of_a_box_that_are_fields_are_no_text():
    head = (
        "<font size=5><b>Harbour reopens after storm</b></font><br><font>By <b>Jane Doe</b>, Staff Writer</font><br>"
        "<font size=1>Published: Friday, May 3, 2024 7:05 AM CDT</font><br><br>"
    )
    text = "<br><br>".join(PARAGRAPHS)
    html = f"<title>Harbour reopens after storm</title><table><tr><td>{head}{text}</td></tr></table>"
    assert texts(html) == PARAGRAPHS


def test_sentences_in_a_list_above_the_text_are_the_articles():
    points = (
        "A mender of boats from the upper town has set the old pier up again.",
        "On Sunday it carried those who had waited for it since the storm.",
    )
    items = "".join(f"<li>{point}</li>" for point in points)
    page = "<main><h1>Harbour reopens</h1><h2><ul>{0}</ul></h2><p>May 3</p><div class=y>{1}</div></main>"
    assert texts(page.format(items, BODY)) == (*points, *PARAGRAPHS)
    cards = "".join(f"<li><h3>{point}</h3></li>" for point in points)
    assert texts(page.format(cards, BODY)) == PARAGRAPHS
    short = "<li>Jane Doe, Port Haven</li><li>Politics and sea</li>"
    assert texts(page.format(short, BODY)) == PARAGRAPHS
