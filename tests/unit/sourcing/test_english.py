"""Who says what in English sentences."""

import pytest

from newsgrab.sourcing import attribute


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The Haven Post quoted Paul Stern as saying that the pier was safe.", "Paul Stern", "that the pier was safe"),
        ("The agency quoted a diver as saying the mole had moved.", "a diver", "the mole had moved"),
        ("State media cited the minister, Paul Stern, as saying that the port had closed.", "Paul Stern",
         "that the port had closed"),
        ("Ada Roe was quoted as saying that nobody had called.", "Ada Roe", "that nobody had called"),
        ("Ada Roe was later quoted by the Haven Post as saying that nobody had called.", "Ada Roe",
         "that nobody had called"),
        ("The paper quoted Ada Roe as saying: “Nobody called us that night.”", "Ada Roe", "“Nobody called us that night.”"),
    ],
)  # fmt: skip
def test_what_is_quoted_is_said_by_the_one_who_is_quoted(text, source, content):
    found = attribute(text, language="en").to_dict()["attributions"]
    assert [(each["source"], each["content"]) for each in found] == [(source, content)]


def test_words_of_him_who_is_quoted_are_nobodys_but_his():
    found = attribute("The paper quoted him as saying the port had closed.", language="en").to_dict()
    assert [each["source"] for each in found["attributions"]] in ([], [None])


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Mayor Tom de Vries said the road was shut.", "Tom de Vries"),
        ("The paper quoted Tom van der Berg as saying that the road was shut.", "Tom van der Berg"),
        ("Former Secretary of State Ann Roe Lind said the road was shut.", "Ann Roe Lind"),
        ("The Department of the Treasury said the road was shut.", "Department of the Treasury"),
        ("“The road is shut,” said Paul Stern of the Haven Group.", "Paul Stern"),
    ],
)
def test_a_name_is_read_whole(text, source):
    (found,) = attribute(text, language="en").sources
    assert found.name == source


@pytest.mark.parametrize(
    ("subject", "source"),
    [
        ("Volunteers cast the wheels in a foundry by the harbour.", "Volunteers"),
        ("Two welders put their tools away at noon.", "Two welders"),
        ("The head of the yard went home.", "head of the yard"),
    ],
)
def test_the_subject_ends_before_its_verb(subject, source):
    (found,) = attribute(f"{subject} “It took a year, but it is done.”", language="en").sources
    assert found.name == source
