"""The one tree of errors that Hedui raises.

::

    HeduiError                  whatever stops the work; its message is one line for a person
    ├── UnusableInput           a file, a text or a question that cannot be used
    │   ├── UnclearName         a name that stands for several
    │   └── UnreadableFile      a file whose text cannot be had (missing, empty, encrypted, too large, ...)
    ├── UnusableSetting         a setting or an option with a value that cannot be used
    │   └── UnwritableFolder    a folder that takes no files, or no more of them
    ├── NotFound                a report, passage or model that is asked for by name and is not there
    ├── IndexMismatch           an index that was made with another model, dimension, prompt or tokenizer
    ├── IndexBusy               an index that another process owns
    └── ModelFailure            a language model that gives no whole answer

A message quotes the offending value, says where it stood, and says what would do.
"""

from collections.abc import Sequence


class HeduiError(Exception):
    """Whatever stops the work; ``str(error)`` is one line that a person can act on."""


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


class NotFound(HeduiError):
    """A report, passage or model that was asked for by name and is not there."""


class IndexMismatch(HeduiError):
    """An index that was made with another model, dimension, prompt or tokenizer."""


class IndexBusy(HeduiError):
    """An index that another process owns."""


class ModelFailure(HeduiError):
    """A language model that gives no whole answer: refused, timed out, rate-limited, cut off or malformed."""
