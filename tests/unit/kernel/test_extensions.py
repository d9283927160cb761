"""What upper contexts provide to lower ones: several implementors stand behind one port, in the order they came."""

import pytest

from chalicelib.kernel import extensions
from chalicelib.kernel.errors import Misconfigured
from chalicelib.kernel.extensions import Port, every, only, provide


def test_a_port_has_as_many_implementors_as_were_provided() -> None:
    port: Port[str] = Port("tests.words")
    assert every(port) == []
    provide(port, lambda: "one")
    provide(port, lambda: "two")
    assert every(port) == ["one", "two"]


def test_ports_of_one_name_are_two() -> None:
    port, other = Port[str]("tests.same"), Port[str]("tests.same")
    provide(port, lambda: "mine")
    assert every(other) == []


def test_nothing_is_made_before_somebody_asks() -> None:
    port: Port[str] = Port("tests.lazy")
    made: list[str] = []

    def make() -> str:
        made.append("made")
        return "it"

    provide(port, make)
    assert made == []
    assert only(port) == "it"
    assert made == ["made"]


def test_a_port_of_one_refuses_none_and_two() -> None:
    port: Port[str] = Port("tests.only")
    for _ in range(2):
        with pytest.raises(Misconfigured, match="misconfigured"):
            only(port)
        extensions.replace(port, lambda: "one", lambda: "two")


def test_what_was_replaced_comes_back() -> None:
    port: Port[str] = Port("tests.replaced")
    provide(port, lambda: "real")
    before = extensions.replace(port, lambda: "fake")
    assert every(port) == ["fake"]
    extensions.replace(port, *before)
    assert every(port) == ["real"]
