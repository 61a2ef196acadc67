"""Sources in a case that a word asks for, where no comma ends them: "według policji most jest stary"."""

from __future__ import annotations

from newsgrab.sourcing import tags
from newsgrab.sourcing.continental.speakers import is_office
from newsgrab.sourcing.kinds import kind_of_word
from newsgrab.sourcing.tokens import Paragraph, Range


def without_subject(paragraph: Paragraph, source: Range) -> Range:
    """Leave out what is no more of the source by its case, but the subject of what it says."""
    if not paragraph.lexicon.endings["governed"]:
        return source
    has_office = is_office(paragraph.lows[source[0]], paragraph.lexicon)
    for index in range(source[0] + 1, source[1]):
        if not _goes_on(paragraph, index, has_office):
            return source[0], index
        has_office |= is_office(paragraph.lows[index], paragraph.lexicon)
    return source


def _goes_on(paragraph: Paragraph, index: int, has_office: bool) -> bool:
    """Tell whether a word belongs to the words before it: no name behind a body, no noun behind a name."""
    lexicon, low = paragraph.lexicon, paragraph.lows[index]
    was_capital, is_capital = paragraph.has(index - 1, tags.CAPITAL), paragraph.has(index, tags.CAPITAL)
    if was_capital:
        has_no_case = not low.endswith(lexicon.endings["case"])
        is_new = low in lexicon.bodies or (has_no_case and low in lexicon.first_names)
        return is_capital and not is_new  # "Komisji Europejskiej | Polska", "Jana Lisa | Adam Wilk"
    if is_capital:
        return has_office and low.endswith(lexicon.endings["case"])
    if paragraph.has(index, tags.PREPOSITION) or paragraph.has(index - 1, tags.PREPOSITION):
        return True
    is_case = low not in lexicon.types and low not in lexicon.tags
    if is_case and (kind_of_word(low, lexicon) is not None or is_office(low, lexicon)):
        return True
    several = lexicon.endings["genitive"]
    is_behind_several = paragraph.lows[index - 1].endswith(several)  # "ekspertów | ceny"
    return low.endswith(several if is_behind_several else lexicon.endings["governed"])
