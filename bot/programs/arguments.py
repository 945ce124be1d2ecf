"""What a program gave that cannot be used, said in one sentence: pydantic's faults in, an error out."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from bot.messages import say_both
from corpus.errors import UnusableInput

_PLACES: Final = ("body", "query", "path", "header", "file")
"""Where of a request a field may stand: it is named without them."""


def argument_fault(faults: Sequence[Mapping[str, Any]]) -> UnusableInput:
    """Return an error that tells the first fault that validation found."""
    fault = faults[0]
    place = [str(part) for part in fault["loc"]]
    named = place[1:] if place and place[0] in _PLACES else place
    field = ".".join(named)
    if fault["type"] == "json_invalid" or not field:
        return UnusableInput(*say_both("error.no_json"))
    if fault["type"] == "missing":
        return UnusableInput(*say_both("error.missing_field", field=field))
    value = repr(fault.get("input"))[:80]
    return UnusableInput(*say_both("error.unusable_field", field=field, value=value))
