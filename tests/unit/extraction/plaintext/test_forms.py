"""Forms in text dumps: what is part of one, and what only stands above it."""

import pytest

from tests import dumps

TEXT = (
    "The harbour of Port Haven reopened on Friday, three days after the storm that broke half of its pier.",
    "Ferries to the islands run again from noon, the harbour authority said, though without any cars.",
    "“We have seen worse in my lifetime,” said Ada Roe, who has sold tickets at the quay for forty years.",
)
OPINION = (
    "We have a harbour that we do not use, and every year you and I pay for the lights on its pier.",
    "Our council asks us to support the ferry with a donation. You have seen the tins in our shops.",
    "I say we should stop. If you want the ferry, tell them that we already pay our taxes for it.",
    "Nobody will thank us for a gift, and your euros will not mend the engine. We need a budget for that.",
)
CHOICES = ("Once", "Monthly", "$5", "$10", "Another amount", "Go on")


def paragraphs(*lines):
    return dumps.paragraphs("Harbour reopens after storm", *lines)


@pytest.mark.parametrize(
    "appeal",
    [
        ("A word to you", "If our work is worth $5 to you, please give it."),
        ("Dear reader,", "We wrote this for you.", "Your $5 pays for the next one."),
        ("What is it worth?", "Our readers support us. Will you?"),
    ],
)
def test_what_asks_above_a_form_goes_with_it(appeal):
    assert paragraphs(*TEXT[:2], *appeal, *CHOICES, TEXT[2]) == TEXT


def test_a_text_that_speaks_to_the_reader_is_no_appeal():
    assert paragraphs(*OPINION[:3], *TEXT, "Support our work", *CHOICES) == (*OPINION[:3], *TEXT)
    assert paragraphs(*OPINION, "Donate now") == OPINION


def test_what_a_letter_by_mail_promises_goes_with_its_field():
    box = (
        "The tide table",
        "Every Friday, what the week brought ashore.",
        "Your email address",
        "Count me in",
    )
    assert paragraphs(*TEXT[:2], *box, TEXT[2]) == TEXT


def test_a_list_of_prices_is_no_form():
    prices = ("Single ticket: from $3 to $4", "Monthly pass: $40, up from $38", "Annual pass: $400")
    bulleted = tuple(f"* {price}" for price in prices)
    assert paragraphs(TEXT[0], *bulleted, *TEXT[1:]) == (TEXT[0], *prices, *TEXT[1:])


def test_a_subhead_below_other_headlines_shares_a_word_with_its_paragraph():
    box = ("Read more", "Town council quarrels over the price of sand")
    assert paragraphs(*TEXT, *box, "The ferries", TEXT[1]) == (*TEXT, "The ferries", TEXT[1])


def test_the_author_named_again_goes_with_what_is_said_of_her():
    author = ("Jane Doe", "Jane Doe has reported from the coast since 2009 and keeps bees on the pier.")
    assert paragraphs("By Jane Doe", *TEXT, *author) == TEXT


def test_a_name_that_the_text_tells_of_is_no_byline():
    above = ("Harbour reopens after storm", "3 May 2024", "Ada Roe", "Foto: ENA", "John Poe")
    article = dumps.extracted(*above, *TEXT).article
    assert article.metadata.authors == ("John Poe",)
    assert [(image.caption, image.credit_line) for image in article.images] == [("Ada Roe", "ENA")]


def test_a_form_does_not_reach_above_the_byline():
    headline = "Your $1 ferry ticket could take you to two islands, and back"
    above = (headline, "By Jane Doe", "Published: 3 May 2024", "e-mail", "View", "comments")
    article = dumps.extracted(*above, *TEXT).article
    assert article.metadata.headline == headline
    assert article.metadata.authors == ("Jane Doe",)
