"""The texts of a JSON body: whatever people write is taken, what no store could keep is refused by its path."""

import pytest

from chalicelib.edge.request_parsing import read_json
from chalicelib.kernel.errors import Invalid


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        (r'{"name": "\ud800"}', ["/name"]),
        (r'{"name": "a\udc00b"}', ["/name"]),
        (r'{"name": "a\u0000b"}', ["/name"]),
        (r'{"steps": [{"name": "x"}, {"a/b": "\ud800"}]}', ["/steps/1/a~1b"]),
        (r'{"values": {"\ud800": 1, "b": "\ud801"}}', ["/values", "/values/b"]),
    ],
)
def test_half_a_character_or_a_nul_is_refused_where_it_stands(text: str, paths: list[str]) -> None:
    with pytest.raises(Invalid) as caught:
        read_json(text.encode())
    assert [fault.path for fault in caught.value.fields] == paths
    assert {fault.code for fault in caught.value.fields} == {"control_characters"}


@pytest.mark.parametrize("name", ["魆 𠮷 㐂", "👩‍💼", "a\tb\nc", "\ue000"])
def test_what_people_write_is_taken_escaped_or_not(name: str) -> None:
    escaped = "".join(f"\\u{unit:04x}" for unit in memoryview(name.encode("utf-16-le")).cast("H"))
    assert read_json(f'{{"name": "{escaped}"}}'.encode()) == {"name": name}
