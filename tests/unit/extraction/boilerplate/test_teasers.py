"""Linked headlines with a summary under them lead to other articles; a link that the text sets apart does not."""

from tests import pages
from tests.pages import in_paragraphs

URL = "https://example.org/2024/harbour"
STORY = (
    *pages.STORY,
    "The third pier stays closed until a diver has looked at it, which may take until the end of May.",
    "Insurers put the damage at four million, of which the town will have to carry a quarter on its own.",
)
SUMMARIES = (
    "Nobody was hurt, but the town will have to live with half a pier until the autumn.",
    "He has held the office for twenty years, and nobody knows who will follow him.",
)


def teaser(href, headline, summary, picture=""):
    head = f"<div><a href='/town'>Town</a></div><div><a href='{href}'>{picture}{headline}</a></div>"
    return f"<div><div>{head}<div><p>{summary}</p></div></div></div>"


def texts(*parts, url=URL):
    return list(pages.texts(f"<article><h1>Harbour reopens</h1>{''.join(parts)}</article>", url=url))


def test_teasers_go_with_their_summaries():
    first = teaser("/2024/storm", "The night the storm broke the pier", SUMMARIES[0])
    second = teaser("/2024/master", "Harbour master to leave in the spring", SUMMARIES[1])
    assert texts(in_paragraphs(STORY[:3]), first, in_paragraphs(STORY[3:]), second) == list(STORY)


def test_a_list_of_them_goes_and_those_of_the_sites_other_hosts():
    items = [
        f"<li><div><div><a href='{href}'>{headline}</a></div><p>{summary}</p></div></li>"
        for href, headline, summary in (
            ("https://sport.example.org/race", "Rowers race around the broken pier", SUMMARIES[0]),
            ("https://www.example.org/master", "Harbour master to leave in the spring", SUMMARIES[1]),
        )
    ]
    assert texts(in_paragraphs(STORY), f"<div><ul>{''.join(items)}</ul></div>") == list(STORY)


def test_teasers_in_many_boxes_go():
    deep = [
        f"<div>{'<div>' * 6}<div><a href='/2024/{name}'>What the storm did to the {name}</a></div>{'</div>' * 6}"
        f"<p>{summary}</p></div>"
        for name, summary in zip(("market", "theatre"), SUMMARIES, strict=True)
    ]
    assert texts(in_paragraphs(STORY), *deep) == list(STORY)


def test_one_teaser_goes_if_it_has_a_picture():
    picture = "<img src='/storm.jpg'>"
    (headline, *rest) = ("The night the storm broke the pier", SUMMARIES[0])
    with_picture = (
        f"<div><div>{picture}</div><div><a href='/2024/storm'>{headline}</a></div><p>{rest[0]}</p></div>"
    )
    without = f"<div><div><a href='/2024/storm'>{headline}</a></div><p>{rest[0]}</p></div>"
    assert texts(in_paragraphs(STORY[:3]), with_picture, in_paragraphs(STORY[3:])) == list(STORY)
    assert SUMMARIES[0] in texts(in_paragraphs(STORY[:3]), without, in_paragraphs(STORY[3:]))


def test_links_to_other_sites_and_their_descriptions_stay():
    first = teaser("https://town.example/storm", "The night the storm broke the pier", SUMMARIES[0])
    second = teaser("https://town.example/master", "Harbour master to leave in the spring", SUMMARIES[1])
    kept = texts(in_paragraphs(STORY[:3]), first, in_paragraphs(STORY[3:]), second)
    assert set(SUMMARIES) <= set(kept)


def test_sections_whose_paragraphs_follow_a_link_stay():
    sections = "".join(
        f"<div>{in_paragraphs(STORY[:2])}<p><a href='/2024/{place}'>All about the storm of that night</a></p>"
        f"{in_paragraphs((line,))}</div>"
        for place, line in enumerate(SUMMARIES)
    )
    kept = texts(in_paragraphs(STORY), sections)
    assert set(SUMMARIES) <= set(kept)


def test_an_article_of_linked_headlines_with_summaries_stays():
    week = [
        teaser(f"/2024/{name}", f"What the week brought to the {name} of the town", SUMMARIES[0])
        for name in ("harbour", "market", "school", "bridge", "theatre", "station")
    ]
    kept = texts(in_paragraphs(STORY[:2]), *week)
    assert sum(SUMMARIES[0] in text for text in kept) == len(week)
