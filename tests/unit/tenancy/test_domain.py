"""The rules of tenancy: trial by the clock, limits by the window, audit entries without secrets."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from chalicelib.kernel.ids import new_ordered_id
from chalicelib.tenancy.domain import (
    ACTIVE,
    EXPIRED,
    MAX_AUDIT_SIDE,
    AuditEntry,
    AuditFilter,
    CompanyInvalid,
    Counter,
    LimitReached,
    audit_name,
    audit_sides,
    changed_tenant,
    check_limit,
    current_counter,
    new_tenant,
)

NOW = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
TENANT = new_tenant("a" * 26, " 华东工业品有限公司 ", "zh-CN", NOW)


def test_a_new_company_has_fourteen_days_in_shanghai_time() -> None:
    assert (TENANT.company, TENANT.zone, TENANT.days_left(NOW)) == ("华东工业品有限公司", "Asia/Shanghai", 14)
    assert not TENANT.read_only(NOW)


@pytest.mark.parametrize(
    ("after", "left", "read_only"),
    [
        (timedelta(0), 14, False),
        (timedelta(seconds=1), 14, False),
        (timedelta(days=1), 13, False),
        (timedelta(days=14, seconds=-1), 1, False),
        (timedelta(days=14), 0, True),
        (timedelta(days=400), 0, True),
    ],
)
def test_trial_ends_by_the_clock_without_any_schedule(after: timedelta, left: int, read_only: bool) -> None:
    assert (TENANT.days_left(NOW + after), TENANT.read_only(NOW + after)) == (left, read_only)


def test_an_active_company_never_becomes_read_only() -> None:
    active = replace(TENANT, state=ACTIVE)
    assert active.days_left(NOW) is None
    assert not active.read_only(NOW + timedelta(days=9999))


def test_an_expired_company_is_read_only_even_before_its_date() -> None:
    assert replace(TENANT, state=EXPIRED).read_only(NOW)


@pytest.mark.parametrize("name", ["", " \t ", "A" * 101, "A\x1bB", "A\x00", "\ud800"])
def test_company_names_that_no_register_holds_are_refused(name: str) -> None:
    with pytest.raises(CompanyInvalid) as refused:
        new_tenant("a" * 26, name, "en", NOW)
    assert refused.value.fields[0].path == "/company"


@pytest.mark.parametrize("name", ["𠮷野家", "Müller & Söhne", "🏭 Fabrik", "A" * 100])
def test_company_names_keep_rare_characters(name: str) -> None:
    assert new_tenant("a" * 26, name, "en", NOW).company == name


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"zone": "Asia/Nowhere"}, "/zone"),
        ({"zone": "../../etc/passwd"}, "/zone"),
        ({"zone": ""}, "/zone"),
        ({"zone": "Asia"}, "/zone"),
        ({"language": "fr"}, "/language"),
        ({"company": " "}, "/name"),
    ],
)
def test_a_bad_setting_is_named(changes: dict[str, str], path: str) -> None:
    with pytest.raises(CompanyInvalid) as refused:
        changed_tenant(TENANT, changes)
    assert [fault.path for fault in refused.value.fields] == [path]


def test_limit_admits_exactly_its_maximum_and_says_when_to_come_back() -> None:
    counter = current_counter(None, NOW, 900)
    for _ in range(3):
        check_limit([counter], NOW, 3)
        counter = counter.hit()
    with pytest.raises(LimitReached) as refused:
        check_limit([counter], NOW + timedelta(seconds=100), 3)
    assert refused.value.params["retry_after"] == 800


def test_a_spread_limit_is_the_sum_and_ends_with_its_first_window() -> None:
    seconds = int(NOW.timestamp())
    counters = [Counter(2, seconds + 500), Counter(0, seconds + 10), Counter(1, seconds + 300)]
    check_limit(counters, NOW, 4)
    with pytest.raises(LimitReached) as refused:
        check_limit(counters, NOW, 3)
    assert refused.value.params["retry_after"] == 300


def test_a_window_that_is_over_counts_from_zero() -> None:
    full = Counter(3, int(NOW.timestamp()) + 900)
    assert current_counter(full, NOW + timedelta(seconds=899), 900) == full
    assert current_counter(full, NOW + timedelta(seconds=900), 900).count == 0


def test_audit_keeps_what_differs_only() -> None:
    assert audit_sides({"a": 1, "b": 2}, {"a": 1, "b": 3, "c": 4}) == ({"b": 2}, {"b": 3, "c": 4})
    assert audit_sides(None, {"a": 1}) == (None, {"a": 1})


def test_audit_remembers_what_the_thing_was_called_even_if_that_did_not_change() -> None:
    assert audit_name({"name": "销售部", "head_id": ""}, {"name": "销售部", "head_id": "m"}) == "销售部"
    assert audit_name({"name": "销售部"}, {"name": "市场部"}) == "销售部"
    assert audit_name(None, {"name": {"zh-CN": "报价单", "en": "Quote"}}) == {"zh-CN": "报价单", "en": "Quote"}
    assert audit_name(None, {"company": "华东", "zone": "UTC"}) == "华东"
    assert audit_name({"url": "https://a.example"}, None) == "https://a.example"
    assert audit_name(None, None) == ""


def test_audit_masks_members_named_like_secrets_at_any_depth() -> None:
    _, after = audit_sides(
        None, {"url": "https://x", "secret": "s", "hooks": [{"Password_Hash": "h", "nested": {"apiToken": "t"}}]}
    )
    assert after == {
        "url": "https://x",
        "secret": "***",
        "hooks": [{"Password_Hash": "***", "nested": {"apiToken": "***"}}],
    }


def test_audit_of_something_huge_says_how_huge_instead() -> None:
    _, after = audit_sides(None, {"definition": "x" * MAX_AUDIT_SIDE})
    assert after is not None
    assert list(after) == ["omitted_characters"]


def entry(at: datetime, actor_id: str = "") -> AuditEntry:
    return AuditEntry(new_ordered_id(at), "", actor_id, "", "", "", "member.invited", "member", "t")


def test_time_bounds_include_since_and_exclude_until() -> None:
    first, last = AuditFilter(since=NOW, until=NOW + timedelta(seconds=1)).bounds()
    inside = [entry(NOW), entry(NOW + timedelta(milliseconds=999))]
    outside = [entry(NOW - timedelta(milliseconds=1)), entry(NOW + timedelta(seconds=1))]
    assert all(first <= each.id <= last for each in inside)
    assert not any(first <= each.id <= last for each in outside)


@pytest.mark.parametrize("moment", [datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)])
def test_time_bounds_survive_any_date(moment: datetime) -> None:
    first, last = AuditFilter(since=moment, until=moment).bounds()
    assert first > last


def test_filter_matches_action_by_its_beginning_and_the_rest_whole() -> None:
    found = entry(NOW, actor_id="m")
    assert AuditFilter(action="member.", actor_id="m", target_kind="member", target_id="t").admits(found)
    assert not AuditFilter(action="invited").admits(found)
    assert not AuditFilter(target_kind="mem").admits(found)
    assert not AuditFilter(actor_id="n").admits(found)
    assert not AuditFilter(target_id="x").admits(found)
