"""Whatever stands in a cursor, a webhook's URL, a header, a cookie or a condition: what reads it answers or refuses in
its own words, quickly, and takes nothing that it did not make.
"""

import json
import random
import time
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from ipaddress import ip_address
from typing import Any

import pytest

from chalicelib.aws.cursor import CursorInvalid, open_cursor, seal_cursor
from chalicelib.aws.outbound.url import Target, parse_url
from chalicelib.conditions.operators import OPERATORS
from chalicelib.edge import request_parsing
from chalicelib.flows.engine.builder import Builder
from chalicelib.flows.engine.conditions import condition
from chalicelib.flows.engine.context import Context
from chalicelib.identity.domain.tokens import ACCESS, read_link_token, read_token, write_token
from chalicelib.kernel.errors import BanliError
from chalicelib.kernel.session import SessionRef

from ..integration.conftest import Cloud
from ..unit.aws.outbound_vectors import REFUSED_TEXTS
from ..unit.flows.builders import FIELDS, FORM, ORG
from .sizes import dice, size

ROUNDS = size(short=2_000, long=100_000)
SLOW = 0.05
ODD = [*"\0\r\n\t \"'\\/#?&%=;:@[]{}()<>|~`^*+-._,", "\ud800", "\u202e", "９", "é", "ﬀ", "𝟏", "\x7f", "%00", "%0d%0a"]


def mangled(chance: random.Random, text: str) -> str:
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(len(text) + 1)
        end = min(len(text), place + chance.randint(0, 6))
        piece = chance.choice(ODD) if chance.random() < 0.7 else text[place:end] * chance.randint(1, 3)
        text = text[:place] + piece + text[end if chance.random() < 0.5 else place :]
    return text


def fuzz(name: str, seeds: list[str], read: Callable[[str], str]) -> Counter[str]:
    """How often each outcome of `read` came; it raises nothing, and is never slow twice."""
    chance, ends = dice(f"fuzz {name}"), Counter[str]()
    for _ in range(ROUNDS):
        text = mangled(chance, chance.choice(seeds))
        began = time.thread_time()
        try:
            ends[read(text)] += 1
        except Exception as escaped:
            raise AssertionError(repr(text)) from escaped
        if time.thread_time() - began > SLOW:
            again = time.thread_time()
            read(text)
            assert time.thread_time() - again <= SLOW, repr(text)
    return ends


def test_cursors(cloud: Cloud, proved: Callable[..., None]) -> None:
    tenant, partition = "a" * 26, "records"
    real = {seal_cursor(sort, tenant, partition) for sort in ("x", "2026-11-25#7", "文#" * 40)}
    foreign = [seal_cursor("x", "b" * 26, partition), seal_cursor("x", tenant, partition + "2")]

    def read(token: str) -> str:
        try:
            open_cursor(token, tenant, partition)
        except CursorInvalid:
            return "refused"
        assert token.rstrip("=") in real, token
        return "opened"

    ends = fuzz("cursors", [*real, *foreign, "", "AAAA", "=" * 9], read)
    assert ends["refused"] > ROUNDS / 2
    proved("P9", "cursors, mangled", executions=ROUNDS, forged_ones_opened=0)


def test_webhook_urls(proved: Callable[..., None]) -> None:
    good = ["https://hooks.example.com/a?b=c", "https://93.184.215.14:8443/", "https://[2606:2800::1]/x"]

    def read(text: str) -> str:
        found = parse_url(text)
        if isinstance(found, str):
            return found
        assert isinstance(found, Target)
        assert found.scheme == "https"
        assert found.port in (443, 8443)
        assert found.authority.isascii()
        assert not set(found.authority + found.path) & set("\r\n\t \0\\@#") - {"@"}
        assert "@" not in found.authority
        if found.name.replace(".", "").isdigit():
            assert str(ip_address(found.name)) == found.name
        return "target"

    ends = fuzz("urls", [*good * 20, *REFUSED_TEXTS], read)
    assert ends["target"] > ROUNDS / 100
    proved("P7", "webhook URLs, mangled, read to a target or a code", executions=ROUNDS, targets=ends["target"])


@pytest.mark.parametrize(
    ("name", "seeds", "read"),
    [
        (
            "If-Match",
            ['"1"', 'W/"12"', "*", '"999999999999999"'],
            lambda text: request_parsing.read_version({"if-match": text}),
        ),
        (
            "Idempotency-Key",
            ["a-key", "k" * 200],
            lambda text: request_parsing.read_idempotency_key({"idempotency-key": text}),
        ),
        ("Cookie", ["banli_session=a.b.c; x=y", 'q="1"'], lambda text: request_parsing.read_cookies({"cookie": text})),
        (
            "X-Correlation-Id",
            ["abc"],
            lambda text: request_parsing.read_correlation_id({"x-correlation-id": text}, "fallback"),
        ),
        ("body", ['{"a":1.5,"b":["\\u6587",null]}', "[]", "9e99"], lambda text: request_parsing.read_json(sent(text))),
    ],
)
def test_headers_and_bodies(
    name: str, seeds: list[str], read: Callable[[str], Any], proved: Callable[..., None]
) -> None:
    def judged(text: str) -> str:
        try:
            found = read(text)
        except BanliError as fault:
            return fault.code
        if name == "If-Match":
            assert 0 <= found < 10**15
        if name in ("Idempotency-Key", "X-Correlation-Id"):
            assert found.isascii()
            assert found.isprintable()
            assert len(found) <= 200
        return "read"

    ends = fuzz(name, seeds, judged)
    assert len(ends) > 1 or name in ("Cookie", "X-Correlation-Id")
    proved("P9", f"{name}, mangled", executions=ROUNDS, other_errors=0)


def sent(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def test_tokens(proved: Callable[..., None]) -> None:
    key = b"k" * 32
    good = write_token(key, ACCESS, SessionRef("a" * 26, "b" * 26, "c" * 26, 1))
    link = "d" * 26 + "." + "0" * 64

    def read(text: str) -> str:
        claim = read_token(key, ACCESS, text)
        assert claim is None or text == good
        assert read_link_token(key, text, "reset") is None
        return "none" if claim is None else "claim"

    ends = fuzz("tokens", [good, good, link], read)
    assert ends["none"] > ROUNDS / 2
    proved("P10", "session and link tokens, mangled", executions=ROUNDS, forged_ones_taken=0)


VALUES: list[Any] = [
    None,
    True,
    False,
    0,
    -1,
    1.5,
    "",
    "A",
    "1",
    "0.10",
    "x" * 300,
    "2026-02-30",
    "2026-11-25",
    "\0",
    [],
]
VALUES += [
    ["A"],
    ["1", "2"],
    ["2", "1"],
    [None],
    [1, "A"],
    ["2026-01-01", "2026-12-31"],
    "NaN",
    "Infinity",
    "1e99",
    "９",
]
NAMES = [
    *(each.id for each in FIELDS),
    "@initiator.member",
    "@initiator.department",
    "@initiator.role",
    "nope",
    "",
    "@x",
]


def test_conditions(proved: Callable[..., None]) -> None:
    """Those that compile answer yes or no for any values that a record can hold."""
    chance, ends = dice("fuzz conditions"), Counter[str]()
    held: list[dict[str, Any]] = [{}, {"total": None, "tags": None}]
    held.append({"total": Decimal(5), "grade": "A", "tags": frozenset({"urgent"}), "note": "文", "owner": "rep"})
    for _ in range(ROUNDS):
        raw = {
            "any": [
                {"all": [made_up(chance) for _ in range(chance.randint(0, 2))]} for _ in range(chance.randint(0, 2))
            ]
        }
        builder = Builder(FORM, {})
        try:
            made = condition(builder, raw, "/condition")
            if builder.problems:
                ends["refused"] += 1
                assert all(fault.path.startswith("/condition") and fault.code for fault in builder.problems)
            else:
                ends["compiled"] += 1
                assert all(type(made.holds(Context(ORG, "rep", values))) is bool for values in held)
        except Exception as escaped:
            raise AssertionError(json.dumps(raw)) from escaped
    assert min(ends["refused"], ends["compiled"]) > ROUNDS / 100
    proved("P9", "conditions made up, compiled and asked", executions=ROUNDS, compiled=ends["compiled"], other_errors=0)


def made_up(chance: random.Random) -> dict[str, Any]:
    made = {"field": chance.choice(NAMES), "op": chance.choice(sorted(OPERATORS))}
    return made if chance.random() < 0.2 else {**made, "value": chance.choice(VALUES)}
