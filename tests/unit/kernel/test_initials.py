"""First letters of sounds: what a name is found by."""

import pytest

from chalicelib.kernel.initials import first_letters, sounds_like


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("华东阀门", "hdfm"),
        ("上海华东（集团）有限公司", "hdjtyxgs"),
        ("重庆长安", "cqca"),
        ("中国银行", "zgyh"),
        ("深圳鑫源", "szxy"),
        ("球阀DN50", "qfdn50"),
        ("阿里巴巴", "albb"),
        ("座椅", "zy"),
    ],
)
def test_a_name_is_found_by_the_letters_that_its_sounds_begin_with(name: str, letters: str) -> None:
    assert sounds_like(name, letters)
    assert sounds_like(name, letters.upper())
    assert not sounds_like(name, f"{letters}x")


def test_letters_that_do_not_follow_each_other_find_nothing() -> None:
    assert not sounds_like("华东阀门", "hf")
    assert not sounds_like("", "a")


def test_a_sign_has_no_letter_and_a_rare_character_none_but_its_own() -> None:
    assert [first_letters(each) for each in "（·龘😀"] == ["", "", "", ""]
    assert first_letters("鑫") == "x"
