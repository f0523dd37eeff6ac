from __future__ import annotations

import json
from datetime import timedelta
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.article import Article, Role, Status, article_schema, read_article
from service.errors import Fault, InvalidArticle

MINIMAL: dict[str, Any] = {
    "id": "low-ice", "headline": "Low ice", "language": "en", "publication": {"name": "Courier"}, "body_text": "First.",
}  # fmt: skip


def record(**fields: Any) -> dict[str, Any]:
    return {key: value for key, value in (MINIMAL | fields).items() if value is not ...}


def faults(given_record: bytes | str | dict[str, Any]) -> list[Fault]:
    with pytest.raises(InvalidArticle) as refusal:
        read_article(given_record)
    return list(refusal.value.faults)


def the_fault(given_record: bytes | str | dict[str, Any]) -> Fault:
    (fault,) = faults(given_record)
    return fault


def test_the_least_article_is_valid() -> None:
    article = read_article(json.dumps(MINIMAL))
    assert (article.id, article.status, article.authors, article.lead_figure) == ("low-ice", "published", [], None)


@pytest.mark.parametrize("name", ["id", "headline", "publication"])
def test_what_an_article_cannot_be_without_is_named(name: str) -> None:
    fault = the_fault(record(**{name: ...}))
    assert (fault.path, "required" in fault.message) == (name, True)


@pytest.mark.parametrize("slug", ["a", "A.b_c-9", "9", "_draft", "x" * 200])
def test_a_slug_is_letters_digits_and_three_marks(slug: str) -> None:
    assert read_article(record(id=slug)).id == slug


@pytest.mark.parametrize("slug", ["", "x" * 201, "a b", "a/b", "..", ".hidden", "-o", "é", "a\nb", "a%20b", 7, None])
def test_what_is_no_slug_is_refused(slug: Any) -> None:
    assert the_fault(record(id=slug)).path == "id"


@pytest.mark.parametrize("tag", ["en", "en-GB", "pt-BR", "zh-Hans-CN", "sr-Latn", "es-419", "de-1996", "sl-rozaj-biske",
                                 "en-u-nu-arab", "de-x-house", "yue", "zh-yue-HK"])  # fmt: skip
def test_a_language_is_a_bcp_47_tag(tag: str) -> None:
    assert read_article(record(language=tag)).language == tag


@pytest.mark.parametrize("tag", ["", "english", "en_GB", "en-", "e", "en--GB", "../en", "en GB", "12", None, 5])
def test_what_is_no_language_tag_is_refused(tag: Any) -> None:
    assert the_fault(record(language=tag)).path == "language"


@pytest.mark.parametrize(
    ("tag", "direction"),
    [("en", "ltr"), ("ar", "rtl"), ("AR-eg", "rtl"), ("he", "rtl"), ("fa-IR", "rtl"), ("ur", "rtl"), ("yi", "rtl"),
     ("az-Arab", "rtl"), ("ar-Latn", "ltr"), ("ks-arab", "rtl"), ("en-u-nu-arab", "ltr"), ("ja", "ltr")],
)  # fmt: skip
def test_the_direction_follows_from_the_language_and_its_script(tag: str, direction: str) -> None:
    assert read_article(record(language=tag)).direction == direction


@pytest.mark.parametrize(
    ("given_text", "offset_h"),
    [
        ("2026-03-03T08:00:00+01:00", 1),
        ("2026-03-03T08:00:00Z", 0),
        ("2026-03-03t08:00:00.123456-05:00", -5),
        ("2026-03-03 08:00+0530", 5.5),
    ],
)
def test_an_instant_keeps_its_offset(given_text: str, offset_h: float) -> None:
    instant = read_article(record(published_at=given_text)).published_at
    assert instant is not None
    assert instant.utcoffset() == timedelta(hours=offset_h)


@pytest.mark.parametrize(
    ("given_value", "message"),
    [
        ("2026-03-03T08:00:00", "needs its time and offset"),
        ("2026-03-03", "needs its time and offset"),
        ("2026-02-30T08:00:00Z", "there is no such instant"),
        ("3 March 2026", "ISO 8601 instant with an offset"),
        ("20260303T080000Z", "ISO 8601 instant with an offset"),
        (1772524800, "ISO 8601 instant with an offset"),
        (True, "ISO 8601 instant with an offset"),
    ],
)
@pytest.mark.parametrize("name", ["published_at", "updated_at"])
def test_an_instant_without_an_offset_or_sense_is_refused(name: str, given_value: Any, message: str) -> None:
    fault = the_fault(record(**{name: given_value}))
    assert fault.path == name
    assert message in fault.message
    assert str(given_value) in str(fault)


def test_an_embargo_needs_its_end_and_only_an_embargo_has_one() -> None:
    end = "2026-03-03T06:00:00+01:00"
    assert read_article(record(status="embargoed", embargo_until=end)).embargo_until is not None
    assert "embargo_until" in the_fault(record(status="embargoed")).message
    assert "embargo_until" in the_fault(record(embargo_until=end)).message


def test_every_status_and_role_of_the_specification_is_there() -> None:
    assert set(get_args(Status)) == {"draft", "embargoed", "published", "corrected", "withdrawn"}
    roles = {"author", "photographer", "illustrator", "editor", "translator", "researcher", "data"}
    assert roles <= set(get_args(Role))


def test_a_staff_byline_is_valid() -> None:
    (author,) = read_article(record(authors=[{"name": "Staff"}])).authors
    assert (author.name, author.role) == ("Staff", "author")


@pytest.mark.parametrize(
    "bodies",
    [{"body_text": ...}, {"body_html": "<p>x</p>"}, {"body_text": None}, {"body_text": None, "body_html": None}],
)
def test_exactly_one_body_is_needed(bodies: dict[str, Any]) -> None:
    assert "exactly one of `body_html` and `body_text`" in the_fault(record(**bodies)).message


@pytest.mark.parametrize(
    ("place", "fields", "nearest"),
    [
        ("headlne", {"headlne": "x"}, "headline"),
        ("authors[1].nmae", {"authors": [{"name": "A"}, {"name": "B", "nmae": "C"}]}, "name"),
        ("publication.accent_color", {"publication": {"name": "C", "accent_color": "#000000"}}, "accent_colour"),
        ("lead_figure.captoin", {"lead_figure": {"src": "a.jpg", "captoin": "x"}}, "caption"),
        ("zzz", {"zzz": 1}, None),
    ],
)
def test_an_unknown_key_is_named_with_the_nearest_and_the_valid_ones(
    place: str, fields: dict[str, Any], nearest: str | None
) -> None:
    fault = the_fault(record(**fields))
    assert (fault.path, fault.nearest) == (place, nearest)
    assert nearest is None or nearest in fault.valid
    assert "unknown key" in str(fault)
    assert nearest is None or f"Did you mean `{nearest}`?" in str(fault)


@pytest.mark.parametrize(
    ("place", "fields", "valid", "nearest"),
    [
        ("status", {"status": "publishd"}, get_args(Status), "published"),
        ("authors[0].role", {"authors": [{"name": "A", "role": "fotographer"}]}, get_args(Role), "photographer"),
        ("identifiers[0].kind", {"identifiers": [{"kind": "dio", "value": "1"}]},
         ("doi", "isbn", "issn", "urn", "handle", "other"), "doi"),
    ],
)  # fmt: skip
def test_a_bad_value_is_named_with_the_valid_ones(
    place: str, fields: dict[str, Any], valid: tuple[str, ...], nearest: str
) -> None:
    fault = the_fault(record(**fields))
    assert (fault.path, fault.valid, fault.nearest) == (place, valid, nearest)
    assert str(fault.value) in fault.message


@pytest.mark.parametrize(
    ("place", "fields"),
    [
        ("headline", {"headline": 5}),
        ("headline", {"headline": ""}),
        ("headline", {"headline": "   "}),
        ("headline", {"headline": "a\x00b"}),
        ("headline", {"headline": "x" * 10_001}),
        ("canonical_url", {"canonical_url": "javascript:alert(1)"}),
        ("canonical_url", {"canonical_url": "//courier.example/x"}),
        ("canonical_url", {"canonical_url": "https://"}),
        ("canonical_url", {"canonical_url": "https://a.example/\"onload="}),
        ("authors", {"authors": "Anna Holm"}),
        ("authors[0]", {"authors": ["Anna Holm"]}),
        ("authors[0].name", {"authors": [{"role": "author"}]}),
        ("authors", {"authors": [{"name": "A"}] * 1001}),
        ("lead_figure.src", {"lead_figure": {"src": "file:///etc/passwd"}}),
        ("lead_figure.src", {"lead_figure": {"src": "javascript:x"}}),
        ("lead_figure.src", {"lead_figure": {"src": "data:text/html,x"}}),
        ("lead_figure.width", {"lead_figure": {"src": "a.jpg", "width": "600"}}),
        ("lead_figure.width", {"lead_figure": {"src": "a.jpg", "width": 0}}),
        ("lead_figure.decorative", {"lead_figure": {"src": "a.jpg", "decorative": "yes"}}),
        ("publication.accent_colour", {"publication": {"name": "C", "accent_colour": "red"}}),
        ("pull_quotes[0].after_block", {"pull_quotes": [{"text": "x", "after_block": "3"}]}),
        ("pull_quotes[0].after_block", {"pull_quotes": [{"text": "x", "after_block": "b0"}]}),
        ("corrections[0].date", {"corrections": [{"date": "5 March 2026", "text": "x"}]}),
        ("corrections[0].date", {"corrections": [{"date": "2026-02-30", "text": "x"}]}),
        ("corrections[0].date", {"corrections": [{"date": "2026-03-05T00:00:00Z", "text": "x"}]}),
        ("keywords[1]", {"keywords": ["ice", ""]}),
        ("notes", {"notes": "one"}),
    ],
)  # fmt: skip
def test_a_wrong_type_or_value_is_named_by_its_path(place: str, fields: dict[str, Any]) -> None:
    assert the_fault(record(**fields)).path == place


def test_a_faulty_text_is_repeated_but_not_at_length() -> None:
    fault = the_fault(record(canonical_url="ftp://courier.example/" + "x" * 3000))
    assert "Given: `ftp://courier.example/xxx" in str(fault)
    assert len(str(fault)) < 300


def test_every_fault_is_named_at_once() -> None:
    assert [fault.path for fault in faults(record(headline=5, status="x", zzz=1))] == ["status", "headline", "zzz"]


def test_the_article_is_named_in_the_refusal() -> None:
    with pytest.raises(InvalidArticle, match=r"The article `low-ice` is not valid\."):
        read_article(record(zzz=1))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "property name"),
        ("", "Expecting value"),
        ("[]", "an object is needed"),
        ("null", "an object is needed"),
        (b"\xff\xfe\xfa", "codec"),
        ("[" * 100_000, "recursion"),
        ('{"id": "a", "id": "b"}', "the key `id` occurs twice"),
        ('{"id": "\\ud800"}', "surrogate"),
    ],
)
def test_what_is_no_json_object_is_refused(text: bytes | str, message: str) -> None:
    assert message in str(the_fault(text))


def test_an_object_that_json_has_no_form_for_is_refused() -> None:
    assert "not JSON serializable" in str(the_fault(record(headline={1, 2})))


def test_a_byte_order_mark_is_no_fault() -> None:
    assert read_article(b"\xef\xbb\xbf" + json.dumps(MINIMAL).encode()).id == "low-ice"


def test_an_article_cannot_be_changed() -> None:
    article = read_article(MINIMAL)
    with pytest.raises(ValueError, match="frozen"):
        article.headline = "Other"  # type: ignore[misc]


def test_the_schema_has_a_description_and_a_valid_example_for_every_field() -> None:
    schema = article_schema()
    assert schema["$schema"].endswith("2020-12/schema")
    objects = {"Article": schema, **schema["$defs"]}
    assert {"Person", "Figure", "PullQuote", "Correction", "Identifier", "Publication"} <= objects.keys()
    for name, described in objects.items():
        assert described["additionalProperties"] is False, name
        assert described["description"], name
        for field, about in described["properties"].items():
            assert about.get("description"), f"{name}.{field}"
            assert about.get("examples"), f"{name}.{field}"


def test_every_example_of_the_schema_is_a_valid_value() -> None:
    import service.article

    for name in ("Person", "Figure", "PullQuote", "Correction", "Identifier", "Publication"):
        model = getattr(service.article, name)
        example = {field: about.examples[0] for field, about in model.model_fields.items()}
        model.model_validate_json(json.dumps(example))
    example = {field: about.examples[0] for field, about in Article.model_fields.items()}
    del example["body_text"]
    read_article(example | {"status": "embargoed"})


_words = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), min_size=1)
_text = _words.filter(lambda text: text.strip())


@settings(max_examples=60)
@given(headline=_text, keywords=st.lists(_text, max_size=4), instant=st.datetimes(timezones=st.timezones()))
def test_a_record_survives_its_own_json(headline: str, keywords: list[str], instant: Any) -> None:
    # Some time zones of the past have offsets in seconds, which ISO 8601 cannot write.
    seconds = instant.utcoffset().total_seconds()
    published_at = instant.isoformat() if seconds % 60 == 0 else None
    article = read_article(record(headline=headline, keywords=keywords, published_at=published_at))
    assert read_article(article.model_dump_json(exclude_unset=True)) == article


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=10,
)


@settings(max_examples=150)
@given(name=st.sampled_from(sorted(Article.model_fields)), value=_json)
def test_any_json_in_any_field_is_an_article_or_a_refusal_that_names_it(name: str, value: Any) -> None:
    try:
        read_article(record(**{name: value}))
    except InvalidArticle as error:
        refusal = error
    else:
        return
    assert refusal.faults
    assert all(fault.path.startswith(name) or fault.path == "(whole record)" for fault in refusal.faults)
