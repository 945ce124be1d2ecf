import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import UnreadableFile
from corpus.reading.decoding import common_share, decode

TEXT = "一、总体情况\n截至2023年6月30日，完成整改问题588个，追回资金2351万元，化解率91.35%。\n"
TRADITIONAL = "香港特別行政區政府統計處公布，第三季度失業率為2.9%，較上季下降。"


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "gb18030", "gbk", "gb2312", "utf-16", "utf-16-le", "utf-16-be", "utf-32"],
)
def test_decode_finds_the_encoding(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), "a.txt") == TEXT


def test_decode_reads_big5() -> None:
    assert decode(TRADITIONAL.encode("big5"), "a.txt") == TRADITIONAL


def test_decode_reads_gb18030_with_its_mark() -> None:
    assert decode("\ufeff整改".encode("gb18030"), "a.txt") == "整改"


@pytest.mark.parametrize("text", ["整改588个", "化解率为91.35%", "已办结"])
@pytest.mark.parametrize("encoding", ["gb18030", "utf-16-le", "utf-16-be"])
def test_decode_reads_a_few_characters(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == text


def test_decode_reads_what_is_no_chinese() -> None:
    assert decode("Привет, мир: 528".encode(), "a.txt") == "Привет, мир: 528"
    assert decode(b"plain ascii 528", "a.txt") == "plain ascii 528"


def test_decode_believes_a_declared_encoding_that_reads_well() -> None:
    assert decode(TRADITIONAL.encode("big5"), "a.htm", declared="big5") == TRADITIONAL


def test_decode_does_not_believe_a_wrong_declaration() -> None:
    assert decode(TEXT.encode("gb18030"), "a.htm", declared="iso-8859-1") == TEXT
    assert decode(TEXT.encode("gb18030"), "a.htm", declared="no-such-thing") == TEXT


def test_decode_drops_a_cut_off_last_character() -> None:
    assert decode("整改588个".encode()[:-1], "a.txt") == "整改588"


def test_decode_drops_stray_nuls() -> None:
    assert decode((TEXT * 4 + "\0").encode(), "a.txt") == TEXT * 4


GARBAGE = [
    ("every byte", bytes(range(256)) * 8, "二进制"),
    ("nuls", b"ab\0\0\0\0\0\0" * 20, "二进制"),
    ("invalid in the middle", TEXT.encode() + b"\xff\xfe\x81" + TEXT.encode(), "编码"),
    ("cut utf-16 with mark", b"\xff\xfe\x00\xd8\x00\xd8", "utf-16"),
    ("utf-8 saved as gbk", TEXT.encode().decode("gb18030", "replace").encode(), "乱码"),
    ("utf-8 saved as latin-1", TEXT.encode().decode("latin-1").encode(), "乱码"),
    ("gbk saved as latin-1", (TEXT * 3).encode("gb18030").decode("latin-1").encode(), "乱码"),
    ("replacement characters", ("整改" + "\ufffd" * 30).encode(), "乱码"),
    ("锟斤拷", ("锟斤拷" * 8).encode(), "乱码"),
    ("euc-kr", "한국어 문장입니다. 보고서 내용".encode("euc-kr"), "编码"),
]


@pytest.mark.parametrize(("data", "reason"), [row[1:] for row in GARBAGE], ids=[row[0] for row in GARBAGE])
def test_decode_refuses(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=reason) as caught:
        decode(data, "坏.txt")
    assert str(caught.value).startswith("坏.txt：")
    assert "\n" not in str(caught.value)


def test_common_share_tells_text_from_mojibake() -> None:
    assert common_share(TEXT) > 0.95
    assert common_share(TEXT.encode().decode("gb18030", "ignore")) < 0.8
    assert common_share("") == 0.0


@given(st.binary(max_size=400))
def test_any_bytes_decode_or_are_refused(data: bytes) -> None:
    try:
        text = decode(data, "a.txt")
    except UnreadableFile:
        return
    text.encode()  # raises for a lone surrogate


@given(
    st.text(alphabet=st.sampled_from("整改问题完成个的一在和省市县委局588%，。、\n"), min_size=12),
    st.sampled_from(["gb18030", "utf-16"]),
)
def test_chinese_survives(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == text
