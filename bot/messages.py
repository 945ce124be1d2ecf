"""Messages to people: a key and values in, a sentence in the reader's language out.

The sentences live in ``catalogues/zh.toml`` and ``catalogues/en.toml``; both have the same keys.
"""

import os
import tomllib
from functools import lru_cache
from pathlib import Path

LANGUAGES = ("zh", "en")
CATALOGUES = Path(__file__).parent / "catalogues"


@lru_cache(maxsize=len(LANGUAGES))
def catalogue(language: str) -> dict[str, str]:
    """Return the sentences of a language by key; a group ``[chat]`` gives keys such as ``chat.hello``."""
    groups = tomllib.loads((CATALOGUES / f"{language}.toml").read_text("utf-8"))
    return {f"{group}.{key}": text for group, texts in groups.items() for key, text in texts.items()}


def say(key: str, language: str = "zh", /, **values: object) -> str:
    """Return the sentence ``key`` in ``language`` with its values; a missing value raises ``KeyError``."""
    return catalogue(language)[key].format_map(values)


def say_both(key: str, **values: object) -> tuple[str, str]:
    """Return the sentence ``key`` in Chinese and in English, as an error takes them."""
    return say(key, "zh", **values), say(key, "en", **values)


def program_language() -> str:
    """Return the language of help texts, which are needed before the settings are read."""
    language = os.environ.get("HEDUI_LANGUAGE", "")
    return language if language in LANGUAGES else "zh"


def language_of(text: str) -> str:
    """Return the language to answer ``text`` in: Chinese unless it has Latin letters and no Han character."""
    if any("\u3400" <= character <= "\u9fff" for character in text):
        return "zh"
    return "en" if any(character.isascii() and character.isalpha() for character in text) else "zh"
