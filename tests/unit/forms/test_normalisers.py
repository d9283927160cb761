"""Two ways of writing the same thing are one in the normal form, and two things stay two."""

import pytest

from chalicelib.forms.domain.normalisers import CODE, COMPANY, EXACT, NORMALISERS, PHONE


@pytest.mark.parametrize(
    ("way", "text", "expected"),
    [
        (COMPANY, "常州恒力液压有限公司", "常州恒力液压"),
        (COMPANY, "常州恒力液压 (有限公司)", "常州恒力液压"),
        (COMPANY, "常州恒力液压（集团）股份有限公司", "常州恒力液压"),
        (COMPANY, " 常州 恒力·液压有限责任公司。", "常州恒力液压"),
        (COMPANY, "恒力有限公司常州分公司", "恒力有限公司常州分公司"),
        (COMPANY, "恒力(中国)有限公司", "恒力中国"),
        (COMPANY, "3M中国有限公司", "3m中国"),
        (COMPANY, "臺灣恆力集團", "臺灣恆力"),
        (COMPANY, "有限公司", "有限公司"),
        (COMPANY, "Acme Co., Ltd.", "acme"),
        (COMPANY, "ACME LIMITED", "acme"),
        (COMPANY, "Ａｃｍｅ　Ｉｎｃ", "acme"),
        (COMPANY, "恒力Co.,Ltd", "恒力"),
        (COMPANY, "Müller & Söhne GmbH", "müllersöhne"),
        (COMPANY, "Co Ltd", "co"),
        (COMPANY, "（）", ""),
        (PHONE, "+86 138 0013 8000", "13800138000"),
        (PHONE, "１３８-００１３-８０００", "13800138000"),
        (PHONE, "0086 13800138000", "13800138000"),
        (PHONE, "13800138000 转 5", "13800138000"),
        (PHONE, "(021) 6888-6888 分机 12", "02168886888"),
        (PHONE, "021-68886888-12", "02168886888"),
        (PHONE, "400-800-1234", "4008001234"),
        (PHONE, "+49 151 12345678", "+4915112345678"),
        (PHONE, "无", ""),
        (PHONE, "00000000", ""),
        (CODE, "HL-2030/a", "hl2030a"),
        (CODE, "ｈｌ 2030.A", "hl2030a"),
        (CODE, "--", ""),
        (EXACT, " 华东  阀门 ", "华东 阀门"),
        (EXACT, "Ａcme", "acme"),
    ],
)
def test_the_normal_form_of_a_text(way: str, text: str, expected: str) -> None:
    normal = NORMALISERS[way]
    assert normal(text) == expected
    assert normal(normal(text)) == normal(text)


@pytest.mark.parametrize(
    ("way", "one", "other"),
    [
        (COMPANY, "常州恒力液压有限公司", "常州恒立液压有限公司"),
        (COMPANY, "恒力有限公司", "恒力有限公司常州分公司"),
        (PHONE, "13800138000", "13800138001"),
        (CODE, "HL-203", "HL-2030"),
        (EXACT, "华东 阀门", "华东阀门"),
    ],
)
def test_two_things_stay_two(way: str, one: str, other: str) -> None:
    assert NORMALISERS[way](one) != NORMALISERS[way](other)
