"""Numbers of a JSON body."""

import pytest

from chalicelib.edge.errors import Malformed
from chalicelib.edge.request_parsing import read_json


@pytest.mark.parametrize("text", ["1e999999999", "1E-999999999", "-2.5e61", "9e9999999999999999999999999"])
def test_a_number_with_an_absurd_exponent_is_malformed(text: str) -> None:
    with pytest.raises(Malformed):
        read_json(f'{{"total": {text}}}'.encode())


def test_a_number_with_a_point_is_read_exactly() -> None:
    assert str(read_json(b'{"total": 0.1}')["total"]) == "0.1"
