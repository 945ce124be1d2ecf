"""Chat models by LangChain, the only home of that library: settings in, an answer's text piece by piece out.

Whatever a provider's library raises comes out as one ``ModelFailure`` with a reason that a person understands.
"""

import sys
from collections.abc import Iterator
from time import monotonic
from typing import TYPE_CHECKING, Any, Final, Protocol

from bot.messages import say
from bot.settings import Settings
from corpus.errors import ModelFailure, UnusableSetting

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import BaseMessageChunk

OPENAI: Final = "openai"
"""The provider of an endpoint that is named by its address alone."""

_LONGEST_ANSWER: Final = 8000
"""Characters of an answer; a model that writes on and on is stopped there."""

_TURN: Final = 40
_TURNS: Final = 5
"""A model whose last forty characters stand five times in what it wrote goes round in a circle."""

_FINISHED: Final = ("finish_reason", "done_reason", "stop_reason")
_CUT_SHORT: Final = frozenset({"length", "max_tokens", "MAX_TOKENS", "content_filter", "SAFETY"})
_ROOTS: Final = (
    ("openai", "OpenAIError"),
    ("httpx", "HTTPError"),
    ("httpx", "StreamError"),
    ("httpx2", "HTTPError"),
    ("httpx2", "StreamError"),
    ("ollama", "ResponseError"),
    ("ollama", "RequestError"),
    ("anthropic", "AnthropicError"),
    ("mistralai", "SDKError"),
    ("groq", "GroqError"),
)
"""The roots of the errors of providers' libraries; those that are loaded are caught."""

_BUILT_IN: Final[tuple[type[Exception], ...]] = (
    OSError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    RuntimeError,
    AssertionError,
)
_KINDS: Final = (
    ("rate_limited", ("RateLimit", "429")),
    ("timed_out", ("Timeout", "timed out", "timeout")),
    ("refused", ("Authentication", "PermissionDenied", "401", "403")),
    ("unreachable", ("Connect", "ConnectionRefused", "Connection error", "Name or service")),
)
"""What an error's name or text tells of its reason; anything else is a broken or malformed stream."""


class ChatModel(Protocol):
    """What an answer is written with."""

    name: str

    def stream(self, system: str, user: str) -> Iterator[str]:
        """Yield an answer's text in pieces; raises ``ModelFailure`` unless it comes to its end."""
        ...


def open_chat_model(settings: Settings) -> ChatModel | None:
    """Return the model that the settings name, None where they name none.

    Raises ``UnusableSetting`` that says what would do, where the name or its library is unknown.
    """
    return LangChainModel(settings) if settings.llm else None


class LangChainModel:
    """A model of any provider that LangChain knows."""

    def __init__(self, settings: Settings) -> None:
        self.name = settings.llm
        self._timeout = settings.llm_timeout
        self._model = _initialised(settings)

    def stream(self, system: str, user: str) -> Iterator[str]:
        """Yield an answer's text in pieces.

        The whole may take the settings' seconds, and no wait for a piece may take longer. Raises
        ``ModelFailure`` when it breaks, is empty or malformed, or ends before its end.
        """
        deadline = monotonic() + self._timeout
        reason, written = "", ""
        try:
            for chunk in self._model.stream([("system", system), ("human", user)]):
                piece = text_of(chunk)
                written += piece
                reason = reason_of(chunk) or reason
                if monotonic() > deadline:
                    raise failure("timed_out", self.name)
                if len(written) > _LONGEST_ANSWER or _goes_round(written):
                    raise failure("endless", self.name)
                if piece:
                    yield piece
        except _caught() as error:
            raise failure(reason_for(error), self.name) from error
        if not written:
            raise failure("empty", self.name)
        if not reason or reason in _CUT_SHORT:
            raise failure("cut_off", self.name)


def _goes_round(written: str) -> bool:
    end = written[-_TURN:]
    return len(end) == _TURN and bool(end.strip()) and written.count(end) >= _TURNS


def failure(reason: str, model: str) -> ModelFailure:
    """Return the error with the sentence for a reason of the catalogue's group ``model``."""
    return ModelFailure(say(f"model.{reason}", model=model))


def _initialised(settings: Settings) -> "BaseChatModel":
    from langchain.chat_models import init_chat_model

    provider, _, _ = settings.llm.partition(":")
    name = settings.llm
    if settings.llm_base_url and ":" not in name:
        provider, name = OPENAI, f"{OPENAI}:{name}"
    try:
        model: BaseChatModel = init_chat_model(name, **_options(settings, provider))
    except ImportError as error:
        raise UnusableSetting(say("model.not_installed", model=settings.llm, provider=provider)) from error
    except _caught() as error:
        raise UnusableSetting(say("model.unknown", model=settings.llm)) from error
    return model


def _options(settings: Settings, provider: str) -> dict[str, Any]:
    """Return what a provider's class is made with; Ollama names its limits in its own way."""
    options: dict[str, Any] = {"temperature": 0}
    if settings.llm_base_url:
        options["base_url"] = settings.llm_base_url
    if provider == "ollama":
        return options | {"client_kwargs": {"timeout": settings.llm_timeout}}
    options |= {"timeout": settings.llm_timeout, "max_retries": 0}
    key = settings.llm_api_key.get_secret_value()
    if provider == OPENAI:
        options |= {"use_responses_api": False, "stream_usage": False}
        # A server of one's own asks for no key, but the library does.
        key = key or ("none" if settings.llm_base_url else "")
    return options | ({"api_key": key} if key else {})


def _caught() -> tuple[type[Exception], ...]:
    """Return what may come out of a provider's library, those of its own that are loaded included."""
    found = (getattr(sys.modules.get(module), name, None) for module, name in _ROOTS)
    return (*_BUILT_IN, *(root for root in found if isinstance(root, type) and issubclass(root, Exception)))


def text_of(chunk: "BaseMessageChunk") -> str:
    """Return the text of a piece; what a model thinks, or calls, is not part of its answer."""
    content = chunk.content
    if isinstance(content, str):
        return content
    parts = (part if isinstance(part, str) else part.get("text", "") for part in content)
    return "".join(part for part in parts if isinstance(part, str))


def reason_of(chunk: "BaseMessageChunk") -> str:
    """Return why a model stopped, where a piece says so, else ""."""
    return next(
        (str(chunk.response_metadata[key]) for key in _FINISHED if chunk.response_metadata.get(key)), ""
    )


def reason_for(error: BaseException) -> str:
    """Return the reason, a key of the catalogue's group ``model``, that an error stands for."""
    if status := getattr(error, "status_code", 0):
        told = f"{type(error).__name__} {status}"
    else:
        told = f"{type(error).__name__} {type(error.__cause__).__name__}"
    return next((kind for kind, words in _KINDS if any(word in told for word in words)), "broken")
