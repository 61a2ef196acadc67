"""How the claims of one field become its value: what is believed, what is refused, and how it is spelled."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from urllib.parse import urljoin, urlsplit

from newsgrab.extraction.fields.titles import without_site, without_unspaced_site
from newsgrab.extraction.lines.creditlines import bare_credit
from newsgrab.extraction.lines.moments import read_moment
from newsgrab.extraction.page.wording import fold, plain
from newsgrab.model import Claim
from newsgrab.rules.lexicon import word_set, words
from newsgrab.urls import without_userinfo

_LONGEST_HEADLINE = 500  # characters
_LONGEST_TEXT = 5_000  # characters of any other field
_MOST_KEYWORDS = 50
_LONGEST_KEYWORD = 80  # characters
_LONGEST_CALL = 200  # characters, from the beginning of a note
# In scripts that set no space between words, a space parts two keywords.
_KEYWORD_BREAK = re.compile(
    r"[,;，；、]\s*|\s*\|\s*|(?<=[\u3040-\u30ff\u4e00-\u9fff])\s+(?=[\u3040-\u30ff\u4e00-\u9fff])"
)
_FEWEST_LETTERS = 8  # of a headline, to tell its script
_MOST_LATIN = 0.2  # of the letters of one in another script, for names
_LATIN = (("A", "\u036f"), ("\u1e00", "\u1eff"))
_LANGUAGE = re.compile(r"^([a-zA-Z]{2,3})(?:[-_]([a-zA-Z]{4}))?(?:[-_]([a-zA-Z]{2}|\d{3}))?\b")
_GENRE = re.compile(
    r"^(Reportage|Opinion|Analysis|Review|Background|AskPublic|Satirical)(?:News)?Article$|^(Live)Blog"
)
_PAID = frozenset({"false", "locked", "metered", "paid", "premium", "no", "0"})
_FREE = frozenset({"true", "free", "yes", "1"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A value and the claims it was read from."""

    value: object = None
    chosen: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of a page while its fields are read."""

    url: str = ""
    base_url: str = ""
    retrieved_at: datetime | None = None
    values: Mapping[str, object] = field(default_factory=dict)  # the fields that were read before

    def text(self, name: str) -> str:
        """Return a field that was read before, as text, "" where it is absent."""
        return str(self.values.get(name, ""))

    def text_tuple(self, name: str) -> tuple[str, ...]:
        """Return a field of several texts that was read before."""
        value = self.values.get(name)
        return tuple(map(str, value)) if isinstance(value, tuple) else ()


def first_text(claims: tuple[Claim, ...], known: Known) -> Reading:  # noqa: ARG001  one signature for all
    """Take the first claim that has words."""
    for claim in claims:
        text = plain(claim.value)[:_LONGEST_TEXT]
        if text:
            return Reading(value=text, chosen=(claim,))
    return Reading()


def usage_terms(claims: tuple[Claim, ...], known: Known) -> Reading:
    """Take the first claim that has words, or is the address of some; never with a password."""
    found = first_text(claims, known)
    address = str(found.value or "")
    if address.lower().startswith(("http://", "https://")):
        return replace(found, value=without_userinfo(address))
    return found


def correction(claims: tuple[Claim, ...], known: Known) -> Reading:
    """Take the first note that corrects; what asks readers to report a mistake is none."""
    calls = words("printed.correction-calls")
    told = ((claim, plain(claim.value)[:_LONGEST_CALL].lower()) for claim in claims)
    return first_text(tuple(claim for claim, text in told if not any(call in text for call in calls)), known)


def publisher(claims: tuple[Claim, ...], known: Known) -> Reading:
    """Take the first name; an address or a handle is none, and its label no part of it."""
    named = tuple(
        claim for claim in claims if "://" not in claim.value and not claim.value.strip().startswith("@")
    )
    reading = first_text(named, known)
    return replace(reading, value=bare_credit(str(reading.value))) if reading.value else reading


def headline(claims: tuple[Claim, ...], known: Known) -> Reading:
    """Take the printed one; else the metadata's without the name of the site."""
    for claim in claims:
        text = plain(claim.value)
        if not claim.locator.startswith("h1:"):
            short = _without_publisher(text, known)
            # Before a colon stands what the headline is about: "Editorial: One year of the Haven Post".
            text = text if claim.origin == "page" and text.startswith(f"{short}:") else short
            text = without_unspaced_site(text)
        if text:
            return Reading(value=text[:_LONGEST_HEADLINE].strip(), chosen=(claim,))
    return Reading()


def _without_publisher(text: str, known: Known) -> str:
    """Cut the publisher's name, or the host's, off either end.

    >>> _without_publisher("Ferry sinks - The Haven Post", Known(values={"publisher": "Haven Post"}))
    'Ferry sinks'
    """
    name = fold(known.text("publisher")).removeprefix("the ")
    host = (urlsplit(known.url).hostname or "").removeprefix("www.")
    label = host.rpartition(".")[0].replace("-", "")
    for part in without_site(text):
        at = text.find(part)
        rest = fold(text[:at] + " " + text[at + len(part) :])
        squeezed = rest.replace(" ", "")
        if (name and name in rest) or (
            len(label) > 2 and (label in squeezed or squeezed in host.replace("-", "").replace(".", ""))
        ):
            return part if at else _without_publisher(part, known)
    return text


def alternative_headline(claims: tuple[Claim, ...], known: Known) -> Reading:
    """Take a second headline that says something else than the first and than the standfirst."""
    first, printed = fold(known.text("headline")), fold(known.text("standfirst"))
    told = ((claim, fold(plain(claim.value))) for claim in claims)
    reading = first_text(tuple(claim for claim, text in told if text not in first and text != printed), known)
    return reading if len(str(reading.value or "")) <= _LONGEST_HEADLINE else Reading()


def standfirst(claims: tuple[Claim, ...], known: Known) -> Reading:
    """Take what is printed, in the lines it has, unless it only repeats the headline."""
    for claim in claims:
        text = "\n".join(filter(None, map(plain, claim.value.split("\n"))))[:_LONGEST_TEXT]
        if text and fold(text) != fold(known.text("headline")):
            return Reading(value=text, chosen=(claim,))
    return Reading()


def description(claims: tuple[Claim, ...], known: Known) -> Reading:
    """Take the metadata's summary where it is neither the standfirst nor the headline."""
    printed = fold(known.text("standfirst"))
    reading = first_text(claims, known)
    folded = fold(str(reading.value or ""))
    if not folded or folded == fold(known.text("headline")) or (printed and _begins_alike(folded, printed)):
        return Reading()
    return reading


def _begins_alike(one: str, other: str) -> bool:
    shorter = min(len(one), len(other), 60)
    return one[:shorter] == other[:shorter]


def dateline(claims: tuple[Claim, ...], known: Known) -> Reading:
    """Take the first that names a place: some pages state a time under that name."""
    return first_text(tuple(claim for claim in claims if not _is_time(claim.value.strip())), known)


def _is_time(text: str) -> bool:
    return text[:1].isdecimal() or isinstance(read_moment(text), datetime)


def keywords(claims: tuple[Claim, ...], known: Known) -> Reading:
    """Take all keywords of the best place, split at commas."""
    del known
    best: list[Claim] = [claim for claim in claims if claim.locator == claims[0].locator]
    parts = [plain(part) for claim in best for part in _KEYWORD_BREAK.split(plain(claim.value))]
    kept = tuple(dict.fromkeys(part for part in parts if _is_keyword(part)))[:_MOST_KEYWORDS]
    return Reading(value=kept, chosen=tuple(best)) if kept else Reading()


def _is_keyword(part: str) -> bool:
    """Tell a keyword from what an attribute without its closing mark swallows: "<meta name="."""
    return 0 < len(part) <= _LONGEST_KEYWORD and "<" not in part


def genre(claims: tuple[Claim, ...], known: Known) -> Reading:
    """Take the stated genre, or the one in the type: "OpinionNewsArticle" is opinion."""
    for claim in claims:
        if not claim.locator.endswith("@type"):
            return first_text((claim,), known)
        found = _GENRE.match(claim.value.rpartition("/")[2])
        if found:
            return Reading(value=(found[1] or found[2]).lower(), chosen=(claim,))
    return Reading()


def language(claims: tuple[Claim, ...], known: Known) -> Reading:
    """Take the first that is a language tag, spelled as BCP 47 wants it.

    A template may have that of its makers: a headline in Georgian is not English.
    """
    for claim in claims:
        found = _LANGUAGE.match(claim.value.strip())
        if found and found[1].lower() not in ("und", "mul", "zxx"):
            named = len(claim.value.strip()) > len(found[0])
            if named or _contradicts(found[1].lower(), known.text("headline")):
                continue
            script = f"-{found[2].title()}" if found[2] else ""
            region = f"-{found[3].upper()}" if found[3] else ""
            return Reading(value=f"{found[1].lower()}{script}{region}", chosen=(claim,))
    return Reading()


def _contradicts(language: str, headline: str) -> bool:
    """Tell whether a headline has hardly a letter of those in which a language is written."""
    letters = [letter for letter in headline if letter.isalpha()]
    if len(letters) < _FEWEST_LETTERS or language not in word_set("printed.in-latin-letters"):
        return False
    latin = sum(any(first <= letter <= last for first, last in _LATIN) for letter in letters)
    return latin <= _MOST_LATIN * len(letters)


def canonical_url(claims: tuple[Claim, ...], known: Known) -> Reading:
    """Take the first address that can be this page's: no front page for a deep one, none elsewhere."""
    for claim in claims:
        try:
            address = urljoin(known.base_url or known.url, plain(claim.value))
            parts = urlsplit(address)
            port_is_a_number = parts.port is None or parts.port > 0
        except ValueError:
            continue
        if (
            parts.scheme not in ("http", "https")
            or not parts.hostname
            or not port_is_a_number
            or parts.username
        ):
            continue
        if _is_this_page(address, known.url):
            return Reading(value=address.partition("#")[0], chosen=(claim,))
    return Reading()


def _is_this_page(address: str, url: str) -> bool:
    """Tell whether an address can be the page's own.

    >>> _is_this_page("https://example.org/", "https://example.org/2024/05/harbour")
    False
    >>> _is_this_page("https://www.example.org/2024/harbour", "https://amp.example.org/2024/harbour/amp")
    True
    """
    here, there = urlsplit(url), urlsplit(address)
    if here.scheme not in ("http", "https"):
        return True
    if len(here.path.strip("/")) > 1 and len(there.path.strip("/")) <= 1 and not there.query:
        return False
    return _site(here.hostname or "") == _site(there.hostname or "")


def _site(host: str) -> str:
    """Return the last labels of a host, enough to tell one site from another.

    >>> _site("www.post.co.uk"), _site("amp.example.org")
    ('post.co.uk', 'example.org')
    """
    labels = host.lower().rstrip(".").split(".")
    short = len(labels) > 2 and len(labels[-1]) == 2 and len(labels[-2]) <= 3
    return ".".join(labels[-3:] if short else labels[-2:])


def paywalled(claims: tuple[Claim, ...], known: Known) -> Reading:
    """Read what the page says of being free."""
    del known
    for claim in claims:
        word = claim.value.strip().lower()
        if word in _PAID or word in _FREE:
            return Reading(value=word in _PAID, chosen=(claim,))
    return Reading()
