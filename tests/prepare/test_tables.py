import pytest

from service.prepare.tables import is_number
from tests.prepare.bodies import bare, prepare, words


@pytest.mark.parametrize(
    "text",
    ["1", "1,204", "1.204,5", "1 204", "1\u202f204", "12 %", "12%", "−3", "-3.5", "+4", "€ 5", "5 €", "$1,000",
     "USD 20", "(12)", "3–5", "40 km", "21 °C", "1'000", "7*", "½", "1½ dl", "1⁄4 l",
     "2 1/2 dl", "¼–½ l", "12 кг"],
)  # fmt: skip
def test_a_number_in_any_usual_writing_is_one(text: str) -> None:
    assert is_number(text)


@pytest.mark.parametrize(
    "text", ["", "North", "1st of May", "v1.2.3-beta", "12 Main Street", "A1", "—", "3 of 5 boats"]
)
def test_what_only_begins_like_a_number_is_none(text: str) -> None:
    assert not is_number(text)


def test_a_first_row_over_numbers_becomes_the_head_and_names_head_their_rows() -> None:
    html = bare(
        prepare(
            "<table><tr><td>Port</td><td>Tonnes</td></tr><tr><td>North</td><td>12</td></tr><tr><td>South</td><td>9</td></tr></table>"
        )
    )
    assert '<thead><tr><th scope="col">Port</th><th class="number" scope="col">Tonnes</th></tr></thead>' in html
    assert '<th scope="row">North</th><td class="number">12</td>' in html


def test_a_table_of_words_without_a_head_is_given_none() -> None:
    assert "<th" not in bare(prepare("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>"))


def test_no_span_reaches_past_the_table() -> None:
    head = '<tr><th colspan="99999999" rowspan="77777">a</th><th>b</th></tr>'
    html = bare(prepare(f"<table>{head}<tr><td>c</td><td>d</td></tr></table>"))
    assert 'colspan="12" rowspan="2"' in html


@pytest.mark.parametrize(
    "table",
    [
        '<table role="presentation"><tr><td>one</td><td>two</td></tr></table>',
        "<table><tr><td><p>one</p><p>two</p></td></tr></table>",
        "<table><tr><td>one</td></tr><tr><td>two</td></tr></table>",
        "<table><tr><td><h2>one</h2></td><td><p>two</p></td></tr></table>",
    ],
)
def test_a_table_that_only_lays_out_is_taken_apart(table: str) -> None:
    article = prepare(table)
    assert words(article) == "one two"
    assert "table" not in bare(article)


def test_a_table_in_a_table_becomes_lines_of_its_cell() -> None:
    html = bare(
        prepare(
            "<table><tr><th>A</th><th>B</th></tr><tr><td>x<table><tr><td>n</td><td>m</td></tr></table></td><td>y</td></tr></table>"
        )
    )
    assert html.count("<table>") == 1
    assert "x<br>n · m" in html


def row(cell: str, text: str, count: int) -> str:
    return "<tr>" + f"<{cell}>{text}</{cell}>" * count + "</tr>"


def test_what_no_page_could_hold_is_left_out_by_name() -> None:
    table = f"<table>{row('th', 'a', 62)}{row('td', 'b', 62)}{row('td', 'c', 2) * 5000}</table>"
    article = prepare(table)
    assert [finding.what for finding in article.findings] == [
        "table rows past the 5000th",
        "table columns past the 60th",
    ]
    assert all(finding.text for finding in article.findings)


def test_a_caption_is_kept_from_the_table_or_from_the_figure_around_it() -> None:
    rows = row("th", "a", 2) + row("td", "b", 2)
    assert "<caption>Landings</caption>" in bare(prepare(f"<table><caption>Landings</caption>{rows}</table>"))
    assert "<caption>Landings</caption>" in bare(
        prepare(f"<figure><table>{rows}</table><figcaption>Landings</figcaption></figure>")
    )


def test_a_script_in_a_cell_is_named() -> None:
    article = prepare(f"<table>{row('th', 'a', 2)}<tr><td>b<script>1</script></td><td>c</td></tr></table>")
    assert [finding.what for finding in article.findings] == ["script in a table cell"]


def test_a_column_is_of_numbers_as_a_whole_or_not_at_all() -> None:
    rows = "".join(
        f"<tr><td>{name}</td><td>{amount}</td><td>{note}</td></tr>"
        for name, amount, note in [
            ("Cream", "1½&nbsp;dl", "3"),
            ("Cider", "<sup>1</sup>⁄<sub>4</sub>&nbsp;l", "my change"),
            ("Dill", "2 leaves; plenty", "on top"),
            ("Salt", "", "to taste"),
        ]
    )
    html = bare(prepare(f"<table><tr><th>What</th><th>Amount</th><th>Notes</th></tr>{rows}</table>"))
    assert '<th class="number" scope="col">Amount</th><th scope="col">Notes</th>' in html
    assert '<td class="number text">2 leaves; plenty</td><td>on top</td>' in html
    assert '<td class="number"></td><td>to taste</td>' in html
    assert "<td>3</td>" in html


def test_what_a_figure_says_of_a_captioned_table_stands_under_it() -> None:
    rows = row("th", "a", 2) + row("td", "b", 2)
    table = f"<table><caption>Melt</caption>{rows}</table>"
    html = bare(prepare(f"<figure>{table}<figcaption>Hydrophone no. 4.</figcaption></figure>"))
    assert "<caption>Melt</caption>" in html
    assert '</table><p class="table-source">Hydrophone no. 4.</p></div>' in html


def test_a_source_is_no_caption() -> None:
    rows = row("th", "a", 2) + row("td", "b", 2)
    html = bare(prepare(f"<figure><table>{rows}</table><figcaption>Источник: лаборатория.</figcaption></figure>"))
    assert "<caption>" not in html
    assert '<p class="table-source">Источник: лаборатория.</p>' in html
