"""The prompt templates: a name and its values in, the text for the model out.

A template is a text file of this folder; ``${name}`` in it stands for a value. What the values contain is never
read as a template, and a passage cannot end the fence that marks it as data.
"""

import re
from functools import lru_cache
from pathlib import Path
from string import Template
from typing import Final

PROMPTS_FOLDER: Final = Path(__file__).parent

_FENCE: Final = re.compile(r"<{2,}|>{2,}|＜{2,}|＞{2,}|资料(?=\s*[>＞])|(?<=[<＜])\s*资料")
_NUMBER: Final = re.compile(r"\[(\d{1,3})\]")


@lru_cache(maxsize=32)
def template(name: str) -> Template:
    """Return the template ``name`` (the file's name without ``.txt``); raises ``FileNotFoundError``."""
    return Template((PROMPTS_FOLDER / f"{name}.txt").read_text("utf-8"))


def fill(name: str, **values: object) -> str:
    """Return the template ``name`` with its values put in.

    Raises ``KeyError`` that names a variable without a value, and ``TypeError`` for a value that the template
    has no place for.
    """
    chosen = template(name)
    stray = set(values) - set(chosen.get_identifiers())
    if stray:
        raise TypeError(f"prompts/{name}.txt has no ${{{'}, ${'.join(sorted(stray))}}}")
    return chosen.substitute({key: str(value) for key, value in values.items()})


def neutral(text: str) -> str:
    """Return a passage's text with nothing in it that could pass for a fence or for a citation's number."""
    fenced = _FENCE.sub(
        lambda match: "〈" * len(match[0]) if match[0][0] in "<＜" else _opened(match[0]), text
    )
    return _NUMBER.sub(r"［\1］", fenced)


def _opened(mark: str) -> str:
    """Return a closing fence, or the word at one, in characters that close nothing."""
    return mark.replace(">", "〉").replace("＞", "〉").replace("资料", "资 料")
