"""Loose ends go where their text has gone, and nowhere else."""

from newsgrab.extraction.boilerplate.edges import cut_whole, mark_loose_ends
from newsgrab.model import Block, Box, Inline, Kind, Mark, Verdict

STORY = "The ferry sank at noon in calm water, the coast guard said on Friday in Port Haven, three miles out."


def paragraph(text):
    return Block(kind=Kind.PARAGRAPH, text=text)


def heading(text, level=2):
    return Block(kind=Kind.HEADING, text=text, level=level)


def item(text):
    return Block(kind=Kind.LIST_ITEM, text=text, level=1)


def gone(blocks, *places):
    return [
        Mark(rule="related.box", verdict=Verdict.STRIP, block=place, start=0, end=len(blocks[place].text))
        for place in places
    ]


def rules(blocks, *places):
    return {mark.block: mark.rule for mark in mark_loose_ends(blocks, gone(blocks, *places))}


def test_fragments_around_the_text():
    blocks = [paragraph("Harbour"), paragraph(STORY), paragraph("ENA")]
    assert rules(blocks) == {0: "structure.before-text", 2: "structure.after-text"}


def test_a_short_sentence_at_the_end_is_text():
    assert rules([paragraph(STORY), paragraph("No one was hurt.")]) == {}


def test_a_short_sentence_with_its_writer_behind_it_is_text():
    assert rules([paragraph(STORY), paragraph("No one was hurt. (jd)")]) == {}
    assert rules([paragraph(STORY), paragraph("死者はいなかった。【山田太郎】")]) == {}


def test_a_list_at_the_end_is_text():
    assert rules([paragraph(STORY), heading("Departures"), item("Noon"), item("Six")]) == {}


def test_a_heading_whose_text_went():
    blocks = [paragraph(STORY), heading("More on ferries"), paragraph("Ferry strike ends")]
    assert rules(blocks, 2) == {1: "structure.heading-of-nothing"}


def test_a_heading_over_text_stays():
    assert rules([heading("At sea"), paragraph(STORY)]) == {}


def test_headings_of_two_levels_stay():
    assert rules([heading("At sea"), heading("The crew", 3), paragraph(STORY)]) == {}


def test_a_lead_in_whose_list_went():
    blocks = [paragraph(STORY), paragraph("Read these too:"), item("Ferry strike ends"), paragraph(STORY)]
    assert rules(blocks, 2) == {1: "structure.lead-in-to-nothing"}


def test_what_is_protected_is_not_gone():
    blocks = [paragraph(STORY), heading("Reporting"), paragraph("Reporting by Ada Roe.")]
    protected = Mark(rule="protect.backstory", verdict=Verdict.PROTECT, block=2, start=0, end=21)
    assert mark_loose_ends(blocks, [*gone(blocks, 2), protected]) == ()


def test_a_last_word_with_an_end_mark_is_text():
    assert rules([paragraph(STORY), paragraph("The harbour stays. ■")]) == {}


def test_the_number_of_a_chapter_goes_and_one_that_parts_the_text_stays():
    blocks = [paragraph(STORY), paragraph("2"), heading("At sea"), paragraph(STORY), paragraph("3")]
    assert rules([*blocks, paragraph(STORY)]) == {1: "structure.number-of-heading"}


def test_the_times_of_posts_stay():
    posts = [paragraph("11:05"), heading("At sea"), paragraph(STORY), paragraph("08:20"), paragraph(STORY)]
    assert rules(posts) == {}


def test_what_several_marks_cut_in_turn_is_cut_whole():
    block = Block(kind=Kind.PARAGRAPH, text="Sign up here. Members keep us going.")
    halves = [(0, 13), (14, 36)]
    marks = [Mark(rule="x", verdict=Verdict.STRIP, block=0, start=start, end=end) for start, end in halves]
    assert cut_whole([block], marks) == {0}
    assert cut_whole([block], marks[1:]) == set()


def test_a_bare_number_or_date_in_a_list_before_the_text_goes_and_a_list_that_says_something_stays():
    blocks = [item("Aug 22, 2024"), item("3"), paragraph(STORY), item("2"), paragraph(STORY)]
    assert [mark.block for mark in mark_loose_ends(blocks, ())] == [0, 1]
    told = [item("Three were saved."), item("2"), paragraph(STORY)]
    assert mark_loose_ends(told, ()) == ()


def test_an_agencys_rate_of_exchange_is_text():
    assert rules([paragraph(STORY), paragraph("($1 = 0.7525 pounds)")]) == {}
    assert rules([paragraph(STORY), paragraph("(ENA)")]) == {1: "structure.after-text"}


def sections(names, *lasts):
    """Return sections of a story and a last line each, in boxes of these names."""
    root = Box(tag="article")
    blocks = []
    for last in lasts:
        section = Box(tag="section", names=names, parent=root)
        blocks += [
            Block(kind=Kind.PARAGRAPH, text=text, box=Box(tag="p", parent=section)) for text in (STORY, last)
        ]
    return blocks


def test_a_last_line_like_those_of_other_sections_stays():
    lasts = ("Dock 4, until 30 March", "Smokehouse, until 6 April", "County Museum, until 1 June")
    assert rules(sections(("entry",), *lasts)) == {}
    one_text = [block for part in (lasts[:1], lasts[1:2], lasts[2:]) for block in sections(("entry",), *part)]
    assert list(rules(one_text)) == [5]  # in no article together
    assert list(rules([*sections(("entry",), *lasts[:2]), *sections(("other",), lasts[2])])) == [5]


def test_a_line_of_two_dates_is_none_of_the_text_however_long():
    line = "जेन डो, पोर्ट हेवन Published: 03 May 2024, 06:10 AM IST Updated: 04 May 2024, 09:00 AM IST"
    assert rules([paragraph(line), paragraph(STORY)]) == {0: "structure.before-text"}


def test_a_place_in_a_list_of_who_wrote_goes_with_the_name():
    box = Box(tag="ul", parent=Box(tag="article"))
    entries = [Block(kind=Kind.LIST_ITEM, text=text, level=1, box=box) for text in ("Jane Doe", "Haven News")]
    blocks = [*entries, paragraph("3 May 2024"), paragraph(STORY)]
    signed = Mark(rule="field.byline", verdict=Verdict.STRIP, block=0, start=0, end=8)
    assert [mark.block for mark in mark_loose_ends(blocks, [signed])] == [1, 2]
    assert mark_loose_ends(blocks, []) == ()


def test_words_of_leave_with_a_name_behind_them_are_text():
    assert rules([paragraph(STORY), paragraph("Until next Friday, stay dry. Jane")]) == {}
    assert rules([paragraph(STORY), paragraph("Photo. Jane")]) == {1: "structure.after-text"}


def test_a_line_of_a_day_and_a_time_to_read_is_none_of_the_text():
    line = "Por Ana Exemplo em 17 de fevereiro de 2026, no Porto · 3 minutos de leitura"
    assert rules([paragraph(line), paragraph(STORY)]) == {0: "structure.before-text"}


def test_the_line_above_a_list_that_opens_the_text_heads_it():
    blocks = [paragraph("IN BRIEF"), item("The ferry sank."), item("No one was hurt."), paragraph(STORY)]
    assert rules(blocks) == {}
    assert rules([paragraph("Tags"), item("Ferry"), paragraph(STORY)]) == {0: "structure.before-text"}


def test_a_time_and_a_place_above_the_first_entry_of_a_chronicle_stay():
    box = Box(tag="dl", parent=Box(tag="article"))
    tags = (("dt", "22:14 Port Haven"), ("dd", STORY), ("dt", "23:40 Haven City"), ("dd", STORY))
    entries = [Block(kind=Kind.PARAGRAPH, text=text, box=Box(tag=tag, parent=box)) for tag, text in tags]
    assert rules(entries) == {}
    assert rules([entries[0], paragraph(STORY)]) == {0: "structure.before-text"}


def bold(text):
    return Block(kind=Kind.PARAGRAPH, text=text, inlines=(Inline(text=text, strong=True),))


def test_the_first_day_of_a_diary_stays_as_the_others_do():
    days = [bold(f"April {day}, Haven") for day in (3, 5, 8)]
    blocks = [one for day in days for one in (day, paragraph(STORY))]
    assert rules([paragraph("April 27, 2026"), *blocks]) == {0: "structure.before-text"}
    assert rules([days[0], paragraph(STORY), paragraph(STORY)]) == {0: "structure.before-text"}


def test_who_is_greeted_stays_above_what_they_are_told():
    said = paragraph("grazie di essere venuti in piazza, anche se stasera si gioca la partita.")
    assert rules([paragraph("Care concittadine, cari concittadini,"), said]) == {}
    assert rules([paragraph("Jane Doe, Haven News,"), paragraph(STORY)]) == {0: "structure.before-text"}


def test_the_date_above_a_list_heads_no_list():
    assert rules([paragraph("27 May 2026"), item("Call the bank at once and name the word.")]) == {
        0: "structure.before-text"
    }


def test_a_short_line_before_a_last_short_sentence_is_amid_the_text():
    assert (
        rules(
            [paragraph(STORY), paragraph("Judge Ada Roe"), paragraph("The goat was not in court that day.")]
        )
        == {}
    )
    assert rules([paragraph(STORY), paragraph("Judge Ada Roe"), paragraph("© Haven")]) == {
        1: "structure.after-text",
        2: "structure.after-text",
    }


def test_short_lines_in_a_box_of_facts_are_text():
    box = Box(tag="div", names=("fact-box",), text_length=40)
    facts = [Block(kind=Kind.PARAGRAPH, text=text, box=box) for text in ("Built: 1921", "Crew: 12")]
    assert rules([paragraph(STORY), *facts]) == {}


def test_who_is_quoted_stands_below_the_quotation():
    quotation = Block(kind=Kind.QUOTATION, text=STORY, level=1)
    assert rules([paragraph(STORY), quotation, paragraph("— Ada Roe, Life at the quay")]) == {}
    assert rules([paragraph(STORY), paragraph("— The Haven Post")]) == {1: "structure.after-text"}


CHINESE = "17日傍晚六点，江北老渡口的最后一班渡船离岸，大多数人是来告别的，也有人只是路过，在岸边站了很久。"


def test_a_line_of_verse_and_a_note_in_brackets_in_chinese_are_text():
    lines = [
        "今晚过后，",
        "渡船不再开，",
        CHINESE,
        "大家彼此说一声，",
        "路上小心，早点上岸。",
        "（文中船长为化名。）",
    ]
    assert rules([paragraph(line) for line in lines]) == {}


def test_what_a_line_in_chinese_says_is_no_fragment_for_having_few_letters():
    last = "渡船票价三十六元，支持刷卡和现金，暂时没有夜间的班次"
    assert rules([paragraph("江北"), paragraph(CHINESE), paragraph(last)]) == {0: "structure.before-text"}


def test_a_bold_line_above_the_text_is_a_subhead_where_others_are():
    subheads = [
        Block(kind=Kind.PARAGRAPH, text=text, inlines=(Inline(text=text, strong=True),))
        for text in ("The last boat", "The first bridge")
    ]
    blocks = [subheads[0], paragraph(STORY), subheads[1], paragraph(STORY)]
    assert rules(blocks) == {}
    assert rules([blocks[0], blocks[1], blocks[3]]) == {0: "structure.before-text"}
