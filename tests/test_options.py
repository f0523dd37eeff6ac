from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from service.errors import InvalidOptions
from service.options import PrintOptions, read_options


def test_no_option_is_the_page_that_the_publisher_designed() -> None:
    assert read_options({}) == PrintOptions()


@pytest.mark.parametrize(
    ("name", "given", "read"),
    [
        ("paper", "letter", "letter"),
        ("text_size", "x-large", "x-large"),
        ("columns", "2", 2),
        ("columns", 2, 2),
        ("images", "none", "none"),
        ("ink", "grey", "grey"),
        ("fonts", "readable", "readable"),
        ("links", "footnotes", "footnotes"),
        ("qr", "off", "off"),
        ("printed_on", "2026-03-01", date(2026, 3, 1)),
        ("strict", "true", True),
        ("strict", "1", True),
        ("strict", "0", False),
        ("strict", True, True),
    ],
)
def test_an_option_reads_the_same_from_a_query_and_from_json(name: str, given: Any, read: Any) -> None:
    assert getattr(read_options({name: given}), name) == read


@pytest.mark.parametrize(
    ("name", "given", "valid"),
    [
        ("paper", "a3", ("a4", "letter", "a5", "legal")),
        ("paper", "A4", ("a4", "letter", "a5", "legal")),
        ("text_size", "huge", ("small", "normal", "large", "x-large")),
        ("columns", "3", ("1", "2")),
        ("columns", "", ("1", "2")),
        ("images", "", ("full", "small", "none")),
        ("qr", True, ("on", "off")),
    ],
)
def test_a_bad_value_is_refused_with_the_valid_ones(name: str, given: Any, valid: tuple[str, ...]) -> None:
    with pytest.raises(InvalidOptions) as refusal:
        read_options({name: given})
    (fault,) = refusal.value.faults
    assert (fault.path, fault.valid) == (name, valid)


@pytest.mark.parametrize(
    ("name", "given"), [("printed_on", "yesterday"), ("printed_on", "2026-02-30"), ("strict", "x")]
)
def test_a_value_that_is_not_of_its_kind_is_refused(name: str, given: Any) -> None:
    with pytest.raises(InvalidOptions) as refusal:
        read_options({name: given})
    assert [fault.path for fault in refusal.value.faults] == [name]


def test_an_unknown_option_is_refused_with_the_nearest() -> None:
    with pytest.raises(InvalidOptions) as refusal:
        read_options({"papr": "a4"})
    (fault,) = refusal.value.faults
    assert (fault.path, fault.nearest) == ("papr", "paper")
    assert set(fault.valid) == set(PrintOptions.model_fields)


def test_large_print_is_known_by_its_size() -> None:
    assert PrintOptions(text_size="x-large").large_print
    assert not PrintOptions(text_size="large").large_print


def test_every_option_has_a_description_and_an_example_that_is_valid() -> None:
    for name, field in PrintOptions.model_fields.items():
        assert field.description, name
        assert field.examples, name
        read_options({name: field.examples[0]})
