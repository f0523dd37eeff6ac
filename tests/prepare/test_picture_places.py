"""A picture is a file of the article or at an allowed address; else the report says which of the two it lacks."""

import pytest

from service.prepare.addresses import ImagePlaces
from tests.prepare.bodies import page, prepare

BASE = "https://courier.example/harbour/wall"
PLACES = ImagePlaces(BASE, frozenset({"boat.jpg"}), ())
OPEN = ImagePlaces(BASE, frozenset({"boat.jpg"}), ("courier.example",))


@pytest.mark.parametrize("src", ["gone.jpg", "pictures/gone.jpg", " ./gone.jpg ", "gone.jpg?w=300"])
def test_a_name_that_no_file_has_stays_a_name_where_the_host_is_refused(src: str) -> None:
    assert PLACES.locate(src) == src.strip()
    assert PLACES.printed(src).startswith("https://courier.example/harbour/")


def test_a_name_that_no_file_has_is_tried_at_an_allowed_host() -> None:
    assert OPEN.locate("gone.jpg") == "https://courier.example/harbour/gone.jpg"


@pytest.mark.parametrize(
    "src", ["/uploads/a.jpg", "../a.jpg", "//courier.example/a.jpg", "https://courier.example/a.jpg"]
)
def test_an_address_stays_one_so_that_its_host_is_named(src: str) -> None:
    assert PLACES.locate(src).startswith("https://courier.example/")


def test_a_file_of_the_article_comes_before_any_address() -> None:
    assert OPEN.locate("boat.jpg") == PLACES.locate("boat.jpg") == "boat.jpg"


def test_a_lead_picture_whose_file_is_lost_prints_its_address() -> None:
    article = prepare("<p>Text.</p>", lead_figure={"src": "pictures/gone.jpg", "alt": "Boats"})
    assert article.lead_figure is not None
    assert article.lead_figure.src == "https://courier.example/harbour/pictures/gone.jpg"
    assert [finding.reason for finding in article.findings] == ["no file of this name came with the article"]  # type: ignore[union-attr]


def test_a_lead_caption_that_holds_its_credit_is_parted_and_credited() -> None:
    lead = {"src": "gone.jpg", "alt": "Boats", "caption": "Boats at the quay. Photo: T. Vang / Courier"}
    article = prepare("<p>Text.</p>", lead_figure=lead)
    assert article.lead_figure is not None
    assert (article.lead_figure.caption, article.lead_figure.credit) == ("Boats at the quay.", "T. Vang / Courier")
    assert [line.credit for line in article.credits.pictures] == ["T. Vang / Courier"]


def test_a_credit_that_the_record_gives_leaves_the_caption_whole() -> None:
    lead = {"src": "gone.jpg", "alt": "Boats", "caption": "Boats. Photo: T. Vang", "credit": "T. Vang / Courier"}
    article = prepare("<p>Text.</p>", lead_figure=lead)
    assert article.lead_figure is not None
    assert article.lead_figure.caption == "Boats. Photo: T. Vang"


def test_a_picture_without_an_address_is_a_box_with_its_caption() -> None:
    article = prepare(
        '<figure><img alt="A nail" width="800" height="420"><figcaption>The fourth.</figcaption></figure>'
    )
    assert 'padding-top:52.5%"><span class="missing-alt">A nail</span>' in page(article)
    assert '<span class="caption">The fourth.</span>' in page(article)
    assert [(f.kind, f.reason) for f in article.findings] == [("missing-image", "no address came with the picture")]  # type: ignore[union-attr]
