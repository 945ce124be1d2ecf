"""Reports and figures by the interface of a started server."""

from bot.chat.roles import Role
from tests.bot.programs.started_server import StartedServer


def test_passages_figures_and_summary_are_given(server: StartedServer) -> None:
    hits = server.call("GET", "/search", params={"query": "供水管网", "top": 2}).json()["hits"]
    assert len(hits) == 2
    figures = server.call("GET", "/figures", params={"org": "水务局", "metric": "制度"}).json()
    assert [one["raw"] for one in figures["figures"]] == ["12项", "3项"]
    assert figures["total"] == 2
    assert server.call("GET", "/figures", params={"most": 1}).json()["total"] > 1
    summary = server.call("GET", "/summary", params={"name": "water"}).json()
    assert summary["key_figures"]
    assert server.call("GET", "/conflicts").json() == {"conflicts": []}


def test_report_is_put_in_read_and_taken_out(server: StartedServer) -> None:
    text = "青禾县园林中心关于巡察整改情况的通报\n（2023年8月1日）\n新增绿地面积35公顷，栽植树木1.2万株。\n"
    made = server.call("POST", "/reports", Role.ADMINISTRATOR, files={"file": ("garden.txt", text.encode())})
    assert (made.status_code, made.json()["outcome"]) == (201, "added")
    name = made.json()["report"]
    assert server.call("GET", f"/reports/{name}").json()["text"].startswith("青禾县")
    listed = server.call("GET", "/reports", params={"words": "青禾"}).json()["reports"]
    assert [one["report"] for one in listed] == [name]
    assert server.call("DELETE", f"/reports/{name}", Role.ADMINISTRATOR).status_code == 204
    assert server.call("GET", f"/reports/{name}").status_code == 404
