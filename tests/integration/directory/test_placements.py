"""Several departments, positions and heads over the API."""

from chalicelib.edge.schemas import validate

from .company import Company
from .test_structure import department


def test_a_member_of_two_departments_is_told_of_and_found_in_both(company: Company) -> None:
    sales, east = department(company, "销售部"), department(company, "东区")
    seller, judge = (company.boss.post("/v1/positions", {"name": name}).body["id"] for name in ("销售", "评委"))
    _, member_id = company.join("rep@east.example.cn")
    placed = company.place(
        member_id,
        departments=[{"department_id": sales["id"]}, {"department_id": east["id"], "position_id": seller}],
        other_position_ids=[judge],
    )
    assert placed.status == 200, placed.body
    validate("directory/member", placed.body)
    assert (placed.body["department"], placed.body["position"], placed.body["other_positions"]) == (
        "销售部",
        "",
        ["评委"],
    )
    assert [(each["department"], each["position"], each["head"]) for each in placed.body["departments"]] == [
        ("销售部", "", False),
        ("东区", "销售", False),
    ]
    assert company.member(member_id) == placed.body
    for each in (sales, east):
        listed = company.boss.get(f"/v1/members?department_id={each['id']}").body["items"]
        assert [found["id"] for found in listed] == [member_id]
    counts = {each["name"]: each["members"] for each in company.boss.get("/v1/departments").body["items"]}
    assert (counts["销售部"], counts["东区"]) == (1, 1)
    assert company.boss.delete(f"/v1/departments/{east['id']}", 1).code == "department_not_empty"


def test_an_older_client_changes_the_main_place_and_keeps_the_others(company: Company) -> None:
    sales, east = department(company, "销售部"), department(company, "东区")
    _, member_id = company.join("rep@east.example.cn", department_id=sales["id"])
    company.place(member_id, departments=[{"department_id": sales["id"]}, {"department_id": east["id"]}])
    moved = company.place(member_id, department_id=company.root()["id"]).body
    assert [each["department_id"] for each in moved["departments"]] == [company.root()["id"], east["id"]]
    assert moved["department_id"] == company.root()["id"]


def test_more_departments_than_the_limit_are_refused(company: Company) -> None:
    many = [{"department_id": f"{number:026}"} for number in range(21)]
    assert company.place(company.boss_id, departments=many).status == 422


def test_several_heads_are_told_of_the_main_one_first(company: Company) -> None:
    _, member_id = company.join("rep@east.example.cn", name="小李")
    sales = department(company, "销售部", head_id=company.boss_id)
    assert (sales["head_ids"], sales["heads"]) == ([company.boss_id], ["王总"])
    path = f"/v1/departments/{sales['id']}"
    both = company.boss.put(path, {"head_ids": [member_id, company.boss_id]}, 1).body
    validate("directory/department", both)
    assert (both["head_id"], both["head"], both["heads"]) == (member_id, "小李", ["小李", "王总"])
    renamed = company.boss.put(path, {"name": "销售中心"}, 2).body
    assert renamed["head_ids"] == [member_id, company.boss_id]
