"""The words under a picture told apart: what it shows, and whose it is."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache

from newsgrab.rules.lexicon import any_of, words
from newsgrab.text import FULL_STOPS, SENTENCE_ENDS, collapse, is_small

_LONGEST = 2_000  # characters
_LONGEST_CREDIT = 160  # characters
_LONGEST_TAIL = 90  # characters behind a caption
_MOST_TAIL_WORDS = 12
_STOPS = "".join(FULL_STOPS)
_LABEL = any_of("credits.labels")
_HOUSE = any_of("credits.houses")
_OPENING = any_of("credits.openings")
_SHORT = any_of("credits.short")
_THANKED = re.compile(rf"{any_of('credits.thanks')}\s", re.IGNORECASE)
_COPYRIGHT = any_of("credits.copyright")
_COLON = "[:：=＝՝៖፦]"  # of Armenian, Khmer and Amharic, too
_LABELLED = re.compile(
    rf"^\W*(?:{_LABEL})\s*(?:{_COLON}|/)\s*|^\W*(?:{_OPENING})[\s:]*(?=\S)|^[(\[]?(?:©|ⓒ|\(c\))\s*"
    rf"|^[(\[]?{_SHORT}\s*(?-i:(?=[^\W\d_a-zа-яё]))",
    re.IGNORECASE,
)
LAST_LABEL = re.compile(rf"(?<![\s|–—-])[\s|–—-]+(?:©|{_COPYRIGHT})\s*$", re.IGNORECASE)
_BRACKETED = re.compile(
    r"^(.*?\S)?\s*[(\[（]([^()\[\]（）]{2,160}(?:\([^()]{0,40}\)[^()]{0,40})?)[)\]）]\s*\.?$", re.DOTALL
)
_LABEL_INSIDE = re.compile(
    rf"(?:^|[\s.!?{_STOPS}！？」|/–—=＝(（-])"
    rf"((?:(?:{_LABEL})\s*{_COLON}|{_SHORT}\s|(?<=[.!?…”{_STOPS}]\s)(?:{_LABEL})(?:\s[|/]|\s?[–—-]\s)|{any_of('credits.openings-inside')}\s|©|ⓒ|\(c\)\s).*)$",
    re.IGNORECASE | re.DOTALL,
)
_JAPANESE = re.compile(
    rf"^(.+?)[＝=]((?:{any_of('credits.japanese-beginnings')}|[^＝=]{{1,20}}{any_of('credits.japanese-endings')}).*)$"
)
_CHINESE = re.compile(rf"^(.+[。！？”])\s*([^。！？”，]{{2,12}}{any_of('credits.chinese-endings')})$")
_CHINESE_APART = re.compile(  # "… 海港新闻记者 王明 图"
    rf"^(.+[。！？”])\s*([^。！？”，]{{2,20}}\s{any_of('credits.chinese-endings-apart')})$"
)
_TAKEN_IN_CHINESE = re.compile(rf"[^。！？”，\s]{{2,12}}{any_of('credits.chinese-endings')}")
# "Boats at the pier / J. Jonaičio / Agency nuotr.": a label that follows the name.
_ENDED = re.compile(
    rf"^(.*?\S)??\s*(?:^|\s[/|–—-]\s|[(\[]|(?<=[.!?…”“])\s)\s*"
    rf"((?:(?!\w{{3}}[.!?…”“]\s)[^/|()\[\]]){{2,60}}(?:\s?/\s?[^/|()\[\]]{{2,40}})?\s{any_of('credits.last-labels')})[)\]]?$",
    re.IGNORECASE | re.DOTALL,
)
_SENTENCE_INSIDE = re.compile(r"[.!?]\s+[^\W\d_]{3,}\s+\w+\s+\w+\s+\w+")
_TAIL = re.compile(r"^(.*(?:(?<!\b\w)[.]|[!?…。”\"»|]))\s*([^.!?…|]{2,90})$", re.DOTALL)
# "Boats at the pier / J. Doe/Haven Post"
_INITIALED = re.compile(
    r"^(.*\S)\s[/|]\s((?:[^\W\d_]\.\s?){1,2}[^\W\d_][\w-]+(?:\s?/\s?[^/|]{2,30})?)$", re.DOTALL
)
_BARRED = re.compile(r"^(.*\S)\s([/|–—-])\s([^|.!?]{2,60})$", re.DOTALL)
_HOUSED = re.compile(rf"(?:^|[\s/,|·=-])(?:{_HOUSE})\W*$|^\W*(?:{_HOUSE})\s*(?:[/|–-]|$)", re.IGNORECASE)
# Behind a label, what is told: "Source: nobody knows where the letter is".
_TOLD = re.compile(r"(?:[a-zß-ÿčšžćđěřśźżłğışа-яёіїє][^\W\d_]*[ ,]+){4}[a-zß-ÿčšžćđěřśźżłğışа-яёіїє]")
_SENTENCE_END = re.compile(r"(?:[^\W\d_]{3,}|[^\W\d_a-zA-Z]{2,})[.!?…。](?:\s|$)")
_ENDS = frozenset('.!?…。|/–—-)(»”"')
_SLASHED = re.compile(r"^[^\s/.][^/.]{1,40}(?:\s?/\s?[^/.]{2,40}){1,2}$")
_NAME = r"[^\W\d_]\S{0,30}"
# "Lena Voss for The Daily Ledger", "كريم نجار/أخبار الساحل": who took it, and for whom.
_COMMISSIONED = re.compile(
    rf"^{_NAME}(?: {_NAME}){{1,3}}(?: (?i:{any_of('credits.for')}) |\s?/\s?){_NAME}(?: {_NAME}){{0,4}}$"
)
# Behind a caption in a script that sets no words apart: "… 서 있다. 항구일보".
_PAPER = re.compile(rf"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{{2,12}}{any_of('people.outlet-endings')}")
# "Boats leave at noon. Jane Doe, havenpost.com"
_SITED = re.compile(
    r"^(.*[.!?…”\"»)])\s+((?:[^\W\d_a-z][\w.'’-]+\s){1,3}[^\W\d_a-z][\w'’-]+,\s[\w-]+\.[a-z]{2,4})$",
    re.DOTALL,
)
# "Post photo by Jane Doe", in brackets behind a caption
_TAKEN_FOR = re.compile(rf"(?:[A-Z]\S*\s){{1,3}}(?i:{any_of('credits.openings-inside')})\s(?=[^\W\d_a-z])")
# "Boats leave at noon. | HAVEN POST"
_SHOUTED = re.compile(r"^(.*[.!?…”\"»)])\s*\|\s*((?=[^\W\d_]{2})[^|a-zß-ÿ.!?]{2,60})$", re.DOTALL)
_WIDE_MARK = re.compile("[（(]Ｃ[)）]|（[Cc]）")
_SAID = (*SENTENCE_ENDS, '"', "”", "»")  # how a caption ends that a credit stands behind
_JAPANESE_PLACES = words("credits.japanese-places")
_LAST_LABELS = words("credits.last-labels")
_NO_NAMES = frozenset((*words("credits.places"), *words("credits.labels")))
_HOUSES_IN_BRACKETS = frozenset(words("credits.houses-in-brackets"))
_LABELS = frozenset(words("credits.labels"))
_ANNOUNCING = _LABELS.union(words("credits.openings"))
_SMALL = frozenset((*words("people.small"), "&"))
_MOST_PROPER_WORDS = 6
_FEWEST_IN_CAPTION = 3  # words, before a bar
_OF = any_of("credits.of")
_NUMBERED = re.compile(rf"^[(\[]?\d{{1,3}}\s*{_OF}\s*\d{{1,3}}(?:[)\]]\s*|\s*\|\s*)(?=\S)", re.IGNORECASE)
_UNFOLDED = re.compile(rf"(?<=[.!?…。»”\")])\s+(?:…\s*)?{any_of('credits.unfolds')}\W*$", re.IGNORECASE)
_RIGHTS = any_of("credits.rights")
_RESERVED = re.compile(rf"^\W*{_RIGHTS}\b|(?:^|[^\w“\"«])\s*{_RIGHTS}[\s.]*$", re.IGNORECASE)
_RESERVED_INSIDE = re.compile(
    rf"^(.*(?:(?<!\d)\.|[!?…。”\"»]))\s+([^.!?…]{{2,90}}[.,]?\s+{_RIGHTS}[\s.]*)$", re.IGNORECASE | re.DOTALL
)
_RESERVED_BEHIND = re.compile(rf"^(.*\S)\s+[|–—-]\s+({_RIGHTS})[\s.]*$", re.IGNORECASE | re.DOTALL)
_OWN = re.compile(  # "Il molo di sera (foto d'archivio)"
    rf"^(.*\S)?(?:^|(?<=[.!?…”»])\s|\s?[|–—(\[]|\s[/-])\s*({any_of('credits.own')})\s*[)\]]?\.?$",
    re.IGNORECASE | re.DOTALL,
)
# "La cámara durante la votación (Juana Pérez)": a name behind words that name nobody says whose it is.
_UNNAMED = re.compile(r"(?:\w+\W+){5,}[a-zß-ÿ]{4,} ?\((?:[A-ZÀ-Þ][a-zß-ÿ'’-]+ ?|[A-Z]\. ){2,3}(?<! )\)$")
_MAIL = re.compile(r"[\s,|/–—(-]*[^\s@,|/(]+@[^\s@,|/)]+\.\w{2,}\)?")
_OFFERED = re.compile(rf"(?<![\s|,–—-])[\s|,–—-]*(?:{any_of('credits.offers')})\W*$", re.IGNORECASE)


@lru_cache(maxsize=256)
def split_words(text: str) -> tuple[str | None, str | None]:
    """Return the caption and the credit line in a text, each None where it has none.

    >>> split_words("Boats leave. Photo: John Roe/ENA")
    ('Boats leave.', 'John Roe/ENA')
    >>> split_words("Boats leave at noon. PHOTO | JOHN ROE")
    ('Boats leave at noon.', 'JOHN ROE')
    """
    text = _OFFERED.sub("", collapse(_WIDE_MARK.sub(" © ", text)))
    if text.startswith(". ") and is_labelled(text[2:]):
        text = text[2:]
    if not text or len(text) > _LONGEST:
        return text or None, None
    parts = next(filter(None, (split(text) for split in _SPLITS)), None)
    if parts is None:
        return _bare_caption(text), None
    caption = _bare_caption(collapse(parts[0])).rstrip(" |–—-/([,")
    return caption or None, bare_credit(parts[1]) or None


def _bare_caption(text: str) -> str:
    """Take off a caption its number in a gallery, what unfolds it, and the label of a credit line."""
    return LAST_LABEL.sub("", _UNFOLDED.sub("", _NUMBERED.sub("", text)))


def _by_pattern(text: str, *patterns: re.Pattern[str]) -> tuple[str, str] | None:
    """Split a text into the two groups of the first pattern that fits it."""
    found = next(filter(None, (pattern.match(text) for pattern in patterns)), None)
    return (found[1] or "", found[2]) if found else None


def is_credit(text: str) -> bool:
    """Tell whether a line is a credit and nothing else."""
    if len(text) > _LONGEST_CREDIT:
        return False
    if _RESERVED.search(text) and not _RESERVED_INSIDE.match(text):
        return True
    label = _LABELLED.match(text)
    if label and _TOLD.match(text, label.end()):
        return False
    if label and not _SENTENCE_INSIDE.search(text, label.end()):
        return not (text[label.end() : label.end() + 1].islower() and _SENTENCE_END.search(text))
    if len(text.split()) > _MOST_TAIL_WORDS or _SENTENCE_END.search(text):
        return False
    return bool(_HOUSED.search(text))


def is_labelled(text: str) -> bool:
    """Tell whether a line is a credit that a label begins: "Photo: Jane Doe"."""
    return bool(_LABELLED.match(text)) and is_credit(text)


def is_label(text: str) -> bool:
    """Tell a label that nothing follows: whom it announces stands elsewhere, or nowhere.

    >>> is_label("Photograph by"), is_label("(Bildquelle:"), is_label("Foto: Anna Muster")
    (True, True, False)
    """
    return collapse(text).strip(" :：([").lower() in _ANNOUNCING


def ends_in_label(text: str) -> bool:
    """Tell whether a caption ends with a credit that has its label.

    >>> ends_in_label("Boats leave the pier, Foto: Jane Doe"), ends_in_label("Source: he said at noon.")
    (True, False)
    >>> ends_in_label("Il porto di sera (foto Rossi)"), ends_in_label("Il porto (foto di sera)")
    (True, False)
    """
    text = collapse(text)
    bracketed = _BRACKETED.match(text)
    if bracketed and bracketed[1] and _is_signed(bracketed[2]):
        return True
    caption, credit = _by_label(text) or ("", "")
    is_of_sentence = credit[:1].islower() and caption.rstrip()[-1:].isalnum()  # "… says the photographer: …"
    return 0 < len(credit) <= _LONGEST_TAIL and not is_of_sentence and not _SENTENCE_END.search(credit)


@cache
def _marks() -> re.Pattern[str]:
    """Return the labels and signs that a credit line begins with."""
    behind = rf"\s*(?:{_COLON}|(?=©))|/(?=\S)|\s+(?:{any_of('credits.by')})\b\s*:?|\s[|/]\s|\s?[–—-]\s"
    sign = rf"(?:©|ⓒ|\(c\)|{_COPYRIGHT}\b)\s*:?"
    return re.compile(
        rf"^[\s(\[|/–—-]*(?:(?:(?:{_LABEL})(?:{behind})|{_SHORT}\s+|{sign})\s*)+", re.IGNORECASE
    )


@cache
def _label_in_brackets() -> re.Pattern[str]:
    """Return the label of "(Photo - Jane Doe)"."""
    return re.compile(rf"(?:{_LABEL})\s*[–—-]\s*(?=\S)", re.IGNORECASE)


def bare_credit(text: str) -> str:
    """Take labels and brackets off a credit line.

    >>> bare_credit("(Foto: Anna Muster / ENA)")
    'Anna Muster / ENA'
    >>> bare_credit("AP Photo/John Roe"), bare_credit(": John Roe")
    ('AP Photo/John Roe', 'John Roe')
    >>> bare_credit("Jane Doe, jdoe@post.example")
    'Jane Doe'
    """
    without = _MAIL.sub("", text) if "@" in text else text
    bare = _marks().sub("", collapse(without)).strip(" |–—-").removeprefix(": ")
    if bare.startswith("(") and bare.endswith(")") and bare.count("(") == 1:
        bare = bare[1:-1].strip()
    if bare.endswith(")") and bare.count("(") < bare.count(")"):
        bare = bare[:-1].rstrip()
    return bare.strip("[]|–—; ") if bare else collapse(text)


def _by_brackets(text: str) -> tuple[str, str] | None:
    found = _BRACKETED.match(text)
    if not found:
        return None
    inside = found[2]
    if found[1] and _is_signed(inside):
        return found[1], inside.partition(" ")[2]
    if found[1] and (label := _label_in_brackets().match(inside)):
        return found[1], inside[label.end() :]
    is_told = bool(
        _HOUSED.search(inside)
        or _TAKEN_IN_CHINESE.fullmatch(inside)
        or _RESERVED.search(inside)
        or inside.lower() in _HOUSES_IN_BRACKETS
        or _is_labelled_last(inside)
        or _TAKEN_FOR.match(inside)
        or _UNNAMED.match(text)
    )
    if not found[1] or found[1].endswith(_SAID):
        is_given = is_told or is_proper(inside) or _is_commissioned(inside)
    else:
        is_given = is_told or bool(_LABELLED.match(inside)) or _is_commissioned(inside)
    return (found[1] or "", inside) if is_given else None


def is_proper(text: str) -> bool:
    """Tell a name, as it stands in brackets behind a whole caption, from a place in the picture.

    >>> is_proper("The Haven Post"), is_proper("Left"), is_proper("on Friday"), is_proper("Archive photo")
    (True, False, False, False)
    """
    parts = text.split()
    return len(parts) <= _MOST_PROPER_WORDS and all(
        (part[0].isupper() or part in _SMALL) and part.lower() not in _NO_NAMES for part in parts
    )


def _is_signed(text: str) -> bool:
    """Tell a label and a name, as in brackets behind a caption: "foto Rossi"."""
    label, _, name = text.partition(" ")
    return label.lower() in _LABELS and bool(name) and is_proper(name)


def _is_labelled_last(text: str) -> bool:
    """Tell a name and a label, as in brackets behind a caption: "ENA Photo".

    >>> _is_labelled_last("ENA Photo"), _is_labelled_last("Archive photo"), _is_labelled_last("in the photo")
    (True, False, False)
    """
    name, _, label = text.rpartition(" ")
    return label.lower() in _LABELS and bool(name) and is_proper(name)


def _is_commissioned(text: str) -> bool:
    """Tell whether a line names a person and whom the picture was taken for."""
    return bool(_COMMISSIONED.match(text)) and not any(word[0].islower() for word in (text, text.split()[-1]))


def _by_label(text: str) -> tuple[str, str] | None:
    found = _LABEL_INSIDE.search(text)
    if not found or len(found[1]) > _LONGEST_CREDIT or not text[: found.start(1)].strip(" (（|"):
        return None
    if is_small(bare_credit(found[1])[:1]) and text[: found.start(1)].rstrip()[-1:] not in _ENDS:
        return None
    return text[: found.start(1)], found[1]


def _by_japanese(text: str) -> tuple[str, str] | None:
    """Split off what stands behind "＝"; a day and a place before the photographer are the caption's."""
    found = _JAPANESE.match(text)
    if not found:
        return None
    before, _, last = found[2].rpartition("、")
    is_told = any(
        part.endswith(_JAPANESE_PLACES) or any(map(str.isdigit, part)) for part in before.split("、")
    )
    return (f"{found[1]}＝{before}", last) if is_told else (found[1], found[2])


def _by_last_label(text: str) -> tuple[str, str] | None:
    is_ended = text.rstrip(")]").lower().endswith(_LAST_LABELS)  # which costs little beside the pattern
    return _by_pattern(text, _ENDED) if is_ended else None


def _by_slash(text: str) -> tuple[str, str] | None:
    """Split off a supplier behind a bar, or a name and a paper's: "Boats at the pier - J. Doe/Haven Post"."""
    found = _BARRED.match(text)
    if found is None or len(found[1].split()) < _FEWEST_IN_CAPTION:
        return None
    caption, sign, name = found.groups()
    is_told = _HOUSED.search(name) if sign in "/|" else "/" in name and _is_commissioned(name)
    return None if not is_told or is_proper(caption) or is_labelled(caption) else (caption, name)


def _by_tail(text: str) -> tuple[str, str] | None:
    """Split off a short last piece that ends in a supplier's name, or is a label and a name."""
    found = _TAIL.match(text)
    if not found or len(found[2].split()) > _MOST_TAIL_WORDS or len(found[2]) > _LONGEST_TAIL:
        return None
    label, _, name = found[2].partition(" ")
    name = name.lstrip("–—- ")
    if label.lower() in _LABELS and name and is_proper(name):
        return found[1], name
    is_told = (
        _HOUSED.search(found[2])
        or _THANKED.match(found[2])
        or _SLASHED.match(found[2])
        or _is_commissioned(found[2])
        or _PAPER.fullmatch(found[2])
    )
    return (found[1], found[2]) if is_told else None


# Each splits a text that has a caption and a credit line of its kind; the surest kinds come first.
_SPLITS: tuple[Callable[[str], tuple[str, str] | None], ...] = (
    lambda text: _by_pattern(text, _OWN),
    lambda text: ("", text) if is_labelled(text) else None,
    _by_brackets,
    lambda text: _by_pattern(text, _RESERVED_BEHIND, _RESERVED_INSIDE),
    _by_last_label,
    _by_label,
    _by_japanese,
    lambda text: _by_pattern(text, _CHINESE, _CHINESE_APART),
    _by_slash,
    lambda text: ("", text) if is_credit(text) else None,
    lambda text: _by_pattern(text, _INITIALED, _SITED, _SHOUTED),
    _by_tail,
)
