"""Running the bot: from the settings to a process that stops cleanly when it is told to."""

import asyncio
import logging
import secrets
import signal
from typing import TYPE_CHECKING, Final

from telegram.error import BadRequest, InvalidToken, NetworkError, TelegramError

from bot.chat.command_table import COMMANDS
from bot.chat.desk import Desk
from bot.chat.request import listed, menu_of
from bot.chat.rich_text import shorten
from bot.chat.roles import Role
from bot.generation.chat_models import open_chat_model
from bot.library.opening import catalog_place, open_index
from bot.messages import say
from bot.settings import Settings
from bot.telegram.application import UPDATES, Bot, build_application
from bot.telegram.calling import OddAnswer, UnknownMethod
from bot.telegram.ids import key_of
from bot.telegram.inbox import InboxQueue, InOrder
from bot.telegram.listening import HealthServer, read_address, webhook_path
from bot.telegram.platform import TelegramPlatform
from bot.terminal import print_part
from corpus.errors import UnusableSetting
from retrieval.chat_catalog.chat_catalog import ChatCatalog

if TYPE_CHECKING:
    from retrieval.index import Index

TELEGRAM: Final = "https://api.telegram.org"

LONGEST_REASON: Final = 200
"""Characters of a server's reason that are told."""

logger = logging.getLogger(__name__)


def run_telegram(settings: Settings, webhook: str = "") -> int:
    """Run the bot until it is stopped by a signal; return the exit status.

    ``webhook`` is the public address under which Telegram reaches the bot, "" for long polling.

    Raises ``UnusableSetting`` for a token that is missing or not accepted, or an address that is not reached.
    """
    if not settings.telegram_token.get_secret_value():
        raise UnusableSetting(say("error.no_token", settings.language))
    if webhook:
        webhook_path(webhook, local=is_local(settings))
    quiet_logs()
    with open_index(settings) as index:
        index.warm_up()
        return run_with(settings, index, webhook)


def run_with(settings: Settings, index: "Index", webhook: str = "") -> int:
    """Run the bot over an index that is open, until a signal; return the exit status."""
    with ChatCatalog.open(catalog_place(settings)) as store:
        desk = Desk(settings, index, store, open_chat_model(settings), administrators(settings))
        try:
            asyncio.run(_run(settings, desk, webhook))
        except InvalidToken as error:
            raise UnusableSetting(say("error.bad_token", settings.language)) from error
        except (BadRequest, OddAnswer, UnknownMethod) as error:
            text = say(
                "error.telegram_odd",
                settings.language,
                address=settings.telegram_api,
                reason=shorten(error.message, LONGEST_REASON),
            )
            raise UnusableSetting(text) from error
        except NetworkError as error:
            text = say("error.telegram_unreachable", settings.language, address=settings.telegram_api)
            raise UnusableSetting(text) from error
        finally:
            desk.close()
    return 0


async def _run(settings: Settings, desk: Desk, webhook: str) -> None:
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stopped.set)
    health: HealthServer | None = None
    if settings.telegram_metrics:
        health = HealthServer(desk, read_address(settings.telegram_metrics, "HEDUI_TELEGRAM_METRICS"))
    application = build_application(settings, desk)
    async with application:
        try:
            await begin(application, desk, webhook)
            print_part(say("telegram.running", settings.language, name=desk.name) + "\n")
            await stopped.wait()
        finally:
            await end(application)
    if health is not None:
        await health.stop()


async def begin(application: Bot, desk: Desk, webhook: str = "") -> None:
    """Take up what was not answered before the last stop, publish the menus, and listen."""
    assert isinstance(application.update_queue, InboxQueue)
    desk.name = application.bot.username
    await asyncio.to_thread(desk.prepare)
    taken = await application.update_queue.take_up(application.bot)
    await desk.record(desk.store.inbox.sweep)
    platform = TelegramPlatform(application.bot, desk.measures)
    await platform.publish_commands("", listed(menu_of(COMMANDS, Role.READER)))
    for person in desk.admins:
        await platform.publish_commands(person, listed(menu_of(COMMANDS, Role.ADMINISTRATOR)))
    await application.start()
    await _listen(application, desk.settings, webhook)
    logger.info("running as @%s; %s updates taken up", desk.name, taken)


async def _listen(application: Bot, settings: Settings, webhook: str) -> None:
    """Ask Telegram for updates, or let it bring them, with a secret that nobody else knows."""
    assert application.updater is not None
    if not webhook:
        await application.updater.start_polling(
            allowed_updates=UPDATES, bootstrap_retries=0, timeout=30, error_callback=note_polling
        )
        return
    address = read_address(settings.telegram_listen, "HEDUI_TELEGRAM_LISTEN")
    await application.updater.start_webhook(
        listen=address.host,
        port=address.port,
        url_path=webhook_path(webhook, local=is_local(settings)),
        webhook_url=webhook,
        secret_token=secrets.token_urlsafe(32),
        allowed_updates=UPDATES,
        bootstrap_retries=0,
        max_connections=40,
    )


async def end(application: Bot) -> None:
    """Listen no more, finish what is under way; what has not begun stays in the inbox for the next start."""
    assert isinstance(application.update_queue, InboxQueue)
    assert isinstance(application.update_processor, InOrder)
    assert application.updater is not None
    application.update_processor.stopping = True
    if application.updater.running:
        await application.updater.stop()
    application.update_queue.leave()
    if application.running:
        await application.stop()
    logger.info("stopped")


def note_polling(error: TelegramError) -> None:
    """Log why updates could not be fetched, in a line; they are asked for again."""
    reason = error.message if isinstance(error, OddAnswer | UnknownMethod) else type(error).__name__
    logger.warning("updates could not be fetched: %s", reason)


def administrators(settings: Settings) -> frozenset[str]:
    """Return the people in ``HEDUI_TELEGRAM_ADMINS``, as ``telegram:42``; raises ``UnusableSetting`` for what is no id."""
    found = set()
    for word in settings.telegram_admins.replace("，", ",").replace(" ", ",").split(","):
        if not word:
            continue
        if not (word.isascii() and word.isdecimal()):
            raise UnusableSetting(
                f"HEDUI_TELEGRAM_ADMINS={word!r}：应为 Telegram 用户编号，用逗号分开 / Telegram user ids, comma-separated"
            )
        found.add(key_of(int(word)))
    return frozenset(found)


def is_local(settings: Settings) -> bool:
    """Whether the settings name a Bot API server of one's own."""
    return settings.telegram_api.rstrip("/") != TELEGRAM


def quiet_logs() -> None:
    """Log ids, counts and timings; nothing of what people write, and no address that holds the token."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    for name in ("httpx", "telegram", "tornado.access", "alembic", "sentence_transformers"):
        logging.getLogger(name).setLevel(logging.WARNING)
    # It logs a whole update when it cannot handle one.
    logging.getLogger("telegram.ext.Application").setLevel(logging.CRITICAL)
    # It logs where in the library a start failed; the reason is told in a line.
    logging.getLogger("telegram.ext").addFilter(lambda record: "borting" not in str(record.msg))
    logging.getLogger("telegram.ext.Updater").addFilter(lambda record: "data was" not in str(record.msg))
