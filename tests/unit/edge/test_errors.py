"""What a problem says of a fault that came without a name of its own."""

import pytest

from chalicelib.edge.errors import problem, retry_after
from chalicelib.edge.schemas import validate
from chalicelib.kernel.errors import (
    BanliError,
    Conflict,
    Contended,
    FieldError,
    Invalid,
    Misconfigured,
    QuotaExceeded,
    Unavailable,
)


@pytest.mark.parametrize(
    ("path", "named"),
    [
        ("/name", "“name”"),
        ("/permissions/0", "“permissions[0]”"),
        ("/steps/2/mode", "“mode”"),
        ("/rows/3/4", "“rows[3][4]”"),
    ],
)
def test_an_entry_of_a_list_is_named_by_the_list_and_its_place(path: str, named: str) -> None:
    body = problem(Invalid(fields=[FieldError.of(path, "schema_required")]), "zh-CN", "c")
    assert body["detail"] == f"缺少{named}。"


def test_a_text_of_spaces_alone_is_called_blank() -> None:
    with pytest.raises(Invalid) as caught:
        validate("flows/comment", {"text": " \u3000\n"})
    assert [(fault.path, fault.code) for fault in caught.value.fields] == [("/text", "schema_blank")]


@pytest.mark.parametrize(
    ("error", "seconds"),
    [
        (Contended(), 1),
        (Unavailable(service="dynamodb"), 1),
        (QuotaExceeded(retry_after=840), 840),
        (QuotaExceeded(limit=50), None),
        (Misconfigured(name="BANLI_TABLE"), None),
        (Conflict(), None),
    ],
)
def test_whoever_may_come_again_is_told_when(error: BanliError, seconds: int | None) -> None:
    assert retry_after(error) == seconds
