"""Keys: what is made of names and ids."""

import pytest

from chalicelib.kernel.ids import new_id
from chalicelib.kernel.slugs import candidates, derived_key, first_free, is_key, looks_derived, slug


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Purchase Request", "purchase_request"),
        ("  Crème brûlée! ", "creme_brulee"),
        ("2026 Plan", "plan"),
        ("报价单", ""),
        ("报价单 Quote", "quote"),
        ("ＡＢＣ", "abc"),
        ("a" * 60, "a" * 40),
    ],
)
def test_a_name_becomes_a_key_as_far_as_it_is_latin(name: str, key: str) -> None:
    assert slug(name) == key
    assert key == "" or is_key(key)


@pytest.mark.parametrize("text", ["", "1a", "_a", "A", "a-b", "a.b", "a" * 41, "a\n", "名", None, 3])
def test_what_is_no_key(text: object) -> None:
    assert not is_key(text)


@pytest.mark.parametrize("name", ["报价单", "Quote", "x" * 80, "form abcdefgh"])
def test_every_candidate_is_a_key_and_the_last_one_is_the_derived_one(name: str) -> None:
    made = new_id()
    tried = candidates(name, "form", made)
    assert all(is_key(each) for each in tried)
    assert len(set(tried)) == len(tried)
    assert tried[-1] == derived_key("form", made)
    assert first_free(tried, set(tried[:-1])) == tried[-1]


def test_a_key_that_another_thing_could_derive_is_not_made_from_a_name() -> None:
    assert looks_derived(derived_key("form", new_id()), "form")
    assert not looks_derived("form_2", "form")
    assert candidates("form 0123abcd", "form", new_id())[0] == "form"
