from __future__ import annotations

from service.options import PrintOptions
from service.prepare import prepare_article
from service.print_html import lay_out
from service.stylesheets import resolve_stylesheets
from service.workshop import Workshop
from tests.pages.samples import samples


def _resolve(style: str, *classes: str, root: str = "") -> str:
    return "".join(resolve_stylesheets((style,), frozenset(classes), root)[0].split())


def test_a_property_of_the_root_is_put_where_it_is_used() -> None:
    assert "p{margin:4pt}" in _resolve(":root { --gap: 4pt } p { margin: var(--gap) }")


def test_the_more_specific_class_wins_whatever_the_order() -> None:
    style = ".a.b { --gap: 3pt } .a { --gap: 2pt } :root { --gap: 1pt } p { margin: var(--gap) }"
    assert "p{margin:3pt}" in _resolve(style, "a", "b")
    assert "p{margin:2pt}" in _resolve(style, "a")
    assert "p{margin:1pt}" in _resolve(style)


def test_a_negated_class_is_honoured() -> None:
    style = ":root { --gap: 1pt } .a:not(.b) { --gap: 2pt } p { margin: var(--gap) }"
    assert "p{margin:2pt}" in _resolve(style, "a")
    assert "p{margin:1pt}" in _resolve(style, "a", "b")


def test_the_root_elements_own_style_wins() -> None:
    assert "p{color:#123456}" in _resolve(":root { --c: red } p { color: var(--c) }", root="--c: #123456")


def test_arithmetic_of_one_unit_is_worked_out_and_of_two_left_to_the_engine() -> None:
    properties = ":root { --a: calc(10pt * 2); --b: 3mm }"
    used = "p { margin: calc(var(--a) - 5pt) calc(var(--b) + 1pt) calc(-1 * var(--b)) }"
    assert "p{margin:15ptcalc(3mm+1pt)-3mm}" in _resolve(f"{properties} {used}")


def test_a_property_that_is_set_below_the_root_too_is_left_to_the_engine() -> None:
    style = ":root { --gap: 1pt } aside { --gap: 9pt } p { margin: var(--gap) }"
    assert "p{margin:var(--gap)}" in _resolve(style)


def test_an_unknown_property_and_a_circle_are_left_to_the_engine() -> None:
    assert "p{margin:var(--none)}" in _resolve("p { margin: var(--none) }")
    assert "var(--a)" in _resolve(":root { --a: var(--b); --b: var(--a) } p { margin: var(--a) }")


def test_the_pages_are_the_same_bytes_as_with_the_engines_own_variables(workshop: Workshop) -> None:
    submission, options = samples()["ar-khatt"], PrintOptions(paper="letter", text_size="large")
    page = lay_out(prepare_article(submission, options, workshop.config), options, workshop.stationery)
    typesetter = workshop.typesetter
    source = typesetter._weasyprint.HTML(string=page.html, url_fetcher=typesetter._fetcher(page.images))
    own = typesetter._render(source, [typesetter._parse(text) for text in page.stylesheets])
    resolved = typesetter._render(source, typesetter._styles(page))
    assert own.write_pdf(pdf_tags=True) == resolved.write_pdf(pdf_tags=True)
