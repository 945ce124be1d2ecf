"""Short names that somebody wrote down, each for one organisation: a department's file in, ``AgreedNames`` out.

They are what no rule finds (慧城公司 for 澜江市智慧城市运营服务有限责任公司), and go before every rule.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from corpus.figure import Statement
from corpus.lexicon.organisation_names import NAMED_ORGANISATIONS
from corpus.lexicon.tables import read_table
from corpus.report import Report

_COLUMNS: Final = ("简称", "全称")
_SHORTEST: Final = 2


@dataclass(frozen=True, slots=True)
class AgreedNames:
    """Short names and the full name that each stands for, wherever it is said."""

    fulls: Mapping[str, str] = field(default_factory=dict)

    def full(self, name: str) -> str:
        """Return the full name that ``name`` was agreed to stand for, else ``name`` itself."""
        return self.fulls.get(name, name)

    def joined(self, other: "AgreedNames") -> "AgreedNames":
        """Return these names and those of ``other``, which go before."""
        return AgreedNames({**self.fulls, **other.fulls})

    def in_statements(self, statements: Iterable[Statement]) -> list[Statement]:
        """Return statements whose organisations bear their full names; offsets and quotes stay."""
        return [
            replace(one, figure=replace(one.figure, org=self.fulls[one.figure.org]))
            if one.figure.org in self.fulls
            else one
            for one in statements
        ]

    def in_report(self, report: Report) -> Report:
        """Return a report whose issuer bears its full name; its text and title stay."""
        full = self.full(report.organisation)
        return report if full == report.organisation else replace(report, organisation=full)


BUILT_IN: Final = AgreedNames(NAMED_ORGANISATIONS)
"""The names of the program's own table."""


def read_agreed_names(path: Path) -> AgreedNames:
    """Return the names of a department's file, a short and a full name a line with a tab between, and the built-in.

    Raises ``UnusableTable`` that names the file and the line of a row that cannot be used: one without a tab,
    a short name of one character, one that is its own full name, or one that stands for another name above.
    """
    fulls: dict[str, str] = {}
    for row in read_table(path, _COLUMNS):
        short, full = row["简称"], row["全称"]
        if len(short) < _SHORTEST:
            raise row.refuse(f"简称 {short!r} 至少要两个字", "a short name has two characters or more")
        if short == full:
            raise row.refuse(f"简称和全称都是 {short!r}，请写全称", "write the full name behind the tab")
        if fulls.get(short, full) != full:
            raise row.refuse(f"{short!r} 上面已写作 {fulls[short]!r}，请只留一行", "two full names: keep one")
        fulls[short] = full
    return BUILT_IN.joined(AgreedNames(fulls))
