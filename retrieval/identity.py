"""Which report a text is: what was read goes in, the id of the report that it is a version of comes out.

A report is its text and its masthead (title, issuer, date), never the name of its file: the same text from two
places is one report, a corrected text under the same masthead is a new version of it, and two counties' reports in
files of one name are two.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import chain, count
from types import MappingProxyType
from typing import Final

from corpus.organisations.sameness import Sameness, same_organisation
from corpus.report import Report
from corpus.structure.parsing import report_id
from corpus.structure.sentences import split_sentences
from retrieval.catalog.known import Known

_SENTENCES: Final = re.compile(r"[。！？；\n]+")
_NOT_WORDS: Final = re.compile(r"[\W_]+")
_DIGIT: Final = re.compile(r"\d")


class Identities:
    """The reports that an index holds, to be asked which of them a text is; ``note`` adds one."""

    def __init__(
        self,
        known: Iterable[Known],
        text_of: Callable[[str], str],
        old: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """Begin with the reports ``known``; ``text_of`` gives the text of one by its id, asked for seldom.

        ``old`` are the digests of older versions with their reports' ids.
        """
        self._text_of = text_of
        self._old = dict(old)
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
            self._old[old.digest] = entry.id
            self._by_title[_stated_title(old)].pop(old.id, None)
        self._by_id[entry.id] = entry
        self._by_digest[entry.digest] = entry.id
        self._by_source[entry.source] = entry.id
        self._by_title[_stated_title(entry)][entry.id] = None

    def is_known(self, report: Report, key: str) -> bool:
        """Return whether a text is in, or an older version of one that is, by what was in before or by its date.

        ``key`` is the id that it has or would get. A file that went back to what it said before is not known: its
        report is to say that again.
        """
        entry = self._by_id.get(key)
        if entry is None or entry.digest == report.digest:
            return entry is not None
        older = report.published and entry.published and report.published < entry.published
        return entry.source != report.source and bool(older or report.digest in self._old)

    def of(self, report: Report) -> str:
        """Return the id of the report that this one is, unchanged or a version of it; "" for a new one."""
        same = self._by_digest.get(report.digest) or self._old.get(report.digest)
        if same in self._by_id:
            return same
        new = Known.of(report)
        here = self._by_source.get(report.source)
        if here and self._is_edited(new, self._by_id[here], report.text):
            return here
        titled = self._by_title.get(_stated_title(new), {}) if _stated_title(new) else ()
        return next((old for old in titled if self._is_version(new, self._by_id[old], report.text)), "")

    def free(self, wanted: str) -> str:
        """Return the id ``wanted``, or with the first suffix from -2 on that is not taken."""
        names = chain((wanted,), (f"{wanted}-{number}" for number in count(2)))
        return next(name for name in names if name not in self._by_id)

    def _is_edited(self, new: Known, old: Known, text: str) -> bool:
        """Whether a file holds its report still, edited, and not another that was put in its place."""
        issuers = _issuers(new, old)
        if issuers is not Sameness.SAME:
            return issuers is Sameness.UNKNOWN
        return _stated_title(new) == _stated_title(old) or self._shares_most(text, old)

    def _is_version(self, new: Known, old: Known, text: str) -> bool:
        """Whether a report of the same title from elsewhere is the same one: its issuer is known to be the same.

        Under another date (last year's report of that title) or none most of what it states must be the same, too.
        """
        same_day = new.published is not None and new.published == old.published
        return _issuers(new, old) is Sameness.SAME and (same_day or self._shares_most(text, old))

    def _shares_most(self, text: str, old: Known) -> bool:
        """Whether half of the sentences that state figures are the same."""
        ours, theirs = _stating(text), _stating(self._text_of(old.id))
        return bool(ours & theirs) and 2 * len(ours & theirs) >= min(len(ours), len(theirs))


@dataclass(frozen=True, slots=True)
class Changed:
    """What a new version of a report says otherwise: sentences that are gone, and sentences that came."""

    gone: tuple[str, ...] = ()
    came: tuple[str, ...] = ()

    @classmethod
    def between(cls, old: str, new: str) -> "Changed":
        """Return what differs between two texts, in their order, blanks aside."""
        before, after = _told(old), _told(new)
        return cls(
            tuple(sentence for key, sentence in before.items() if key not in after),
            tuple(sentence for key, sentence in after.items() if key not in before),
        )


NOTHING: Final = Changed()


def _told(text: str) -> dict[str, str]:
    sentences = (text[start:end] for start, end in split_sentences(text))
    return {"".join(sentence.split()): sentence for sentence in sentences}


def _stated_title(entry: Known) -> str:
    """Return the title without blanks and signs, "" where the file's name stands for one that is not stated."""
    return "" if entry.title == report_id(entry.source) else _NOT_WORDS.sub("", entry.title)


def _issuers(new: Known, old: Known) -> Sameness:
    if not new.organisation or not old.organisation:
        return Sameness.UNKNOWN
    return same_organisation(new.organisation, old.organisation)


def _stating(text: str) -> set[str]:
    return {_NOT_WORDS.sub("", part) for part in _SENTENCES.split(text) if _DIGIT.search(part)}
