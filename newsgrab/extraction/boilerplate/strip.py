"""Mark, then cut: rules point at spans of text, and all spans go at once."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from operator import itemgetter

from newsgrab.extraction.body.inlines import trim
from newsgrab.extraction.boilerplate.gate import Gate, gate_of
from newsgrab.extraction.boilerplate.spoken import is_answered, is_spoken
from newsgrab.model import Block, Box, Inline, Kind, Mark, Removal, Verdict
from newsgrab.rules import Phrase, Rules, Scope
from newsgrab.rules.sentences import sentence_bounds
from newsgrab.text import weight

_LONG = 250  # letters of a paragraph that one sentence does not speak for
_LEAST_SHARE = 0.4  # of it, of one that does
_LONGEST = 600  # characters of a sentence that a phrase is shown
_LEAVES = frozenset("p h1 h2 h3 h4 h5 h6 li td th dt dd summary span a strong em".split())
_RIGHTS = "copyright."
_LINKS = "related."
_OPENING = 80  # characters before a link to another article that are a paragraph of their own
_TITLED = 30  # characters of such a link with a headline; "Learn more" speaks of what it follows
_OF_ROWS = frozenset({Kind.TABLE, Kind.CODE, Kind.EMBED})
Span = tuple[int, int]


def mark(blocks: Sequence[Block], rules: Rules) -> tuple[Mark, ...]:
    """Show every sentence to every phrase; also mark what the selectors selected."""
    marks: list[Mark] = []
    phrases = gate_of(rules)
    verdicts = {selector.id: selector.verdict for selector in rules.selectors}
    for place, block in enumerate(blocks):
        marks += [
            Mark(
                rule=rule,
                verdict=verdicts.get(rule, Verdict.STRIP),
                block=place,
                start=0,
                end=len(block.text),
            )
            for rule in block.selected
        ]
        marks += _of_captions(block, place, phrases)
        # What only breaks a line breaks no sentence.
        text = block.text if block.kind in _OF_ROWS else block.text.replace("\n", " ")
        found = tuple(_found(text, phrases))
        if block.kind is Kind.PARAGRAPH and len({span for _, span in found}) == 1:
            found = () if is_answered(text, *found[0][1]) else found
        for phrase, span in found:
            marks += _marks_of(phrase, blocks, place, span)
    return tuple(marks)


def _found(text: str, phrases: Gate) -> Iterator[tuple[Phrase, Span]]:
    """Give the phrases that fit a sentence of a text, each with the span that it means."""
    for start, end in sentence_bounds(text):
        sentence = text[start : min(end, start + _LONGEST)]
        for phrase, words in _fitting(sentence, phrases):
            if phrase.verdict is Verdict.PROTECT or not is_spoken(phrase, text, start, end):
                yield phrase, (start + words[0], start + words[1]) if words else (start, end)


def _of_captions(block: Block, place: int, phrases: Gate) -> Iterator[Mark]:
    """Mark a picture whose caption is nothing but what phrases strip: it is an advertisement, or a button.

    Where there is no picture, its first sentence says so.
    """
    for image in block.images:
        caption = image.caption or ""
        rules = [_stripping(caption[slice(*bounds)], phrases) for bounds in sentence_bounds(caption)]
        if rules and rules[0] is not None and (None not in rules or image.url is None):
            yield Mark(rule=rules[0], verdict=Verdict.STRIP, block=place, start=0, end=0)


def _stripping(sentence: str, phrases: Gate) -> str | None:
    """Return the first phrase that strips a whole sentence; not of rights, of which credits speak, too."""
    fitting = [one for one in phrases.fitting(sentence[:_LONGEST]) if one.scope is not Scope.WORDS]
    if any(one.verdict is Verdict.PROTECT for one in fitting):
        return None
    return next((one.id for one in fitting if not one.id.startswith(_RIGHTS)), None)


def _fitting(sentence: str, phrases: Gate) -> Iterator[tuple[Phrase, Span | None]]:
    """Give the phrases that fit a sentence, also those that fit it without words that others strip.

    With each stands where in the sentence the words are that it means; None where it means all of it.
    """
    fitting = phrases.fitting(sentence)
    gone: list[Span] = []
    for phrase in fitting:
        if phrase.scope is not Scope.WORDS:
            yield phrase, None
            continue
        for found in phrase.match.finditer(sentence):
            yield phrase, found.span()
            gone += [found.span()] if phrase.verdict is Verdict.STRIP else []
    if gone:
        rest = "".join(
            sentence[first:last] for first, last in _outside((0, len(sentence)), _united(sorted(gone)))
        )
        fitting = phrases.fitting(rest)
        yield from ((phrase, None) for phrase in fitting if phrase.scope is not Scope.WORDS)


def _marks_of(phrase: Phrase, blocks: Sequence[Block], place: int, span: Span) -> list[Mark]:
    is_part = phrase.scope in (Scope.WORDS, Scope.SENTENCE)
    if is_part or (phrase.verdict is Verdict.STRIP and _is_aside(span, blocks[place])):
        return [Mark(rule=phrase.id, verdict=phrase.verdict, block=place, start=span[0], end=span[1])]
    if _ends_paragraph(phrase, span, blocks[place]):
        whole = len(blocks[place].text)
        return [Mark(rule=phrase.id, verdict=phrase.verdict, block=place, start=span[0], end=whole)]
    places = [place]
    if phrase.scope is Scope.CONTAINER:
        container = _container(blocks[place].box)
        if container is not None:
            places = [other for other, block in enumerate(blocks) if _is_in(block.box, container)]
    return [
        Mark(rule=phrase.id, verdict=phrase.verdict, block=other, start=0, end=len(blocks[other].text))
        for other in places
    ]


def _is_aside(span: Span, block: Block) -> bool:
    """Tell whether a sentence neither opens a long paragraph nor is much of it: it speaks for itself."""
    length = len(block.text)
    return span[0] > 0 and weight(block.text) >= _LONG and span[1] - span[0] < _LEAST_SHARE * length


def _ends_paragraph(phrase: Phrase, span: Span, block: Block) -> bool:
    """Tell whether a link to another article only ends a paragraph: "The pier is gone. Read more: ..."."""
    is_link = phrase.verdict is Verdict.STRIP and phrase.scope is Scope.BLOCK and phrase.id.startswith(_LINKS)
    is_last = span[0] >= _OPENING and len(block.text) - span[0] >= _TITLED
    return is_link and is_last


def _container(box: Box | None) -> Box | None:
    """Return the box around a paragraph's own; None where that is the whole candidate."""
    while box is not None and box.tag in _LEAVES:
        box = box.parent
    return box if box is not None and box.parent is not None else None


def _is_in(box: Box | None, container: Box) -> bool:
    while box is not None and box is not container:
        box = box.parent
    return box is not None


def cut(blocks: Sequence[Block], marks: Iterable[Mark]) -> tuple[tuple[Block, ...], tuple[Removal, ...]]:
    """Take out every span marked STRIP and not marked PROTECT; return what is left and what went."""
    strips: dict[int, list[Mark]] = defaultdict(list)
    protects: dict[int, list[Span]] = defaultdict(list)
    for found in sorted(marks, key=lambda one: (one.block, one.start, -one.end, one.rule)):
        if found.verdict is Verdict.STRIP:
            strips[found.block].append(found)
        else:
            protects[found.block].append((found.start, found.end))
    kept: list[Block] = []
    removals: list[Removal] = []
    for place, block in enumerate(blocks):
        gone = _spans_to_cut(strips[place], _united(protects[place]))
        if not strips[place] or (block.text and not gone):
            kept.append(block)
            continue
        removals += [
            Removal(rule=rule, text=block.text[start:end], block=place, start=start)
            for rule, (start, end) in gone
        ] or [Removal(rule=strips[place][0].rule, text=_words_of(block), block=place)]
        rest = without(block, [span for _, span in gone])
        if rest is not None:
            kept.append(rest)
    return tuple(kept), tuple(removals)


def _words_of(block: Block) -> str:
    """Return what stands for a block without text in a removal."""
    words = [image.caption or image.alt_text or image.url for image in block.images]
    return " ".join(word for word in words if word) or block.href or ""


def _spans_to_cut(strips: Sequence[Mark], protects: Sequence[Span]) -> list[tuple[str, Span]]:
    """Return disjoint spans in order, each with the first rule that asked for it."""
    spans: list[tuple[str, Span]] = []
    reached = 0
    for found in strips:
        start = max(found.start, reached)
        for first, last in _outside((start, found.end), protects):
            spans.append((found.rule, (first, last)))
        reached = max(reached, found.end)
    return spans


def _united(spans: Iterable[Span]) -> list[Span]:
    """Return spans that are sorted by their start as disjoint ones.

    >>> _united([(0, 9), (2, 4), (6, 12), (20, 30)])
    [(0, 12), (20, 30)]
    """
    united: list[Span] = []
    for start, end in spans:
        if united and start <= united[-1][1]:
            united[-1] = (united[-1][0], max(end, united[-1][1]))
        else:
            united.append((start, end))
    return united


def _outside(span: Span, others: Sequence[Span]) -> list[Span]:
    """Return what is left of a span when others, which are disjoint and in order, are taken out."""
    left: list[Span] = []
    start, end = span
    for place in range(bisect_right(others, start, key=itemgetter(1)), len(others)):
        first, last = others[place]
        if first >= end:
            break
        if first > start:
            left.append((start, first))
        start = max(start, last)
    if start < end:
        left.append((start, end))
    return left


def without(block: Block, spans: Sequence[Span]) -> Block | None:
    """Return the block without these spans; None where no word is left."""
    if not block.text:
        return None
    inlines: list[Inline] = []
    offset = 0
    for inline in block.inlines or (Inline(text=block.text),):
        here = (offset, offset + len(inline.text))
        inlines += [inline.with_text(block.text[first:last]) for first, last in _outside(here, spans)]
        offset = here[1]
    trimmed = trim(inlines)
    text = "".join(inline.text for inline in trimmed)
    if not any(letter.isalnum() for letter in text):
        return None
    return replace(block, text=text, inlines=trimmed if block.inlines else ())
