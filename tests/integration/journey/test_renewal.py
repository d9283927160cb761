"""The journey's client against the real routes: a session whose access has ended goes on."""

from tools.client.browser import Browser

from ..conftest import Cloud
from ..directory.company import Browser as NewBrowser
from ..directory.company import Company
from .in_process import ClientWire


def test_a_session_goes_on_when_its_access_has_ended(cloud: Cloud, browser: NewBrowser) -> None:
    company = Company.found(cloud, browser)
    wire = ClientWire(company.boss.client)
    wire._cookies = {**company.boss.cookies, "banli_session": "ended"}
    assert Browser(wire).get("/v1/me").body["id"] == company.boss_id
