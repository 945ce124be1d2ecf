from pathlib import Path

import pytest

from bot.chat.roles import Role
from bot.web.visitors import RoleNeeded, person_name
from tests.bot.web.conftest import WebOffice, open_office


async def test_page_shows_strangers_the_door(office: WebOffice) -> None:
    browser = office.stranger()
    answer = await browser.client.get("/")
    assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in")
    assert "邀请" in (await browser.open("/sign-in")).text


async def test_invitation_signs_in_by_its_button_alone(office: WebOffice) -> None:
    code = office.desk.store.people.invite("reader", by="", hours=1)
    browser = office.stranger()
    for _ in range(2):  # a preview of the link does not use it
        assert "读者" in (await browser.open(f"/join/{code}")).text
    assert (await browser.post(f"/join/{code}", name="李四")).status_code == 303
    assert "李四" in (await browser.open("/")).text
    (person,) = office.desk.store.people.everybody()
    assert (person.role, person.name) == ("reader", "李四")
    assert [entry.action for entry in office.desk.store.audit.newest()] == ["join"]


async def test_invitation_works_once(office: WebOffice) -> None:
    code = office.desk.store.people.invite("reader", by="", hours=1)
    first, second = office.stranger(), office.stranger()
    await first.open(f"/join/{code}")
    await second.open(f"/join/{code}")
    await first.post(f"/join/{code}", name="李四")
    assert (await second.post(f"/join/{code}", name="王五")).status_code == 400
    assert len(office.desk.store.people.everybody()) == 1


async def test_invitation_needs_a_name(office: WebOffice) -> None:
    code = office.desk.store.people.invite("reader", by="", hours=1)
    browser = office.stranger()
    await browser.open(f"/join/{code}")
    assert (await browser.post(f"/join/{code}", name=" \n ")).status_code == 400
    assert office.desk.store.people.invited(code) == "reader"


async def test_blocked_person_stays_out(office: WebOffice) -> None:
    browser = await office.signed_in("reader")
    (person,) = office.desk.store.people.everybody()
    office.desk.store.people.assign(person.id, "blocked", by="")
    assert (await browser.client.get("/")).status_code == 403
    code = office.desk.store.people.invite("administrator", by="", hours=1)
    await browser.open(f"/join/{code}")
    assert (await browser.post(f"/join/{code}", name="张三")).status_code == 400


async def test_sign_out_forgets_the_browser(office: WebOffice) -> None:
    browser = await office.signed_in("reader")
    await browser.open("/")
    await browser.post("/sign-out")
    assert (await browser.client.get("/")).status_code == 303


@pytest.mark.parametrize("token", ["", "wrong", None], ids=["none", "another", "of the page"])
async def test_form_without_its_token_changes_nothing(office: WebOffice, token: str | None) -> None:
    browser = await office.signed_in("reader")
    await browser.open("/")
    answer = await browser.post("/looks", token=token, language="en", back="/")
    assert answer.status_code == (303 if token is None else 403)
    assert ("Ask" in (await browser.open("/")).text) == (token is None)


async def test_session_that_somebody_wrote_themselves_is_nobodys(office: WebOffice) -> None:
    browser = await office.signed_in("administrator")
    (cookie,) = browser.client.cookies.jar
    assert cookie.value
    assert cookie.has_nonstandard_attr("httponly")
    browser.client.cookies.set("hedui", f"{cookie.value[:-2]}xx", domain="127.0.0.1")
    browser.client.cookies.delete("hedui", domain=cookie.domain, path=cookie.path)
    assert (await browser.client.get("/")).status_code == 303


@pytest.mark.parametrize(
    ("host", "status"), [("10.0.0.7", 200), ("10.0.0.8", 303)], ids=["the proxy", "somebody else"]
)
async def test_header_is_believed_from_the_proxy_alone(tmp_path: Path, host: str, status: int) -> None:
    settings = {"web_user_header": "X-Remote-User", "web_proxy": "10.0.0.7", "web_admins": "王芳"}
    async for office in open_office(tmp_path, **settings):
        browser = office.stranger(host, **{"x-remote-user": "wang"})
        office.desk.store.people.assign("web:user/wang", "reader", by="")
        assert (await browser.client.get("/")).status_code == status


async def test_header_means_nothing_where_no_setting_names_it(office: WebOffice) -> None:
    office.desk.store.people.assign("web:user/wang", "administrator", by="")
    browser = office.stranger(**{"x-remote-user": "wang", "remote-user": "wang"})
    assert (await browser.client.get("/")).status_code == 303


async def test_proxys_administrators_are_those_of_the_settings(tmp_path: Path) -> None:
    async for office in open_office(tmp_path, web_admins="wang, li"):
        assert await office.desk.role("web:user/li") is Role.ADMINISTRATOR
        assert await office.desk.role("web:user/zhao") is Role.STRANGER


@pytest.mark.parametrize(
    ("words", "name"),
    [(" 李 \n 四 ", "李 四"), ("\u202e王五", "王五"), ("长" * 200, "长" * 60), ("", "")],
    ids=["spaces", "turned around", "long", "none"],
)
def test_name_is_kept_on_one_line(words: str, name: str) -> None:
    assert person_name(words) == name


@pytest.mark.parametrize(
    ("by_word", "told"), [(False, "需要更高的角色：审核员"), (True, "需要更高的角色：reviewer")]
)
def test_role_that_is_needed_is_named_to_people_and_spelt_to_programs(by_word: bool, told: str) -> None:
    assert RoleNeeded(Role.REVIEWER, by_word=by_word).in_language("zh") == told
