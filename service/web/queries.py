"""The query string: print options and the few parameters that are none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from flask import request

from service.errors import Fault, InvalidOptions
from service.options import PrintOptions, read_options
from service.validation import nearest_name

_SWITCH = {"1": True, "true": True, "0": False, "false": False}
OPTION_NAMES = tuple(PrintOptions.model_fields)


@dataclass(frozen=True)
class Delivery:
    """How the answer is wanted: the report instead of the page, and a download instead of a view."""

    report: bool = False
    download: bool = False


def read_delivery() -> tuple[dict[str, str], Delivery]:
    """Return the print options as given in the query, unchecked, and the delivery.

    Raises `InvalidOptions` that names every parameter that is unknown, repeated or has a bad value.
    """
    values, faults = single_parameters((*OPTION_NAMES, "report", "download"))
    switches = {name: _switch(name, values.pop(name, "0"), faults) for name in ("report", "download")}
    if faults:
        raise InvalidOptions("The query is not valid.", [*faults, *_option_faults(values)])
    return values, Delivery(**switches)


def single_parameters(valid: Iterable[str]) -> tuple[dict[str, str], list[Fault]]:
    """Return the parameters of the query by name, and a fault for each that is unknown or repeated."""
    valid = tuple(valid)
    values: dict[str, str] = {}
    faults: list[Fault] = []
    for name, given in request.args.lists():
        if name not in valid:
            shown = name[:80]
            faults.append(
                Fault(shown, f"unknown parameter `{shown}`.", given[0][:80], valid, nearest_name(name, valid))
            )
        elif len(given) > 1:
            faults.append(Fault(name, "given more than once.", ", ".join(given)[:80]))
        else:
            values[name] = given[0]
    return values, faults


def read_no_parameters() -> None:
    """Refuse any query. Raises `InvalidOptions`."""
    _, faults = single_parameters(())
    if faults:
        raise InvalidOptions("This address takes no parameters.", faults)


def merged_options(query: Mapping[str, str], body: Mapping[str, object]) -> PrintOptions:
    """Return the options of query and body as one. Raises `InvalidOptions`, also where both name the same option."""
    if both := [name for name in query if name in body]:
        faults = [Fault(name, "given in the query and in the body.", query[name]) for name in both]
        raise InvalidOptions("The print options are not valid.", faults)
    return read_options({**query, **body})


def _option_faults(values: Mapping[str, str]) -> tuple[Fault, ...]:
    try:
        read_options(values)
    except InvalidOptions as error:
        return error.faults
    return ()


def _switch(name: str, value: str, faults: list[Fault]) -> bool:
    if value.lower() not in _SWITCH:
        faults.append(Fault(name, f"`{value[:80]}` is not a valid value.", value[:80], tuple(_SWITCH)))
    return _SWITCH.get(value.lower(), False)
