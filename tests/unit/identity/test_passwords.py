"""What a password must be, and that it is hashed as promised."""

import pytest

from chalicelib.identity.domain.errors import PasswordWeak
from chalicelib.identity.domain.passwords import check_password
from chalicelib.identity.hashing import NOBODY, Argon2Hasher


@pytest.mark.parametrize("good", ["correct horse", "x" * 500 + "yz", "密码很安全", "a.b-c d!ef", "🔑🗝️🔒"])
def test_long_enough_is_enough(good: str) -> None:
    check_password(good)


@pytest.mark.parametrize(
    ("weak", "reason"),
    [
        ("ninechars", "password_short"),
        ("密码短", "password_short"),
        ("ab" * 512 + "c", "password_long"),
        ("密" * 342, "password_long"),
        ("Password123", "password_common"),
        ("WOAINI1314", "password_common"),
        ("qwertyuiop", "password_common"),
        ("ababababab", "password_common"),
    ],
)
def test_weak_ones_are_refused_with_the_reason(weak: str, reason: str) -> None:
    with pytest.raises(PasswordWeak) as refused:
        check_password(weak)
    assert [(fault.path, fault.code) for fault in refused.value.fields] == [("/password", reason)]


def test_one_password_in_two_unicode_forms_is_one_password() -> None:
    hasher = Argon2Hasher()
    assert hasher.verify(hasher.hash("gru\u0308ne Wiese"), "gr\u00fcne Wiese")


def test_a_wrong_password_and_nobody_both_fail() -> None:
    hasher = Argon2Hasher()
    assert not hasher.verify(hasher.hash("correct horse"), "correct house")
    assert not hasher.verify(None, "correct horse")
    assert not hasher.verify("not a hash", "correct horse")


def test_nobodys_hash_costs_what_a_real_one_costs() -> None:
    assert not Argon2Hasher().is_outdated(NOBODY)


def test_a_hash_of_weaker_parameters_is_outdated() -> None:
    hasher = Argon2Hasher()
    assert hasher.is_outdated(NOBODY.replace("t=2", "t=1"))
    assert "m=19456,t=2,p=1" in hasher.hash("correct horse")
