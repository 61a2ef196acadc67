"""The whole page: a legend, where the body was found, the article as it was cut, and every field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from newsgrab import __version__
from newsgrab.model import MOVED, Claim, Extraction
from newsgrab.text import counted
from newsgrab.writers.decided import decided, value_of
from newsgrab.writers.drawing.body import draw_body
from newsgrab.writers.drawing.labels import TOLD, anchor_of, colour_of, field, origin_of
from newsgrab.writers.drawing.markup import Markup, element

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_PRINTED = ("alternative_headline", "standfirst", "byline", "dateline", "date_published", "date_modified")


def write(extraction: Extraction, *, target: str = "") -> str:
    """Return an HTML document that shows each decision in its place; ``target`` is what was explained."""
    headline = extraction.article.metadata.headline or "An article without a headline"
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=POLICY),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="referrer", content="no-referrer"),
        element("title", f"{headline} · newsgrab explain"),
        Markup(f"<style>{_style()}</style>"),
    )
    body = element(
        "body",
        element(
            "header",
            element("p", element("b", "newsgrab"), " explain"),
            element("p", target, class_="address"),
        ),
        element("aside", _legend(extraction), _place(extraction), _warnings(extraction)),
        element(
            "main",
            element(
                "article",
                element("div", *_head(extraction), class_="head"),
                draw_body(extraction),
                lang=extraction.article.metadata.language,
            ),
        ),
        element("section", element("h2", "Fields"), _fields(extraction), class_="fields"),
        element("footer", f"newsgrab {__version__}. No script, nothing from elsewhere."),
    )
    return f"<!doctype html>\n{element('html', head, body, lang='en')}\n"


@cache
def _style() -> str:
    return Path(__file__).with_name("style.css").read_text("utf-8").strip()


def _legend(extraction: Extraction) -> Markup:
    """Count what was kept and, by kind, what was removed; each kind leads to its first piece."""
    counts = Counter(removal.kind for removal in extraction.removals)
    moved = counts.pop(MOVED, 0)
    kinds = (
        element(
            "li",
            element("a", element("del", kind), f" {count}", href=f"#{anchor_of(kind)}"),
            style=colour_of(kind),
        )
        for kind, count in counts.most_common()
    )
    marked = [element("li", element("mark", "field"), f" {len(decided(extraction))}", class_="field")]
    if moved:
        words = element("a", element("mark", "moved to a field"), f" {moved}", href=f"#{anchor_of(MOVED)}")
        marked.append(element("li", words, class_="field"))
    kept = element("li", f"kept {counted(len(extraction.article.body), 'block')}")
    return element(
        "section",
        element("h2", f"{counted(counts.total(), 'piece')} removed"),
        element("ul", kept, *marked, *kinds, class_="legend"),
    )


def _place(extraction: Extraction) -> Markup:
    place = extraction.candidate
    if place is None:
        return Markup()
    others = [element("p", f"Also considered: {other}") for other in place.others]
    more = (
        [element("details", element("summary", counted(len(others), "other place")), *others)]
        if others
        else []
    )
    return element(
        "section",
        element("h2", "Where the body was found"),
        element("p", element("code", place.locator)),
        element("p", f"because {place.reason}"),
        *more,
    )


def _warnings(extraction: Extraction) -> Markup:
    if not extraction.warnings:
        return Markup()
    lines = (element("li", warning) for warning in extraction.warnings)
    return element("section", element("h2", "Warnings"), element("ul", *lines), class_="warnings")


def _head(extraction: Extraction) -> Iterator[Markup]:
    """Draw the fields that stand above the text; what the text itself tells is marked there."""
    told = {claim.field for claim in extraction.chosen if claim.origin == TOLD}
    headline = extraction.article.metadata.headline
    words = _labelled("headline", headline, extraction) if headline else "(no headline)"
    yield element("h1", words, dir="auto")
    for name in _PRINTED:
        text = value_of(extraction.article.metadata, name)
        if text and name not in told:
            yield element("p", _labelled(name, text, extraction), class_=name, dir="auto")


def _labelled(name: str, text: str, extraction: Extraction) -> Markup:
    claims = [claim for claim in extraction.chosen if claim.field == name]
    return field(text, name, *map(origin_of, claims[:1]))


def _fields(extraction: Extraction) -> Markup:
    """List every field that was chosen, with what else was on offer for it."""
    rows: list[str] = []
    for one in decided(extraction):
        shown = [element("p", one.value, class_="value", dir="auto")]
        shown += [element("p", *_claim(claim)) for claim in one.claims]
        if one.others:
            offers = (
                element("p", *_claim(other), " ", element("q", other.value, dir="auto"))
                for other in one.others
            )
            shown.append(
                element("details", element("summary", counted(len(one.others), "other offer")), *offers)
            )
        rows += [element("dt", one.name), element("dd", *shown)]
    return element("dl", *rows)


def _claim(claim: Claim) -> tuple[Markup, str, Markup]:
    return element("span", claim.origin, class_="origin"), " ", element("code", claim.locator)
