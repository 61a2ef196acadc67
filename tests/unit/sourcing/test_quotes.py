import pytest

from newsgrab.sourcing.quotes import find_quotations


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ('He said "go" and "stay".', ["go", "stay"]),
        ("He said “go”.", ["go"]),
        ("Er sagte „geh“ und »bleib«.", ["geh", "bleib"]),
        ("Он сказал «иди» и ушёл.", ["иди"]),
        ("Il a dit « va ».", ["va"]),
        ("« Va.\u202f» Il a dit\u00a0: «\u00a0Reste", ["Va.", "Reste"]),
        ("Il n’a dit que « » et rien.", [""]),
        ("He said ''go,'' twice.", ["go,"]),
        ("''He asked, 'What?'''", ["He asked, 'What?'"]),
        ("‘We thought it was lost,’ said Lee. ‘It wasn’t.’", ["We thought it was lost,", "It wasn’t."]),
        ("„Das „kleine“ Haus“ steht.", ["Das „kleine“ Haus"]),
        ("“like this“ and so on", ["like this"]),
        ('A 6" pipe and the voters’ will', []),
        ("“It goes on in the next paragraph.", ["It goes on in the next paragraph."]),
    ],
)
def test_quotations_are_found_by_their_marks(text, inner):
    found = find_quotations(text, 0, len(text))
    assert [text[quotation.inner_start : quotation.inner_end] for quotation in found] == inner
