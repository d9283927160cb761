"""Comments on a record: who may read and write them, who may be mentioned, and the mail."""

from typing import Any

from tools.client import Person, apps

from ..checks import refused, same
from ..story import Story

FORM: dict[str, Any] = {
    "name": {"zh-CN": "框架合同", "en": "Framework contract"},
    "title": "{name}",
    "fields": [{"id": "name", "type": "text", "name": {"zh-CN": "名称", "en": "Name"}, "required": True}],
    "access": {"groups": [{"id": "leaders", "audience": {"members": ["$member:manager"]}, "rows": "all"}]},
}


def tell(story: Story) -> None:
    steps, company = story.steps, story.company
    boss, sales, manager = company.admin, company.people["sales"], company.people["manager"]
    stranger = company.people["colleague"]
    with steps.step("a contract that its maker and his manager may read"):
        form_id = apps.publish_form(boss.browser, company.filled(FORM))
        made = sales.browser.post(f"/v1/forms/{form_id}/records", {"values": {"name": "2026 年度框架"}}).expect(201)
        path = f"/v1/records/{made.body['id']}/comments"
    with steps.step("who may not read it reads no comments, writes none and cannot be mentioned"):
        refused(stranger.browser.ask("GET", path), 404, "not_found")
        refused(stranger.browser.ask("POST", path, {"text": "看看"}), 404, "not_found")
        said = {"text": f"@{stranger.name} 请看", "mentions": [stranger.id]}
        refused(sales.browser.ask("POST", path, said), 422, "comment_mention_cannot_read", "/mentions/0")
    with steps.step("a mention is answered, and both follow the record"):
        sales.browser.post(path, {"text": f"@{manager.name} 请核对价格", "mentions": [manager.id]}).expect(201)
        manager.browser.post(path, {"text": "价格没有问题"}).expect(201)
        same("comments, newest first", ["价格没有问题", f"@{manager.name} 请核对价格"], _texts(sales, path))
        following = path.replace("/comments", "/following")
        same("who follows", [True, True], [each.browser.get(following).body["following"] for each in (sales, manager)])
    with steps.step("only its author changes a comment"):
        newest = sales.browser.get(path).body["items"][0]
        answer = sales.browser.ask("PUT", f"{path}/{newest['id']}", {"text": "不行"}, headers={"If-Match": '"1"'})
        refused(answer, 403, "comment_not_yours")
        manager.browser.put(f"{path}/{newest['id']}", {"text": "价格没有问题，交期待定"}, 1).expect(200)
        same("the newest", "价格没有问题，交期待定", _texts(sales, path)[0])


def _texts(by: Person, path: str) -> list[str]:
    return [each["text"] for each in by.browser.get(path).body["items"]]
