"""Pages from templates: a name and values in, an escaped page in the visitor's language out."""

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.messages import say

if TYPE_CHECKING:
    from bot.web.visitors import Visitor

TEMPLATES: Final = Path(__file__).parent / "templates"
STATIC: Final = Path(__file__).parent / "static"


class Templates:
    """The templates of the pages; everything that is put into one is escaped."""

    def __init__(self) -> None:
        self._environment = Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.filters["moment"] = local_moment

    def render(self, name: str, visitor: "Visitor", values: Mapping[str, Any]) -> str:
        """Return the text of a page or of a part of one, for a visitor."""
        template = self._environment.get_template(name)
        told = partial(_say, visitor.language)
        ruling = partial(_ruling, visitor.language)
        return template.render({"visitor": visitor, "say": told, "ruling": ruling, **values})


def local_moment(at: datetime) -> str:
    """Return a moment as people here read it, in the time of this machine."""
    return f"{at.astimezone():%Y-%m-%d %H:%M}"


def _ruling(language: str, ruling: str) -> str:
    """Return what a ruling is called, here as at every other door."""
    return say(f"decision.{ruling}", language)


def _say(language: str, key: str, /, **values: object) -> str:
    """Return a sentence of the catalogue's part for the pages."""
    return say(f"web.{key}", language, **values)
