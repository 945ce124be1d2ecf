"""A mail (.eml) goes in, its text and its attachments come out as files."""

import email
import email.policy
from collections.abc import Iterator
from email.errors import MessageError
from email.message import MIMEPart
from typing import Final, cast

from corpus.reading.decoding import decode
from corpus.reading.formats import is_offered
from corpus.reading.refusals import refuse

_DAMAGE: Final = (MessageError, ValueError, LookupError, TypeError, AttributeError, IndexError)
_LEAST_TEXT: Final = 200
"""Bytes of a mail's text: one that is shorter and has attachments that can be read only sends them."""


def mailed_files(data: bytes, name: str) -> Iterator[tuple[str, bytes]]:
    """Yield (name, bytes) of a mail's text, under the mail's subject, and of its attachments.

    Of a text in two forms the page is taken, which has the tables. A text of a few words that goes with attachments
    is left out. Raises ``UnreadableFile`` for a mail that is damaged.
    """
    try:
        message = email.message_from_bytes(_octets(data, name), policy=email.policy.default)
        attached = [_file(part, number) for number, part in enumerate(message.iter_attachments(), 1)]
        body = message.get_body(("html", "plain"))
        text = _bytes(body) if body is not None else b""
        subject = " ".join(str(message["subject"] or "").split()).replace("/", "／") or "正文"
        is_page = body is not None and body.get_content_subtype() == "html"
    except RecursionError as error:
        raise refuse("too deep", name) from error
    except _DAMAGE as error:
        raise refuse("damaged", name) from error
    readable = any(is_offered(one) for one, _ in attached)
    if text.strip() and (len(text) >= _LEAST_TEXT or not readable):
        yield f"{subject}.{'html' if is_page else 'txt'}", text
    yield from attached


def _octets(data: bytes, name: str) -> bytes:
    """A mail's bytes as mails are sent: one that an editor saved begins with a mark of its encoding, or has two bytes for each letter."""
    return data if data[:1].isascii() and b"\0" not in data[:2] else decode(data, name).encode("utf-8")


def _file(part: MIMEPart, number: int) -> tuple[str, bytes]:
    """An attachment's name and bytes; a mail that is attached as such gets a name of its own."""
    if part.get_content_type() == "message/rfc822":
        return f"{number}.eml", part.get_payload(0).as_bytes()  # type: ignore[union-attr]
    return (part.get_filename() or f"{number}").replace("/", "／"), _bytes(part)


def _bytes(part: MIMEPart) -> bytes:
    """What a part holds; a text in UTF-8, whatever it was written in."""
    if part.get_content_maintype() == "text" and not part.is_attachment():
        return str(part.get_content()).encode("utf-8", "replace")
    return cast(bytes, part.get_payload(decode=True)) or b""
