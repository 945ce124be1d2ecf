"""The one settings object: environment variables with the prefix ``HEDUI_`` in, frozen values out."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from platformdirs import user_cache_dir
from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.messages import program_language, say
from corpus.errors import UnusableSetting

PREFIX = "HEDUI_"


class Settings(BaseSettings):
    """What a person may set; each field's description is what the README says of it."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="ignore", env_ignore_empty=True)

    home: Path = Field(default=Path("~/.hedui"), description="folder of the index and of the chat's history")
    cache: Path = Field(
        default_factory=lambda: Path(user_cache_dir("hedui", appauthor=False)),
        description="folder of the unpacked model, which all homes share; default: in the system's cache folder",
    )
    language: Literal["zh", "en"] = Field(default="zh", description="language of the program's own messages")
    model: str = Field(
        default="", description="sentence-transformers model, a name or a path; empty: the packaged one"
    )
    query_prompt: str | None = Field(
        default=None, description="put before each question for a model of your own"
    )
    passage_prompt: str | None = Field(
        default=None, description="put before each passage for a model of your own"
    )
    database_url: str = Field(
        default="", description="SQLAlchemy URL of the catalog; empty: SQLite in the home folder"
    )
    chroma_url: str = Field(
        default="", description="URL of a Chroma server; empty: Chroma in the home folder"
    )
    llm: str = Field(
        default="",
        description="language model that writes the answers, provider:model; empty: answers without one",
    )
    llm_base_url: str = Field(
        default="", description="address of an OpenAI-compatible endpoint, or of Ollama"
    )
    llm_api_key: SecretStr = Field(default=SecretStr(""), description="key of the language model's endpoint")
    llm_timeout: float = Field(
        default=60, gt=0, le=3600, description="seconds that the language model may take for an answer"
    )
    telegram_token: SecretStr = Field(default=SecretStr(""), description="the bot's token, from @BotFather")
    telegram_api: str = Field(
        default="https://api.telegram.org", description="address of the Bot API, for a local Bot API server"
    )
    telegram_admins: str = Field(
        default="", description="Telegram user ids of the first administrators, comma-separated"
    )
    telegram_rate: int = Field(default=20, ge=1, description="questions that one person may ask in a minute")
    telegram_rate_all: int = Field(
        default=600, ge=1, description="questions that all together may ask in a minute"
    )
    telegram_checks: int = Field(
        default=2, ge=1, le=32, description="checks of drafts that run at the same time"
    )
    telegram_file_mb: int = Field(default=20, ge=1, le=2000, description="largest file that is taken, in MB")
    telegram_invite_hours: int = Field(default=72, ge=1, description="hours that an invitation lasts")
    telegram_listen: str = Field(
        default="127.0.0.1:8080", description="host:port where the webhook listens, behind a proxy"
    )
    telegram_metrics: str = Field(default="", description="host:port of /healthz and /metrics; empty: none")
    telegram_audit_text: bool = Field(
        default=False, description="whether the audit keeps what was asked, not only that"
    )
    web_host: str = Field(
        default="127.0.0.1",
        description="address on which the web pages are served; any but loopback needs web_url",
    )
    web_port: int = Field(default=8600, ge=0, le=65535, description="port on which the web pages are served")
    web_url: str = Field(
        default="", description="address under which people reach the web pages, behind a proxy"
    )
    web_user_header: str = Field(
        default="", description="header in which a proxy names whom it signed in; empty: invitations alone"
    )
    web_proxy: str = Field(
        default="127.0.0.1", description="address of that proxy; from any other the header is not believed"
    )
    web_admins: str = Field(
        default="", description="names in that header of the first administrators, comma-separated"
    )


def read_settings(home: Path | None = None) -> Settings:
    """Return the settings of this process, with ``home`` (from ``--home``) before ``HEDUI_HOME``.

    Raises ``UnusableSetting`` that names the variable, its value and what would do.
    """
    try:
        settings = Settings() if home is None else Settings(home=home)
    except ValidationError as error:
        fault = error.errors()[0]
        name = PREFIX + str(fault["loc"][0]).upper()
        told = {"name": name, "value": repr(fault["input"]), "fault": _fault(fault, program_language())}
        raise UnusableSetting(say("error.bad_setting", program_language(), **told)) from error
    folders = {"home": settings.home, "cache": settings.cache}
    return settings.model_copy(
        update={name: folder.expanduser().absolute() for name, folder in folders.items()}
    )


def _fault(fault: Mapping[str, Any], language: str) -> str:
    """Say what would do in place of a setting's value."""
    kind, told = fault["type"], fault.get("ctx", {})
    if kind == "literal_error":
        return say("error.setting_choice", language, choices=told["expected"].replace(" or ", " / "))
    numbers = {"int_parsing": "number", "float_parsing": "number", "bool_parsing": "flag"}
    bounded = kind.startswith(("greater_than", "less_than"))
    return say(f"error.setting_{'bound' if bounded else numbers.get(kind, 'other')}", language)
