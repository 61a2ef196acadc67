"""What the rules say of a dump's lines, and which lines are forms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from newsgrab.extraction.boilerplate.alike import spare_alike
from newsgrab.extraction.boilerplate.marks import protected_blocks
from newsgrab.extraction.boilerplate.strip import mark
from newsgrab.extraction.plaintext.forms import find_forms
from newsgrab.extraction.plaintext.shapes import Shaped
from newsgrab.model import Block, Kind, Mark, Verdict
from newsgrab.rules import Rules
from newsgrab.rules.lines import fits
from newsgrab.text import FULL_STOPS

_SENTENCE = 30  # characters of one before a notice in the same line
_WHOLE = 0.5  # part of a line that rules take, above which all of it is boilerplate


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruled:
    """The lines that rules and forms have decided on, by place."""

    marks: tuple[Mark, ...]  # of rules; ``block`` is the place of the line
    protected: frozenset[int]
    taken: Mapping[int, str]  # each with its rule, or with the form it is part of
    forms: AbstractSet[int]
    cut: AbstractSet[int]  # lines of which a rule takes a part or all
    openings: Mapping[int, str]  # lines of which a rule takes the first sentence, each with the rule's kind

    @property
    def decided(self) -> AbstractSet[int]:
        """Return the places of all lines that need no judging."""
        return self.taken.keys() | self.protected


def mark_lines(shaped: Sequence[Shaped], rules: Rules) -> Ruled:
    """Run the rules over every line as over a paragraph of its own, and find the forms."""
    blocks = [Block(kind=Kind.PARAGRAPH, text=one.text) for one in shaped]
    marks = spare_alike(blocks, mark(blocks, rules), rules)
    protected = protected_blocks(marks)
    strips = [found for found in marks if found.verdict is Verdict.STRIP]
    taken = {place: rule for place, rule in _taken(shaped, strips).items() if place not in protected}
    forms = {place: name for place, name in find_forms(shaped, taken).items() if place not in protected}
    return Ruled(
        marks=marks,
        protected=protected,
        taken=forms | taken,
        forms=forms.keys(),
        cut={found.block for found in strips},
        openings={found.block: found.kind for found in strips if found.start == 0},
    )


def _taken(shaped: Sequence[Shaped], strips: Sequence[Mark]) -> dict[int, str]:
    """Return the places that rules take whole, or as good as whole, each with the first such rule."""
    spans: dict[int, set[int]] = {}
    first: dict[int, str] = {}
    for found in strips:
        spans.setdefault(found.block, set()).update(range(found.start, found.end))
        first.setdefault(found.block, found.rule)
    return {
        place: first[place]
        for place, span in spans.items()
        if len(span) >= _WHOLE * len(shaped[place].text)
        and not _begins_as_text(shaped[place].text, min(span))
    }


def _begins_as_text(text: str, end: int) -> bool:
    """Tell whether what stands before the first notice of a line is a sentence that asks for nothing."""
    before = text[:end].strip()
    return (
        end >= _SENTENCE
        and before.endswith(FULL_STOPS)
        and not (fits("appeal", before) or fits("money", before))
    )
