"""A rule file that a person wrote: every fault is told, none is a bug."""

import pytest

from newsgrab.errors import RuleError
from newsgrab.rules.tables import read_tables


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[phrase]\nid = 'a'", r"phrase must be tables, each under \[\[phrase\]\]"),
        ("phrase = 3", "phrase must be tables"),
        ("phrase = ['a']", "phrase must be tables"),
        ("[[phrases]]", "unknown key phrases"),
        ("[[phrase]", "mine.toml: "),
    ],
)
def test_what_is_no_array_of_tables_is_told(tmp_path, text, complaint):
    path = tmp_path / "mine.toml"
    path.write_text(text)
    with pytest.raises(RuleError, match=complaint):
        read_tables(path, {"phrase"})


def test_tables_come_in_their_order(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text("[[phrase]]\nid = 'b'\n[[phrase]]\nid = 'a'")
    assert read_tables(path, {"phrase", "selector"}) == {"phrase": [{"id": "b"}, {"id": "a"}], "selector": []}
