"""What is taken of texts of which nothing should be: whole articles, and sentences that help their reader.

    python bench/kept.py [DATA] [--show]

The articles of the sourcing sets are read as pages and as text dumps; few of their lines are notices. Then
sentences of service and of telling are put among their paragraphs, which a report may have and a notice, too:
"You can register at the town hall." How many of them go is counted, and how many paragraphs beside them.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.sets import data_folder
from newsgrab.errors import ContentError
from newsgrab.extraction import extract
from newsgrab.model import Page
from newsgrab.rules import load

_SETS = {"en": "dev.jsonl.gz", "de": "de_dev.jsonl.gz"}
_FEWEST = 4  # paragraphs
_TRIED = 40  # articles of a language into which sentences are put
_SENTENCES = {
    "en": (
        "If you have information, call the police on 555-0134.",
        "You can remain anonymous.",
        "If you would like to donate, the Red Cross has opened an account at the Savings Bank.",
        "You can donate clothes and toys at the town hall until Friday.",
        "You can download the city's alert app to get warnings on your phone.",
        "Sign up for emergency alerts at the county's website so you know when to leave.",
        "You can register for aid at the town hall.",
        "Entry is free, but you need to register.",
        "If you need help, contact the helpline free on 555 116.",
        "Tickets cost $12 and you can buy yours at the door.",
        "But you would not know it from the outside.",
        "We may never know.",
        "The newsletter is sent on Fridays.",
        "Subscribers will pay two dollars more from June.",
        "The group asks for donations on its website.",
        "The vote was 7 to 2.",
        "“We stay.”",
    ),
    "de": (
        "Hinweise nimmt die Polizei unter Telefon 555 0134 entgegen.",
        "Sie können Kleidung und Spielzeug bis Freitag im Rathaus abgeben.",
        "Wenn Sie spenden möchten: Das Rote Kreuz hat ein Konto bei der Sparkasse eingerichtet.",
        "Der Eintritt ist frei, eine Anmeldung ist nötig, wenn Sie einen Sitzplatz wollen.",
        "Sie können sich bis zum 3. Mai online anmelden.",
        "Schließen Sie Fenster und Türen und schalten Sie Ihr Radio ein.",
        "Karten kosten 12 Euro, Sie bekommen sie an der Abendkasse.",
        "Wir werden es wohl nie erfahren.",
        "Der Newsletter erscheint freitags.",
        "Das Abo wird ab Juni zwei Euro teurer.",
        "Die Gruppe bittet auf ihrer Seite um Spenden.",
        "Niemand kam.",
    ),
}
_FORMS = ("page", "dump")


def articles(data: Path, language: str) -> Iterator[tuple[str, list[str]]]:
    """Give each article of a sourcing set as its headline and its paragraphs."""
    with gzip.open(data / "sourcing" / _SETS[language], "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            paragraphs = [" ".join(text.split()) for text in article["text"].split("\n\n") if text.strip()]
            headline = str(article.get("title") or "What the article is about")
            told = [paragraph for paragraph in paragraphs if not paragraph.startswith(headline)]
            if len(told) >= _FEWEST:
                yield headline, told


def gone(form: str, headline: str, paragraphs: Sequence[str]) -> Counter[tuple[str, str]]:
    """Return what is taken of an article, as the rule and the text."""
    url = "https://paper.example/article" if form == "page" else None
    body = _page(headline, paragraphs) if form == "page" else "\n\n".join((headline, *paragraphs))
    try:
        removals = extract(Page(url=url, requested_url=None, body=body.encode()), load()).removals
    except ContentError as refusal:
        return Counter((refusal.code, paragraph) for paragraph in paragraphs)
    return Counter((one.rule, " ".join(one.text.split())) for one in removals if one.rule != "field.headline")


def _page(headline: str, paragraphs: Sequence[str]) -> str:
    text = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
    return f"<html><body><article><h1>{escape(headline)}</h1>{text}</article></body></html>"


def _measure(data: Path, language: str, form: str, *, show: bool) -> None:
    told = taken = put = helping = beside = 0
    for number, (headline, paragraphs) in enumerate(articles(data, language)):
        before = gone(form, headline, paragraphs)
        told, taken = told + len(paragraphs), taken + before.total()
        if show:
            print(*(f"  {form} {rule}: {text[:120]}" for rule, text in before), sep="\n")
        for shift, sentence in enumerate(_SENTENCES[language] if number < _TRIED else ()):
            place = 2 + (number + shift) % (len(paragraphs) - 2)
            after = gone(form, headline, [*paragraphs[:place], sentence, *paragraphs[place:]]) - before
            went = sum(count for (_, text), count in after.items() if text == sentence)
            put, helping, beside = put + 1, helping + went, beside + after.total() - went
            if show and after:
                print(
                    f"  {form} + {sentence}", *(f"    {rule}: {text[:120]}" for rule, text in after), sep="\n"
                )
    print(
        f"{language} {form}: {taken} of {told} paragraphs taken; of {put} sentences put among them {helping},"
        f" and {beside} paragraphs beside"
    )


def main() -> None:
    """Print for each language and form what is taken."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", nargs="?", help="the data folder")
    parser.add_argument("--show", action="store_true", help="print each line that is taken")
    asked = parser.parse_args()
    data = data_folder(asked.data)
    for language in _SETS:
        for form in _FORMS:
            _measure(data, language, form, show=asked.show)


if __name__ == "__main__":
    main()
