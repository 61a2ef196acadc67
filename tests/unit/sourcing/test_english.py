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


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Tom Roth and Max Berg run the shop. He said trade was good.", [None]),
        ("Tom Roth and Ann Berg run the shop. He said trade was good. She said it was bad.", ["Tom Roth", "Ann Berg"]),
        ("Ann Roth and her sister run the shop. “It is late,” she said.", [None]),
        ("Ann Roth and her husband run the shop. “It is late,” she said.", ["Ann Roth"]),
        ("Tom Roth and Max Berg said trade was good. He said it would not last.", ["Tom Roth and Max Berg", None]),
        ("June Roth and Eva Berg run the shop. She said trade was good.", [None]),
        ("Health and Works Secretary Tom Lee left. He said it was late.", ["Tom Lee"]),
    ],
)  # fmt: skip
def test_a_pronoun_behind_two_people_means_neither_unless_one_alone_fits(text, sources):
    assert [each.source for each in attribute(text, language="en").attributions] == sources


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("One, Ada Roe, said: “We had no idea of it.”", "Ada Roe"),
        ("One of the pupils, Ada Roe, 14, said the road was shut.", "Ada Roe"),
        ("Counsel for the town, Ada Roe KC, said the road was shut.", "Ada Roe KC"),
        ("The Warden-General of Ham, Mrs Ada Roe, said the road was shut.", "Ada Roe"),
        ("Its editor, junior Ada Roe, said the road was shut.", "Ada Roe"),
        ("A spokesman for the port, Hamad Al Roe, said in a post that the road was shut.", "Hamad Al Roe"),
        ("Reacting, a trader at the port, Mrs Ada Roe, said the road was shut.", "Ada Roe"),
        ("“The birds answered at once,” said lead author Ada Roe, a zoologist.", "Ada Roe"),
        ("Pilots Without Borders, one of the groups, said the road was shut.", "Pilots Without Borders"),
        ("An officer who shot dead a calf told the jury on Monday that he had no choice.", "An officer"),
    ],
)
def test_the_name_behind_a_description_is_the_source(text, source):
    assert [each.source for each in attribute(text, language="en").attributions] == [source]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Ada Roe told MPs the port “stood ready” to help.", "Ada Roe", "the port “stood ready” to help"),
        ("Ada Roe alleged that men close to the ruling party had been paid.", "Ada Roe",
         "that men close to the ruling party had been paid"),
        ("In her memoir, “Coal and Chords,” Ada Roe recalled that her father sang.", "Ada Roe",
         "that her father sang"),
    ],
)  # fmt: skip
def test_what_is_said_is_read_whole(text, source, content):
    (found,) = attribute(text, language="en").attributions
    assert (found.source, found.content) == (source, content)


@pytest.mark.parametrize("verb", ["shows", "showed"])
def test_what_is_shown_is_no_speech(verb):
    assert attribute(f"On Friday it {verb} “The Long Dark Tea,” a comedy.", language="en").attributions == ()


def test_a_first_name_alone_is_the_only_person_of_that_name():
    found = attribute(
        "“It is late,” said Maya. Maya Lind is 40. Tom Roe left. His son, Tom, said it was early."
    )
    assert [(source.name, source.aliases) for source in found.sources] == [
        ("Maya Lind", ("Maya",)),
        ("Tom", ()),
    ]


def test_who_bears_an_office_between_commas_is_meant_by_it_later():
    text = "The governor, Ada Roe, said a review was needed.\n\n“It is late,” the governor said."
    assert [each.source for each in attribute(text, language="en").attributions] == ["Ada Roe", "Ada Roe"]


def test_a_pronoun_means_somebody_without_a_name_who_was_just_spoken_of():
    text = "Tom Roe denied it. A former colleague remembers it otherwise. “It was on his desk,” he told me."
    (source,) = attribute(text, language="en").sources
    assert (source.name, source.description) == ("A former colleague", "A former colleague")


def test_who_only_asks_is_not_who_answers():
    text = "Tom Roe came late. A reporter asked about the road. “It is shut,” he replied."
    found = attribute(text, language="en").attributions
    assert [each.source for each in found if each.quote_type == "direct"] == ["Tom Roe"]


def test_a_source_in_an_office_is_anonymous():
    (source,) = attribute("A Treasury source said the road was shut.", language="en").sources
    assert source.type == "anonymous"


def test_a_paragraph_of_names_before_a_quotation_is_no_headline():
    text = "Said Mayor Ada Roe: “I have never seen a road like it.”\n\n“It is shut,” Roe said."
    assert [source.name for source in attribute(text, language="en").sources] == ["Ada Roe"]


def test_an_age_means_who_was_just_spoken_of():
    text = "Ada Roe said it was late. “It was never early,” the 34-year-old added."
    assert [source.name for source in attribute(text, language="en").sources] == ["Ada Roe"]
    assert [
        each.source for each in attribute("“It is late,” the 34-year-old said.", language="en").attributions
    ] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "If all goes according to plan, the road will be shut.",
        "Ohio, the last state, begins voting in May.",
        "Ada Roe left. Fears that legal questions complicate the plan have grown.",
        "It was found that “honest” describes her better.",
        "More: “Is this the type of conduct that we want?”",
    ],
)
def test_words_that_are_nobody_say_nothing(text):
    assert attribute(text, language="en").attributions == ()


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Ada Roe left. Speaking to the Haven Post Roe claimed: “A lot of things happened.”", "Ada Roe"),
        ("Ada Roe left. Roe’s bottom line: “Anyone who is late is unfit.”", "Ada Roe"),
        ("Alano De La Rosa holds the office. De La Rosa said it was late.", "Alano De La Rosa"),
        (
            "“He would say: 'This is what I do.'” Roe would ask to meet her. “It is late,” said Ada Lee.",
            "Ada Lee",
        ),
    ],
)
def test_the_name_alone_is_taken(text, source):
    assert [found.name for found in attribute(text, language="en").sources] == [source]


@pytest.mark.parametrize(
    ("text", "source", "kind"),
    [
        ("The newspaper Ham Tidende said it was late.", "Ham Tidende", "media"),
        ("Hamite, the union, said it was late.", "Hamite", "organisation"),
        ("HamGov said it was late.", "HamGov", "organisation"),
        ("Mark McLee said it was late.", "Mark McLee", "person"),
        ("Sweden and Finland said it was late.", "Sweden and Finland", "official"),
    ],
)
def test_the_words_beside_a_name_and_within_tell_what_it_is(text, source, kind):
    (found,) = attribute(text, language="en").sources
    assert (found.name, found.type) == (source, kind)


@pytest.mark.parametrize(
    ("words", "channel"),
    [("wrote on X", "X"), ("told the BBC", "interview"), ("wrote in a blog post", "blog")],
)
def test_channels_of_today(words, channel):
    (found,) = attribute(f"Ada Roe {words} that it was late.", language="en").sources
    assert found.channel == (channel,)


def test_a_first_name_of_men_and_women_tells_no_pronoun():
    text = "Sen. Lindsey Graham told the town it was late.\n\n“Tom Roe was early,” he said. Tom Roe left."
    assert {each.source for each in attribute(text, language="en").attributions} == {"Lindsey Graham"}


def test_of_two_who_were_only_mentioned_nobody_is_meant():
    text = "The letter to Tom Roe named Max Lee too. “It is late,” he said."
    assert [each.source for each in attribute(text, language="en").attributions] == [None]


@pytest.mark.parametrize(
    ("text", "source", "kind"),
    [
        ("Now a retired pilot, Roe has lived here since May. It is late, he said. Tom Roe left.", "Tom Roe", "person"),
        ("Abu Hassan Amer left. Amer said it was late.", "Abu Hassan Amer", "person"),
        ("It gave two floors at 18 Kent Street back to Works and Ports Ham (WPH) in May. WPH said it was late.",
         "Works and Ports Ham (WPH)", "organisation"),
    ],
)  # fmt: skip
def test_who_a_name_or_an_acronym_stands_for(text, source, kind):
    (found,) = attribute(text, language="en").sources
    assert (found.name, found.type) == (source, kind)


@pytest.mark.parametrize(
    ("name", "later"),
    [
        ("King Charles", "Charles"),
        ("King Charles", "the king"),
        ("Pope Leo XIV", "the pope"),
        ("Pope Leo XIV", "Leo"),
    ],
)
def test_a_ruler_of_one_name_keeps_the_title(name, later):
    found = attribute(
        f"{name} said it was late. It was cold. “It is early,” {later} said.", language="en"
    ).sources
    assert [(source.name, source.cited) for source in found] == [(name, 2)]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The Haven Storm Center met. “Hail is likely,” wrote the center.", "Haven Storm Center"),
        ("The Ministry of Works met. The ministry said it was late.", "Ministry of Works"),
        ("The Ministry of Works met the Ministry of War. The ministry said it was late.", "ministry"),
        ("The ministry said it was late. The Ministry of Works met.", "ministry"),
        ("The Supreme Court met. A county court met, too. The court said it was late.", "court"),
        ("The Haven Storm Center met. The shopping center shut. The center said it was late.", "center"),
        ("The Platform Committee met. The platform says that it is late.", "platform"),
        ("The Haven Police Department came. HPD said it was late.", "Haven Police Department (HPD)"),
        ("The Haven Police Department met the Ham Police Department. HPD said it was late.", "HPD"),
        ("Roe leads the Talks Group in Norway, which says that it is late.", "Talks Group"),
        ("Roe flew to Norway, which says that it is late.", "Norway"),
    ],
)
def test_which_body_a_noun_initials_or_which_can_only_be(text, source):
    (found,) = attribute(text, language="en").sources
    assert found.name == source


def test_a_body_called_by_its_noun_has_no_other_name():
    text = "The Haven Storm Center said it was late. “Hail is likely,” wrote the center."
    (found,) = attribute(text, language="en").sources
    assert (found.name, found.aliases, found.cited) == ("Haven Storm Center", (), 2)


def test_what_he_thinks_of_somebody_is_not_that_persons_thought():
    text = (
        "Paul Stern, the harbour master, met Tom Lind, the mayor, on Monday. Lind spoke first. "
        "He also thinks Lind is right about the pier, Stern’s aide recalled. He believes that Mr Lind will win."
    )
    sources = attribute(text, language="en").sources
    assert "Tom Lind" not in [one.name for one in sources]


def test_what_he_says_of_what_is_somebodys_may_be_said_by_him():
    text = "Tom Lind, the mayor, spoke on Monday. He said Lind’s boat was safe."
    assert [one.name for one in attribute(text, language="en").sources] == ["Tom Lind"]


@pytest.mark.parametrize(
    "text",
    [
        "The book focuses on his own years at sea — it is often hilarious: “I could not have written it in 1997.”",
        "What else is there? That he never went back after leaving office, misses the sea, thinks the pier is safe.",
    ],
)
def test_what_is_no_source_is_none(text):
    assert [each["source"] for each in attribute(text, language="en").to_dict()["attributions"]] in (
        [],
        [None],
    )


@pytest.mark.parametrize(
    ("subject", "kind"),
    [("The brochure", "document"), ("Goldman Sachs", "organisation"), ("The Haven giant", "organisation")],
)
def test_a_source_is_of_the_kind_that_its_words_tell(subject, kind):
    (source,) = attribute(f"{subject} said that the pier was safe.", language="en").sources
    assert source.type == kind


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Ada Roe ended the tour with “the pier is ours and so is the mole.”", ["Ada Roe"]),
        ("Ada Roe has coined a new phrase for it, “the longest pier in town.”", ["Ada Roe"]),
        ("Ada Roe is known in the harbour as “the voice of the pier.”", []),
        ("Hospitals are often silent about “what should have been done.”", []),
        ("Ada Roe has two ships and “a harbour full of rust.”", []),
        ("Ada Roe should have been at “the feast of the pier.”", []),
        (
            "There's a habit of calling each such delay a “natural event,” as though nobody ran the trains.",
            [],
        ),
    ],
)
def test_quoted_words_in_what_is_told_of_somebody_are_nobodys(text, sources):
    assert [source.name for source in attribute(text, language="en").sources] == sources


def test_a_title_alone_may_be_the_last_name_of_somebody_in_the_text():
    text = (
        "Adam King, the harbour pilot, did not hear of it. “I was asleep,” said King, who lives on the quay."
    )
    (found,) = attribute(text, language="en").sources
    assert found.name == "Adam King"


def test_an_adjective_that_is_spelled_like_a_body_makes_nobody_one():
    text = "The quiet but firm Roe runs the port.\n\nAsked on Monday, Roe said the pier would be shut."
    (found,) = attribute(text, language="en").sources
    assert (found.name, found.type) == ("Roe", "person")


@pytest.mark.parametrize(
    ("said", "source", "kind"),
    [
        ("Her neighbor, 71-year-old Ann Lee, said it was late.", "Ann Lee", "person"),
        ("His wife, retired school nurse Ann Lee, said it was late.", "Ann Lee", "person"),
        ("The Fishermen's Association said it was late.", "Fishermen's Association", "organisation"),
        ("Ann Lee went. Lee's Justice Department said it was late.", "Justice Department", "official"),
        ("The Marine Corps said it was late.", "Marine Corps", "official"),
        ("The railroad said it was late.", "railroad", "organisation"),
        ("President Lee was in town. The president said it was late.", "Lee", "person"),
        ("President Lee was in town. The president said it was late. Ann Lee left.", "Ann Lee", "person"),
        ("Presidents Lee and Roe met. President Lee sat. President Roe stood. The president said it was late.",
         "president", "official"),
    ],
)  # fmt: skip
def test_who_is_named_by_office_by_age_or_by_whose_body_it_is(said, source, kind):
    (found,) = attribute(said, language="en").sources
    assert (found.name, found.type) == (source, kind)


def test_a_promise_of_anonymity_ends_where_the_saying_begins():
    text = "A former clerk who asked not to be named for fear of losing her job told the paper it was late."
    (found,) = attribute(text, language="en").sources
    assert found.reason == "for fear of losing her job"


def test_who_is_retold_is_who_was_spoken_of_unless_another_was_cited():
    text = "Ann Lee spoke first. The retired school nurse said it was late."
    assert [one.name for one in attribute(text, language="en").sources] == ["Ann Lee"]
    text = (
        "A retired school nurse said it was early. Ann Lee spoke. The retired school nurse said it was late."
    )
    assert [one.name for one in attribute(text, language="en").sources] == ["A retired school nurse"]
    text = "Ann Lee lost the match. “It was the moon,” the Italian said."
    assert [one.name for one in attribute(text, language="en").sources] == ["Ann Lee"]


@pytest.mark.parametrize(
    ("said", "source", "kind"),
    [
        ("Charity Lee, 44, said it was late.", "Charity Lee", "person"),
        (
            "Ann Lee, a biologist at the college, was in town. The biologist said it was late.",
            "Ann Lee",
            "person",
        ),
        ("A spokesperson there, Ann Lee, said it was late.", "Ann Lee", "person"),
        ("Tom's father, the Rev. Ann Lee, said it was late.", "Ann Lee", "person"),
        ("The medical examiner said it was late.", "medical examiner", "official"),
        ("Mayor Anneke de Wit left. De Wit said it was late.", "Anneke de Wit", "person"),
        ("Statistics Norway said it was late.", "Statistics Norway", "organisation"),
        ("The County of Hall said it was late.", "County of Hall", "official"),
        ("A Ministry for Ports spokesman said it was late.", "A Ministry for Ports spokesman", "official"),
    ],
)
def test_names_that_read_like_something_else(said, source, kind):
    (found,) = attribute(said, language="en").sources
    assert (found.name, found.type) == (source, kind)


@pytest.mark.parametrize("before", ["Unlike Ann Lee", "Asked by Ann Lee"])
def test_an_office_behind_a_comma_that_has_its_own_verb_is_another(before):
    (found,) = attribute(f"{before}, the captain said it was late.", language="en").attributions
    assert found.source == "captain"


@pytest.mark.parametrize(("age", "source"), [("50", "Tom Roe"), ("44", "Ann Lee"), ("30", None)])
def test_an_age_tells_who_of_two_is_meant(age, source):
    text = f"Tom Roe, 50, and Ann Lee, 44, met. The {age}-year-old said it was late."
    assert [one.source for one in attribute(text, language="en").attributions] == [source]


def test_a_former_mayor_is_not_the_mayor():
    text = "Ann Lee, a former mayor, met the mayor. The mayor said it was late."
    assert [one.source for one in attribute(text, language="en").attributions] == ["mayor"]


def test_what_is_said_in_a_note_needs_no_that():
    text = "Analysts at Haven Bank said in a research note on Monday the warning came late."
    (found,) = attribute(text, language="en").attributions
    assert found.content == "the warning came late"


@pytest.mark.parametrize(
    ("said", "source"),
    [
        ("“It is late,” snorted Ann Lee.", "Ann Lee"),
        ("“It is late,” fretted his brother, Tom Roe, on Monday.", "Tom Roe"),
        ("“It is late,” Ann Lee chirped.", "Ann Lee"),
        ("“It is late,” the mayor fretted.", "mayor"),
    ],
)
def test_a_verb_that_no_list_has_is_shown_by_the_quotation_before_it(said, source):
    assert [one.source for one in attribute(said, language="en").attributions] == [source]


@pytest.mark.parametrize(
    "text",
    [
        "“Cats,” a musical by Ann Lee, opened in May.",
        "“It is late!” Lee shrugged.",
        "“Night Boats,” Ann Lee published in 1999, made her known.",
    ],
)
def test_what_stands_behind_a_title_or_another_sentence_is_no_verb_of_saying(text):
    assert attribute(text, language="en").attributions == ()
