"""Laws of the YAML that is written without PyYAML: it is what PyYAML would have written."""

from __future__ import annotations

import sys
from datetime import date, datetime

import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsgrab.writers.yamltext import dump, moment_text, represent_text
from tests.property.test_frontmatter import HOSTILE, OFFSETS, TEXT

SOONEST, LATEST = datetime(1, 1, 2), datetime(9999, 12, 30)  # noqa: DTZ001  offsets are added


class Reference(yaml.SafeDumper):
    """PyYAML's emitter with our taste: short lists and counts in a row, lists set in, no anchors."""

    def ignore_aliases(self, _value):
        return True

    def increase_indent(self, flow=False, indentless=False):
        super().increase_indent(flow, indentless and flow)


def represent_list(dumper, values):
    is_short = all(isinstance(value, str) for value in values) and sum(map(len, map(str, values))) <= 100
    return dumper.represent_sequence("tag:yaml.org,2002:seq", values, flow_style=is_short)


def represent_mapping(dumper, pairs):
    is_counts = bool(pairs) and all(isinstance(value, int) for value in pairs.values())
    return dumper.represent_mapping("tag:yaml.org,2002:map", pairs, flow_style=is_counts)


def represent_moment(dumper, moment):
    return dumper.represent_scalar("tag:yaml.org,2002:timestamp", moment_text(moment))


REPRESENTERS = {
    str: represent_text,
    list: represent_list,
    dict: represent_mapping,
    date: represent_moment,
    datetime: represent_moment,
}
for kind, represent in REPRESENTERS.items():
    Reference.add_representer(kind, represent)


def reference(pairs):
    return yaml.dump(
        pairs,
        Dumper=Reference,
        allow_unicode=True,
        sort_keys=False,
        width=sys.maxsize,
        default_flow_style=False,
    )


PROSE = st.lists(
    st.sampled_from(
        [
            "The",
            "harbour",
            "“We",
            "left”",
            "3",
            "killed:",
            "#storm",
            "a:b",
            "C#",
            "no",
            "x,",
            "[y]",
            "東京",
            "–",
            "é",
        ]
    ),
    min_size=1,
    max_size=9,
).map(" ".join)
COUNTED = st.from_regex(
    r"[-+]?[0-9_]*([.:][0-9_]*)?([eE][-+]?[0-9]*)?|0[xob]?[0-9a-fA-F_]+|[-+]?\.(inf|Inf|nan)", fullmatch=True
)
DATED = st.from_regex(
    r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ]+[0-9]{1,2}:[0-9]{2}:[0-9]{2}(\.[0-9]*)?( ?(Z|[-+][0-9]{1,2}(:[0-9]{2})?))?)?",
    fullmatch=True,
)
WORD_OF_YAML = st.sampled_from("y n yes no on off true false null ~ .inf .nan << = --- ...".split()).flatmap(
    lambda word: st.sampled_from([word, word.upper(), word.title(), f" {word}", f"{word} ", f"{word}:"])
)
SIGNS = st.text(
    "-?:,[]{}#&*!|>'\"%@`~=<\\./ \t\n\r\0\x1b\x7f\x85\xa0\u2028\u2029\ufeff\ufffe😀é東\u202eaZ09", max_size=12
)
LONG = st.builds(lambda text, count: " ".join([text] * count), PROSE, st.integers(20, 60))
ANY_TEXT = TEXT | PROSE | COUNTED | DATED | WORD_OF_YAML | SIGNS | LONG
MOMENT = st.dates() | st.datetimes(SOONEST, LATEST, timezones=OFFSETS | st.none())
SCALAR = ANY_TEXT | st.integers() | st.booleans() | MOMENT
KEY = st.from_regex(r"[a-z]{2}[a-z_]{0,8}", fullmatch=True)
LEAF = SCALAR | st.lists(ANY_TEXT, max_size=5)
NODE = st.recursive(
    LEAF,
    lambda node: (
        st.dictionaries(KEY, node, min_size=1, max_size=4)
        | st.lists(st.dictionaries(KEY, node, min_size=1, max_size=3), min_size=1, max_size=3)
    ),
    max_leaves=8,
)
PAIRS = st.dictionaries(KEY, NODE, max_size=6).map(lambda pairs: pairs | {"headline": "Ferry runs again"})


@settings(max_examples=40)
@given(PAIRS)
@example({"a": HOSTILE, "b": [{"c": [text]} for text in HOSTILE]})
@example(dict.fromkeys(("on", "no", "y", "null"), 1) | {"b": "c"})
@example({"a": [{"b": 1}, {"c": "d", "e": [{"f": "g"}]}], "h": {}, "i": []})
def test_it_is_what_pyyaml_writes(pairs):
    assert dump(pairs) == reference(pairs)


@given(ANY_TEXT)
def test_any_text_as_a_line_and_in_a_row(text):
    pairs = {"line": text, "row": [text], "lines": [text, "x" * 101]}
    assert dump(pairs) == reference(pairs)
    assert yaml.safe_load(dump(pairs)) == pairs


@settings(max_examples=40)
@given(PAIRS, ANY_TEXT)
def test_both_readers_of_pyyaml_read_what_was_written(pairs, text):
    pairs = {"line": text} | {key: value for key, value in pairs.items() if not has_moments(value)}
    assert yaml.safe_load(dump(pairs)) == pairs
    if yaml.__with_libyaml__:
        assert yaml.load(dump(pairs), Loader=yaml.CSafeLoader) == pairs


def has_moments(value):
    """Tell whether there is a time in it, of which a reader may give back the offset in another form."""
    if isinstance(value, dict | list):
        return any(map(has_moments, value.values() if isinstance(value, dict) else value))
    return isinstance(value, date)


@given(ANY_TEXT)
def test_no_text_makes_more_than_one_line(text):
    written = dump({"a": text})
    assert (written.count("\n"), len(written.splitlines())) == (1, 1)
    assert not set("\0\t\x1b\x7f\x85\u2028\ufeff") & set(written)
