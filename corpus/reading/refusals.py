"""Why a file cannot be read: one row per reason, in Chinese and in English, with what would do."""

from typing import Final

from corpus.errors import CostlyFile, UnreadableFile
from corpus.reading.formats import first_suffixes

REFUSALS: dict[str, tuple[str, str]] = {
    "missing": ("文件不存在，请检查路径", "no such file: check the path"),
    "folder": ("这是文件夹，不是文件", "this is a folder, not a file"),
    "no access": ("没有读取权限，请检查文件权限", "permission denied: check the file's permissions"),
    "input error": ("读取时出错（{detail}）", "reading failed ({detail})"),
    "special": ("不是普通文件", "not a regular file"),
    "empty": ("空文件，没有可读的内容", "empty file: nothing to read"),
    "no text": ("没有可读的文字", "no readable text in it"),
    "too large": (
        "文件有 {detail}，超过上限 {limit}，请拆分后再试",
        "{detail} is over the limit of {limit}: split the file",
    ),
    "expands too far": ("解压后体积异常（可能是压缩炸弹），未读取", "expands far beyond its size: not read"),
    "binary": ("是二进制数据，不是文本，请转换为 {formats} 之一", "binary data: convert it to text"),
    "garbled": ("内容是乱码（曾以错误的编码保存），请从原始文件重新导出", "garbled text: export it again"),
    "unknown encoding": ("编码无法确定，请另存为 UTF-8 文本", "unknown encoding: save it as UTF-8"),
    "bad encoding": (
        "不是有效的 {detail} 文本，请另存为 UTF-8 文本",
        "not valid {detail} text: save it as UTF-8",
    ),
    "encrypted": ("文件已加密，请先解除密码保护", "encrypted: remove the password first"),
    "damaged": ("文件已损坏或不完整，请重新获取", "damaged or incomplete: get it again"),
    "no text layer": (
        "没有文字层，可能是扫描件，请先做文字识别（OCR）",
        "no text layer, probably a scan: run OCR first",
    ),
    "no character map": (
        "字体缺少字符编码，提取不出文字，请另存或做文字识别（OCR）",
        "its fonts map to no characters: export it again or run OCR",
    ),
    "image": ("是图片，请先做文字识别（OCR）", "an image: run OCR first"),
    "old word": ("是旧版 Office 文件（.doc/.xls/.ppt），请另存为 .docx", "old Office file: save it as .docx"),
    "other form": (
        "不支持的格式（{detail}），请转换为 {formats} 之一",
        "unsupported form ({detail}): convert it to one of {formats}",
    ),
    "too long": (
        "文字有 {detail} 字，超过上限 {limit} 字，请拆分后再试",
        "{detail} characters are over the limit of {limit}: split the file",
    ),
    "over processor": (
        "读取它超过了处理器时间上限 {processor}，已停止，请拆分或换一种格式",
        "reading it takes more than {processor} of processor time: split it, or save it in another form",
    ),
    "over time": (
        "读取它超过了时限 {seconds}，已停止，请拆分或换一种格式",
        "reading it takes more than {seconds}: split it, or save it in another form",
    ),
    "over memory": (
        "读取它超过了内存上限 {memory}，已停止，请拆分或换一种格式",
        "reading it takes more than {memory} of memory: split it, or save it in another form",
    ),
    "too deep": ("嵌套过深，未读取", "nested too deep: not read"),
    "reader died": (
        "读取它的进程意外终止（{detail}），未读取，请换一种格式",
        "the process that read it died ({detail}): save it in another form",
    ),
    "reader failed": (
        "读取时出错（{detail}），请换一种格式",
        "reading failed ({detail}): save it in another form",
    ),
    "died before": (
        "以前读取它时超限或进程终止，这次没有再试；要再试请单独指定这个文件",
        "it exceeded a limit or ended its reader before and was not tried again: name this very file to try it",
    ),
    "bad address": ("网址无效，只支持 http 和 https", "not a usable address: only http and https"),
    "unknown host": ("找不到这个网址的主机，请检查网址", "no such host: check the address"),
    "inner address": (
        "网址指向内部网络，未读取；确需读取请加 --allow-private",
        "the address leads into an inner network: not fetched; --allow-private allows it",
    ),
    "too slow": ("网页在 {limit} 内没有读完，已停止", "the page did not arrive within {limit}: stopped"),
    "other type": ("网页的类型不支持（{detail}）", "the page is of a type that is not read ({detail})"),
    "no answer": ("网页读取失败（{detail}）", "the page could not be fetched ({detail})"),
}

_COSTLY: Final = {"over processor", "over time", "over memory", "too deep", "reader died"}


def refuse(reason: str, name: str, **details: str) -> UnreadableFile:
    """Return the error that says, on one line in both languages, why the file ``name`` is not read."""
    chinese, english = REFUSALS[reason]
    details = {"formats": first_suffixes(), **details}
    name = " ".join(name.split()) or "?"
    kind = CostlyFile if reason in _COSTLY else UnreadableFile
    return kind(chinese.format(**details), english.format(**details), where=name)
