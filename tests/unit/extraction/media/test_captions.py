"""Pictures with their words: where they are, what they show, whose they are."""

import pytest

from newsgrab.model import Image, Kind
from tests.pages import PARAGRAPH, STORY, extracted

URL = "https://example.org/2024/05/harbour"
SOURCE = "https://example.org/img/harbour.jpg"


def article(*parts, head=""):
    body = f"<article><h1>Harbour reopens after storm</h1>{''.join(parts)}</article>"
    return extracted(body, head, url=URL).article


def in_text(markup):
    return article(PARAGRAPH, markup, PARAGRAPH, PARAGRAPH)


IMG = '<img src="/img/harbour.jpg" alt="Boats">'
WORDS = ("Boats leave on Friday.", "John Roe/ENA")
MARKUP = {
    "spans in a figcaption": f"<figure>{IMG}<figcaption><span class=caption>Boats leave on Friday.</span>"
    "<span class=credit>John Roe/ENA</span></figcaption></figure>",
    "a label in a figcaption": f"<figure>{IMG}<figcaption>Boats leave on Friday. Photo: John Roe/ENA</figcaption></figure>",
    "a bracket in a figcaption": f"<figure>{IMG}<figcaption>Boats leave on Friday. (Foto: John Roe/ENA)</figcaption></figure>",
    "a credit in the figure's footer": f"<figure>{IMG}<figcaption>Boats leave on Friday.</figcaption>"
    "<footer>John Roe/ENA</footer></figure>",
    "a credit outside the figcaption": f"<figure><div>{IMG}<span>Photo: John Roe/ENA</span></div>"
    "<figcaption>Boats leave on Friday.</figcaption></figure>",
    "named boxes without a figure": f"<div class=article-image>{IMG}<p class=image-caption>Boats leave on Friday.</p>"
    "<p class=image-author>Foto: John Roe/ENA</p></div>",
    "boxes without names": f"<div class=x1><picture>{IMG}</picture><div class=x2>Boats leave on Friday.</div>"
    "<div class=x3>Photo: John Roe/ENA</div></div>",
    "a paragraph named caption behind it": f"<p>{IMG}</p><p class=caption>Boats leave on Friday. © John Roe/ENA</p>",
    "a caption inside a box of credits": f"<figure>{IMG}<div class=photo-copyright><span class=figcaption>"
    "Boats leave on Friday.</span> <span class=figcaption__copyright>John Roe/ENA</span></div></figure>",
    "a slide below many sources": f"<div class=slide><div><picture>{'<source srcset=/a.webp>' * 8}{IMG}</picture></div>"
    "<div class=slide-info><span>3 of 12 |</span> <p class=slide-caption>Boats leave on Friday. (Photo: John Roe/ENA)</p>"
    "</div></div>",
    "a line in italics behind it": f"<p>{IMG}</p><p><em>Boats leave on Friday. (Photo: John Roe/ENA)</em></p>",
    "a WordPress caption": f'<div class="wp-caption">{IMG}<p class="wp-caption-text">Boats leave on Friday.'
    " Photo: John Roe/ENA</p></div>",
    "a table of one column": f"<table class=frame><tr><td>{IMG}</td></tr>"
    "<tr><td class=frame-words>Boats leave on Friday. Photo: John Roe/ENA</td></tr></table>",
    "an article that is media": f"<div><article class=media><div class=field><div>Image</div><div>{IMG}</div></div>"
    "<div class=words>Boats leave on Friday. Photo: John Roe/ENA</div></article></div>",
    "a name behind a slash": f"<figure>{IMG}<figcaption><span>Boats leave on Friday.</span> <span>/ John Roe/ENA</span>"
    "</figcaption></figure>",
    "a cite beside the figcaption": f"<figure><span>{IMG}</span><span class=meta><figcaption>Boats leave on Friday."
    "</figcaption> <cite>John Roe/ENA</cite></span></figure>",
    "a box of its own after it": f"<div class=module><span class=wrap>{IMG}</span></div><div class=module><div>"
    "<p style='text-align: center'><em>Boats leave on Friday. © John Roe/ENA</em></p></div></div>",
    "a line after it that ends in a label": f"<div class=top>{IMG}</div><div class=x9>Boats leave on Friday."
    " Foto: John Roe/ENA</div>",
    "two boxes called credits": f"<figure>{IMG}</figure><div class=hero-caption><div class=caption-attribution>"
    "Boats leave on Friday.</div><div class=image-attribution>Photo: John Roe/ENA</div></div>",
    "a caption whose second name is a credit's": f"<div>{IMG}<div class='lede__caption attribution'><span>"
    "Boats leave on Friday.</span></div><figcaption class=lede__credit>John Roe/ENA</figcaption></div>",
    "a button around it": f"<button class=zoom><figure>{IMG}<figcaption>Boats leave on Friday."
    "<span class=credit>John Roe/ENA</span></figcaption></figure></button>",
    "data attributes": '<figure><img src="/img/harbour.jpg" alt="Boats" data-caption="Boats leave on Friday."'
    ' data-credit="John Roe/ENA"></figure>',
    "printed twice": f"<figure>{IMG}<figcaption><span class=caption>Boats leave on Friday.</span>"
    "<span class=caption>Boats leave on Friday.</span><span class=credit>John Roe/ENA</span></figcaption></figure>",
    "a label in a box of its own": f"<figure>{IMG}<figcaption>Boats leave on Friday.<div class=credit><p>Photograph by</p>"
    "<p>John Roe/ENA</p></div></figcaption></figure>",
    "a credit that is a link": f"<figure>{IMG}<figcaption class=caption>Boats leave on Friday.<div class=caption-credit>"
    "<a class=caption-link href=https://photos.example.net/1>John Roe/ENA</a></div></figcaption></figure>",
    "a caption and a credit line that no box ties to it": f"<div class=q1>{IMG}</div><div class=q2><span class=x></span>"
    "</div><span class=media-caption>Boats leave on Friday.</span><p class=photo-credit>John Roe/ENA</p>",
    "labels for those who hear it": f"<figure><span>{IMG}<span class=off-screen>Image copyright</span><span>John Roe/ENA</span>"
    "</span><figcaption class=media-caption><span class=off-screen>Image caption</span><span>Boats leave on Friday.</span>"
    "</figcaption></figure>",
    "controls around it": f"<figure>{IMG}<button>Open image in fullscreen</button><span>1 / 4</span>"
    "<figcaption>Boats leave on Friday. <small class=credit>John Roe/ENA</small></figcaption></figure>",
}


@pytest.mark.parametrize("name", MARKUP)
def test_words_are_told_apart_and_tied_to_their_picture(name):
    found = in_text(MARKUP[name])
    assert found.images == (Image(url=SOURCE, alt_text="Boats", caption=WORDS[0], credit_line=WORDS[1]),)
    assert [block.kind for block in found.body] == [
        Kind.PARAGRAPH,
        Kind.FIGURE,
        Kind.PARAGRAPH,
        Kind.PARAGRAPH,
    ]


def test_a_label_that_nobody_follows_is_no_credit_line():
    (image,) = in_text(
        f"<figure>{IMG}<figcaption>Boats leave.<i class=credit>Photo:</i></figcaption></figure>"
    ).images
    assert image == Image(url=SOURCE, alt_text="Boats", caption="Boats leave.")


def test_words_in_attributes_of_a_pages_own():
    words = '<div data-x-caption="Boats leave on Friday." data-x-credit="John Roe/ENA"></div>'
    (image,) = in_text(f"<figure>{IMG}{words}</figure>").images
    assert (image.caption, image.credit_line) == ("Boats leave on Friday.", "John Roe/ENA")


def test_the_lead_picture_comes_first():
    lead = '<header><figure><img src="/img/lead.jpg"><figcaption>The harbour.</figcaption></figure></header>'
    found = article(lead, f"<div class=text>{PARAGRAPH * 2}<figure>{IMG}</figure>{PARAGRAPH * 2}</div>")
    assert [image.url for image in found.images] == ["https://example.org/img/lead.jpg", SOURCE]
    assert found.images[0].caption == "The harbour."


def test_pictures_above_the_headline_keep_their_order():
    figure = "<figure><img src=/img/harbour.jpg><figcaption>Boats leave on Friday.</figcaption></figure>"
    linked = "<div><a href=/local/storm><img src=/img/long-pier.jpg></a></div>"
    text = f"<header><h1>Harbour reopens after storm</h1></header><div>{PARAGRAPH * 3}</div>"
    head = "<meta property=og:image content=https://example.org/img/long-pier.jpg>"
    images = extracted(f"<article>{figure}{linked}{text}</article>", head, url=URL).article.images
    assert [image.url for image in images] == [SOURCE, "https://example.org/img/long-pier.jpg"]


def test_every_picture_of_a_gallery_keeps_its_own_words():
    slides = "".join(
        f'<li class="slide"><img src="/img/{n}.jpg"><span class=caption>Boat number {n} leaves.</span></li>'
        for n in range(1, 4)
    )
    found = in_text(f"<ul class=gallery>{slides}</ul>")
    assert [(image.url[-5:], image.caption) for image in found.images] == [
        (f"{n}.jpg", f"Boat number {n} leaves.") for n in range(1, 4)
    ]


@pytest.mark.parametrize(
    "markup",
    [
        '<img src="/pixel.gif" width="1" height="1">',
        '<img class="site-logo" src="/logo.png">',
        '<div class="author-box"><img class="avatar" src="/jane.jpg"></div>',
        '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">',
        '<a href="#" title="Print"><img src="/theme/icons/print_grey.svg" alt="Print"></a>',
        '<img src="/theme/share-icon.png" alt="Share">',
        '<img src="/images/smilies/extra/wow.gif" alt=":wow:">',
        '<img src="/uploads/mark.png?w=620" data-orig-size="25,23">',
        '<img src="/theme/loader.gif" alt="Boats">',
    ],
)
def test_ornaments_are_no_pictures(markup):
    assert in_text(markup).images == ()


@pytest.mark.parametrize(
    ("attributes", "url"),
    [
        ('src="data:image/gif;base64,R0lG" data-src="/img/harbour.jpg"', SOURCE),
        ('src="/blank.gif" data-srcset="/img/small.jpg 320w, /img/harbour.jpg 1200w"', SOURCE),
        ('srcset="/img/small.jpg 1x, /img/harbour.jpg 2x"', SOURCE),
        ('srcset="/img/small.jpg 320w,/img/harbour.jpg 1200w"', SOURCE),
        ('srcset="/img/harbour.jpg 2x,"', SOURCE),
        ('srcset="data:image/gif;base64,R0lG 2000w, /img/harbour.jpg?crop=1,2 1200w"', f"{SOURCE}?crop=1,2"),
        ('src="//example.org/img/harbour.jpg"', SOURCE),
        ('data-x-src="/img/harbour.jpg"', SOURCE),
        ('src="/img/harbour.jpg?w=40&blur=50" srcset="/img/harbour.jpg 1200w"', SOURCE),
        ('src="/img/harbour.jpg?w=40"', f"{SOURCE}?w=40"),
        ('src="/theme/missing-image.svg" data-src-mobile="/img/harbour.jpg"', SOURCE),
        ('src="/theme/lazy.svg" data-ab-src-set-up="/img/harbour.jpg"', SOURCE),
        ('src="/img/harbour.jpg" data-url="/img/harbour_${size}.jpg"', SOURCE),
        ('data-url="/img/harbour_${size}.jpg"', None),
        ('src="/theme/icons/wait.svg" data-src="/img/harbour.jpg"', SOURCE),
        ('src="/theme/lazy-placeholder.png" data-lg="/img/harbour.jpg" data-count="1"', SOURCE),
        ('src="/theme/spinner.gif"', None),
        ('src="javascript:alert(1)"', None),
    ],
)
def test_addresses(attributes, url):
    found = in_text(f"<figure><img {attributes}><figcaption>Boats leave.</figcaption></figure>")
    assert [image.url for image in found.images] == [url]


@pytest.mark.parametrize(
    "name", ["style-icon-dies.jpg", "icons-of-kyiv/1.jpg", "iconic-bridge.png", "arrow-3.png"]
)
def test_a_picture_of_an_icon_is_one(name):
    assert [image.url for image in in_text(f'<img src="/2024/{name}" alt="">').images] == [
        f"https://example.org/2024/{name}"
    ]


def test_a_sign_to_enlarge_a_picture_does_not_part_it_from_its_words():
    sign = '<a class=zoom href="/img/harbour.jpg"><img src="/theme/icon_zoom.png" alt="Boats"></a>'
    found = in_text(f"<p class=picture><span>{IMG}</span>{sign}<span class=caption>{WORDS[0]}</span></p>")
    assert found.images == (Image(url=SOURCE, alt_text="Boats", caption=WORDS[0]),)


def test_a_picture_whose_address_leads_nowhere_keeps_its_words():
    page = f"<article><h1>Harbour reopens</h1>{PARAGRAPH}<p>{IMG}</p><p class=caption>{WORDS[0]}</p>{PARAGRAPH * 2}"
    found = extracted(page, url=None).article
    assert found.images == (Image(url=None, alt_text="Boats", caption=WORDS[0]),)


def test_a_caption_in_many_elements_is_read():
    marked = f"{'<b>' * 1_500}Boats leave.{'</b>' * 1_500}"
    found = in_text(f"<figure>{IMG}<figcaption>{marked}</figcaption></figure>")
    assert [image.caption for image in found.images] == ["Boats leave."]


def test_a_picture_for_readers_without_scripts_is_not_a_second_one():
    markup = f'<figure><img data-src="/img/harbour.jpg"><noscript>{IMG}</noscript><figcaption>Boats.</figcaption></figure>'
    assert len(in_text(markup).images) == 1


def test_a_picture_of_data_has_the_address_for_readers_without_scripts():
    markup = f'<figure><span><img src="data:image/gif;base64,R0lG"><noscript>{IMG}</noscript></span></figure>'
    assert [image.url for image in in_text(markup).images] == [SOURCE]


def test_json_ld_tells_whose_a_picture_is():
    head = (
        '<script type="application/ld+json">{"@type": "ImageObject",'
        ' "url": "https://cdn.example.org/w1200/harbour.webp", "creditText": "Foto: John Roe/ENA"}</script>'
    )
    found = article(PARAGRAPH, f"<figure>{IMG}</figure>", PARAGRAPH, PARAGRAPH, head=head)
    assert [image.credit_line for image in found.images] == ["John Roe/ENA"]


@pytest.mark.parametrize(
    ("address", "kinds"),
    [
        ("https://www.youtube.com/embed/x9", [Kind.EMBED, Kind.PARAGRAPH]),
        ("https://ads.example/frame", [Kind.PARAGRAPH]),
    ],
)
def test_a_video_between_the_headline_and_the_text(address, kinds):
    found = article(f"<div><iframe src='{address}'></iframe></div><div class=text>{PARAGRAPH * 3}</div>")
    assert list(dict.fromkeys(block.kind for block in found.body)) == kinds


def test_a_stated_caption_that_is_a_credit():
    head = (
        '<script type="application/ld+json">{"@type": "ImageObject",'
        ' "url": "https://cdn.example.org/w1200/harbour.webp", "caption": "Picture: iStock"}</script>'
    )
    found = article(PARAGRAPH, f"<figure>{IMG}</figure>", PARAGRAPH, PARAGRAPH, head=head)
    assert [(image.caption, image.credit_line) for image in found.images] == [(None, "iStock")]


def test_a_picture_that_sells_subscriptions_is_not_the_articles():
    promo = f"<div class=article-subscribe>{IMG}<p>Read all of it for the first month.</p></div>"
    assert article(promo, PARAGRAPH, PARAGRAPH, PARAGRAPH).images == ()


def test_a_paragraph_after_a_picture_stays_a_paragraph():
    found = in_text(
        f"<p>{IMG}</p><p>The mayor thanked all who had helped, and the band played until noon.</p>"
    )
    assert [block.text for block in found.body if block.kind is Kind.PARAGRAPH][1].startswith("The mayor")


@pytest.mark.parametrize(
    "box",
    [
        '<div class="widget widget--image">{}</div>',
        '<div class="lightbox-modal">{}</div>',
        '<div class="swiper-slide" aria-hidden="true">{}</div>',
        '<div class="interactive-button" role="button">{}</div>',
        "<div>{}<button>Zoom</button></div>",
    ],
)
def test_how_a_picture_is_shown_never_costs_its_words(box):
    figure = f"<figure>{IMG}<figcaption>Boats leave on Friday. Photo: John Roe/ENA</figcaption></figure>"
    found = article(PARAGRAPH * 3, box.format(figure), PARAGRAPH * 3)
    assert [(image.caption, image.credit_line) for image in found.images] == [WORDS]


def test_an_icon_of_a_notice_goes_with_the_notice():
    notice = '<div class="donation"><p>Support us with $5 a month.</p></div><img src="/img/cards.png"><div class="donation"><p>Donate now.</p></div>'
    assert article(PARAGRAPH * 4, notice).images == ()


def test_a_name_on_a_line_of_its_own_is_a_credit_without_any_hint():
    markup = f"<figure class=x1>{IMG}<figcaption><span>Boats leave on Friday.</span> <span>Harbour Authority</span></figcaption></figure>"
    assert [(image.caption, image.credit_line) for image in in_text(markup).images] == [
        ("Boats leave on Friday.", "Harbour Authority")
    ]


def test_pictures_without_any_text_around_them_are_kept():
    boats = "".join(f"<h2>Boat {n}</h2><div><img src='/img/boat-{n}.jpg'></div>" for n in range(1, 5))
    assert len(article(f"<div class=text>{boats}</div>").images) == 4


def test_a_link_with_words_around_a_picture_does_not_part_it_from_its_figure():
    link = f'<a href="/gallery/3">Open this picture:{IMG}</a>'
    (image,) = in_text(
        f"<figure>{link}<figcaption><p><span>Boats leave on Friday.</span></p></figcaption></figure>"
    ).images
    assert image.caption == "Boats leave on Friday."


def test_a_long_caption_in_a_box_without_names_is_told_by_its_credit_line():
    words = "Boats leave the harbour of Port Haven on Friday, the first since the storm. " * 5
    found = in_text(f"<div><div>{IMG}</div><div>{words}Photo: John Roe/ENA</div></div>")
    assert [(image.caption, image.credit_line) for image in found.images] == [(words.strip(), "John Roe/ENA")]


def test_a_line_without_an_end_under_a_picture_among_paragraphs_is_its_caption():
    found = in_text(f"<div><a href=#>{IMG}</a><p>Boats in the harbour of Port Haven, 3 May</p></div>")
    assert [image.caption for image in found.images] == ["Boats in the harbour of Port Haven, 3 May"]


def test_a_sentence_under_a_picture_among_paragraphs_stays():
    words = "The boats will stay in the harbour of Port Haven until the third of May."
    found = in_text(f"<div>{IMG}<p>{words}</p></div>")
    assert words in [block.text for block in found.body]


@pytest.mark.parametrize(
    ("beside", "credit"), [("John Roe", "John Roe"), ("Gallery", None), ("See the boats", None)]
)
def test_a_full_name_beside_the_caption_in_a_figure_is_its_credit(beside, credit):
    picture = f"<figure><div>{IMG}<span class=x1>{beside}</span></div><div><figcaption>{WORDS[0]}</figcaption></div></figure>"
    for markup in (picture, f"<div class=image>{picture}</div>"):
        assert [(one.caption, one.credit_line) for one in in_text(markup).images] == [(WORDS[0], credit)]


def test_a_paragraph_beside_a_picture_that_has_its_words_is_none_of_them():
    words = "It took three days to clear the only harbour of the town, and nobody can say what it will cost."
    credited = (
        f"<div>{IMG}<div>Boats leave on Friday. | <span class=author>Photo: John Roe/ENA</span></div></div>"
    )
    found = article(f"<div class=opener>{credited}<div>{words}</div></div>", PARAGRAPH, PARAGRAPH)
    assert [(image.caption, image.credit_line) for image in found.images] == [WORDS]
    assert words not in str(found.images)


@pytest.mark.parametrize("box", ["lazy-placeholder", "image-placeholder ratio"])
def test_a_box_that_holds_a_place_for_a_picture_is_no_stand_in(box):
    found = in_text(f"<figure><div class='{box}'>{IMG}</div><figcaption>Boats leave.</figcaption></figure>")
    assert [(image.url, image.caption) for image in found.images] == [(SOURCE, "Boats leave.")]


def test_a_line_without_an_end_in_an_article_of_boxes_stays():
    parts = [f"<div>{PARAGRAPH}</div>"] * 3
    found = article(*parts, f"<div>{IMG}<p>Three things to know</p></div>", f"<div>{PARAGRAPH}</div>")
    assert all(image.caption is None for image in found.images)


def test_a_blurred_picture_stands_in_for_the_same_file():
    blurred = '<div><img src="/60/boats.png?q=20" width=997 height=230></div>'
    sharp = '<img width=997 height=230><noscript><img src="/1994/boats.png" width=997 height=230></noscript>'
    images = in_text(
        f"<figure><div><div>{blurred}{sharp}</div></div><figcaption>Boats leave</figcaption></figure>"
    ).images
    assert images == (Image(url="https://example.org/1994/boats.png", caption="Boats leave"),)


def test_the_one_caption_of_a_figure_of_several_pictures_is_read_with_the_last():
    pair = '<div><img src="/img/one.jpg" alt="One"></div><div><img src="/img/two.jpg" alt="Two"></div>'
    found = in_text(
        f"<figure>{pair}<figcaption>Boats leave on Friday. Photo: John Roe/ENA</figcaption></figure>"
    )
    assert [(image.alt_text, image.caption, image.credit_line) for image in found.images] == [
        ("One", None, None),
        ("Two", *WORDS),
    ]
    assert all(block.text in PARAGRAPH for block in found.body)


def test_a_wrapper_called_sidebar_that_holds_the_text_says_nothing_against_the_lead_picture():
    words = "<figcaption>Boats leave on Friday. Photo: John Roe/ENA</figcaption>"
    body = (
        "<main><div class=content-sidebar__left><h1>Harbour reopens after storm</h1>"
        f"<div class=hero><figure>{IMG}{words}</figure></div><div class=story>{PARAGRAPH * 4}</div></div></main>"
    )
    (image,) = extracted(body, url=URL).article.images
    assert (image.caption, image.credit_line) == WORDS


@pytest.mark.parametrize(
    ("printed", "caption", "credit"),
    [
        ("Boats leave the pier. Foto Anna Muster", "Boats leave the pier.", "Anna Muster"),
        ("Plte čakajú v prístave. Foto – Peter Malý", "Plte čakajú v prístave.", "Peter Malý"),
        ("Boats leave the pier. Photo / Jane Doe", "Boats leave the pier.", "Jane Doe"),
        ("नावें जा रही हैं। फोटो- रमेश", "नावें जा रही हैं।", "रमेश"),
        (
            "Las lanchas salen del puerto al anochecer (Juana Pérez)",
            "Las lanchas salen del puerto al anochecer",
            "Juana Pérez",
        ),
        ("Las lanchas y su dueña (Juana Pérez)", "Las lanchas y su dueña (Juana Pérez)", None),
        ("Skela na reci, Foto: Nada Ilić", "Skela na reci", "Nada Ilić"),
        ("배들이 항구를 떠나고 있다. /사진=남해신문", "배들이 항구를 떠나고 있다.", "남해신문"),
        ("قایق‌ها بندر را ترک می‌کنند / عکس: نگار صادقی", "قایق‌ها بندر را ترک می‌کنند", "نگار صادقی"),
        ("Лодки покидают порт. Фото Анны Образцовой", "Лодки покидают порт.", "Анны Образцовой"),
        (
            "Boats leave the pier. Photo day at the harbour",
            "Boats leave the pier. Photo day at the harbour",
            None,
        ),
    ],
)
def test_a_label_without_a_colon_before_a_name(printed, caption, credit):
    (image,) = in_text(f"<figure>{IMG}<figcaption>{printed}</figcaption></figure>").images
    assert (image.caption, image.credit_line) == (caption, credit)


def test_a_whole_caption_that_is_called_a_credit():
    told = "Boats leave the harbour of Port Haven on Friday, the third day after the storm."
    words = f"<span class=credit>{told} (Photo: John Roe/ENA)</span>"
    (image,) = in_text(f"<figure>{IMG}<figcaption>{words}</figcaption></figure>").images
    assert (image.caption, image.credit_line) == (told, "John Roe/ENA")


@pytest.mark.parametrize(
    "told",
    [
        "The mayor said: the harbour, source: the council, is open, and boats leave from noon on every day.",
        "The boats of the islands were all built in the north, says the photographer: Jane Doe",
    ],
)
def test_a_paragraph_after_a_picture_that_names_a_source_is_text(told):
    found = in_text(f"<div class=top>{IMG}</div><p>{told}</p>")
    assert any(block.text == told for block in found.body)


def test_the_title_of_a_work_in_a_caption_is_no_credit():
    words = "<figcaption>The choir sings <cite>The Harbour</cite> on Friday.</figcaption>"
    (image,) = in_text(f"<figure>{IMG}{words}</figure>").images
    assert (image.caption, image.credit_line) == ("The choir sings The Harbour on Friday.", None)


def test_a_line_below_a_picture_that_ends_in_who_took_it_is_its_caption():
    found = in_text(f"<div>{IMG}</div><div>Il porto di sera (foto Rossi)</div>")
    assert [(one.caption, one.credit_line) for one in found.images] == [("Il porto di sera", "Rossi")]


def test_a_grey_box_stands_in_for_the_picture_behind_it():
    grey = "<img src=/grey-placeholder.png class=hide>"
    box = f"<figure><div>{grey}{IMG}<span class=credit>John Roe/ENA</span></div><figcaption>Boats leave.</figcaption></figure>"
    assert [(one.url, one.caption, one.credit_line) for one in in_text(box).images] == [
        (SOURCE, "Boats leave.", "John Roe/ENA")
    ]


def test_pictures_that_are_loaded_late_stand_in_for_none():
    late = "<img src=/placeholder.gif data-src=/img/{}.jpg>"
    box = f"<figure>{late.format('a')}{late.format('b')}<figcaption>Boats leave.</figcaption></figure>"
    assert len(in_text(box).images) == 2


def test_a_mailbox_is_no_part_of_a_credit_line():
    words = "Boats leave.</span><span class=byline>John Roe</span><span class=credit>roe@post.example</span>"
    box = f"<figure>{IMG}<figcaption><span class=caption>{words}</figcaption></figure>"
    assert [(one.caption, one.credit_line) for one in in_text(box).images] == [("Boats leave.", "John Roe")]


@pytest.mark.parametrize(
    ("alt", "words", "count"),
    [
        ("Jane Doe", "<b>Jane Doe</b> <i>May 8, 2026</i> <i>7 min read</i>", 0),
        ("Jane Doe", "Jane Doe in May 2026.", 1),
        ("Jane Doe", "Jane Doe at the pier on May 3, 2026", 1),
        ("Radio hour 20160709", "<b>Radio hour 20160709</b> <i>May 8, 2026</i>", 1),
    ],
)
def test_a_picture_beside_who_wrote_it_and_when_is_no_picture_of_the_article(alt, words, count):
    box = f"<div class=x><img src=/img/a.jpg alt='{alt}'><div class=y>{words}</div></div>"
    assert len(article(box, PARAGRAPH, PARAGRAPH, PARAGRAPH).images) == count


@pytest.mark.parametrize(
    "markup",
    [
        f"<div class=image>{IMG}<div class=image-source><p>Boats leave on Friday. Photo: John Roe/ENA</p></div></div>",
        f"<figure>{IMG}<div class=caption>Image: Boats leave on Friday.<p class=credit>Credit: John Roe/ENA</div></figure>",
        f"<div class=news-image><a href='image/view'>{IMG}</a><p>Boats leave on Friday. Photo: John Roe/ENA</p></div>",
    ],
    ids=["both in what is called a source", "a label before the caption", "a link to the large picture"],
)
def test_both_are_found_where_names_mislead(markup):
    (image,) = article(markup, PARAGRAPH * 3).images
    assert (image.caption, image.credit_line) == WORDS


def test_a_credit_in_wide_brackets_is_split_off():
    line = "<p style='font-size:small'>窯の前に座る谷口さん（撮影：西野）</p>"
    (image,) = in_text(f"<div class=image>{IMG}</div>{line}").images
    assert (image.caption, image.credit_line) == ("窯の前に座る谷口さん", "西野")


def test_a_standfirst_beside_a_picture_is_no_caption():
    told = (
        "Port Haven - Haven Wire - Divers cleared the harbour after three days and let the boats out again."
    )
    head = f'<div class="item-summary"><p class="summary introtext">{told}</p>{IMG}</div>'
    read = article(head, PARAGRAPH, PARAGRAPH, PARAGRAPH)
    assert [image.caption for image in read.images] == [None]


def test_a_sentence_above_a_picture_among_boxes_of_text_stays():
    words = "Whoever crosses to the islands this week does so standing, since there are no seats on the boat."
    boxes = "".join(f"<div>{line}<br><br></div>" for line in STORY)
    found = article(f"<div>{boxes}<div>{words}<br><br><figure>{IMG}</figure></div></div>")
    assert words in [block.text for block in found.body]
    assert [image.caption for image in found.images] == [None]


def test_a_word_to_press_on_a_picture_does_not_make_the_words_beside_it_its_link():
    said = "<div><cite>John Roe/ENA </cite>Boats leave on Friday.</div>"
    found = in_text(f"<div><a href='#' class=enlarge>[+] Enlarge{IMG}</a>{said}</div>")
    assert [(image.caption, image.credit_line) for image in found.images] == [WORDS]
    assert "Enlarge" not in " ".join(block.text for block in found.body)


def test_a_bracket_on_a_line_below_the_caption_says_whose_it_is():
    words = "<strong>부두에 정박한 여객선</strong><p>[촬영 김하늘]</p>"
    (image,) = in_text(f"<figure>{IMG}<figcaption>{words}</figcaption></figure>").images
    assert (image.caption, image.credit_line) == ("부두에 정박한 여객선", "촬영 김하늘")
