"""Loose ends: what is left over at the edges of the text and where something else was taken out."""

from __future__ import annotations

import re
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from itertools import islice

from newsgrab.extraction.boilerplate.boxes import is_of_facts
from newsgrab.extraction.boilerplate.marks import cut_whole, strip_whole
from newsgrab.extraction.boilerplate.opening import find_opening
from newsgrab.extraction.boilerplate.results import labelled_rows, results_above, rows_at_end
from newsgrab.extraction.boilerplate.substance import is_substantial, linked_share, without_end_mark
from newsgrab.extraction.lines.days import is_of_days
from newsgrab.extraction.lines.moments import CLOCK, ORDINAL
from newsgrab.extraction.media.stated_images import file_stem
from newsgrab.model import Block, Box, Kind, Mark
from newsgrab.rules.lines import fits
from newsgrab.text import SENTENCE_ENDS, WHOLE, weight

_LONGEST_LEAD_IN = 90  # characters of a line that only announces what follows
_DATED = re.compile(  # a day and a time, or two days, or how long it takes to read
    r"(?<!\d)(?:19|20)\d\d(?!\d).{0,60}(?<!\d)(?:(?:\d\d?[:.]\d\d|(?:19|20)\d\d)(?!\d)|\d\d? ?min)"
)
_DAY = re.compile(
    rf"(?:[^\W\d]{{3,10}}\.? )?\d\d?(?:,|\.|{ORDINAL})? (?:[^\W\d]{{3,10}}\.?,? )?(?:19|20)\d\d"
)
_WHOLE = (*SENTENCE_ENDS, "”", '"', "»", "」")
# Who wrote it, behind the last sentence.
_SIGNED = re.compile(r"\s*[(（\[【][^()（）\[\]【】]{1,20}[)）\]】]$")
_LONGEST_FRAGMENT = 60  # letters
_GOES_ON = ("，", "、")  # in the next line, as verses do
_MOST_LETTERS = 12  # of a date and a clock: "18/02/2025 06:22 p. m."
_LONGEST_DATED = 100  # of one before the text that has dates in it
_NOTICES = frozenset({"advertisement", "app", "consent", "donation", "newsletter", "related", "subscription"})
_STANDFIRST = "field.standfirst"  # the rule of the element that prints it
_NUMBER = re.compile(r"\d{1,2}\.?|[IVX]{1,5}\.?")  # of a chapter
_FEWEST_ALIKE = 2  # lines
_RATE = re.compile(r"\([^()]*\d[^()]*=[^()]*\d[^()]*\)")  # "($1 = 0.92 euros)" below an agency's report
_COLONS = (":", "：")
_DASHES = ("—", "–", "― ", "- ")
_TAKES_LEAVE = re.compile(r"^\w+(?:,? [\w'’]+){2,}[.!?…] [^\W\d_]+$")  # "Until next Friday, stay dry. Jane"
_LISTS = frozenset({"ul", "ol"})
_LONGEST_FACTS = 1_500  # characters of a box of facts; a longer one holds the text
_SHORTEST_SENTENCE = 30  # characters; what stands before one is amid the text
_SHORTEST_WIDE = 9  # characters of one in a script that says more in each
_MOST_SIGNED = 3  # items of a list of who wrote it, and from where
_SIGNED_BY = frozenset({"field.byline", "field.authors"})


def mark_loose_ends(
    blocks: Sequence[Block], marks: Sequence[Mark], standing: frozenset[str] = frozenset()
) -> tuple[Mark, ...]:
    """Mark headings and lead-ins whose text is gone, and fragments before and after all text.

    ``standing`` has the stems of the pictures that the metadata gives for the article.
    """
    gone = cut_whole(blocks, marks)
    signed = {_list_of(blocks[mark.block]) for mark in marks if mark.rule in _SIGNED_BY}
    found = dict(_fragments(blocks, gone, signed - {None}))
    gone |= set(found)
    found |= dict(_orphans(blocks, gone))
    standfirst = {mark.block for mark in marks if mark.rule == _STANDFIRST}
    icons = dict(_pictures_of_nothing(blocks, gone | set(found), standfirst))
    icons |= dict(_pictures_of_notices(blocks, marks, gone))
    found |= {place: rule for place, rule in icons.items() if not _stands(blocks[place], standing)}
    return strip_whole(blocks, found.items())


def _stands(block: Block, standing: frozenset[str]) -> bool:
    return any(file_stem(image.url or "") in standing for image in block.images)


def _pictures_of_nothing(
    blocks: Sequence[Block], gone: set[int], standfirst: set[int]
) -> Iterator[tuple[int, str]]:
    """Give the pictures without words whose neighbours before and after are gone: icons of a notice.

    The standfirst is no neighbour, for above it stands the lead picture.
    """
    texts = [place for place, block in enumerate(blocks) if block.text and place not in standfirst]
    if gone.issuperset(texts):
        return  # a page of pictures alone
    for place, block in enumerate(blocks):
        if block.kind is not Kind.FIGURE or any(image.caption or image.credit_line for image in block.images):
            continue
        if block.box is not None and block.box.tag == "figure":
            continue
        at = bisect(texts, place)
        after = texts[at] if at < len(texts) else None
        if at and texts[at - 1] in gone and (after is None or after in gone):
            yield place, "structure.picture-of-nothing"


def _pictures_of_notices(
    blocks: Sequence[Block], marks: Sequence[Mark], gone: set[int]
) -> Iterator[tuple[int, str]]:
    """Give the pictures without words in a box all the words of which are a notice that goes."""
    bare = [
        (place, block)
        for place, block in enumerate(blocks)
        if block.kind is Kind.FIGURE and not any(image.caption or image.credit_line for image in block.images)
    ]
    if not bare:
        return
    notices = {mark.block for mark in marks if mark.kind in _NOTICES} & gone
    words: dict[Box, set[int]] = defaultdict(set)
    for place, block in enumerate(blocks) if notices else ():
        for box in block.boxes() if block.text else ():
            words[box].add(place)
    for place, block in bare if notices else ():
        around = next((words[box] for box in block.boxes() if box in words), set())
        if around and around <= notices:
            yield place, "structure.picture-of-notice"


def _list_of(block: Block) -> Box | None:
    """Return the list that an item stands in."""
    return next((box for box in block.boxes() if box.tag in _LISTS), None)


def _fragments(blocks: Sequence[Block], gone: set[int], signed: Set[Box | None]) -> Iterator[tuple[int, str]]:
    """Give the short lines before and after the text; ``signed`` are lists of who wrote it."""
    texts = [place for place, block in enumerate(blocks) if place not in gone and block.text]
    bare = {place for place in texts if _is_bare_item(blocks[place])}
    told = [place for place in texts if _list_of(blocks[place]) in signed]
    bare |= set(told if len(told) < _MOST_SIGNED else ())
    items = {place for place in texts if blocks[place].kind is Kind.LIST_ITEM} - bare
    solid = [place for place in texts if place in items or _is_solid(blocks[place])]
    if not solid:
        return
    opens = find_opening(blocks, texts, solid[0])
    rows = set(rows_at_end(blocks, [place for place in texts if place >= solid[-1]]))
    rows.update(labelled_rows(blocks, texts))
    above = frozenset(results_above(blocks, [place for place in texts if place < solid[0]]))
    clocks = [place for place in texts if CLOCK.fullmatch(blocks[place].text)]
    behind = (place for place in reversed(texts) if place > solid[-1])
    end = next((place for place in behind if _is_sentence(blocks[place])), solid[-1])
    for place in texts:
        if len(clocks) > 1 and place in clocks:
            continue  # of a post in a live blog
        if blocks[place].kind is not Kind.PARAGRAPH and place not in bare:
            continue
        if _is_fact(blocks[place]) or _heads_table(blocks, place, gone):
            continue
        text = blocks[place].text
        if place < solid[0] and place not in above and _is_of_head(text, opens=place == opens):
            yield place, "structure.before-text"
        elif place in rows:
            continue
        elif (
            place > end
            and _is_left(text)
            and not (_says_who_said_it(blocks, place) or _is_like_others(blocks, place, texts, solid))
        ):
            yield place, "structure.after-text"


def _says_who_said_it(blocks: Sequence[Block], place: int) -> bool:
    """Tell the line below a quotation that names its speaker behind a dash."""
    above = blocks[place - 1].kind if place else None
    return above is Kind.QUOTATION and blocks[place].text.startswith(_DASHES)


def _is_sentence(block: Block) -> bool:
    """Tell a paragraph of a short sentence that leads nowhere."""
    shortest = _SHORTEST_WIDE if weight(block.text) > 2 * len(block.text) else _SHORTEST_SENTENCE
    is_long = block.kind is Kind.PARAGRAPH and len(block.text) >= shortest
    return is_long and _is_said(block.text) and not linked_share(block)


def _is_of_head(text: str, *, opens: bool) -> bool:
    """Tell a short line that is no sentence, or a longer one with its date, from what opens the text."""
    if is_of_days(text):
        return not opens
    if not _DATED.search(text):
        return weight(text) <= _LONGEST_FRAGMENT and not (opens or _is_said(text) or _goes_on(text))
    is_bare = sum(map(str.isalpha, text)) <= _MOST_LETTERS
    return len(text) <= _LONGEST_DATED and (is_bare or not _is_said(text))


def _goes_on(text: str) -> bool:
    """Tell a line of verse, and one that greets who is spoken to: "女士们、先生们："."""
    return text.endswith(_GOES_ON) or fits("greeting-in-chinese", text)


def _is_left(text: str) -> bool:
    """Tell a short line that is no sentence, nor one who takes leave."""
    is_short = weight(text) <= _LONGEST_FRAGMENT
    return is_short and not _is_said(text) and not _TAKES_LEAVE.search(_unsigned(text))


def _is_said(text: str) -> bool:
    is_whole = _unsigned(text).endswith(_WHOLE) or bool(WHOLE.search(text))
    return is_whole or bool(_RATE.fullmatch(text))


def _unsigned(text: str) -> str:
    """Return a text without who wrote it, behind its end."""
    return _SIGNED.sub("", without_end_mark(text))


def _is_fact(block: Block) -> bool:
    """Tell a fact, or what it is of, in a small box of facts: such lines are short."""
    return any(box.text_length <= _LONGEST_FACTS and is_of_facts(box) for box in block.boxes())


def _heads_table(blocks: Sequence[Block], place: int, gone: set[int]) -> bool:
    """Tell the caption of a table that stays."""
    below = place + 1
    is_above = below < len(blocks) and blocks[below].kind is Kind.TABLE and below not in gone
    return is_above and blocks[place].box is blocks[below].box


def _is_solid(block: Block) -> bool:
    """Tell a paragraph from a line of two dates, which is as long where it names who wrote it, too."""
    is_dated = len(block.text) <= _LONGEST_DATED and not block.text.endswith(_WHOLE)
    return is_substantial(block) and not (is_dated and _DATED.search(block.text))


def _is_like_others(blocks: Sequence[Block], place: int, texts: Sequence[int], solid: Sequence[int]) -> bool:
    """Tell a last line that stands as short lines before it do: where each show is, who wrote each letter."""
    around = _sections(blocks[place])
    if place != solid[-1] + 1 or not around:
        return False
    told = frozenset(solid)
    short = [other for other in texts if solid[0] < other < solid[-1] and other not in told]
    if all(inline.strong for inline in blocks[place].inlines):  # who wrote a letter, below it
        bold = (other for other in short if blocks[other].inlines and blocks[other].inlines[0].strong)
        signed = (other for other in bold if _sections(blocks[other])[1:] == around[1:])
        if sum(1 for _ in islice(signed, _FEWEST_ALIKE)) == _FEWEST_ALIKE:
            return True
    lines = (_sections(blocks[other]) for other in short if len(blocks[other].text) <= _LONGEST_FRAGMENT)
    return len({line[1] for line in lines if line and _are_alike(line, around)}) >= _FEWEST_ALIKE


def _sections(block: Block) -> tuple[Box, ...]:
    """Return the two boxes around a paragraph; none of anything else."""
    boxes = tuple(islice(block.boxes(), 2)) if block.kind is Kind.PARAGRAPH else ()
    return boxes if len(boxes) > 1 else ()


def _are_alike(one: tuple[Box, ...], other: tuple[Box, ...]) -> bool:
    """Tell whether two lines go by the same names in two sections that do."""
    are_two = one[1] is not other[1] and one[1].parent is other[1].parent
    return are_two and [(box.tag, box.names) for box in one] == [(box.tag, box.names) for box in other]


def _is_bare_item(block: Block) -> bool:
    """Tell an item that is a number or a date: of a counter, or beside a byline."""
    if block.kind is not Kind.LIST_ITEM or not any(map(str.isdigit, block.text)):
        return False
    return not any(map(str.isalpha, block.text)) or bool(_DAY.fullmatch(block.text))


def _orphans(blocks: Sequence[Block], gone: set[int]) -> Iterator[tuple[int, str]]:
    """Give headings with no text under them, and lead-ins whose list is gone."""
    following: Block | None = None  # the next block with text that stays
    is_next_gone = True
    for place in range(len(blocks) - 1, -1, -1):
        block = blocks[place]
        if not block.text and block.kind is not Kind.EMBED:
            continue
        if place in gone:
            is_next_gone = True
            continue
        is_last = following is None or (following.kind is Kind.HEADING and following.level <= block.level)
        if block.kind is Kind.HEADING and is_next_gone and is_last:
            yield place, "structure.heading-of-nothing"
            continue
        is_numbered = following is not None and following.kind is Kind.HEADING
        if is_numbered and block.kind is Kind.PARAGRAPH and _NUMBER.fullmatch(block.text):
            yield place, "structure.number-of-heading"
            continue
        is_lead_in = block.text.endswith(_COLONS) and len(block.text) < _LONGEST_LEAD_IN
        if is_lead_in and is_next_gone:
            yield place, "structure.lead-in-to-nothing"
            continue
        following, is_next_gone = block, False
