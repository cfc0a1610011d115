"""The how-to of a new city: it names every key and every message, and a city written from its own examples works."""

import re

import pytest

from planner.errors.sentences import ALL
from planner.errors.sentences_rules import SENTENCES
from planner.errors.sentences_rules_shape import SENTENCES as SENTENCES_OF_SHAPE
from planner.rules import UNITS, check_rulebook, in_force, warning_in_force
from planner.rules.records import CONDITION_COLUMNS
from planner.rules.shapes import (
    AreaGroupShape,
    AreaShape,
    CityShape,
    InstrumentShape,
    RuleShape,
    ScopeShape,
    ValueShape,
)
from planner.sources import read_rulebook
from planner.terms import Answer, Evidence
from tests.project import ROOT
from tests.rules.test_cities import ON

GUIDES = ("new-city.md", "new-city.zh-CN.md")
SHAPES = (AreaGroupShape, AreaShape, CityShape, InstrumentShape, RuleShape, ScopeShape, ValueShape)


def text_of(guide):
    return (ROOT / "docs" / guide).read_text("utf-8")


@pytest.mark.parametrize("guide", GUIDES)
def test_every_message_is_explained(guide):
    text = text_of(guide)
    assert [code for code in (*SENTENCES, *SENTENCES_OF_SHAPE) if f"`{code}`" not in text] == []
    assert [code for code in re.findall(r"^\| `(rules\.[a-z._]+)`", text, re.MULTILINE) if code not in ALL] == []


@pytest.mark.parametrize("guide", GUIDES)
def test_every_key_is_explained(guide):
    text = text_of(guide)
    keys = {field.alias or name for shape in SHAPES for name, field in shape.model_fields.items()}
    assert sorted(key for key in keys if f"`{key}`" not in text and f"{key}`" not in text) == []


@pytest.mark.parametrize("guide", GUIDES)
def test_every_word_of_a_value_is_explained(guide):
    text = text_of(guide)
    assert [word for word in (*UNITS, *Answer, *Evidence, *CONDITION_COLUMNS) if f"`{word}`" not in text] == []


@pytest.mark.parametrize("guide", GUIDES)
def test_a_city_written_from_the_examples_has_its_rule(guide, folder):
    instrument, city, rule, variant = re.findall(r"```yaml\n(.*?)```", text_of(guide), re.DOTALL)
    (folder / "national" / "sample.yaml").unlink()
    with (folder / "instruments.yaml").open("a", encoding="utf-8") as registry:
        registry.write("" if "id: taiyuan-2018" in (folder / "instruments.yaml").read_text("utf-8") else instrument)
    with (folder / "warning" / "variants.yaml").open("a", encoding="utf-8") as variants:
        variants.write(variant)
    selected = f"warning:\n  variants: [taiyuan_pm25_sample]\n{rule}"
    (folder / "cities" / "taiyuan.yaml").write_text(city.replace("rules: []\n", selected), "utf-8")
    rulebook, findings = read_rulebook(folder)
    assert findings == ()
    assert in_force(rulebook, ON, "140100").find("national.reduction.share.orange").city == "taiyuan"
    law = warning_in_force(rulebook, in_force(rulebook, ON, "140100"))
    assert [item.id for item in law.variants] == ["taiyuan_pm25_sample"]
    assert [item for item in check_rulebook(rulebook, ON) if item.severity == "error"] == []
