"""Checks and decisions by the interface of a started server."""

from bot.chat.roles import Role
from tests.bot.programs.started_server import StartedServer
from tests.checker.annotation.test_word_replies import checked, replied

DRAFT = "临江市水务局修订制度13项，废止制度3项。"


def test_draft_is_checked_and_decided_on(server: StartedServer) -> None:
    made = server.call("POST", "/checks", Role.REVIEWER, json={"text": DRAFT, "name": "稿.txt"}).json()
    assert [(one["raw"], one["verdict"]) for one in made["findings"]] == [
        ("13项", "contradicted"),
        ("3项", "supported"),
    ]
    assert made["needs_person"]
    place = f"/checks/{made['check']}"
    wish = {"number": 1, "choice": "reject", "note": "以台账为准"}
    decided = server.call("POST", f"{place}/decisions", Role.REVIEWER, json=wish)
    assert decided.json()["by"] == "api:reviewer的程序"
    again = server.call("GET", place, Role.REVIEWER).json()
    assert again["findings"][0]["decision"]["choice"] == "reject"
    assert not again["needs_person"]
    next_version = server.call("POST", "/checks", Role.REVIEWER, json={"text": f"{DRAFT}特此说明。"}).json()
    assert next_version["findings"][0]["decision"]["note"] == "以台账为准"
    assert "decision" not in next_version["findings"][1]


def test_check_is_of_who_asked_for_it(server: StartedServer) -> None:
    made = server.call("POST", "/checks", Role.REVIEWER, json={"text": DRAFT}).json()
    assert server.call("GET", f"/checks/{made['check']}", Role.ADMINISTRATOR).status_code == 404


def test_file_is_checked_and_replies_in_word_are_read_back(server: StartedServer) -> None:
    data = replied(checked(), [(1, "不同意")])
    made = server.call("POST", "/checks/file", Role.REVIEWER, files={"file": ("稿.docx", data)}).json()
    assert made["findings"][2]["decision"]["by"] == "word:李明"


def test_check_is_against_the_reports_that_are_named(server: StartedServer) -> None:
    body = {"text": "云溪大学制定措施118条。", "reports": ["water"]}
    (finding,) = server.call("POST", "/checks", Role.REVIEWER, json=body).json()["findings"]
    assert finding["verdict"] == "unsupported"


def test_number_of_no_figure_is_refused_in_words(server: StartedServer) -> None:
    made = server.call("POST", "/checks", Role.REVIEWER, json={"text": DRAFT}).json()
    wish = {"number": 9, "choice": "accept"}
    refused = server.call("POST", f"/checks/{made['check']}/decisions", Role.REVIEWER, json=wish)
    assert refused.status_code == 400
    assert "9" in refused.json()["error"]
