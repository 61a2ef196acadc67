"""The front matter of the article file: YAML 1.1 and 1.2 alike, the same values when it is read back."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import fields as dataclass_fields
from datetime import UTC, date, datetime

import yaml

from newsgrab import __version__
from newsgrab.model import Capture, Extraction, Image, Link, Metadata, Moment, Source
from newsgrab.writers.profiles import PROFILES, Profile

Fields = dict[str, object]

_AFTER_URL = "canonical_url"  # images, sources and links are printed after this field
_MOVED = "field"  # the kind of a removal that became a field: it is printed, not stripped
_MOST_IN_A_ROW = 100  # characters of a list that is written in one line
# Text in YAML 1.1, a number or a time in 1.2 or for some other reader.
_LOOKS_COUNTED = re.compile(r"[-+]?(?:\.\d+|\d[\d_]*(?:\.\d*)?)(?:[eE][-+]?\d+)?|0[ox]\w+|\d+(?::\d+)+")
# What PyYAML would write as white space or as nothing; inside double quotes it is escaped.
_UNSAFE_PLAIN = re.compile("[\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff]")


def front_matter(extraction: Extraction, capture: Capture | None = None, *, profile: str = "newsgrab") -> str:
    """Return the front matter with its two lines of dashes; keys as in ``profile``."""
    named = _renamed(fields(extraction, capture), PROFILES[profile])
    text: str = yaml.dump(
        named,
        Dumper=_Dumper,
        allow_unicode=True,
        sort_keys=False,
        width=sys.maxsize,
        default_flow_style=False,
    )
    return f"---\n{text}---\n"


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
    kinds = (removal.kind for removal in extraction.removals)
    found["stripped"] = dict(Counter(kind for kind in kinds if kind != _MOVED))
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


def _in_dialect(key: str, value: object, profile: Profile) -> object:
    if key == "keywords" and isinstance(value, list) and not profile.has_spaces_in_tags:
        return [re.sub(r"[^\w/-]+", "-", str(word)).strip("-") for word in value]
    if isinstance(value, datetime) and not profile.has_offsets:
        return value.replace(tzinfo=None)
    return value


def moment_text(moment: Moment) -> str:
    """Write a date as ISO 8601, with T and, where it has a time, with its offset; UTC is Z.

    >>> moment_text(datetime(2024, 5, 3, 14, 10, tzinfo=UTC)), moment_text(date(2024, 5, 3))
    ('2024-05-03T14:10:00Z', '2024-05-03')
    """
    if not isinstance(moment, datetime):
        return moment.isoformat()
    offset = moment.utcoffset()
    if offset is not None and (offset.seconds % 60 or offset.microseconds or not offset):
        return moment.astimezone(UTC).isoformat().removesuffix("+00:00") + "Z"
    return moment.isoformat()


class _Dumper(yaml.SafeDumper):
    """PyYAML's safe emitter, with short lists in one line and without anchors."""

    def ignore_aliases(self, _value: object) -> bool:
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Set lists in under their key, as people write them."""
        super().increase_indent(flow, indentless and flow)


def _represent_text(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    quoted = bool(_UNSAFE_PLAIN.search(text) or _LOOKS_COUNTED.fullmatch(text))
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"' if quoted else None)


def _represent_moment(dumper: _Dumper, moment: Moment) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:timestamp", moment_text(moment))


def _represent_list(dumper: _Dumper, values: Sequence[object]) -> yaml.SequenceNode:
    is_short = (
        all(isinstance(value, str) for value in values) and sum(map(len, map(str, values))) <= _MOST_IN_A_ROW
    )
    return dumper.represent_sequence("tag:yaml.org,2002:seq", values, flow_style=is_short)


def _represent_mapping(dumper: _Dumper, pairs: Mapping[str, object]) -> yaml.MappingNode:
    is_counts = bool(pairs) and all(isinstance(value, int) for value in pairs.values())
    return dumper.represent_mapping("tag:yaml.org,2002:map", pairs, flow_style=is_counts)


_Dumper.add_representer(str, _represent_text)
_Dumper.add_representer(list, _represent_list)
_Dumper.add_representer(dict, _represent_mapping)
_Dumper.add_representer(date, _represent_moment)
_Dumper.add_representer(datetime, _represent_moment)
