"""Tokens: what we signed is read back, anything else is nothing."""

import hmac

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.identity.domain.tokens import (
    ACCESS,
    REFRESH,
    read_link_token,
    read_token,
    write_link_token,
    write_token,
)
from chalicelib.kernel.session import SessionRef

KEY = b"k" * 32
REF = SessionRef("a" * 26, "b" * 26, "c" * 26, 7)
TOKEN = write_token(KEY, ACCESS, REF)


def test_what_was_written_is_read() -> None:
    claim = read_token(KEY, ACCESS, TOKEN)
    assert claim is not None
    assert (claim.tenant_id, claim.member_id, claim.session_id, claim.generation) == ("a" * 26, "b" * 26, "c" * 26, 7)


def test_an_access_token_is_no_refresh_token() -> None:
    assert read_token(KEY, REFRESH, TOKEN) is None
    assert read_token(KEY, REFRESH, "r" + TOKEN[1:]) is None


def test_another_key_reads_nothing() -> None:
    assert read_token(b"x" * 32, ACCESS, TOKEN) is None


@pytest.mark.parametrize("position", range(len(TOKEN)))
def test_every_changed_character_is_noticed(position: int) -> None:
    for other in ("0", "b", "."):
        forged = TOKEN[:position] + other + TOKEN[position + 1 :]
        assert forged == TOKEN or read_token(KEY, ACCESS, forged) is None


@given(st.text(max_size=400))
def test_no_text_is_a_token(text: str) -> None:
    assert read_token(KEY, ACCESS, text) is None
    assert read_link_token(KEY, text, "reset") is None


@pytest.mark.parametrize("body", ["a", "a.b.c", f"a.{'a' * 26}.{'b' * 26}.{'c' * 26}.07", f"a.{'i' * 26}.x.y.1"])
def test_a_good_signature_over_a_wrong_shape_is_refused(body: str) -> None:
    mac = hmac.new(KEY, body.encode(), "sha256").hexdigest()
    assert read_token(KEY, ACCESS, f"{body}.{mac}") is None


def test_a_link_token_serves_its_purpose_only() -> None:
    token = write_link_token(KEY, "d" * 26, "reset")
    assert read_link_token(KEY, token, "reset") == "d" * 26
    assert read_link_token(KEY, token, "invite") is None
    assert read_link_token(KEY, token + "0", "reset") is None
    assert read_link_token(KEY, "e" + token[1:], "reset") is None
