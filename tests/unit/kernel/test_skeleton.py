"""What looks the same compares as the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.kernel.skeleton import skeleton

ALIKE = [
    ("HT-1", "ht-1"),
    ("HT-1", "ＨＴ－１"),
    ("HT-1", "HT\u200b-1"),
    ("HT-1", "\ufeffHT\u2060-1"),
    ("HT-1", "H\u00adT-1"),
    ("HT-1", "\u202dHT-1\u202c\u200e"),
    ("HT-1", "HT\u20111"),
    ("HT-1", "HT\u22121"),
    ("HT-1", "НТ-1"),
    ("HT-1", "ΗΤ-1"),
    ("HT-1", "𝐇𝐓-1"),
    ("HT 1", "HT\u00a0\u3000 1 "),
    ("A\u2764", "A\u2764\ufe0f"),
    ("李·白", "李・白"),
    ("李·白", "李•白"),
    ('"A"', "“A”"),
    ("(甲)", "（甲）"),
    ("⼀", "一"),
    ("é", "e\u0301"),
    ("Straße", "STRASSE"),
    ("한\u3164", "한"),
    ("a\U000e0101", "a"),
]


@pytest.mark.parametrize(("one", "other"), ALIKE, ids=range(len(ALIKE)))
def test_look_alikes_are_the_same(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("HT-1", "HT-2"), ("HT 1", "HT1"), ("A0", "AO"), ("1", "l"), ("10μm", "10mm"), ("甲", "乙"), ("e", "é")],
)
def test_what_looks_different_stays_different(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)


@given(st.text())
def test_the_skeleton_of_a_skeleton_is_itself(text: str) -> None:
    assert skeleton(skeleton(text)) == skeleton(text)


def test_capitals_can_be_told_apart() -> None:
    assert skeleton("mW", fold_case=False) != skeleton("MW", fold_case=False)
    assert skeleton("ＭＷ", fold_case=False) == "MW"
