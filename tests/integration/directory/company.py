"""A company made through the API alone: founded, invited and joined as real people do it, mails included."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from chalicelib.identity import wiring as identity

from ..conftest import Answer, Api, Cloud

PASSWORD = "correct horse battery"

Browser = Callable[[], Api]


def mailed_token(cloud: Cloud, purpose: str) -> str:
    """The token of the newest mail that was asked for."""
    asked = [event["data"] for event in cloud.events() if event["type"] == "identity.MailRequested"]
    newest = [data for data in asked if data["purpose"] == purpose][-1]
    return identity.links().token(newest["link_id"], purpose)


def sign_up_body(email: str = "boss@east.example.cn", company: str = "华东工业品有限公司") -> dict[str, str]:
    return {"company": company, "name": "王总", "email": email, "password": PASSWORD, "language": "zh-CN"}


@dataclass
class Company:
    cloud: Cloud
    browser: Browser
    boss: Api
    boss_id: str

    @classmethod
    def found(cls, cloud: Cloud, browser: Browser, email: str = "boss@east.example.cn") -> "Company":
        boss = browser()
        assert boss.post("/v1/sign-up", sign_up_body(email)).status == 202
        opened = boss.post("/v1/sign-up/verify", {"token": mailed_token(cloud, "sign_up")})
        assert opened.status == 201, opened.body
        return cls(cloud, browser, boss, opened.body["member_id"])

    @property
    def id(self) -> str:
        return str(self.boss.get("/v1/me").body["company"]["id"])

    def role(self, name: str) -> str:
        """Id of a role by name: 管理员, 应用搭建者, 普通成员, or one of the company's own."""
        roles = self.boss.get("/v1/roles", headers={"Accept-Language": "zh-CN"}).body["items"]
        return next(str(role["id"]) for role in roles if role["name"] == name)

    def root(self) -> dict[str, Any]:
        found: dict[str, Any] = next(
            each for each in self.boss.get("/v1/departments").body["items"] if not each["parent_id"]
        )
        return found

    def invite(self, email: str, name: str = "小李", by: Api | None = None, **place: Any) -> Answer:
        return (by or self.boss).post("/v1/invitations", {"email": email, "name": name, **place})

    def join(self, email: str, name: str = "小李", **place: Any) -> tuple[Api, str]:
        """Invited and accepted: the new member's browser, signed in, and his id."""
        invited = self.invite(email, name, **place)
        assert invited.status == 201, invited.body
        api = self.browser()
        joined = api.post("/v1/invitations/accept", {"token": mailed_token(self.cloud, "invite"), "password": PASSWORD})
        assert joined.status == 201, joined.body
        return api, joined.body["member_id"]

    def member(self, member_id: str) -> dict[str, Any]:
        answer: dict[str, Any] = self.boss.get(f"/v1/members/{member_id}").body
        return answer

    def place(self, member_id: str, by: Api | None = None, **place: Any) -> Answer:
        version = self.member(member_id)["version"]
        return (by or self.boss).put(f"/v1/members/{member_id}", place, version)
