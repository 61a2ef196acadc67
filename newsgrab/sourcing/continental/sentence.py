"""Sentences of the continental grammar: cues, labels, and quotations that only a subject explains."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from newsgrab.sourcing import tags
from newsgrab.sourcing.continental.appositions import with_name
from newsgrab.sourcing.continental.clauses import begins_relative, main_verb, stands_in_relative_clause
from newsgrab.sourcing.continental.contents import find_content
from newsgrab.sourcing.continental.cues import (
    AROUND_SOURCE,
    BEFORE_SOURCE,
    BEHIND_SOURCE,
    VERB,
    Cue,
    find_cues,
)
from newsgrab.sourcing.continental.denials import is_unsaid
from newsgrab.sourcing.continental.governed import without_subject
from newsgrab.sourcing.continental.nouns import has_first_name, is_genitive_name, is_saying
from newsgrab.sourcing.continental.omitted import left_out
from newsgrab.sourcing.continental.phrases import (
    is_governed,
    phrase_before,
    subject_behind,
    whole_phrase_after,
)
from newsgrab.sourcing.continental.places import find_place_of_report
from newsgrab.sourcing.continental.preceding import is_doubtful
from newsgrab.sourcing.continental.references import read_references
from newsgrab.sourcing.continental.speakers import (
    can_speak,
    is_notion,
    is_speaker,
    names_somebody,
    source_before,
    surely_speaks,
)
from newsgrab.sourcing.continental.subjects import find_subject
from newsgrab.sourcing.continental.topics import find_subject_of_sentence
from newsgrab.sourcing.continental.unlisted import read_unlisted
from newsgrab.sourcing.grammar import NOWHERE, Statement
from newsgrab.sourcing.stretches import first_with, has_capital_elsewhere, without_stop
from newsgrab.sourcing.tokens import Paragraph, Range

FEWEST_WORDS = 5  # of a quotation to which nothing leads but the subject of its sentence


def read_sentence(paragraph: Paragraph, sentence: Range) -> Iterator[Statement]:
    """Give the statements of one sentence from left to right."""
    scope = without_stop(paragraph, sentence)
    told = _told_of_last(paragraph, sentence)
    if told is not None:
        yield told
        return
    done = sentence[0]
    last: Range | None = None
    for cue in find_cues(paragraph, scope):
        if cue.first < done:
            continue
        scope = done, scope[1]
        is_joined = paragraph.has(cue.first - 1, tags.COORDINATOR) and cue.first > scope[0]
        if is_joined and cue.kind == VERB:
            source = last or _subject_so_far(paragraph, scope)
        else:
            source = _find_source(paragraph, scope, cue) or left_out(paragraph, scope, cue)
        content = find_content(paragraph, scope, cue, source) if source else None
        if source is None or content is None or is_unsaid(paragraph, cue, source, scope[1]):
            continue
        cited, spoken = _words_of(paragraph, cue), paragraph.place(content)
        yield Statement(paragraph, sentence, source, cited, spoken, _owner(paragraph, source, content))
        done = max(cue.last, source[1] if not is_joined else 0, content[1])
        last = source
    if done == sentence[0] and not is_reported(paragraph, sentence):
        label = read_unlisted(paragraph, sentence) or _read_label(paragraph, sentence)
        yield from (label,) if label else read_references(paragraph, sentence)


def _subject_so_far(paragraph: Paragraph, scope: Range) -> Range | None:
    """Return the subject of the sentence for a verb behind "and", if it is somebody."""
    subject = find_subject_of_sentence(paragraph, scope)
    if subject is None or not names_somebody(paragraph, subject):
        return None
    return subject if paragraph.lexicon.capital_nouns else with_name(paragraph, subject)


def _owner(paragraph: Paragraph, source: Range, content: Range) -> Range | None:
    """Return whose "seinen Angaben" are: of "eigenen Angaben" it is the subject of what they say."""
    word = paragraph.lows[source[0]]
    kind = paragraph.lexicon.pronouns.get(word, "relative")  # "die Angaben" are nobody's
    is_owned = kind != "relative" and is_saying(paragraph, source[1] - 1)
    if not is_owned:
        return None
    subject = None
    if word in paragraph.lexicon.phrases["own"]:
        subject = find_subject_of_sentence(paragraph, content)
    return subject if subject and surely_speaks(paragraph, subject) else (source[0], source[0] + 1)


def _told_of_last(paragraph: Paragraph, sentence: Range) -> Statement | None:
    """Read "Das teilte die Polizei mit.", which reports what the sentence before it says."""
    start, end = without_stop(paragraph, sentence)
    verb = _behind_pointer(paragraph, start)
    earlier = bisect_left(paragraph.sentences, sentence)
    if verb == start and paragraph.lexicon.inflected and paragraph.has(start, tags.CUE):
        start, verb = start + 1, _behind_pointer(paragraph, start + 1)  # "Poinformował o tym Lis"
    if verb == start:
        return None
    cue = next(find_cues(paragraph, (sentence[0], end)), None)
    if cue is None or cue.kind != VERB or _rejects(paragraph, cue):
        return None
    source = _teller(paragraph, (verb, end), cue)
    if source is None or not can_speak(paragraph, source):
        return None
    words, told = _words_of(paragraph, cue), NOWHERE  # in the paragraph before
    if earlier:
        told = paragraph.place(without_stop(paragraph, paragraph.sentences[earlier - 1]))
    return Statement(paragraph, sentence, with_name(paragraph, source), words, told)


def _teller(paragraph: Paragraph, rest: Range, cue: Cue) -> Range | None:
    """Return who told it by the words behind the pointer.

    Where names have cases, the subject may stand before the verb, too: "Об этом мэр сообщил в понедельник".
    """
    if cue.last <= rest[0] and cue.first < rest[0]:
        return subject_behind(paragraph, *rest)
    if _follows(paragraph, rest[0], cue):
        return subject_behind(paragraph, cue.last, rest[1]) or find_place_of_report(paragraph, rest, cue)
    if not paragraph.lexicon.inflected:
        return None
    before = phrase_before(paragraph, cue.first, rest[0])
    heads = before is not None and before[0] == rest[0]
    return before if before and heads and names_somebody(paragraph, before) else None


def _follows(paragraph: Paragraph, start: int, cue: Cue) -> bool:
    """Tell whether the verb stands behind the pointer, a time at most between them.

    Where names have cases, any phrase with a preposition may: "Об этом в эфире телеканала сообщила …".
    """
    between = tags.TIME | tags.ADVERB | tags.PREPOSITION | tags.NUMBER
    if paragraph.lexicon.inflected and paragraph.has(start, tags.PREPOSITION):
        between |= tags.WORD | tags.COMMA
    return start <= cue.first and all(paragraph.has(index, between) for index in range(start, cue.first))


def _rejects(paragraph: Paragraph, cue: Cue) -> bool:
    """Tell whether the verb denies what it points to: "Das lehnte die Stadt ab"."""
    words = paragraph.lows[slice(*_words_of(paragraph, cue))]
    verbs = paragraph.lexicon.verbs, paragraph.lexicon.split_verbs
    rejecting = paragraph.lexicon.phrases["rejecting"]
    return any(table[word].lemma in rejecting for table in verbs for word in words if word in table)


def _behind_pointer(paragraph: Paragraph, start: int) -> int:
    """Return the token behind words such as "das" or "об этом" at the beginning, else the first."""
    for words in paragraph.lexicon.phrases["pointing"]:
        pointer = tuple(words.split())
        if paragraph.says(start, pointer):
            return start + len(pointer)
    return start


def read_announcement(paragraph: Paragraph, sentence: Range) -> Statement | None:
    """Return "Berg schrieb:" as a statement still without content."""
    for cue in reversed(list(find_cues(paragraph, sentence))):
        if stands_in_relative_clause(paragraph, sentence[0], cue):
            continue  # "Berg sei das, was Roth ihm vorwerfe:"
        source = _find_source(paragraph, sentence, cue)
        if source is not None:
            return Statement(paragraph, sentence, source, _words_of(paragraph, cue), NOWHERE)
    return None


def is_reported(paragraph: Paragraph, sentence: Range) -> bool:
    """Tell whether the sentence is in the mood of reported speech: "Dies sei nicht der Fall."."""
    if first_with(paragraph, sentence, tags.SUBJUNCTIVE) is None:  # as in most, whatever their verb is
        return False
    verb = main_verb(paragraph, sentence)
    if verb is None or not paragraph.has(verb, tags.SUBJUNCTIVE):
        return False
    beside = {paragraph.low(verb - 1), paragraph.low(verb + 1)}
    return not any(paragraph.lexicon.pronouns.get(low) == "speaker" for low in beside)  # "ich habe"


def find_speaker(paragraph: Paragraph, sentence: Range, behind: Range) -> Range | None:
    """Return the subject of a sentence, if the one behind it, a quotation or reported, may be its words."""
    subject = find_subject_of_sentence(paragraph, sentence)
    if subject is None or not can_speak(paragraph, subject) or not _is_called(paragraph, subject):
        return None
    mood = main_verb(paragraph, behind)
    return subject if mood is None or _is_reporter(paragraph, sentence, subject, mood) else None


def _is_called(paragraph: Paragraph, subject: Range) -> bool:
    """Tell whether a phrase is a pronoun, a name or an office alone: an unknown verb may pass for a noun."""
    if paragraph.lexicon.capital_nouns:
        return not paragraph.has(subject[1], tags.DASH)  # "Und Briefe – für wen auch immer."
    if has_first_name(paragraph, subject):
        return True
    last, is_short = subject[1] - 1, subject[1] - subject[0] <= 2
    return paragraph.has(last, tags.CAPITAL) or (is_short and paragraph.has(last, tags.PRONOUN | tags.ROLE))


def _is_reporter(paragraph: Paragraph, sentence: Range, subject: Range, mood: int) -> bool:
    """Tell whether the subject is one known person or body that acts, and the mood is no condition."""
    verb = main_verb(paragraph, sentence)
    if paragraph.has(mood, tags.CONDITIONAL) or (verb is not None and paragraph.has(verb, tags.BE)):
        return False
    is_known = paragraph.has(subject[0], tags.DETERMINER | tags.PRONOUN | tags.ROLE | tags.TITLE)
    is_named = paragraph.lows[subject[0]] in paragraph.lexicon.first_names
    is_one = not paragraph.has(subject[0], tags.QUANTIFIER | tags.NUMBER | tags.PLURAL)
    return (is_known or is_named) and is_one and surely_speaks(paragraph, subject)


def _words_of(paragraph: Paragraph, cue: Cue) -> Range:
    """Return the words to print for a cue: of "hat … gesagt" the participle."""
    if cue.participle is not None and paragraph.has(cue.participle, tags.CUE):
        return cue.participle, cue.participle + 1
    return cue.first, cue.last


def _find_source(paragraph: Paragraph, scope: Range, cue: Cue) -> Range | None:
    if cue.kind == AROUND_SOURCE:
        return next((i, i + 1) for i in range(cue.first, cue.last) if _is_person(paragraph, i))
    if cue.kind == BEFORE_SOURCE:
        if _is_relative(paragraph, cue):
            return None  # "eine Studie, laut der die Stadt wächst"
        start = cue.last
        while paragraph.has(start, tags.ADVERB) and not paragraph.has(start, tags.DETERMINER):
            start += 1  # ", so auch Berg"
        source = _without_saying(paragraph, whole_phrase_after(paragraph, start, scope[1]))
        source = without_subject(paragraph, source) if source else None
        source = source if source and is_speaker(paragraph, source, cue) else None
        source = None if source and is_notion(paragraph, source) else source
    elif cue.kind == BEHIND_SOURCE:
        return source_before(paragraph, cue.first, scope[0])
    else:
        source = find_subject(paragraph, scope, cue)
    return with_name(paragraph, source) if source else None


def _is_relative(paragraph: Paragraph, cue: Cue) -> bool:
    """Tell whether the word behind the cue begins a relative clause, and is no article."""
    is_set_off = paragraph.lexicon.capital_nouns and paragraph.has(cue.first - 1, tags.COMMA)
    return is_set_off and paragraph.has(cue.first, tags.PREPOSITION) and begins_relative(paragraph, cue.first)


def _is_person(paragraph: Paragraph, index: int) -> bool:
    return paragraph.lows[index] in paragraph.lexicon.pronouns


def _without_saying(paragraph: Paragraph, source: Range | None) -> Range | None:
    """Return the name alone of "nach Linds Angaben"."""
    if source is None:
        return None
    for index in range(source[0], source[1] - 1):
        if is_saying(paragraph, index) and paragraph.has(index + 1, tags.CAPITAL):
            source = source[0], index + 1  # "nach eigenen Angaben Einladungen verschickt"
            break
    if source[1] - source[0] < 2 or not is_saying(paragraph, source[1] - 1):
        return source
    name = source[1] - 2
    return (source[0], name + 1) if is_genitive_name(paragraph, name) else source


def _read_label(paragraph: Paragraph, sentence: Range) -> Statement | None:
    """Read 'Anna Berg: "…"', and a quotation in a sentence whose subject is somebody."""
    quote = first_with(paragraph, sentence, tags.QUOTE)
    if quote is None:
        return None
    has_colon = paragraph.has(quote - 1, tags.COLON)
    if not has_colon and not paragraph.lexicon.capital_nouns:
        return None  # without capitals a verb may pass for a noun
    named = _name_before_colon(paragraph, sentence[0], quote - 1) if has_colon else None
    source = named or find_subject_of_sentence(paragraph, sentence)
    if not has_colon and (_is_name(paragraph, quote) or _is_short(paragraph, quote)):
        return None  # 'die Sendung „Blick ins Land“'
    if not has_colon and (paragraph.has(quote - 1, tags.BE) or paragraph.has(quote + 1, tags.BE)):
        return None  # 'Die Werft ist „ganz und gar Handwerk“'
    if source is None:
        return None
    if is_doubtful(paragraph, source, sentence) or _may_be_heading(paragraph, source):
        return None  # 'Sinngemäß: "…"', 'Preis: "…"'
    if source[1] - source[0] == 1 and paragraph.lexicon.pronouns.get(paragraph.lows[source[0]]) == "neuter":
        return None  # "Ähnlich sieht es der Verein: …"
    if not (can_speak(paragraph, source) if has_colon else surely_speaks(paragraph, source)):
        return None
    is_shown = source[1] == quote - 1 and names_somebody(paragraph, source)  # no "La risposta del sindaco: …"
    if has_colon and not is_shown and not paragraph.lexicon.capital_nouns:
        return None
    mark = (quote - 1, quote) if has_colon else (source[1] - 1, source[1])
    return Statement(paragraph, sentence, source, mark, paragraph.place((quote, quote + 1)))


def _is_name(paragraph: Paragraph, quote: int) -> bool:
    """Tell whether quoted words begin with a capital and end like no sentence."""
    quotation = paragraph.quotations[quote]
    if not paragraph.text[quotation.inner_start].isupper():
        return False
    ends_sentence = paragraph.last_quoted(quote) in ",.!?…" or paragraph.has(quote + 1, tags.COMMA)
    return not ends_sentence or paragraph.has(quote - 1, tags.CAPITAL | tags.DETERMINER | tags.PREPOSITION)


def _may_be_heading(paragraph: Paragraph, source: Range) -> bool:
    """Tell whether nothing shows that a noun before a colon is a name."""
    if not paragraph.lexicon.capital_nouns or source[1] - source[0] > 1 or surely_speaks(paragraph, source):
        return False
    return not has_capital_elsewhere(paragraph, source[0])


def _is_short(paragraph: Paragraph, quote: int) -> bool:
    """Tell whether quoted words are too few to be what a subject without a verb of saying says.

    With a comma behind, '"…", murrte Lind', the verb is one that no list has.
    """
    if paragraph.begins_sentence(quote) and paragraph.has(quote + 1, tags.COMMA):
        return False
    quotation = paragraph.quotations[quote]
    return len(paragraph.text[quotation.inner_start : quotation.inner_end].split()) < FEWEST_WORDS


def _name_before_colon(paragraph: Paragraph, floor: int, colon: int) -> Range | None:
    """Return the person right before a colon: '…, and der Minister Jan Holt: "…"'."""
    phrase = phrase_before(paragraph, colon, floor)
    is_name = phrase is not None and has_first_name(paragraph, phrase)
    return phrase if is_name and phrase and not is_governed(paragraph, phrase, floor) else None
