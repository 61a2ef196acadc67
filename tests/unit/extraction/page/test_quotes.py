"""A <q> is printed in the marks of its language, as browsers do, and never in two pairs."""

import pytest

from tests.pages import extracted

REST = (
    "<p>Ferries to the islands run again from noon, the harbour authority said, without cars for now.</p>"
    "<p>Half of the pier broke off on Tuesday, and it will be mended by June, the authority said.</p>"
)


def article_of(words, language="en"):
    return extracted(f"<h1>Harbour <q>open</q></h1><div><p>{words}</p>{REST}</div>", lang=language).article


def first_of(words):
    return article_of(words).body[0].text


def test_a_quote_has_its_marks_in_the_body_and_in_the_headline():
    article = article_of("<q>Alles <b>offen</b></q>, sagte die Hafenmeisterin am Freitag.", "de")
    assert article.body[0].text == "„Alles offen“, sagte die Hafenmeisterin am Freitag."
    assert article.metadata.headline == "Harbour „open“"


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("She said <q>“It is open”</q> on Friday.", "She said “It is open” on Friday."),
        ("She said “<q>It is open</q>” on Friday.", "She said “It is open” on Friday."),
        ("Elle dit « <q>Ouvert</q> » vendredi.", "Elle dit « Ouvert » vendredi."),
        ("Elle parle de l'<q>ouverture</q> du port.", "Elle parle de l'“ouverture” du port."),
        ("“It”, <q>the harbour</q>, is open.", "“It”, “the harbour”, is open."),
        ("The harbour is open<q></q> again.", "The harbour is open again."),
    ],
)
def test_a_quote_with_marks_of_its_own_gets_no_others(words, printed):
    assert first_of(words) == printed


def test_a_quote_of_paragraphs_has_no_marks_apart_from_them():
    words = "It is open.</p><q><p>The harbour is open, said Ada Roe, who sells tickets.</p></q><p>So it is."
    assert [block.text for block in article_of(words).body][:2] == [
        "It is open.",
        "The harbour is open, said Ada Roe, who sells tickets.",
    ]
