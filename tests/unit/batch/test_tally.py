"""The exit code of a run, by what ended how."""

import pytest

from newsgrab.batch.tally import Tally
from newsgrab.model import Failed, Saved, Unchanged

SAVED = Saved(url="https://example.org/a", file="a.md")
KNOWN = Unchanged(url="https://example.org/a", file="a.md", asked=False)


def failed(code, exit_code):
    return Failed(url="https://example.org/b", code=code, message="", exit_code=exit_code)


NET, CONTENT, POLICY = failed("net.dns", 4), failed("content.empty", 5), failed("policy.robots", 6)
ARCHIVE = failed("archive.io", 7)


@pytest.mark.parametrize(
    ("outcomes", "counts", "code"),
    [
        ([SAVED, KNOWN], {}, 0),
        ([], {}, 0),
        ([SAVED, NET], {}, 3),
        ([KNOWN, NET], {}, 3),
        ([NET], {}, 4),
        ([CONTENT, CONTENT], {}, 5),
        ([POLICY], {}, 6),
        ([NET, CONTENT], {}, 4),
        ([POLICY, CONTENT], {}, 4),
        ([SAVED, ARCHIVE], {}, 7),
        ([SAVED], {"bad_lines": 1}, 3),
        ([], {"bad_lines": 1}, 2),
        ([NET], {"bad_lines": 1}, 4),
        ([SAVED], {"left": 1}, 3),
        ([], {"left": 1}, 3),
        ([NET], {"lists_read": 1}, 3),
        ([], {"lists_read": 1}, 0),
    ],
)
def test_exit_codes(outcomes, counts, code):
    tally = Tally(**counts)
    for outcome in outcomes:
        tally.add(outcome)
    assert tally.exit_code == code
