"""Topics: the subject of a sentence, be anything said in it or not."""

from __future__ import annotations

from newsgrab.sourcing import tags
from newsgrab.sourcing.continental.adjectives import is_small, may_begin
from newsgrab.sourcing.continental.appositions import with_name
from newsgrab.sourcing.continental.nouns import is_nominal
from newsgrab.sourcing.continental.phrases import phrase_after, subject_behind, whole_phrase_after
from newsgrab.sourcing.continental.preceding import is_doubtful, is_pointer
from newsgrab.sourcing.tokens import Paragraph, Range


def find_subject_of_sentence(paragraph: Paragraph, sentence: Range) -> Range | None:
    """Find the subject at the head of a sentence, or behind its first verb."""
    start, end = sentence
    while start < end and paragraph.has(start, tags.COORDINATOR | tags.ADVERB | tags.QUOTE | tags.COMMA):
        start += 1
    if start < end and paragraph.lexicon.capital_nouns and _is_verb_at_head(paragraph, start):
        return subject_behind(paragraph, start + 1, end)
    phrase = _leading_phrase(paragraph, start, end)
    if phrase is not None and not is_doubtful(paragraph, phrase, (start, end)):
        return phrase
    verb = _first_verb(paragraph, start, end)
    return phrase if verb is None else subject_behind(paragraph, verb + 1, end)


def _is_verb_at_head(paragraph: Paragraph, start: int) -> bool:
    """Tell whether the first word can only be a verb: "Gestern stritt Roth es ab", '"…", murrte er'."""
    return is_small(paragraph, start) and not may_begin(paragraph, start)


def find_named_subject(paragraph: Paragraph, sentence: Range) -> Range | None:
    """Find the subject with the name that explains it: "Sein Anwalt, Jan Roth, wies das zurück"."""
    phrase = find_subject_of_sentence(paragraph, sentence)
    return with_name(paragraph, phrase) if phrase is not None else None


def _leading_phrase(paragraph: Paragraph, start: int, end: int) -> Range | None:
    """Return the phrase at the head, if its case does not keep it from being a subject."""
    phrase = phrase_after(paragraph, start, end)
    if phrase is None or is_pointer(paragraph, phrase):
        return None
    return phrase


def _first_verb(paragraph: Paragraph, start: int, end: int) -> int | None:
    known = filter(paragraph.has_verb, range(start, end))
    verbs = (next(known, None), _verb_behind_phrase(paragraph, start, end))
    return min((verb for verb in verbs if verb is not None), default=None)


def _verb_behind_phrase(paragraph: Paragraph, start: int, end: int) -> int | None:
    """Return the verb of "Im Kongress warb …", which no lexicon has: the small word behind the phrase."""
    if not paragraph.has(start, tags.PREPOSITION):
        return None
    governed = whole_phrase_after(paragraph, start + 1, end)
    index = governed[1] if governed else start + 1
    while governed is None and paragraph.has(index, tags.TIME | tags.DETERMINER):
        index += 1  # "Am Abend warb …"
    is_small = index < end and paragraph.words[index][:1].islower()
    return index if is_small and is_nominal(paragraph, index) else None
