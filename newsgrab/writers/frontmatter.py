"""The front matter of the article file: YAML 1.1 and 1.2 alike, the same values when it is read back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import fields as dataclass_fields
from datetime import datetime

from newsgrab import __version__
from newsgrab.model import Capture, Extraction, Image, Link, Metadata, Source
from newsgrab.text import is_of_word
from newsgrab.writers.profiles import PROFILES, Profile
from newsgrab.writers.yamltext import dump

Fields = dict[str, object]

_AFTER_URL = "canonical_url"  # images, sources and links are printed after this field


def dashed(named: Fields) -> str:
    """Write fields between two lines of dashes."""
    return f"---\n{dump(named)}---\n"


def named_fields(extraction: Extraction, capture: Capture | None = None, *, profile: str) -> Fields:
    """Return every field that is there as ``profile`` has it: what is read back from the front matter."""
    return _renamed(fields(extraction, capture), PROFILES[profile])


def fields(extraction: Extraction, capture: Capture | None = None) -> Fields:
    """Return every field that is there, under our names and in printed order; dates are dates."""
    article = extraction.article
    found: Fields = {}
    for field in dataclass_fields(Metadata):
        found[field.name] = _plain(getattr(article.metadata, field.name))
        if field.name == _AFTER_URL:
            found["images"] = [_image(image) for image in article.images]
            found["sources"] = [_source(source) for source in article.sourcing.sources]
            found["links"] = [_link(link) for link in article.links]
    found["capture"] = _capture(capture) if capture else None
    stripped = (removal.kind for removal in extraction.removals if not removal.is_moved)
    found["stripped"] = dict(Counter(stripped))
    found["newsgrab"] = __version__
    return _present(found)


def _present(pairs: Mapping[str, object]) -> Fields:
    """Leave out what is absent or empty; False and 0 are neither."""
    return {key: value for key, value in pairs.items() if value not in (None, "", [], {}, ())}


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def _image(image: Image) -> Fields:
    return _present(
        {
            "url": image.url,
            "alt_text": image.alt_text if image.alt_text != image.caption else None,
            "caption": image.caption,
            "credit_line": image.credit_line,
            "file": image.file,
            "sha256": image.sha256,
        }
    )


def _source(source: Source) -> Fields:
    return _present({field.name: _plain(getattr(source, field.name)) for field in dataclass_fields(Source)})


def _link(link: Link) -> Fields:
    return _present({"url": link.url, "text": link.text})


def _capture(capture: Capture) -> Fields:
    return _present({field.name: _plain(getattr(capture, field.name)) for field in dataclass_fields(Capture)})


def _renamed(found: Fields, profile: Profile) -> Fields:
    top: Fields = {}
    nested: Fields = {}
    for key, value in found.items():
        name = profile.renamed.get(key, key)
        shown = _in_dialect(key, value, profile)
        (top if not profile.nested_under or name in profile.known else nested)[name] = shown
    if profile.nested_under and nested:
        top[profile.nested_under] = nested
    return top


def _tag(keyword: str) -> str:
    """Make one word of a keyword."""
    parts = "".join(char if char in "_/-" or is_of_word(char) else " " for char in keyword)
    return "-".join(parts.split()).strip("-")


def _in_dialect(key: str, value: object, profile: Profile) -> object:
    if key == "keywords" and isinstance(value, list) and not profile.has_spaces_in_tags:
        return [_tag(str(word)) for word in value]
    if isinstance(value, datetime) and not profile.has_offsets:
        return value.replace(tzinfo=None)
    return value
