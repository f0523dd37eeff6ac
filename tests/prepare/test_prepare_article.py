import pytest

from service.errors import InvalidArticle
from service.options import read_options
from service.prepare.figures import column_mm, lead_mm
from tests.prepare.bodies import bare, prepare, words
from tests.test_golden_prepare import FILES


@pytest.mark.parametrize(
    ("image", "name"),
    [
        ('<img src="/blank.gif" data-src="landscape.png">', "landscape.png"),
        ('<img src="data:image/gif;base64,R0lG" data-lazy-src="square.png">', "square.png"),
        ('<img src="a.png" srcset="a.png 300w, wide.png 2100w, b.png 5000w">', "wide.png"),
        ('<img src="a.png" srcset="a.png 300w, wide.png 900w">', "wide.png"),
        ('<img src="a.png" srcset="a.png, wide.png 2x">', "wide.png"),
        ('<picture><source srcset="z.webp 900w"><img src="square.png"></picture>', "square.png"),
        ('<picture><source srcset="square.png 900w"><img src="data:image/gif;base64,R0lG"></picture>', "square.png"),
        (
            '<img class="lazy" src="data:image/gif;base64,R0lG"><noscript><img src="square.png"></noscript>',
            "square.png",
        ),
        ('<noscript><img src="square.png"></noscript>', "square.png"),
        ('<amp-img src="square.png" width="200" height="200"></amp-img>', "square.png"),
    ],
)
def test_a_lazy_picture_is_printed_once_from_its_real_address(image: str, name: str) -> None:
    article = prepare(f"<p>Before.</p>{image}", FILES)
    assert [finding.src for finding in article.findings] == [name]
    assert bare(article).count("<img") == 1


@pytest.mark.parametrize(
    "figure",
    [
        '<figure><img src="wide.png" alt="x"><figcaption>The quay. Photo: T. Vang</figcaption></figure>',
        '<figure><img src="wide.png"><figcaption>The quay. <span class="credit">T. Vang</span></figcaption></figure>',
        '<figure><img src="wide.png" alt="x"><figcaption>The quay. <cite>T. Vang</cite></figcaption></figure>',
        '<figure><img src="wide.png" alt="x"><figcaption>The quay. <small>T. Vang</small></figcaption></figure>',
        '<div class="wp-caption"><img src="wide.png"><p class="wp-caption-text">The quay. Photo: T. Vang</p></div>',
    ],
)
def test_a_credit_is_parted_from_the_caption_and_listed(figure: str) -> None:
    article = prepare("<p>a</p>" + figure, FILES)
    html = bare(article)
    assert '<span class="caption">The quay.</span> <span class="credit">T. Vang</span>' in html
    assert [line.credit for line in article.credits.pictures] == ["T. Vang"]


def test_a_paragraph_of_one_picture_is_a_figure() -> None:
    assert [block.kind for block in prepare('<p><img src="wide.png" alt="x"></p>', FILES).blocks] == ["figure"]


def test_a_picture_between_words_follows_its_paragraph() -> None:
    blocks = prepare('<p>Words <img src="wide.png" alt="x"> and more.</p>', FILES).blocks
    assert [(block.kind, block.text) for block in blocks] == [("paragraph", "Words and more."), ("figure", "")]


def test_a_failed_picture_keeps_its_room_its_words_and_its_address() -> None:
    article = prepare(
        '<figure><img src="https://far.example/a.jpg" width="400" height="100" alt="Far shore">'
        "<figcaption>The shore. Photo: T. Vang</figcaption></figure>"
    )
    html = bare(article)
    assert 'style="padding-top:25%"' in html
    assert 'aria-label="Far shore"' in html
    assert "https://far.example/a.jpg" in html
    assert "The shore." in html
    assert [(finding.kind, finding.block) for finding in article.findings] == [("missing-image", "b1")]


def test_without_pictures_neither_captions_nor_credits_nor_complaints_are_left() -> None:
    body = '<p>Words.</p><figure><img src="gone.jpg"><figcaption>Shore. Photo: T. Vang</figcaption></figure>'
    article = prepare(body, options={"images": "none"}, lead_figure={"src": "gone.png", "credit": "T. Vang"})
    assert words(article) == "Words."
    assert article.credits.pictures == ()
    assert article.findings == ()
    assert article.lead_figure is None


def test_a_body_of_pictures_alone_is_refused_without_pictures() -> None:
    with pytest.raises(InvalidArticle):
        prepare('<img src="wide.png">', FILES, options={"images": "none"})


def test_the_lead_picture_repeated_at_the_top_is_printed_once() -> None:
    body = '<figure><img src="landscape.png?w=300" alt="x"></figure><p>Words.</p>'
    article = prepare(body, FILES, lead_figure={"src": "landscape.png", "alt": "Boats"})
    assert [block.kind for block in article.blocks] == ["paragraph"]
    assert article.lead_figure is not None
    assert article.lead_figure.image is not None


def test_a_logo_is_in_hand() -> None:
    article = prepare("<p>a</p>", FILES, publication={"name": "Courier", "logo": "wide.png"})
    assert article.logo is not None
    assert article.logo.name in article.images


def test_plain_paragraphs_are_escaped_and_know_quotations() -> None:
    article = prepare("", body_text="One <b>&\ntwo.\n \n“So it is.”\n— Ida Holm, pilot\n\nshort\nlines\nof verse")
    assert [block.kind for block in article.blocks] == ["paragraph", "block-quote", "paragraph"]
    assert "One &lt;b&gt;&amp; two." in bare(article)
    assert article.blocks[2].html.count("<br>") == 2


def test_a_blank_plain_body_is_refused_by_name() -> None:
    with pytest.raises(InvalidArticle) as refused:
        prepare("", body_text="\u200b\x00 ")
    assert refused.value.faults[0].path == "body_text"


def test_small_pictures_are_asked_for_smaller() -> None:
    full, small = read_options({}), read_options({"images": "small"})
    assert column_mm(small) == column_mm(full) / 2
    assert lead_mm(small) < lead_mm(full)


def test_a_picture_in_two_columns_is_asked_for_at_the_width_of_one() -> None:
    assert column_mm(read_options({"columns": "2"})) < column_mm(read_options({}))
