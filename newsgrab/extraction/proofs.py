"""The examples that rules carry, run: what each must strip and leave, and what a site's page must give."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time

from lxml.cssselect import CSSSelector
from lxml.html import fragment_fromstring

from newsgrab.errors import ContentError
from newsgrab.extraction import extract
from newsgrab.extraction.page.attributes import split_names
from newsgrab.extraction.page.layouts import findings
from newsgrab.extraction.place.rule_names import Naming
from newsgrab.model import Article, Page, Verdict
from newsgrab.rules import Names, Phrase, Rules, Selector
from newsgrab.rules.sites import Layout, Proof, Site
from newsgrab.text import shorten
from newsgrab.writers.jsonlines import paragraphs

_WIDTH = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """An example that a rule does not keep, in words for a person."""

    rule: str
    words: str


def faults(rules: Rules) -> Iterator[Fault]:
    """Run every example of these rules; yield those that do not hold."""
    for phrase in rules.phrases:
        yield from _unkept(phrase, lambda example, rule=phrase: bool(rule.match.search(example)))  # type: ignore[misc]
    for selector in rules.selectors:
        yield from _unkept(selector, _chooser(selector))
    for names in rules.names:
        yield from _unkept(names, _namer(names))
    for site in rules.sites.values():
        for proof in site.proofs:
            yield from _unproved(proof, rules)
        for layout in site.layouts:
            yield from _unfound(site, layout, rules)


def _unkept(rule: Phrase | Selector | Names, fits: Callable[[str], bool]) -> Iterator[Fault]:
    is_protecting = not isinstance(rule, Names) and rule.verdict is Verdict.PROTECT
    for example in rule.strips:
        if fits(example) is is_protecting:
            yield Fault(rule=rule.id, words=f"does not strip: {shorten(example, _WIDTH)}")
    for example in rule.keeps:
        if fits(example) is not is_protecting:
            yield Fault(rule=rule.id, words=f"does not keep: {shorten(example, _WIDTH)}")


def _chooser(selector: Selector) -> Callable[[str], bool]:
    chooses = CSSSelector(selector.match, translator="html")
    return lambda example: bool(chooses(fragment_fromstring(example, create_parent=True)))


def _namer(names: Names) -> Callable[[str], bool]:
    naming = Naming((names,))
    return lambda example: naming.find(split_names(example)) is not None


def _unproved(proof: Proof, rules: Rules) -> Iterator[Fault]:
    """Read a site's page as the archive would, and compare what the proof names."""
    rule = f"site.{proof.host}"
    try:
        article = extract(_page_of(proof), rules).article
    except ContentError as error:
        yield Fault(rule=rule, words=f"the page is refused: {error}")
        return
    for name, wanted, found in _compared(proof, article):
        if wanted is not None and wanted != found:
            yield Fault(rule=rule, words=f"{name} is {found!r}, not {wanted!r}")


def _unfound(site: Site, layout: Layout, rules: Rules) -> Iterator[Fault]:
    """Look for each selector on the pages that prove its layout: what none has may be misspelled."""
    proofs = (proof for proof in site.proofs if site.layout_at(proof.retrieved) is layout)
    looked = [finding for proof in proofs for finding in findings(_page_of(proof), rules)]
    for selector in layout.selectors():
        if (selector, True) not in looked:
            yield Fault(rule=f"site.{site.host}", words=f"no page of the layout has {selector}")


def _page_of(proof: Proof) -> Page:
    retrieved = datetime.combine(proof.retrieved, time(), UTC) if proof.retrieved else None
    return Page(
        url=f"https://{proof.host}/page",
        requested_url=None,
        headers=(("Content-Type", "text/html; charset=utf-8"),),
        body=proof.html.encode(),
        retrieved_at=retrieved,
    )


def _compared(proof: Proof, article: Article) -> Iterator[tuple[str, object, object]]:
    metadata, images = article.metadata, article.images
    yield "body", proof.body, tuple(paragraphs(article))
    yield "headline", proof.headline, metadata.headline
    yield "standfirst", proof.standfirst, metadata.standfirst
    yield "byline", proof.byline, metadata.byline
    yield "captions", proof.captions, tuple(one.caption for one in images if one.caption)
    yield "credit_lines", proof.credit_lines, tuple(one.credit_line for one in images if one.credit_line)
