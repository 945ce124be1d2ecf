from time import perf_counter

import pytest

from bot.conversation.turns.parting import asks, parts_of, row_of, sides_of_which


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("修订制度多少项 追回资金多少", ("修订制度多少项", "追回资金多少")),
        ("办结率多少？还有合格率", ("办结率多少", "合格率")),
        ("水务局，修订制度多少项", ("水务局，修订制度多少项",)),
        ("哪些单位最多，措施的", ("哪些单位最多，措施的",)),
        ("How many rules? How many cases?", ("How many rules", " How many cases")),
        ("2021年、2022年收入多少", ("2021年、2022年收入多少",)),
        ("整改率，还有几个没改完", ("整改率", "还有几个没改完")),
        ("查出多少个问题还有几个没改", ("查出多少个问题", "还有几个没改")),
        ("青石镇欠的租金还有多少没收", ("青石镇欠的租金还有多少没收",)),
        ("多发的补贴，还差多少没退", ("多发的补贴，还差多少没退",)),
        ("拖欠的货款，总数多少、付了多少", ("拖欠的货款，总数多少", "付了多少")),
        ("违规收费、收礼的问题有多少个", ("违规收费、收礼的问题有多少个",)),
        ("合格率、办结率是多少", ("合格率", "办结率是多少")),
        ("合格率呢？年初是多少", ("合格率，年初是多少",)),
        ("合格率呢？办结率是多少", ("合格率呢", "办结率是多少")),
        ("水价降到多少了，以前呢", ("水价降到多少了", "以前呢")),
        ("退了多少，剩下的呢", ("退了多少，剩下的呢",)),
    ],
    ids=[
        *("spaces", "noun", "name before", "words behind", "English", "times"),
        *("a rate and how many", "how many and how many", "left of it", "still left of it", "all of it"),
        *(
            "things in a row",
            "rates in a row",
            "of another time",
            "of another thing",
            "and before",
            "no time",
        ),
    ],
)
def test_parts_are_what_asks_by_itself(text: str, parts: tuple[str, ...]) -> None:
    assert parts_of(text) == parts


@pytest.mark.parametrize(
    ("rest", "row"),
    [
        ("水费收入跟漏损率各是多少", ("水费收入是多少", "漏损率是多少")),
        ("水费收入和漏损率呢", ("水费收入是多少", "漏损率是多少")),
        ("水费收入和漏损率", ()),
        ("追回资金多少", ()),
    ],
    ids=["each", "and that", "not each", "one"],
)
def test_row_asks_of_each(rest: str, row: tuple[str, ...]) -> None:
    assert row_of(rest) == row


def test_piece_asks_by_how_or_by_an_amount() -> None:
    assert asks("谁验收")
    assert asks("水质合格率")
    assert not asks("水务局")


def test_two_that_are_set_side_by_side_are_one_turn() -> None:
    text = "水务局追回的钱和残联追回的资金，哪个多"
    assert sides_of_which(text) == ("水务局追回的钱", "残联追回的资金")
    assert parts_of(text) == (text,)
    assert sides_of_which("水务局追回多少钱，哪个多") == ()


def test_many_pieces_that_ask_nothing_take_no_time() -> None:
    text = "，".join(["整改好了"] * 2000)
    began = perf_counter()
    assert parts_of(text) == (text,)
    assert perf_counter() - began < 2
