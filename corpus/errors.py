"""The one tree of errors that Hedui raises.

::

    HeduiError                  whatever stops the work; its message is one line for a person
    ├── UnusableInput           a file, a text or a question that cannot be used
    │   ├── UnclearName         a name that stands for several
    │   └── UnreadableFile      a file whose text cannot be had (missing, empty, encrypted, too large, ...)
    │       ├── CostlyFile      a file that exceeded a limit of reading, or ended its reader
    │       ├── OldForm         a file in a form that LibreOffice must turn into one of ours first
    │       └── ScannedFile     a file of pictures of pages, whose text must be recognised first
    ├── UnusableSetting         a setting or an option with a value that cannot be used
    │   └── UnusableTable       a table of words with a row that cannot be used
    │   └── UnwritableFolder    a folder that takes no files, or no more of them
    ├── NotFound                a report, passage or model that is asked for by name and is not there
    ├── IndexMismatch           an index that was made with another model, dimension, prompt or tokenizer
    ├── IndexBusy               an index that another process owns
    └── ModelFailure            a language model that gives no whole answer

A message quotes the offending value, says where it stood, and says what would do.
"""

from collections.abc import Sequence


class HeduiError(Exception):
    """Whatever stops the work; ``str(error)`` is one line that a person can act on, in every language it has.

    ``chinese`` says it; ``english``, where given, says the same; ``where`` is the file, address or setting that it
    is of, put before either.
    """

    def __init__(self, chinese: str, english: str = "", *, where: object = "") -> None:
        both = f"{chinese} / {english}" if english else chinese
        super().__init__(f"{where}：{both}" if where else both)
        self._chinese = f"{where}：{chinese}" if where else chinese
        self._english = f"{where}: {english}" if where and english else english

    def in_language(self, language: str) -> str:
        """Return the line in one language (``zh`` or ``en``); in Chinese where it has no other."""
        return self._english if language == "en" and self._english else self._chinese


class UnusableInput(HeduiError):
    """A file, a text or a question that cannot be used."""


class UnclearName(UnusableInput):
    """A name that stands for several; ``name`` is it, ``choices`` are they, in full."""

    def __init__(self, message: str, name: str, choices: Sequence[str]) -> None:
        super().__init__(message)
        self.name = name
        self.choices = tuple(choices)


class UnreadableFile(UnusableInput):
    """A file whose text cannot be had: missing, empty, encrypted, too large or of no known form."""


class CostlyFile(UnreadableFile):
    """A file that exceeded a limit of reading or ended its reader, and is not tried again without being asked."""


class OldForm(UnreadableFile):
    """A file in a form that LibreOffice must turn into one of ours first; ``target`` is the suffix of that one."""

    target = "docx"


class ScannedFile(UnreadableFile):
    """A file of pictures of pages, whose text must be recognised first; ``pages`` is how many those are.

    ``partly`` says that other pages of the file have text.
    """

    pages = 1
    partly = False


class UnusableSetting(HeduiError):
    """A setting or an option with a value that cannot be used."""


class UnwritableFolder(UnusableSetting):
    """A folder that takes no files, or no more of them; ``folder`` is it, ``reason`` is the system's word."""

    def __init__(self, folder: object, reason: str) -> None:
        super().__init__(
            f"目录 {folder} 写不进去（{reason}）：请腾出约 250 MB，或用 HEDUI_CACHE 指定别的目录"
            " / cannot write there: free about 250 MB, or name another folder with HEDUI_CACHE"
        )
        self.folder = folder
        self.reason = reason


class UnusableTable(UnusableSetting):
    """A table of words, the program's own or a department's, that is missing or has a row that cannot be used."""


class NotFound(HeduiError):
    """A report, passage or model that was asked for by name and is not there."""


class IndexMismatch(HeduiError):
    """An index that was made with another model, dimension, prompt or tokenizer."""


class IndexBusy(HeduiError):
    """An index that another process owns."""


class ModelFailure(HeduiError):
    """A language model that gives no whole answer: refused, timed out, rate-limited, cut off or malformed."""
