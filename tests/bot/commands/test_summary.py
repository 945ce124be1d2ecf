import json
from pathlib import Path

import pytest

from bot.commands.summary import read_length
from bot.programs.json_shapes import summary_shape
from corpus.errors import UnusableSetting
from tests.bot.conftest import Program
from tests.bot.summary.summed_report import notice, summary_of


def test_command_prints_the_contract(hedui: Program, samples_home: Path) -> None:
    outcome = hedui("summary", "linhe-agri-2022", "--json", home=samples_home)
    assert outcome.status == 0
    shape = json.loads(outcome.out)
    assert {"title", "key_figures", "points", "findings", "text"} <= set(shape)
    assert {"raw", "value", "metric", "citation"} <= set(shape["key_figures"][0])
    assert {"text", "citations"} <= set(shape["points"][0])


def test_command_shows_a_person_figures_points_and_sources(hedui: Program, samples_home: Path) -> None:
    outcome = hedui("summary", "beiping-hospital-2022", home=samples_home)
    for said in ("完成整改25个", "主要成效", "计划和目标", "出处"):
        assert said in outcome.out


def test_command_refuses_another_length(hedui: Program, samples_home: Path) -> None:
    outcome = hedui("summary", "beiping-hospital-2022", "--length", "medium", home=samples_home)
    assert outcome.status == 2
    assert "medium" in outcome.err


@pytest.mark.parametrize("length", ["short", "long"])
def test_length_is_read(length: str) -> None:
    assert read_length(length) == length


@pytest.mark.parametrize("length", ["medium", "", "SHORT", "短"])
def test_another_length_is_named(length: str) -> None:
    with pytest.raises(UnusableSetting) as raised:
        read_length(length)
    assert length in str(raised.value)


def test_shape_has_what_the_summary_has() -> None:
    summary = summary_of(notice())
    shape = summary_shape(summary)
    assert (shape["title"], shape["text"]) == (summary.title, summary.text)
    assert [one["raw"] for one in shape["key_figures"]] == [one.figure.raw for one in summary.key_figures]
    assert [one["aspect"] for one in shape["points"]] == [one.aspect for one in summary.points]
    assert [len(one["citations"]) for one in shape["plans"]] == [1]
    assert len(shape["findings"]) == len(summary.findings)
    assert json.loads(json.dumps(shape)) == shape


def test_unknown_name_is_one_line(hedui: Program, samples_home: Path) -> None:
    outcome = hedui("summary", "西山省体育局", home=samples_home)
    assert outcome.status == 2
    assert outcome.out == ""
    assert len(outcome.err.splitlines()) == 1
    assert "西山省体育局" in outcome.err
