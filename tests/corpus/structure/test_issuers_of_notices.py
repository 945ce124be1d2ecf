"""Whose notice a headline announces, whatever sort of notice it is."""

import pytest

from corpus.structure.issuers import issuer_of_title


@pytest.mark.parametrize(
    ("title", "organisation"),
    [
        ("关于松川市第三中学审计整改结果的公示", "松川市第三中学"),
        ("北岸港务集团第四轮内部巡察整改情况公布", "北岸港务集团"),
        ("松川市委宣传部问题整改销号情况公示", "松川市委宣传部"),
        ("中共松川县委政法委员会关于巡察整改进展情况的通报", "松川县委政法委员会"),
        ("松川银行股份有限公司望梅分行关于审计查出问题整改情况的公告", "松川银行股份有限公司望梅分行"),
        ("松川市市场监督管理局 松川市教育局关于校园食品安全专项整治结果的公告", "松川市市场监督管理局"),
        ("柳溪镇中心小学落实专项检查反馈问题整改情况的通报", "柳溪镇中心小学"),
        ("关于十四届清河县委第五轮巡察整改进展情况的通报", "十四届清河县委第五轮被巡察党组织"),
    ],
)
def test_headline_says_whose_notice_it_is(title: str, organisation: str) -> None:
    assert issuer_of_title(title) == organisation
