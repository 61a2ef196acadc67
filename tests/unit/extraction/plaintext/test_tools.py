"""Text dumps as tools write them: rows broken at a column, quoting, numbers of links, Markdown."""

from textwrap import wrap

import pytest

from newsgrab.extraction.plaintext.lines import read_lines
from newsgrab.model import Kind
from tests.dumps import extracted as read

HEADLINE = "Harbour reopens after storm"
FIRST = (
    "The harbour of Port Haven reopened on Friday, three days after the storm that broke half of its pier "
    "and threw forty boats onto the quay."
)
SECOND = (
    "Ferries to the islands run again from noon, the harbour authority said, though without any cars, "
    "because the ramp on the eastern side is still under water."
)
THIRD = "“We have seen worse in my lifetime,” said Ada Roe, who has sold tickets at the quay for forty years."
FOURTH = (
    "The mayor, who slept in the town hall for two nights, said that the pier would be whole again by autumn, "
    "if the county pays for the timber."
)
BODY = (FIRST, SECOND, THIRD, FOURTH)
MENU = ("Home", "News", "Sport", "Weather and tides", "Letters")


def printed(text):
    article = read(text).article
    return article.metadata.headline, tuple(block.text for block in article.body if block.text)


def broken(*paragraphs, width, indent=""):
    rows = (wrap(one, width, initial_indent=indent, subsequent_indent=indent) for one in paragraphs)
    return "\n\n".join("\n".join(one) for one in rows)


@pytest.mark.parametrize("width", [38, 66, 72, 80, 120])
@pytest.mark.parametrize("indent", ["", "   "])
def test_paragraphs_broken_at_any_column_are_whole(width, indent):
    menu = "\n".join(f"{indent}  * {entry}" for entry in MENU)
    address = "https://haven.example/archive/2024/05/03/a-name-that-is-longer-than-any-column-of-any-tool/index.html"
    paragraphs = broken(HEADLINE, "By Jane Doe", *BODY, *BODY[::-1], width=width, indent=indent)
    headline, body = printed(f"{menu}\n\n{paragraphs}\n\n{indent}{address}\n")
    assert headline == HEADLINE
    assert body[: len(BODY)] == BODY


def test_a_mail_with_a_quoted_article_is_read_without_its_marks():
    article = broken(HEADLINE, "By Jane Doe", *BODY, width=66)
    quoted = "\r\n".join(f"> {row}".rstrip() for row in article.split("\n"))
    assert printed(quoted) == (HEADLINE, BODY)


def test_rows_of_print_that_end_a_little_short_are_joined():
    rows = (
        "The harbour of Port Haven reopened on Friday, three days after",
        "the storm that broke half of its pier, and all the timber of the",
        "new one, which had come from the north in a ship of its own on",
        "Monday, lay in the mud of the inner harbour ba-",
        "sin, where the children of the town had already built",
        "themselves a raft and two huts out of it by Friday noon.",
    )
    whole = " ".join(rows).replace("ba- sin", "ba-sin")
    assert [line.text for line in read_lines("\n".join((*rows, "", *rows)))] == [whole, whole]


def test_rows_of_print_are_joined_before_names_too():
    rows = (
        "Forty boats were thrown onto the quay, and the harbour authority of",
        "Port Haven said on Friday that ferries would run again at noon, from",
        "all of its piers but one, although the ramp is still in the",
        "water, which is deep, so that no car or cart of any kind at all can",
        "be driven into a ship before the council, the county and the",
        "Ministry of Fisheries have agreed who pays for the timber. It may",
        "take until the autumn, said a clerk, who has been waiting for an",
        "answer since January, and who slept for two nights in the",
        "Town Hall, where the windows were broken by a mast that had come",
        "through the roof of the library next to it on Monday.",
    )
    assert [line.text for line in read_lines("\n".join((*rows, "", *rows)))] == [" ".join(rows)] * 2


def test_an_entry_of_a_list_is_no_headline():
    entry = "The harbour of Port Haven and its ferries to the islands after the storm"
    assert printed("\n".join((f"* {entry}", f"• {entry}, today", HEADLINE, "By Jane Doe", *BODY))) == (
        HEADLINE,
        BODY,
    )


def test_rows_without_spaces_are_joined_without_one():
    text = (
        "港湾局によると島へのフェリーは正午から運航を再開するが車は載せられない。"
        "東側の桟橋がまだ水に浸かっているためで、修理には秋までかかる見通しだと町長は話した。"
    )
    rows = [text[start : start + 30] for start in range(0, len(text), 30)]
    lines = read_lines("\n".join(("風暴の後に港が再開", "", *rows, "", *rows)))
    assert [line.text for line in lines] == ["風暴の後に港が再開", text, text]


def test_headlines_of_one_length_are_not_joined():
    teasers = (
        "Council quarrels over the price of sand at the western beach",
        "Ferry prices to the islands rise for the third time in a year",
        "Two boats of the coast guard get new engines before the summer",
        "Library opens on Sundays from May, if its new roof is dry then",
        "Bakers of the county compete for the best loaf in Port Haven",
    )
    assert len(read_lines("\n".join((*teasers, "", *teasers)))) == 2 * len(teasers)


def test_numbers_that_a_tool_puts_before_links_go():
    menu = "\n".join(f"     * [{number}]{entry}" for number, entry in enumerate(MENU, start=2))
    text = broken(
        HEADLINE,
        "By [7]Jane Doe",
        FIRST,
        SECOND.replace("harbour authority", "[8]harbour authority"),
        THIRD,
        FOURTH.replace("timber", "[9]timber"),
        width=72,
        indent="   ",
    )
    found = read(f"   #[1]alternate\n\n{menu}\n\n{text}\n")
    assert tuple(block.text for block in found.article.body) == BODY
    assert found.article.metadata.authors == ("Jane Doe",)


def test_what_a_page_says_of_itself_goes_without_numbers_too():
    found = read("\n\n".join(("#alternate The Haven Post » Feed", HEADLINE, *BODY)))
    assert found.article.metadata.headline == HEADLINE


def test_an_authors_numbers_of_notes_stay():
    noted = tuple(f"{paragraph}[{number}]" for number, paragraph in enumerate(BODY, start=1))
    assert printed("\n".join((HEADLINE, "By Jane Doe", *noted))) == (HEADLINE, noted)


MARKDOWN = f"""\
[Skip to content](#main)

  * [Home](/)
  * [News](/news "All news")
  * [![Haven Post](/logo_(small).svg)](/)

# {HEADLINE}

By [Jane Doe](/authors/jane-doe)

**{FIRST}**

{SECOND.replace("harbour authority", "[harbour authority](https://haven.example/a_(b)?c=d)")}

![A boat](data:image/svg+xml,<svg xmlns='h' width='1'/>)

## What they *said*

{THIRD}

>{FOURTH.replace("two nights", "_two_ nights")} \\#harbour

"""


def test_markdown_is_read_without_its_marks():
    found = read(MARKDOWN)
    assert found.article.metadata.headline == HEADLINE
    assert found.article.metadata.authors == ("Jane Doe",)
    assert [block.text for block in found.article.body if block.text] == [
        FIRST,
        SECOND,
        "What they said",
        THIRD,
        f"{FOURTH} #harbour",
    ]
    assert [block.kind for block in found.article.body if block.kind is Kind.HEADING] == [Kind.HEADING]


def test_links_that_go_over_two_rows_and_addresses_below_the_text():
    text = broken(
        f"# {HEADLINE}",
        FIRST.replace("the storm that broke", "[the storm that broke][1]"),
        SECOND.replace("harbour authority", "[harbour authority](https://haven.example/authority)"),
        THIRD.replace("Ada Roe", "[Ada Roe][2]"),
        FOURTH,
        width=72,
    )
    targets = "\n".join(f"  [{number}]: https://haven.example/{number}" for number in (1, 2, 3))
    _, body = printed(f"{text}\n\n{targets}\n")
    assert body[: len(BODY)] == BODY


@pytest.mark.parametrize(
    "text",
    ["He paid 2 * 3 * 4 crowns", "the file snake_case_name", "see [sic](which is odd)", "5* hotel, 4* hotel"],
)
def test_what_only_looks_like_markdown_stays(text):
    assert text in [line.text for line in read_lines(f"{MARKDOWN}{text}\n")]


def test_a_list_of_addresses_below_the_page_goes_and_one_between_paragraphs_stays():
    address = "https://haven.example/talk/12"
    targets = (f"{number:4}. https://haven.example/{number}?{'a=b&' * 60}" for number in range(1, 9))
    text = "\n".join((HEADLINE, "By Jane Doe", FIRST, address, SECOND, THIRD, FOURTH, "References", *targets))
    assert printed(text) == (HEADLINE, (FIRST, address, SECOND, THIRD, FOURTH))


def test_lines_of_nothing_but_links_go():
    others = ("Council quarrels over sand", "Ferry prices rise again", "A new roof for the library")
    links = "\n\n".join(f"### [{other}](/news/{number})" for number, other in enumerate(others))
    text = "\n\n".join((f"# {HEADLINE}", FIRST, SECOND, links, THIRD, "### What comes next", FOURTH))
    assert printed(text)[1] == (FIRST, SECOND, THIRD, "What comes next", FOURTH)


def test_the_title_of_a_page_in_markdown_is_its_headline():
    kicker = "The harbour of Port Haven and its ferries"
    text = "\n\n".join((f"[{kicker}](/harbour)", f"## {kicker} this week", "# Open for all again", *BODY))
    assert printed(text) == ("Open for all again", BODY)


@pytest.mark.parametrize("mark", ["*", "+", "-"])
def test_a_long_menu_with_bullets_goes_wherever_it_stands(mark):
    menu = "\n".join(f"  {mark} Section {number}" for number in range(20))
    text = "\n\n".join((HEADLINE, "By Jane Doe", FIRST, SECOND, menu, THIRD, FOURTH))
    assert printed(text)[1] == BODY


def test_a_short_list_of_short_items_stays():
    items = ("two boats", "forty ropes", "a crane")
    rows = "\n".join(f"* {item}" for item in items)
    text = "\n\n".join((HEADLINE, "By Jane Doe", FIRST, "What was lost", rows, SECOND, THIRD, FOURTH))
    assert printed(text)[1] == (FIRST, "What was lost", *items, SECOND, THIRD, FOURTH)


def test_a_long_list_of_items_that_tell_stays():
    items = tuple(f"Port number {number} in the north" for number in range(15))
    rows = "\n".join(f"* {item}" for item in items)
    text = "\n\n".join((HEADLINE, "By Jane Doe", FIRST, rows, SECOND, THIRD, FOURTH))
    assert printed(text)[1] == (FIRST, *items, SECOND, THIRD, FOURTH)


def test_what_stands_for_a_picture_or_a_button_is_no_headline():
    above = (
        "[harbour-of-port-haven-after-the-storm]",
        "(BUTTON) Search the archive of the paper ____________",
    )
    headline, body = printed("\n".join((*above, HEADLINE, "By Jane Doe", *BODY)))
    assert (headline, body) == (HEADLINE, BODY)


@pytest.mark.parametrize(
    "preface",
    [
        (
            f'---\ntitle: "{HEADLINE}"\nsource: "https://haven.example/12"\nauthor:\n  - "[[Jane Doe]]"\n'
            'published: 2024-05-03\ntags:\n  - "clippings"\n---\n'
        ),
        f"---\nheadline: {HEADLINE}\nbyline: By Jane Doe\nauthors: [Jane Doe]\ndate_published: 2024-05-03\n---\n",
        (
            f"Title: {HEADLINE}\n\nURL Source: https://haven.example/12\n\nPublished Time: 2024-05-03T09:00:00Z\n\n"
            "Markdown Content:\nBy Jane Doe\n\n"
        ),
        f"# {HEADLINE}\n\nBy [Jane Doe](https://haven.example/jane)\n\n2024-05-03\n\n",
        f"{HEADLINE}\nThe Haven Post\nMay 3, 2024 Friday\nLength: 312 words\nByline: Jane Doe\n\n",
    ],
    ids=["clipper", "own", "reader", "heading", "database"],
)
def test_what_a_tool_writes_about_a_text_are_its_fields(preface):
    found = read(preface + "\n\n".join(BODY))
    metadata = found.article.metadata
    assert (metadata.headline, metadata.authors) == (HEADLINE, ("Jane Doe",))
    assert str(metadata.date_published)[:10] == "2024-05-03"
    assert tuple(block.text for block in found.article.body if block.text)[-len(BODY) :] == BODY


def test_a_text_that_begins_with_a_label_keeps_it():
    rows = ["Title: what is in a name?", "Nothing is, said the poet.", "---", "Note: this is no field."]
    assert [line.text for line in read_lines("\n".join(rows))] == rows


@pytest.mark.parametrize("joint", [" | ", " - ", " – "])
def test_the_title_of_a_window_is_not_the_headline_that_stands_below(joint):
    headline, body = printed(
        "\n\n".join((f"{HEADLINE}{joint}The Haven Post", *MENU, HEADLINE, "By Jane Doe", *BODY))
    )
    assert (headline, body) == (HEADLINE, BODY)


def test_whole_paragraphs_of_one_length_are_not_joined():
    rows = (*(paragraph[:100].rstrip(" ,") + "." for paragraph in BODY), "the law passed")
    assert [line.text for line in read_lines("\n".join((HEADLINE, *rows)))] == [HEADLINE, *rows]


def test_tags_that_are_left_in_markdown_do_not_make_it_html():
    tagged = (FIRST, f'<div id="ad">\n\n</div>\n\n{SECOND}', THIRD.replace("forty", "<b>forty</b>"), FOURTH)
    assert printed("\n\n".join((f"# {HEADLINE}", "By Jane Doe", *tagged, *BODY[::-1]))) == (
        HEADLINE,
        (*BODY, *BODY[::-1]),
    )


def test_a_part_of_a_page_is_html_though_it_begins_with_words():
    html = f"{HEADLINE}<br>\n<p>{FIRST}</p>\n<p>{SECOND}</p>\n<p>{THIRD} <i>Really</i></p>\n"
    assert FIRST in printed(html)[1]


@pytest.mark.parametrize("linked", ["Ferries", "islands", "harbour authority", "said, though", "water."])
def test_a_sentence_that_was_torn_at_its_links_is_whole(linked):
    others = (
        THIRD.replace("Ada Roe", "\nAda Roe\n"),
        FOURTH.replace("two nights", "\ntwo nights\n").replace("county", "\ncounty\n"),
    )
    torn = SECOND.replace(linked, f"\n{linked}\n").replace("\n ", "\n").replace(" \n", "\n")
    rows = (HEADLINE, "Jane Doe", "3 May 2024", FIRST, torn, *others)
    text = "\n".join(row.strip() for row in "\n".join(rows).split("\n") if row.strip())
    assert printed(text) == (HEADLINE, BODY)


def test_lines_that_no_tool_tore_are_not_joined():
    others = ("A storm and its price", FIRST, "Turn on", SECOND, "harbour", "storm and tide", "ferries")
    torn = "“I am dry,” said Captain\nRoe.\nThe mayor\n, who slept there, said to\nour paper\n: I am tired."
    rows = (HEADLINE, "Jane Doe", *others[:4], torn, *others[4:])
    speech = "“I am dry,” said Captain Roe."
    whole = "The mayor, who slept there, said to our paper: I am tired."
    assert [line.text for line in read_lines("\n".join(rows))] == [
        *rows[:6],
        speech,
        whole,
        *others[4:],
    ]
    assert [line.text for line in read_lines("\n".join((HEADLINE, *others)))] == [HEADLINE, *others]


def test_a_text_broken_at_a_column_is_joined_where_most_rows_begin_large():
    text = (
        "Die Fähre nach Port Haven fährt wieder, obwohl der halbe Pier in der Nacht zum Freitag ins Wasser fiel.",
        (
            "Kapitän Anna Roe hat mit der Hafenmeisterei und den Leuten vom Zoll drei Tage lang Holz aus dem Becken "
            "Stück um Stück gehoben."
        ),
        "„Ohne den Kran und ohne die Freiwilligen aus dem Dorf wäre der Hafen noch immer zu“, sagte sie dem Boten.",
    )
    assert [line.text for line in read_lines(broken("Der Hafen", *text, width=72))] == ["Der Hafen", *text]


def test_what_a_browser_prints_around_each_sheet_is_left_out():
    top, address = f"3/5/24, 9:41 AM            {HEADLINE}", "https://haven.example/storm"
    first, second = wrap(" ".join(BODY[:2]), 72), wrap(" ".join(BODY[2:]), 72)
    sheets = (top, HEADLINE, "", *first[:-2], f"{address}     1/2", top, *first[-2:], "", *second)
    assert printed("\n".join((*sheets, f"{address}     2/2"))) == (
        HEADLINE,
        (" ".join(BODY[:2]), " ".join(BODY[2:])),
    )


def test_a_small_word_before_a_name_goes_on_with_no_headline():
    text = broken(FIRST, SECOND, THIRD, FOURTH, width=62)
    found = read(f"The harbour of Port Haven opens after a winter\nby Jane Doe\n\n{text}")
    assert found.article.metadata.headline == "The harbour of Port Haven opens after a winter"
