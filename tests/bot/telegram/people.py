"""People and groups that write to the bot: each deed is an update of the fake server."""

from dataclasses import dataclass
from typing import Any

from tests.bot.telegram.fake_api import BOT, FakeApi, Sent

NOW = 1_790_000_000


@dataclass(slots=True)
class Group:
    """A group or supergroup."""

    api: FakeApi
    id: int = -100200
    title: str = "整改工作群"
    kind: str = "supergroup"

    def __post_init__(self) -> None:
        self.api.chats[self.id] = self.shape()

    def shape(self) -> dict[str, Any]:
        return {"id": self.id, "type": self.kind, "title": self.title}


@dataclass(slots=True)
class Someone:
    """A user with a private chat."""

    api: FakeApi
    id: int = 7001
    name: str = "张三"
    language: str = "zh-hans"

    def __post_init__(self) -> None:
        self.api.chats[self.id] = {"id": self.id, "type": "private", "first_name": self.name}

    def shape(self) -> dict[str, Any]:
        return {"id": self.id, "is_bot": False, "first_name": self.name, "language_code": self.language}

    def message(self, text: str = "", group: Group | None = None, **more: Any) -> dict[str, Any]:
        chat = group.shape() if group else self.api.chats[self.id]
        message = {
            "message_id": self.api.next_message(),
            "date": NOW,
            "chat": chat,
            "from": self.shape(),
            **more,
        }
        if text:
            message["text"] = text
            message["entities"] = entities_of(text)
        return message

    async def writes(self, text: str, group: Group | None = None, **more: Any) -> int:
        """Write a message; return its id."""
        message = self.message(text, group, **more)
        await self.api.push(message=message)
        return int(message["message_id"])

    async def edits(self, number: int, text: str, group: Group | None = None) -> None:
        """Change a message that was written before."""
        message = self.message(text, group) | {"message_id": number, "edit_date": NOW + 1}
        await self.api.push(edited_message=message)

    async def sends(
        self, name: str, body: bytes, caption: str = "", group: Group | None = None, size: int | None = None
    ) -> int:
        """Send a file; return the message's id."""
        message = self.message("", group)
        key = f"file{message['message_id']}"
        self.api.files[key] = body
        message["document"] = {
            "file_id": key,
            "file_unique_id": f"u{key}",
            "file_name": name,
            "file_size": len(body) if size is None else size,
        }
        if caption:
            message |= {"caption": caption, "caption_entities": entities_of(caption)}
        await self.api.push(message=message)
        return int(message["message_id"])

    async def presses(self, sent: Sent, label: str) -> str:
        """Press the button whose label begins so; return the query's id."""
        data = next(data for text, data in sent.buttons().items() if text.startswith(label))
        return await self.forges(sent, data)

    async def forges(self, sent: Sent, data: str) -> str:
        """Press a button with data of one's own; return the query's id."""
        key = f"cb{self.api.next_message()}"
        message = {
            "message_id": sent.id,
            "date": NOW,
            "chat": self.api.chats[sent.chat],
            "from": BOT,
            "text": sent.text or " ",
        }
        if sent.thread:
            message |= {"message_thread_id": sent.thread, "is_topic_message": True}
        query = {"id": key, "from": self.shape(), "message": message, "chat_instance": "1", "data": data}
        await self.api.push(callback_query=query)
        return key

    async def inquires(self, text: str) -> str:
        """Ask inline; return the query's id."""
        key = f"iq{self.api.next_message()}"
        query = {"id": key, "from": self.shape(), "query": text, "offset": "", "chat_type": "group"}
        await self.api.push(inline_query=query)
        return key

    async def adds_bot(self, group: Group, status: str = "member") -> None:
        """Add the bot to a group, or take it out with the status ``left``."""
        old, new = ("left", status) if status != "left" else ("member", status)
        change = {
            "chat": group.shape(),
            "from": self.shape(),
            "date": NOW,
            "old_chat_member": {"user": BOT, "status": old},
            "new_chat_member": {"user": BOT, "status": new},
        }
        await self.api.push(my_chat_member=change)

    def reply_to(self, sent: Sent) -> dict[str, Any]:
        """What makes a message a reply to one of the bot's."""
        quoted = {
            "message_id": sent.id,
            "date": NOW,
            "chat": self.api.chats[sent.chat],
            "from": BOT,
            "text": sent.text,
        }
        return {"reply_to_message": quoted}


def entities_of(text: str) -> list[dict[str, Any]]:
    """The entities that Telegram finds by itself: a command at the start, mentions of the bot."""
    found: list[dict[str, Any]] = []
    if text.startswith("/"):
        found.append({"type": "bot_command", "offset": 0, "length": len(text.split(maxsplit=1)[0])})
    mention = f"@{BOT['username']}"
    if mention in text and not text.startswith("/"):
        before = text[: text.index(mention)]
        offset = len(before.encode("utf-16-le")) // 2
        found.append({"type": "mention", "offset": offset, "length": len(mention)})
    return found
