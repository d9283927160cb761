"""The rules of apps, without a store."""

import pytest

from chalicelib.apps.domain import (
    App,
    AppInvalid,
    Content,
    MenuItem,
    check_menu,
    default_app_id,
    reordered,
    with_default,
)

TENANT = "t" * 26
DEFAULT = default_app_id(TENANT)


def app(mark: str, position: int = 0) -> App:
    return App(mark * 26, mark, mark, position=position)


def test_the_default_app_is_there_once_stored_or_not() -> None:
    assert [each.id for each in with_default(TENANT, [])] == [DEFAULT]
    stored = App(DEFAULT, "general", "行政", position=3, version=2)
    assert with_default(TENANT, [stored, app("b", 1)]) == (app("b", 1), stored)


def test_the_default_app_comes_first_until_it_is_put_elsewhere() -> None:
    assert [each.id for each in with_default(TENANT, [app("b", 1), app("a", 2)])] == [DEFAULT, "b" * 26, "a" * 26]


def test_only_apps_that_move_are_written() -> None:
    apps = [app("a", 1), app("b", 2), app("c", 3)]
    moved = reordered(apps, ["a" * 26, "c" * 26, "b" * 26])
    assert [(each.key, each.position) for each in moved] == [("c", 2), ("b", 3)]


@pytest.mark.parametrize("ids", [[], ["a" * 26], ["a" * 26, "a" * 26], ["a" * 26, "z" * 26]])
def test_an_order_that_is_not_of_all_apps_is_refused(ids: list[str]) -> None:
    with pytest.raises(AppInvalid):
        reordered([app("a"), app("b")], ids)


@pytest.mark.parametrize("menu", [[("form", "2")], [("flow", "1")], [("form", "1"), ("form", "1")]])
def test_a_menu_names_each_thing_of_the_app_once(menu: list[tuple[str, str]]) -> None:
    check_menu([MenuItem("form", "1")], [Content("form", "1", "x")])
    with pytest.raises(AppInvalid):
        check_menu([MenuItem(*each) for each in menu], [Content("form", "1", "x")])
