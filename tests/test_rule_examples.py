"""Every rule's own proof: what it must strip, and one sentence of true news it must leave alone."""

from dataclasses import replace

import pytest

from newsgrab.extraction.proofs import faults
from newsgrab.model import Verdict
from newsgrab.rules import Rules, Selector, load
from newsgrab.rules.patterns import Entry

RULES = load()
EVERY = [
    *(Rules(phrases=(one,)) for one in RULES.phrases),
    *(Rules(selectors=(one,)) for one in RULES.selectors),
    *(Rules(names=(one,)) for one in RULES.names),
    *(
        replace(RULES, phrases=(), selectors=(), names=(), sites={host: one})
        for host, one in RULES.sites.items()
    ),
]


@pytest.mark.parametrize(
    "rules",
    EVERY,
    ids=lambda rules: "".join(
        (*(one.id for one in (*rules.phrases, *rules.selectors, *rules.names)), *rules.sites)
    ),
)
def test_examples(rules):
    assert [fault.words for fault in faults(rules)] == []


def broken(phrase, verdict):
    return replace(
        phrase,
        entries=(Entry(key="match", text="give"),),
        verdict=verdict,
        strips=("Give now.",),
        keeps=("He forgives.",),
    )


@pytest.mark.parametrize("verdict", Verdict)
def test_an_example_that_does_not_hold_is_told(verdict):
    (fault,) = faults(Rules(phrases=(broken(RULES.phrases[0], verdict),)))
    assert fault.words == (
        "does not keep: He forgives." if verdict is Verdict.STRIP else "does not strip: Give now."
    )


def test_a_selector_and_names_that_do_not_hold_are_told():
    strips, keeps = ("<p>Give</p>",), ("<p class='ad'>Give</p>",)
    selector = Selector(id="ad.p", match="p.ad", verdict=Verdict.STRIP, strips=strips, keeps=keeps)
    names = replace(RULES.names[0], words=frozenset({"advert"}), strips=("lead-text",), keeps=("advert-box",))
    assert len(list(faults(Rules(selectors=(selector,), names=(names,))))) == 4
