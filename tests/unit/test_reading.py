"""What is read of a page beyond its text: who told it, by name and in which language."""

from newsgrab.model import Page
from newsgrab.reading import read
from newsgrab.rules import load

GERMAN = (
    "Der Hafen von Steinau bleibt auch im Mai noch geschlossen, und die Fischer müssen weiter warten.",
    "„Der Kai ist alt und wurde nie geprüft“, sagte Roth am Montag bei einem Besuch auf der Werft.",
    "Die Stadt hatte den Bau schon im Herbst geplant, aber das Geld dafür ist noch nicht da.",
)


def page(language, headline):
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in GERMAN)
    html = (
        f"<html lang='{language}'><head><title>{headline}</title><meta property='og:title' content='{headline}'>"
        f"</head><body><article><h1>{headline}</h1>{paragraphs}</article></body></html>"
    )
    return Page(url="https://hafen.example/kai", requested_url=None, body=html.encode())


def sources(language, headline):
    return read(page(language, headline), load()).article.sourcing.sources


def test_a_headline_gives_the_full_name_of_whom_the_text_calls_by_the_last():
    (source,) = sources("de", "Der Hafen wartet: Was Jan Roth über den Kai weiß")
    assert (source.name, source.quotes) == ("Jan Roth", ("Der Kai ist alt und wurde nie geprüft",))


def test_the_text_tells_the_language_where_its_page_is_said_to_be_of_another():
    assert (
        sources("en", "Der Hafen wartet auf das Geld") == sources("de", "Der Hafen wartet auf das Geld") != ()
    )
