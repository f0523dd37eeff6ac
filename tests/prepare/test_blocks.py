import pytest

from tests.prepare.bodies import bare, page, prepare, words


def kinds(body: str, **given: object) -> list[str]:
    return [block.kind for block in prepare(body, **given).blocks]


def test_two_breaks_part_paragraphs_and_one_does_not() -> None:
    blocks = prepare("one<br>two<br> <br>three").blocks
    assert [block.text for block in blocks] == ["one two", "three"]
    assert "<br>" in blocks[0].html


@pytest.mark.parametrize(
    "nothing", ["<p></p>", "<p>&nbsp; &nbsp;</p>", "<p><br></p>", "<div><span> </span></div>", "<b></b>"]
)
def test_an_empty_paragraph_is_no_block(nothing: str) -> None:
    assert len(prepare(f"<p>a</p>{nothing}<p>b</p>").blocks) == 2


def test_a_single_no_break_space_is_typography_and_a_run_is_room() -> None:
    html = page(prepare("<p>a&nbsp;&nbsp; b and 5&nbsp;km of it, they say, all along the coast</p>"))
    assert "a b and 5&nbsp;km" in html


def test_ids_count_from_one_in_the_order_of_the_page() -> None:
    assert [block.id for block in prepare("<p>a</p><h2>b</h2><ul><li>c</li></ul><hr>").blocks] == [
        "b1",
        "b2",
        "b3",
        "b4",
    ]


def test_every_kind_of_block_is_named() -> None:
    body = """<p>a</p><h2>b</h2><img src="x.png" alt="c"><blockquote>d</blockquote><aside class="pullquote">e</aside>
    <aside><p>f</p></aside><table><tr><th>g<th>h<tr><td>i<td>j</table>
    <ol><li>k</ol><pre>l</pre><video src="/m"></video><hr>"""
    assert kinds(body) == [
        "paragraph", "heading", "figure", "block-quote", "pull-quote", "side-box", "table", "list", "code", "embed",
        "rule",
    ]  # fmt: skip


def test_bold_around_paragraphs_goes_into_each() -> None:
    assert [block.html.count("<b>") for block in prepare("<b><p>one</p><p>two</p></b>").blocks] == [1, 1]


def test_a_bold_line_stays_a_paragraph() -> None:
    assert kinds("<p><strong>The whole line</strong></p>") == ["paragraph"]


def test_words_of_two_containers_do_not_run_together() -> None:
    assert words(prepare("<div>one</div><div>two</div>")) == "one two"


def test_heading_levels_have_no_gap_and_a_skip_is_named() -> None:
    article = prepare("<h2>a</h2><h4>b</h4><h4>c</h4><h2>d</h2>")
    assert [block.html[:3] for block in article.blocks] == ["<h2", "<h3", "<h3", "<h2"]
    assert [(f.text, f.given, f.printed) for f in article.findings] == [("b", 4, 3), ("c", 4, 3)]


@pytest.mark.parametrize(
    "quote",
    [
        "<blockquote><p>So it is.</p></blockquote><p>— Ida Holm, pilot</p>",
        "<blockquote><p>So it is.</p><p>— Ida Holm, pilot</p></blockquote>",
        "<blockquote><p>So it is.<br>—Ida Holm, pilot</p></blockquote>",
        "<blockquote><p>So it is.</p><cite>Ida Holm, pilot</cite></blockquote>",
        "<blockquote><p>So it is. <cite>Ida Holm, pilot</cite></p></blockquote>",
        "<blockquote>So it is.<footer>– Ida Holm, pilot</footer></blockquote>",
        "<blockquote><p>So it is.</p><p class='attribution'>Ida Holm, pilot</p></blockquote>",
        "<figure><blockquote>So it is.</blockquote><figcaption>Ida Holm, pilot</figcaption></figure>",
        "<p>“So it is.” — Ida Holm, pilot</p>",
        "<p>“So it is.”</p><p>— Ida Holm, pilot</p>",
    ],
)
def test_an_attribution_in_any_shape_is_set_apart_and_is_no_paragraph(quote: str) -> None:
    blocks = prepare("<p>Before.</p>" + quote).blocks
    assert [block.kind for block in blocks] == ["paragraph", "block-quote"]
    assert '<span class="speaker">Ida Holm</span>' in blocks[1].html
    assert "pilot" in blocks[1].html.split('class="speaker-role">')[1]
    assert blocks[1].html.count("<p>") == 1


def test_a_title_cited_in_a_quotation_is_no_attribution() -> None:
    html = bare(prepare("<blockquote><p>He read <cite>The Long Ice</cite></p></blockquote>"))
    assert "attribution" not in html
    assert "<cite>The Long Ice</cite>" in html


def test_a_pull_quote_that_repeats_the_body_names_the_block_and_is_hidden_from_a_screen_reader() -> None:
    blocks = prepare(
        '<p>Then the whole town holds its breath.</p><aside class="pullquote">the whole town holds</aside>'
    ).blocks
    assert 'aria-hidden="true"' in blocks[1].html
    assert 'data-repeats="b1"' in blocks[1].html


def test_a_pull_quote_that_says_something_new_is_read() -> None:
    assert "aria-hidden" not in bare(prepare('<p>Ice.</p><aside class="pullquote">Nobody had said this</aside>'))


def test_pull_quotes_of_the_record_never_get_lost_and_leave_the_ids_of_the_body_alone() -> None:
    quotes = [
        {"text": "After two", "after_block": "b2"},
        {"text": "Past the end", "after_block": "b9"},
        {"text": "Free"},
    ]
    blocks = prepare("<p>one</p><p>two</p><p>three</p>", pull_quotes=quotes).blocks
    assert [(block.id, block.text.strip("“”")) for block in blocks] == [
        ("b1", "one"), ("b2", "two"), ("b4", "After two"), ("b6", "Free"), ("b3", "three"), ("b5", "Past the end"),
    ]  # fmt: skip


@pytest.mark.parametrize("repeated", ["<h1>The wall holds</h1>", "<p>THE WALL HOLDS.</p>", "<p>By Runa Aldis</p>"])
def test_a_headline_or_byline_repeated_at_the_top_is_printed_once(repeated: str) -> None:
    assert words(prepare(repeated + "<p>Ice.</p>")) == "Ice."


def test_a_headline_said_again_further_down_stays() -> None:
    body = "".join(f"<p>{number}</p>" for number in range(6)) + "<p>The wall holds</p>"
    assert words(prepare(body)).endswith("The wall holds")


@pytest.mark.parametrize(
    ("markup", "what"),
    [
        ('<div class="sharedaddy">Share this</div>', "share bar"),
        ('<div class="related-posts"><a href="/x">Another</a></div>', "related links"),
        ('<div class="newsletter-signup">Join us</div>', "newsletter box"),
        ('<div id="comments"><p>First!</p></div>', "comments"),
        ('<div class="ad-container">Advertisement</div>', "advertisement"),
        ("<nav>Home</nav>", "navigation"),
        ("<form><input name=q>Search</form>", "form"),
        ("<p hidden>Hidden</p>", "hidden text"),
        ('<p style="display : none">Hidden</p>', "hidden text"),
    ],
)
def test_furniture_is_left_out_and_named(markup: str, what: str) -> None:
    article = prepare(f"<p>Before.</p>{markup}<p>After.</p>")
    assert words(article) == "Before. After."
    assert [(finding.what, finding.block, bool(finding.text)) for finding in article.findings] == [(what, "b2", True)]


PROSE = (
    "The keeper wrote down every morning how far the ice had come, and her notes are the longest record there is. " * 3
)


@pytest.mark.parametrize("name", ["share", "newsletter", "subscribe-body", "ad-body", "promo", "related", "social"])
def test_prose_is_never_taken_for_furniture(name: str) -> None:
    body = f'<p>{PROSE}</p><p>{PROSE}</p><div class="{name}"><p>{PROSE}</p></div>'
    assert len(prepare(body).blocks) == 3


def test_a_wrapper_that_holds_the_article_is_never_furniture() -> None:
    body = (
        '<div class="share">'
        + "".join(f"<p>Short line {number} of the article.</p>" for number in range(30))
        + "</div>"
    )
    assert len(prepare(body).blocks) == 30


def test_comments_are_furniture_however_long_they_are() -> None:
    body = f'<p>{PROSE}</p><p>{PROSE}</p><div id="comments"><p>{PROSE}</p><p>{PROSE}</p></div>'
    assert len(prepare(body).blocks) == 2


def test_a_picture_with_its_caption_is_never_furniture() -> None:
    body = (
        f'<p>{PROSE}</p><div class="popup-gallery"><figure><img src="x.png"><figcaption>Ice</figcaption></figure></div>'
    )
    assert [block.kind for block in prepare(body).blocks] == ["paragraph", "figure"]


def test_the_words_of_an_unknown_element_are_kept() -> None:
    assert words(prepare("<text>one</text> <use>two</use> <my-widget>three</my-widget>")) == "one two three"


def test_a_formula_keeps_its_words_in_the_line() -> None:
    assert words(prepare('<p>E = <math alttext="mc²"><mi>m</mi></math> here</p>')) == "E = mc² here"


def test_a_list_keeps_its_nesting_and_numbering() -> None:
    html = bare(prepare('<ol start="3" type="a"><li>x<ul><li>y</li></ul></li><li value="9">z</li></ol>'))
    assert html == '<ol data-block="b1" start="3" type="a"><li>x<ul><li>y</li></ul></li><li value="9">z</li></ol>'


def test_code_keeps_every_space_and_line() -> None:
    assert "<code>a\n    b  c</code>" in bare(prepare("<pre>a\n    b  c</pre>"))
