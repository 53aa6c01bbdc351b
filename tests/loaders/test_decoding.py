from __future__ import annotations

import pytest

from loaders.documents import parse


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
@pytest.mark.parametrize("words", ["“We’re not selling”, said Zoé of Nestlé.", "Sales rose to £5bn, about €6bn."])
def test_western_words_are_read_in_any_encoding(words: str, encoding: str) -> None:
    assert parse(words.encode(encoding), source="-").text == words


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("gb18030", "高盛上调了沪深300指数的目标。阿里巴巴的收入增长百分之八,股价上涨。"),
        ("gb18030", "Alibaba (阿里巴巴) and Tencent (腾讯控股) rose. 中国证券监督管理委员会表示,市场运行平稳。"),
        ("big5", "台積電公布第三季財報,營收成長百分之三十。"),
        ("cp932", "日経平均株価は反発した。トヨタ自動車は前日比3%高となった。"),
        ("cp1251", "Прибыль банка выросла на пять процентов, сообщила компания."),
    ],
)
def test_other_scripts_are_recognised(encoding: str, words: str) -> None:
    assert parse(words.encode(encoding), source="-").text == words


def test_a_few_damaged_characters_do_not_hide_a_utf8_text() -> None:
    damaged = ("高盛上调了指数目标。" * 5).encode() + b"\xed\xa0\x80" + b" Tin rose."
    assert parse(damaged, source="-").text.endswith("\ufffd Tin rose.")


def test_line_ends_are_one_character_and_control_characters_become_spaces() -> None:
    assert parse(b"Tin rose by much.\r\nLead\x07 fell.\rAll zinc\xe2\x80\xa8stood\x1b still.", source="-").text == (
        "Tin rose by much.\nLead  fell.\nAll zinc\nstood  still."
    )
