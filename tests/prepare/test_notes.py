import pytest

from tests.prepare.bodies import bare, prepare

FOOTNOTES = """<p>One<sup><a href="#fn1" id="r1">1</a></sup> and <a href="https://press.example/a">a link</a>.</p>
<ol class="footnotes"><li id="fn1">The note. <a href="#r1">↩</a></li></ol>"""


def test_each_address_has_one_number_however_it_is_written() -> None:
    article = prepare(
        '<p><a href="https://press.example/a">x</a> <a href="HTTPS://Press.Example:443/a">y</a> <a href="/b">z</a></p>'
    )
    assert [(note.number, note.url) for note in article.notes] == [
        (1, "https://press.example/a"), (2, "https://courier.example/b"),
    ]  # fmt: skip
    assert 'id="ref-1-2"' in bare(article)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://press.example/a", "https://press.example/a"),
        ("press.example/a/", "https://www.press.example/a"),
        ("www.Press.example", "https://press.example/"),
        ("desk@courier.example", "mailto:desk@courier.example"),
        ("+45 12 34 56 78", "tel:+4512345678"),
        ("https://press.example/a-very…", "https://press.example/a-very-long-address"),
    ],
)
def test_a_link_that_says_its_address_has_no_note(text: str, address: str) -> None:
    article = prepare(f'<p><a href="{address}">{text}</a></p>')
    assert article.notes == ()
    assert f'href="{address}"' in bare(article)


def test_footnotes_and_addresses_share_one_numbering_in_the_order_of_the_text() -> None:
    assert [(note.number, note.url, note.html) for note in prepare(FOOTNOTES).notes] == [
        (1, None, "The note."), (2, "https://press.example/a", None),
    ]  # fmt: skip


def test_notes_at_the_foot_stand_in_the_text_and_not_in_the_list() -> None:
    article = prepare(FOOTNOTES, options={"links": "footnotes"})
    assert article.notes == ()
    assert bare(article).count('class="footnote"') == 2


def test_notes_of_tables_and_captions_are_listed_even_then() -> None:
    body = '<table><tr><th>a</th><th>b</th></tr><tr><td><a href="https://press.example/a">x</a></td><td>y</td></tr></table>'
    article = prepare(body, options={"links": "footnotes"})
    assert [note.url for note in article.notes] == ["https://press.example/a"]
    assert "footnote" not in bare(article)


def test_footnotes_print_even_where_links_have_no_notes() -> None:
    article = prepare(FOOTNOTES, options={"links": "none"})
    assert [note.html for note in article.notes] == ["The note."]
    assert '<a href="https://press.example/a">a link</a>.' in bare(article)


def test_a_mark_whose_note_is_missing_stays_as_superscript() -> None:
    article = prepare('<p>One<a href="#fn7">7</a> and more.</p>')
    assert "One<sup>7</sup>" in bare(article)
    assert article.notes == ()


@pytest.mark.parametrize(
    "note",
    [
        '<ol class="wp-block-footnotes"><li id="n">The note. <a href="#m">↩︎</a></li></ol>',
        '<section role="doc-endnotes"><ol><li id="n"><p>The note.</p></li></ol></section>',
        '<hr><div id="n"><p><a href="#m">[1]</a> The note.</p></div>',
        '<p id="n">1. The note.</p>',
        '<h3>Notes</h3><p><sup id="n">1</sup> The note. <a href="#m">Back</a></p>',
        '<div class="footnotes"><h2>Footnotes</h2><p><a name="n"></a>1) The note.</p></div>',
    ],
)
def test_a_footnote_is_found_wherever_the_cms_put_it(note: str) -> None:
    article = prepare(f'<p>The text<sup id="m"><a href="#n">1</a></sup> goes on.</p>{note}')
    assert [made.html for made in article.notes] == ["The note."]
    assert len(article.blocks) == 1


@pytest.mark.parametrize(
    ("mark", "note"),
    [
        ('<a href="#fn1">1</a>', '<ol><li id="fn1">It was short.</li></ol>'),
        ('<sup><a href="#fn1">1</a></sup>', '<hr><ol><li id="fn1">It was short.</li></ol>'),
        ('<a href="#fn1"><sup>1</sup></a>', '<p id="fn1">1. It was short.</p>'),
        ('<a href="#fn1">[1]</a>', '<div id="fn1">It was short.</div>'),
        (' <a href="#footnote-1">1</a>', '<hr><p id="footnote-1">It was short.</p>'),
        ('<a href="#_ftn1" id="_ftnref1">(1)</a>', '<p id="_ftn1"><a href="#_ftnref1">[1]</a> It was short.</p>'),
        ('<a href="#note1">*</a>', '<h3>Примечания</h3><ul><li id="note1">* It was short.</li></ul>'),
        ('<a href="#fn1">a</a>', '<p><b>Fußnoten:</b></p><ol><li id="fn1"><p>It was short.</p></li></ol>'),
        (
            '<sup id="r"><a href="#x9">†</a></sup>',
            '<h2>Notas</h2><hr><p id="x9">† It was short. <a href="#r">↩</a></p>',
        ),
        ('<a href="#fn1" id="r">1</a>', '<p id="fn1">[<a href="#r">1</a>] It was short.</p>'),
    ],
)
@pytest.mark.parametrize("after", ["", "<p>The author lives by the sea.</p>"])
def test_a_plain_list_or_block_that_marks_lead_to_is_notes(mark: str, note: str, after: str) -> None:
    article = prepare(f"<p>It was brief.{mark}</p>{note}{after}")
    assert [made.html for made in article.notes] == ["It was short."]
    assert len(article.blocks) == 1 + bool(after)


@pytest.mark.parametrize(
    "body",
    [
        '<p>Heat as in step <a href="#step-3">3</a>.</p><ol><li id="step-3">Stir.</li></ol>',
        '<p>Heat it as<a href="#fn1">said below</a>.</p><ol><li id="fn1">Stir.</li></ol>',
        '<p>To part<sup><a href="#s1">1</a></sup>.</p><h2 id="s1">Stir.</h2><p>Words.</p>',
        '<p>To part<sup><a href="#s1">1</a></sup>.</p><div><h2 id="s1">1 Start</h2><p>Stir.</p></div>',
        '<p>Jump to: <a href="#s1">1</a></p><p id="s1">Stir.</p>',
        '<p>See<sup><a href="#s1">1</a></sup>.</p><p>All of it and then <span id="s1"></span>Stir.</p>',
    ],
)
def test_a_link_that_is_no_mark_leaves_its_target_in_the_body(body: str) -> None:
    article = prepare(body)
    assert article.notes == ()
    assert "Stir." in bare(article)
    assert 'href="#' in bare(article)


def test_a_note_that_nobody_links_to_stays_with_its_number_and_heading() -> None:
    html = bare(
        prepare(
            '<p>Brief.<a href="#fn1">1</a></p><h2>Notes</h2><ol><li id="fn1">Gone.</li><li id="fn2">Kept.</li></ol>'
        )
    )
    assert "Gone" not in html
    assert '<li value="2">Kept.</li>' in html
    assert "Notes</h2>" in html


def test_an_unlinked_paragraph_of_notes_keeps_the_heading_above_it() -> None:
    html = bare(
        prepare('<p>Brief.<a href="#fn1">1</a></p><h2>Notes</h2><p id="fn1">1. Gone.</p><p id="fn2">2. Kept.</p>')
    )
    assert "Notes</h2>" in html
    assert "2. Kept." in html


def test_a_note_keeps_a_number_at_its_start_that_is_not_its_mark() -> None:
    article = prepare('<p>Cold.<a href="#fn3">3</a></p><ol><li id="fn3">1871: a cold year.</li></ol>')
    assert [note.html for note in article.notes] == ["1871: a cold year."]


def test_a_link_to_a_section_jumps_there_without_a_note() -> None:
    article = prepare('<p><a href="#far">down</a> <a href="#gone">nowhere</a></p><p id="far">Far</p>')
    assert article.notes == ()
    assert '<a href="#x-far">down</a>' in bare(article)
    assert '<p data-block="b2" id="x-far">' in bare(article)
    assert "#gone" not in bare(article)


def test_a_note_of_the_article_that_links_to_a_script_is_only_words() -> None:
    note = '<a href="javascript:x" onclick="y">go</a><script>1</script>'
    body = f'<p>x<a href="#fn1">1</a></p><ol class="footnotes"><li id="fn1">{note}</li></ol>'
    assert prepare(body).notes[0].html == "go"


def test_a_relative_link_without_a_canonical_address_keeps_its_words() -> None:
    html = bare(prepare('<p><a href="/x">there</a></p>', canonical_url=None))
    assert "href" not in html
    assert "there" in html


@pytest.mark.parametrize(
    "note",
    [
        '<ol><li id="fn1">The note.</li></ol>',
        '<hr><ol><li id="fn1">The note. <a href="#r1">↩</a></li></ol>',
        '<p id="fn1">The note.</p>',
        '<div id="fn1">The note.</div>',
    ],
)
def test_an_id_that_names_a_note_is_enough(note: str) -> None:
    article = prepare(f'<p>The text<sup id="r1"><a href="#fn1">1</a></sup> goes on.</p>{note}')
    assert [made.html for made in article.notes] == ["The note."]
    assert len(article.blocks) == 1


def test_a_note_that_nobody_links_to_stays_in_the_body() -> None:
    article = prepare('<p>A<a href="#fn1">1</a></p><ol><li id="fn1">One.</li><li id="fn2">Two here.</li></ol>')
    assert [made.html for made in article.notes] == ["One."]
    assert "Two" in article.blocks[1].text


def test_a_link_in_words_to_a_note_stays_a_link() -> None:
    article = prepare('<p>See <a href="#fn1">the note</a>.</p><ol><li id="fn1">It was short.</li></ol>')
    assert article.notes == ()
    assert len(article.blocks) == 2
