import re

import pytest

from tests.bot.web.conftest import WebOffice


async def test_invitation_is_shown_once_and_lets_a_colleague_in(office: WebOffice) -> None:
    browser = await office.signed_in("administrator", "王芳")
    await browser.open("/people")
    page = (await browser.post("/people/invite", role="reviewer", hours="24")).text
    link = re.search(r'value="http://127\.0\.0\.1:8600(/join/[^"]+)"', page)
    assert link
    assert "/join/" not in (await browser.open("/people")).text
    colleague = office.stranger()
    assert "审核员" in (await colleague.open(link[1])).text
    await colleague.post(link[1], name="李四")
    assert (await colleague.open("/checks")).status_code == 200
    assert {"join", "invite"} <= {entry.action for entry in office.desk.store.audit.newest()}


@pytest.mark.parametrize(
    "form",
    [{"role": "king", "hours": "2"}, {"role": "reader", "hours": "0"}, {"role": "reader", "hours": "9999999"},
     {"role": "blocked", "hours": "2"}, {"role": "reader", "hours": "-1"}, {}],
)  # fmt: skip
async def test_invitation_of_no_sense_is_refused(office: WebOffice, form: dict[str, str]) -> None:
    browser = await office.signed_in("administrator")
    await browser.open("/people")
    assert (await browser.post("/people/invite", **form)).status_code == 400


async def test_role_is_changed_and_the_blocked_are_out(office: WebOffice) -> None:
    browser, other = await office.signed_in("administrator"), await office.signed_in("reader", "李四")
    person = next(one.id for one in office.desk.store.people.everybody() if one.name == "李四")
    await browser.open("/people")
    await browser.post("/people/role", person=person, role="blocked")
    assert (await other.client.get("/")).status_code == 403
    assert (await browser.post("/people/role", person="telegram:42", role="reader")).status_code == 303
    assert office.desk.store.people.role("telegram:42") == "reader"


async def test_nobody_takes_their_own_role(office: WebOffice) -> None:
    browser = await office.signed_in("administrator")
    (person,) = office.desk.store.people.everybody()
    await browser.open("/people")
    assert (await browser.post("/people/role", person=person.id, role="reader")).status_code == 400
    assert (await browser.post("/people/role", person="nobody", role="reader")).status_code == 400


async def test_names_of_people_are_escaped(office: WebOffice) -> None:
    browser = await office.signed_in("administrator", "<i>王")
    assert "<i>王" not in (await browser.open("/people")).text
    assert "&lt;i&gt;王" in browser.page
