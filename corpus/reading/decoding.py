"""Bytes of a text file go in, its text comes out; what cannot be decoded with certainty is refused.

Chinese files come in UTF-8, GB18030, UTF-16 and Big5, mostly without saying so. Each is tried strictly and
judged by the share of its characters that Chinese text is made of: a wrong decoding yields rare ones.
"""

import codecs
import re
from collections import Counter

from corpus.reading.refusals import refuse

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_GUESSES = ("gb18030", "utf-16-le", "utf-16-be", "big5")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\x80-\x84\x86-\x9f]")
_MIX_UPS = (
    ("gb18030", "utf-8"),
    ("latin-1", "utf-8"),
    ("cp1252", "utf-8"),
    ("latin-1", "gb18030"),
)
"""(the encoding a text was wrongly read in, the one that it was written in)"""
_SAMPLE = 65_536
_LEAST_PLAUSIBLE = 0.8
_MOST_FREQUENT = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定"
    "行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些"
    "前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公"
    "无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较"
    "将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取完举色或市县省委局整改巡视察落实措施反馈万亿元项"
    "個為國會對時來們這發經過後說進現實題與問機關員電應開無長點體當從業學書見據區億萬條項總數處組織縣黨務報導讓標準"
)
_GOOD_OTHERS = re.compile(r"[\t\n\r\f\v\x1b -~\u00b7\u2014\u2018-\u201d\u2026\u3000-\u3011\uff01-\uff5e]")


def decode(data: bytes, name: str, declared: str = "") -> str:
    """Return the text that ``data`` encodes, without its byte order mark; line ends are left as they are.

    ``declared`` is an encoding that the document names (HTML's charset); it is tried first and believed only
    if the result reads like text. ``name`` is the file's, for the message. Raises ``UnreadableFile`` when
    nothing reads like text, for binary data, and for text that was garbled when it was saved.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            text = _strict(data[len(mark) :], encoding)
            if text is None:
                raise refuse("bad encoding", name, detail=encoding)
            return _checked(text, name)
    nul_share = data[:_SAMPLE].count(0) / max(1, len(data[:_SAMPLE]))
    if nul_share < 0.01:
        try:
            return _checked(data.decode("utf-8"), name)
        except UnicodeDecodeError as error:
            if error.start > 0 and error.reason == "unexpected end of data":  # cut off in its last character
                return _checked(data[: error.start].decode("utf-8"), name)
    text = _best_guess(data, declared)
    if text is None:
        raise refuse("binary" if _looks_binary(data) else "unknown encoding", name)
    return _checked(text, name)


def common_share(text: str) -> float:
    """Return how much of ``text`` (its first 65,536 characters) is what Chinese text is made of, 0 to 1."""
    counts = Counter(text[:_SAMPLE])
    total = sum(counts.values())
    if not total:
        return 0.0
    return sum(_weight(character) * count for character, count in counts.items()) / total


def _weight(character: str) -> float:
    if character in _MOST_FREQUENT or _GOOD_OTHERS.match(character):
        return 1.0
    if "\u4e00" <= character <= "\u9fff":
        return 0.85 if _is_common(character) else 0.0
    return 0.2 if character.isalpha() else 0.0


def _is_common(character: str) -> bool:
    """Whether a Han character is among the 3,755 of GB 2312's first level or the 5,401 of Big5's."""
    try:
        return 0xB0 <= character.encode("gb2312")[0] <= 0xD7
    except UnicodeEncodeError:
        pass
    try:
        return 0xA4 <= character.encode("big5")[0] <= 0xC6
    except UnicodeEncodeError:
        return False


def _best_guess(data: bytes, declared: str) -> str | None:
    """The strict decoding that reads most like Chinese text, if one reads like it at all."""
    best, best_share = None, _LEAST_PLAUSIBLE
    for encoding in dict.fromkeys((*_known(declared), *_GUESSES)):
        sample = data[: _SAMPLE * 2]
        if common_share(sample.decode(encoding, "ignore")) <= best_share:
            continue
        text = _strict(data, encoding)
        share = common_share(text) if text else 0.0
        if text and share > best_share and _has_frequent(text):
            best, best_share = text, share
    return best


def _has_frequent(text: str) -> bool:
    """Whether the Han characters of ``text`` include the most frequent ones, as in every running text."""
    han = [character for character in text[:_SAMPLE] if "\u4e00" <= character <= "\u9fff"]
    return sum(character in _MOST_FREQUENT for character in han) * 6 >= len(han)


def _known(declared: str) -> tuple[str, ...]:
    """The declared encoding by Python's name for it; the GB family as its superset."""
    try:
        name = codecs.lookup(declared.strip()).name
    except LookupError:
        return ()
    return ("gb18030",) if name in {"gb2312", "gbk", "hz"} else (name,)


def _strict(data: bytes, encoding: str) -> str | None:
    if encoding.startswith("utf-16") and len(data) % 2:
        data = data[:-1]
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _looks_binary(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    return sum(byte < 9 or 13 < byte < 27 for byte in sample) * 50 > len(sample)


def _checked(text: str, name: str) -> str:
    """The text, unless it is binary or was garbled before it was saved."""
    text = text.removeprefix("\ufeff")
    sample = text[:_SAMPLE]
    if sample.count("\ufffd") > 0.005 * len(sample) + 1 or sample.count("锟斤拷") >= 3 or _is_garbled(sample):
        raise refuse("garbled", name)
    if len(_CONTROL.findall(sample)) > 0.02 * len(sample):
        raise refuse("binary", name)
    return _CONTROL.sub("", text)


def _is_garbled(sample: str) -> bool:
    """Whether a text was decoded wrongly and then saved: undoing that gives much better Chinese."""
    foreign = sum(not character.isascii() for character in sample)
    share = common_share(sample)
    if foreign * 5 < len(sample) or share > 0.9:
        return False
    for wrong, right in _MIX_UPS:
        repaired = sample.encode(wrong, "ignore").decode(right, "ignore")
        han = sum("\u4e00" <= character <= "\u9fff" for character in repaired)
        if han * 6 > foreign and common_share(repaired) > max(_LEAST_PLAUSIBLE, share + 0.15):
            return _has_frequent(repaired)
    return False
