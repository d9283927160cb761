"""The outbound door against hostile URLs and names. Everything that is dialled is dialled on loopback."""

import socket

import pytest

from chalicelib.aws.outbound import NoAnswer, SafeHttpClient, UrlRefused
from chalicelib.aws.outbound.client import safe_http_client as door_of_this_process
from chalicelib.kernel.errors import Misconfigured

from .listeners import Canary, answering
from .outbound_vectors import (
    CLOSED_ADDRESSES,
    OPEN_ADDRESSES,
    OPEN_TEXTS,
    PUBLIC_V4,
    PUBLIC_V6,
    REFUSED_TEXTS,
)

pytestmark = pytest.mark.enable_socket


# -- what is refused


@pytest.mark.parametrize(("url", "code"), REFUSED_TEXTS.items(), ids=repr)
def test_a_clever_text_is_refused_before_any_lookup(url: str, code: str, canary: Canary) -> None:
    looked_up: list[str] = []

    def lookup(name: str, port: int, seconds: float) -> list[str]:
        looked_up.append(name)
        return [PUBLIC_V4]

    door = SafeHttpClient(resolve=lookup, connect=canary.connect)
    with pytest.raises(UrlRefused) as saved:
        door.check(url)
    with pytest.raises(UrlRefused):
        door.send("POST", url, {})
    assert [(fault.path, fault.code) for fault in saved.value.fields] == [("/url", code)]
    assert looked_up == []


@pytest.mark.parametrize("address", CLOSED_ADDRESSES)
@pytest.mark.parametrize("beside", [(), (PUBLIC_V4,), (PUBLIC_V6, PUBLIC_V4)], ids=["alone", "mixed", "third"])
def test_a_name_that_leads_inside_is_never_dialled(address: str, beside: tuple[str, ...], canary: Canary) -> None:
    door = SafeHttpClient(resolve=answering(*beside, address), connect=canary.connect)
    with pytest.raises(UrlRefused) as saved:
        door.check("https://hook.example.com/")
    with pytest.raises(NoAnswer):
        door.send("POST", "https://hook.example.com/", {})
    assert [fault.code for fault in saved.value.fields] == ["url_address"]
    assert canary.dialled == []


def test_the_canary_sings_when_a_door_is_open(canary: Canary) -> None:
    """The proof that the tests around it can fail."""
    with pytest.raises(NoAnswer):
        SafeHttpClient(resolve=answering(PUBLIC_V4), connect=canary.connect, total_seconds=0.2).send(
            "GET", "https://example.com/", {}
        )
    assert canary.was_reached()


LITERALS = [text for text in CLOSED_ADDRESSES if "%" not in text and " " not in text]


@pytest.mark.parametrize("address", LITERALS)
def test_a_literal_inner_address_is_refused_by_the_real_resolver(address: str, canary: Canary) -> None:
    host = f"[{address}]" if ":" in address else address
    door = SafeHttpClient(connect=canary.connect)
    with pytest.raises(UrlRefused):
        door.check(f"https://{host}/")
    with pytest.raises(NoAnswer):
        door.send("GET", f"https://{host}/", {})
    assert canary.dialled == []


def test_unknown_name_and_inner_name_get_the_same_refusal() -> None:
    def unknown(name: str, port: int, seconds: float) -> list[str]:
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    faults = []
    for lookup in (unknown, answering("10.0.0.8"), answering()):
        with pytest.raises(UrlRefused) as refused:
            SafeHttpClient(resolve=lookup).check("https://erp.example.com/")
        faults.append((refused.value.fields, refused.value.params))
    assert faults[0] == faults[1] == faults[2]


def test_a_name_that_rebinds_after_saving_is_judged_again(canary: Canary) -> None:
    answers = iter([[PUBLIC_V4], ["127.0.0.1"]])
    door = SafeHttpClient(resolve=lambda name, port, seconds: next(answers), connect=canary.connect)
    door.check("https://rebind.example.com/")
    with pytest.raises(NoAnswer):
        door.send("POST", "https://rebind.example.com/", {})
    assert not canary.was_reached()


def test_the_address_dialled_is_the_address_judged() -> None:
    """The name is looked up once a request, so there is no second answer to swap in."""
    lookups: list[str] = []
    dialled: list[tuple[str, int]] = []

    def lookup(name: str, port: int, seconds: float) -> list[str]:
        lookups.append(name)
        return [PUBLIC_V4] if len(lookups) == 1 else ["127.0.0.1"]

    def connect(address: str, port: int, seconds: float) -> socket.socket:
        dialled.append((address, port))
        raise ConnectionRefusedError

    with pytest.raises(NoAnswer):
        SafeHttpClient(resolve=lookup, connect=connect).send("POST", "https://hook.example.com:8443/", {})
    assert lookups == ["hook.example.com"]
    assert dialled == [(PUBLIC_V4, 8443)]


@pytest.mark.parametrize("url", OPEN_TEXTS)
@pytest.mark.parametrize("address", OPEN_ADDRESSES)
def test_public_addresses_pass(url: str, address: str) -> None:
    host = SafeHttpClient(resolve=answering(address)).check(url)
    assert host == host.lower()
    assert host in url.lower()


def test_every_address_is_tried_ipv4_first() -> None:
    dialled: list[str] = []

    def connect(address: str, port: int, seconds: float) -> socket.socket:
        dialled.append(address)
        raise OSError

    with pytest.raises(NoAnswer):
        SafeHttpClient(resolve=answering(PUBLIC_V6, PUBLIC_V4), connect=connect).send("GET", "https://example.com/", {})
    assert dialled == [PUBLIC_V4, PUBLIC_V6]


# -- loopback on the local stage


def test_loopback_needs_both_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    opened = []
    for stage, setting in (("local", "allow"), ("local", ""), ("local", "yes"), ("prod", "allow")):
        monkeypatch.setenv("BANLI_STAGE", stage)
        monkeypatch.setenv("BANLI_WEBHOOK_LOOPBACK", setting)
        door_of_this_process.cache_clear()
        opened.append(door_of_this_process().allow_loopback)
    monkeypatch.delenv("BANLI_STAGE")
    monkeypatch.setenv("BANLI_WEBHOOK_LOOPBACK", "allow")
    door_of_this_process.cache_clear()
    with pytest.raises(Misconfigured):
        door_of_this_process()
    door_of_this_process.cache_clear()
    assert opened == [True, False, False, False]


@pytest.mark.parametrize("url", ["http://127.0.0.1:9000/", "http://localhost:8080/hook", "https://[::1]:9443/"])
def test_allowed_loopback_takes_any_port(url: str) -> None:
    SafeHttpClient(allow_loopback=True).check(url)


def test_allowed_loopback_opens_nothing_else() -> None:
    door = SafeHttpClient(allow_loopback=True, resolve=answering("127.0.0.1"))
    for url in ("http://example.com/", "https://example.com/", "http://127.0.0.2/", "https://example.com:22/"):
        with pytest.raises(UrlRefused):
            door.check(url)
    with pytest.raises(UrlRefused):
        SafeHttpClient(allow_loopback=True, resolve=answering("10.0.0.1")).check("http://localhost/")
