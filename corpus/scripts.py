"""The traditional script read as the simplified one, character by character, so that no offset moves."""

from typing import Final

from corpus.lexicon.tables import TableRow, read_lexicon

_COLUMNS: Final = ("traditional", "simplified")


def _pairs(row: TableRow) -> dict[int, str]:
    written, read = row["traditional"], row["simplified"]
    if len(written) != len(read):
        raise row.refuse(
            f"繁体{len(written)}字，简体{len(read)}字，应当一一对应",
            f"{len(written)} traditional characters beside {len(read)} simplified ones: write as many of each",
        )
    return {ord(one): other for one, other in zip(written, read, strict=True)}


def _read() -> dict[int, str]:
    found: dict[int, str] = {}
    for row in read_lexicon("traditional.tsv", _COLUMNS):
        found |= _pairs(row)
    return found


TRADITIONAL: Final = _read()
"""The simplified character that each traditional one is read as, by its code point."""


def simplified(text: str) -> str:
    """Return ``text`` in the simplified script, as long as it was (處分2087人: 处分2087人)."""
    return text.translate(TRADITIONAL)
