import pytest

from tests.bot.web.conftest import WebOffice


@pytest.mark.parametrize(
    ("back", "place"),
    [
        ("/reports", "/reports"),
        ("//evil.example", "/"),
        ("https://evil.example", "/"),
        ("/\\evil.example", "/"),
    ],
)
async def test_looks_lead_back_to_pages_of_ours_alone(office: WebOffice, back: str, place: str) -> None:
    browser = office.stranger()
    await browser.open("/sign-in")
    answer = await browser.post("/looks", theme="dark", back=back)
    assert answer.headers["location"] == place


async def test_looks_are_kept(office: WebOffice) -> None:
    browser = office.stranger()
    await browser.open("/sign-in")
    await browser.post("/looks", theme="dark", language="en")
    page = (await browser.open("/sign-in")).text
    assert 'data-theme="dark"' in page
    assert 'lang="en"' in page
    await browser.post("/looks", theme="purple", language="fr")
    assert 'data-theme="dark"' in (await browser.open("/sign-in")).text


async def test_browsers_language_is_the_first(office: WebOffice) -> None:
    browser = office.stranger(**{"accept-language": "de-DE,en;q=0.8,zh;q=0.5"})
    assert "Sign in" in (await browser.open("/sign-in")).text


async def test_stranger_learns_nothing_of_an_unknown_invitation(office: WebOffice) -> None:
    browser = office.stranger()
    assert 'name="name"' not in (await browser.open("/join/guess")).text
    assert (await browser.post("/join/guess", name="李四")).status_code == 400


async def test_second_invitation_raises_the_same_person(office: WebOffice) -> None:
    browser = await office.signed_in("reader")
    people = office.desk.store.people
    higher, lower = (people.invite(role, by="", hours=1) for role in ("reviewer", "reader"))
    for code in (higher, lower):
        await browser.open(f"/join/{code}")
        await browser.post(f"/join/{code}", name="张三")
    (person,) = people.everybody()
    assert person.role == "reviewer"
    assert people.invited(lower) == "reader"  # left for somebody else
