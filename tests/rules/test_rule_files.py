"""Damaged rule files: each defect is a finding with file, line and path, and no rulebook comes of it."""

import pytest

from planner.rules import dotted_path
from planner.sources.rule_files import read_rulebook
from planner.sources.strict_yaml import read_strict_yaml

FILE = "national/sample.yaml"
VALUE = "rules[national.sample.share].values[0]"


def findings_of(folder):
    rulebook, findings = read_rulebook(folder)
    assert rulebook is None
    return [(item.code, item.where.file, item.where.column) for item in findings]


def test_the_sample_reads_without_findings(folder):
    rulebook, findings = read_rulebook(folder)
    assert findings == ()
    assert "national.sample.share" in {rule.id for rule in rulebook.rules}


@pytest.mark.parametrize(
    ("old", "new", "code", "path"),
    [
        (
            "        unit: share\n",
            "        unit: share\n        unit: flag\n",
            "rules.key.duplicate",
            "rules[0].values[0].unit",
        ),
        ("value: 0.1", "value: NO", "rules.value.unlike_unit", f"{VALUE}.value"),
        ("value: 0.1", "value: 1_000", "rules.value.unlike_unit", f"{VALUE}.value"),
        ("value: 0.1", "value: 0x1", "rules.value.unlike_unit", f"{VALUE}.value"),
        ("value: 0.1", "value: .1", "rules.value.unlike_unit", f"{VALUE}.value"),
        ("value: 0.1", "value: true", "rules.value.unlike_unit", f"{VALUE}.value"),
        ("value: 0.1", "value: 10", "rules.value.unlike_unit", f"{VALUE}.value"),
        ("value: 0.1", "value: -0.1", "rules.value.unlike_unit", f"{VALUE}.value"),
        ("value: 0.1", "value: [0.1]", "rules.value.not_one_value", f"{VALUE}.value"),
        ("value: 0.1", "value:", "rules.value.empty", f"{VALUE}.value"),
        ("value: 0.1", "value: &a 0.1", "rules.yaml.alias", "rules[0].values[0].value"),
        ("value: 0.1", "value: *a", "rules.yaml.alias", "rules[0].values[0].value"),
        ("value: 0.1", "value: !!float '0.1'", "rules.yaml.tag", "rules[0].values[0].value"),
        ("unit: share", "unit: percent", "rules.value.unknown_word", f"{VALUE}.unit"),
        ("unit: share", "units: share", "rules.key.unknown", f"{VALUE}.units"),
        ("unit: share", "units: share", "rules.key.missing", f"{VALUE}.unit"),
        ("clause: clause not stated in source", "clause: 30", "rules.value.not_text", f"{VALUE}.clause"),
        ("'2020-01-01'", "'2020-02-30'", "rules.value.not_a_day", f"{VALUE}.from"),
        ("'2020-01-01'", "20200101", "rules.value.not_a_day", f"{VALUE}.from"),
        ("'2020-01-01'", "2020-01-01T00:00:00", "rules.value.not_a_day", f"{VALUE}.from"),
        ("mee-2020-340", "mee-2020-341", "rules.instrument.unknown", f"{VALUE}.instrument"),
        ("status: to-confirm", "status: certain", "rules.value.unknown_word", f"{VALUE}.status"),
        ("level: yellow", "level: blue", "rules.value.unknown_word", "rules[national.sample.share].scope.level"),
        ("level: yellow", "industry: steel", "rules.scope.unknown", "rules[national.sample.share].scope.industry"),
        ("level: yellow", "grade: a", "rules.value.unknown_word", "rules[national.sample.share].scope.grade"),
        ("zh: 样例", "zh: ''", "rules.value.empty", "rules[national.sample.share].title.zh"),
        ("kind: parameter", "kind: floor", "rules.kind.lacks", "rules[national.sample.share].measure"),
        ("national.sample.share", "national.other.share", "rules.id.misplaced", "rules[national.other.share].id"),
        (
            "    values:\n",
            "    values: none\n    note:\n",
            "rules.value.not_a_list",
            "rules[national.sample.share].values",
        ),
    ],
)
def test_a_defect_is_found_where_it_stands(spoil, old, new, code, path):
    assert (code, FILE, path) in findings_of(spoil(old, new))


def test_a_finding_names_the_line(spoil):
    _, findings = read_rulebook(spoil("mee-2020-340", "mee-2020-341"))
    assert [item.where.row for item in findings] == [11]


def test_all_defects_of_all_files_are_told_at_once(spoil):
    folder = spoil("unit: share", "unit: percent")
    register = folder / "industries" / "register.yaml"
    register.write_text(register.read_text("utf-8").replace("number: 7\n", "number: seven\n"), "utf-8")
    (folder / "cities" / "changzhi.yaml").write_text("slug: [", "utf-8")
    assert {file for _, file, _ in findings_of(folder)} == {FILE, "industries/register.yaml", "cities/changzhi.yaml"}


def test_a_folder_that_is_not_there_is_told_by_its_name(tmp_path):
    assert findings_of(tmp_path / "nowhere") == [("rules.folder.missing", "", "")]


def test_a_missing_registry_is_told_once_and_not_for_every_value(folder):
    (folder / "instruments.yaml").unlink()
    assert findings_of(folder) == [("rules.file.missing", "instruments.yaml", "")]


def test_a_value_of_the_same_day_twice_is_found(folder):
    sample = folder / "national" / "sample.yaml"
    text = sample.read_text("utf-8")
    sample.write_text(text + text[text.index("      - from") :], "utf-8")
    found = ("rules.value.date_order", FILE, "rules[national.sample.share].values[1].from")
    assert findings_of(folder) == [found]


def test_a_rule_twice_in_a_file_is_found(folder):
    sample = folder / "national" / "sample.yaml"
    text = sample.read_text("utf-8")
    sample.write_text(text + text[text.index("  - id") :], "utf-8")
    assert findings_of(folder) == [("rules.id.twice", FILE, "rules[national.sample.share]")]


def test_a_city_may_not_turn_on_what_is_no_rule(folder):
    city = folder / "cities" / "changzhi.yaml"
    city.write_text(city.read_text("utf-8").replace("turns_on:\n", "turns_on:\n  - national.no.such\n"), "utf-8")
    assert findings_of(folder) == [("rules.city.turns_on_unknown", "cities/changzhi.yaml", "turns_on[0]")]


def test_a_city_may_not_hold_rules_of_another_place(folder):
    city = folder / "cities" / "changzhi.yaml"
    city.write_text(
        city.read_text("utf-8").replace("id: national.standing.grade_a", "id: national.standing.z"), "utf-8"
    )
    found = ("rules.city.rule_unknown", "cities/changzhi.yaml", "rules[national.standing.z].id")
    assert findings_of(folder) == [found]


@pytest.mark.parametrize("name", ["elsewhere/sample.yaml", "sample.yaml", "national/sample.yml"])
def test_a_file_where_no_rules_are_looked_for_is_found(folder, name):
    (folder / "elsewhere").mkdir()
    (folder / "national" / "sample.yaml").rename(folder / name)
    assert findings_of(folder) == [("rules.file.unknown_place", name, "")]


def test_a_city_stands_in_the_file_of_its_slug(folder):
    (folder / "cities" / "changzhi.yaml").rename(folder / "cities" / "elsewhere.yaml")
    assert findings_of(folder) == [("rules.city.misplaced", "cities/elsewhere.yaml", "slug")]


def test_a_key_that_is_no_word_is_found(spoil):
    assert "rules.key.not_text" in {code for code, _, _ in findings_of(spoil("unit: share", "[unit]: share"))}


def test_bytes_that_are_no_text_are_found_with_their_line(folder):
    (folder / "national" / "sample.yaml").write_bytes(b"rules:\n  - id: \xb9\xe6\n")
    _, findings = read_rulebook(folder)
    assert [(item.code, item.where.row) for item in findings] == [("rules.file.not_utf8", 2)]


@pytest.mark.parametrize("text", ["", "---\n---\n", "a: 1\n---\nb: 2\n"])
def test_a_file_holds_exactly_one_document(text):
    assert [item.code for item in read_strict_yaml(text, FILE).findings] == ["rules.file.not_one_document"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: [", "rules.yaml.indent"),
        ("a:\n\t- 1", "rules.yaml.tab"),
        ("a: b: c", "rules.yaml.colon"),
        ("\x00", "rules.file.not_yaml"),
    ],
)
def test_broken_yaml_is_a_finding_and_no_exception(text, code):
    assert [item.code for item in read_strict_yaml(text, FILE).findings] == [code]


def test_endless_nesting_is_a_finding_and_no_exception():
    assert [item.code for item in read_strict_yaml("[" * 1000, FILE).findings] == ["rules.yaml.too_deep"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("NO", "NO"), ("yes", "yes"), ("True", "True"), ("~", "~"), ("Null", "Null"), ("1_000", "1_000"),
        ("010", "010"), ("0o17", "0o17"), ("1:30", "1:30"), (".inf", ".inf"), ("1e999", "1e999"), ("+1", "+1"),
        ("2020-01-01", "2020-01-01"), ("'1'", "1"), ("true", True), ("false", False), ("null", None),
        ("1", 1), ("-0.5", -0.5), ("1e3", 1000.0), ("<<", "<<"),
    ],
)  # fmt: skip
def test_only_what_json_knows_is_more_than_text(text, value):
    content = read_strict_yaml(f"a: {text}", FILE).content
    assert content == {"a": value}
    assert type(content["a"]) is type(value)


def test_the_digest_does_not_change_with_line_ends(folder):
    before, _ = read_rulebook(folder)
    sample = folder / "national" / "sample.yaml"
    sample.write_bytes(sample.read_bytes().replace(b"\n", b"\r\n"))
    after, _ = read_rulebook(folder)
    assert after == before


def test_the_digest_changes_with_content_and_with_names(folder):
    digests = {read_rulebook(folder)[0].sha256}
    sample = folder / "national" / "sample.yaml"
    sample.write_text(sample.read_text("utf-8") + "# a word\n", "utf-8")
    digests.add(read_rulebook(folder)[0].sha256)
    sample.unlink()
    digests.add(read_rulebook(folder)[0].sha256)
    assert len(digests) == 3


def test_a_path_is_written_with_dots_and_positions():
    assert dotted_path(("rules", 3, "values", 0, "unit")) == "rules[3].values[0].unit"
