"""Which report a text is: what was read goes in, the id of the report that it is a version of comes out.

A report is its text and its masthead (title, issuer, date), never the name of its file: the same text from two
places is one report, a corrected text under the same masthead is a new version of it, and two counties' reports in
files of one name are two.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Final

from corpus.organisations.sameness import Sameness, same_organisation
from corpus.report import Report
from corpus.structure.parsing import report_id
from retrieval.catalog.known import Known

_SENTENCES: Final = re.compile(r"[。！？；\n]+")
_NOT_WORDS: Final = re.compile(r"[\W_]+")
_DIGIT: Final = re.compile(r"\d")


class Identities:
    """The reports that an index holds, to be asked which of them a text is; ``note`` adds one."""

    def __init__(self, known: Iterable[Known], text_of: Callable[[str], str]) -> None:
        """Begin with the reports ``known``; ``text_of`` gives the text of one by its id, asked for seldom."""
        self._text_of = text_of
        self._by_id: dict[str, Known] = {}
        self._by_digest: dict[str, str] = {}
        self._by_source: dict[str, str] = {}
        self._by_title: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for entry in known:
            self.note(entry)

    def __contains__(self, report: str) -> bool:
        return report in self._by_id

    def get(self, report: str) -> Known | None:
        """Return what is known of the report of that id, None where there is none."""
        return self._by_id.get(report)

    def note(self, entry: Known) -> None:
        """Know a report from now on, in place of what was known under its id."""
        old = self._by_id.get(entry.id)
        if old is not None:
            self._by_digest.pop(old.digest, None)
            self._by_title[_stated_title(old)].pop(old.id, None)
        self._by_id[entry.id] = entry
        self._by_digest[entry.digest] = entry.id
        self._by_source[entry.source] = entry.id
        self._by_title[_stated_title(entry)][entry.id] = None

    def of(self, report: Report) -> str:
        """Return the id of the report that this one is, unchanged or a version of it; "" for a new one."""
        if same := self._by_digest.get(report.digest):
            return same
        new = Known.of(report)
        here = self._by_source.get(report.source)
        if here and self._is_edited(new, self._by_id[here], report.text):
            return here
        titled = self._by_title.get(_stated_title(new), {}) if _stated_title(new) else ()
        return next((old for old in titled if self._is_version(new, self._by_id[old], report.text)), "")

    def _is_edited(self, new: Known, old: Known, text: str) -> bool:
        """Whether a file holds its report still, edited, and not another that was put in its place."""
        issuers = _issuers(new, old)
        if issuers is not Sameness.SAME:
            return issuers is Sameness.UNKNOWN
        return _stated_title(new) == _stated_title(old) or self._shares_most(text, old)

    def _is_version(self, new: Known, old: Known, text: str) -> bool:
        """Whether a report of the same title from elsewhere is the same one: its issuer is known to be the same.

        Under another date (last year's report of that title) most of what it states must be the same, too.
        """
        dates = {new.published, old.published} - {None}
        return _issuers(new, old) is Sameness.SAME and (len(dates) < 2 or self._shares_most(text, old))

    def _shares_most(self, text: str, old: Known) -> bool:
        """Whether half of the sentences that state figures are the same."""
        ours, theirs = _stating(text), _stating(self._text_of(old.id))
        return 2 * len(ours & theirs) >= min(len(ours), len(theirs))


def _stated_title(entry: Known) -> str:
    """Return the title without blanks and signs, "" where the file's name stands for one that is not stated."""
    return "" if entry.title == report_id(entry.source) else _NOT_WORDS.sub("", entry.title)


def _issuers(new: Known, old: Known) -> Sameness:
    if not new.organisation or not old.organisation:
        return Sameness.UNKNOWN
    return same_organisation(new.organisation, old.organisation)


def _stating(text: str) -> set[str]:
    return {_NOT_WORDS.sub("", part) for part in _SENTENCES.split(text) if _DIGIT.search(part)}
