"""What was typed that the program cannot use, in the person's language with what would do: the parser's error in, a line out."""

import re
from typing import Final

from typer.exceptions import TyperException

from bot.messages import say

_PLACED: Final = ("--home",)
"""Options of the whole program, which stand before the command."""

_NO_COMMAND: Final = re.compile(r"No such command (['\"])(?P<name>.*?)\1\.")
"""The parser's words on a command that is not there; a guess at what was meant may follow them."""


def usage_message(error: TyperException, language: str) -> str:
    """Return one line on an error of the parser; of one that is not known, the parser's own words.

    The parser's classes are private, so that they are told by their names.
    """
    kind, context = type(error).__name__, getattr(error, "ctx", None)
    command = getattr(context, "command_path", "hedui") or "hedui"
    option = str(getattr(error, "option_name", ""))
    if kind == "NoSuchOption":
        key = "option_place" if option in _PLACED else "no_option"
        return say(f"usage.{key}", language, option=option, command=command)
    if kind == "BadOptionUsage":
        return say("usage.option_values", language, option=option, command=command)
    parameter = getattr(error, "param", None)
    if kind == "MissingParameter" and parameter is not None:
        return say("usage.missing", language, name=parameter.name, command=command)
    if kind == "BadParameter" and parameter is not None:
        told = {"name": "/".join(getattr(parameter, "opts", [])) or parameter.name, "reason": str(error)}
        return say("usage.bad_value", language, command=command, **told)
    known = getattr(getattr(context, "command", None), "commands", {})
    named = _NO_COMMAND.match(str(error))
    if kind == "UsageError" and known and named:
        return say("usage.no_command", language, name=named["name"], commands=" ".join(known))
    return error.format_message()
