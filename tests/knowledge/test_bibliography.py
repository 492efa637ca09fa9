"""References against ones written by hand after the APA 7 manual's web page examples (section 10.16)."""

from pathlib import Path

import pytest

from knowledge.bibliography import load_bibliography
from knowledge.entries import GlossaryError

RECORDS = {
    "group author, full date": (
        "{type: webpage, title: When to layer, author: [{literal: VixShield}], container-title: VixShield, "
        "issued: 2026-05-09, URL: 'https://x.org/a', tier: primary}",
        "VixShield. (2026, May 9). *When to layer*. https://x.org/a",
    ),
    "no date, publisher stands for the author": (
        "{type: webpage, title: VIX futures, publisher: Cboe, container-title: Cboe, URL: 'https://x.org/b', tier: reference}",
        "Cboe. (n.d.). *VIX futures*. https://x.org/b",
    ),
    "two persons on a site": (
        "{title: On breadth, author: [{family: Gray, given: Ann-Marie L}, {family: Poe, given: Bo}], "
        "container-title: Market Notes, issued: 2019, URL: 'https://x.org/c'}",
        "Gray, A.-M. L., & Poe, B. (2019). *On breadth*. Market Notes. https://x.org/c",
    ),
    "year and month": (
        "{title: A page, author: [Ann Writer Group], container-title: Site, issued: 2024-03, URL: 'https://x.org/d'}",
        "Ann Writer Group. (2024, March). *A page*. Site. https://x.org/d",
    ),
    "a title that asks keeps its own mark": (
        "{title: What is theta?, publisher: Options Council, issued: 2021-01-02, URL: 'https://x.org/e'}",
        "Options Council. (2021, January 2). *What is theta?* https://x.org/e",
    ),
    "nobody named": (
        "{title: Orphan page, issued: 2020, URL: 'https://x.org/f'}",
        "*Orphan page*. (2020). https://x.org/f",
    ),
    "a name with its own full stop": (
        "{title: Rules, publisher: Cboe Global Markets Inc., container-title: Cboe, URL: 'https://x.org/g'}",
        "Cboe Global Markets Inc. (n.d.). *Rules*. Cboe. https://x.org/g",
    ),
    "three persons": (
        "{title: T, author: [{family: A, given: X}, {family: B, given: Y}, {family: C, given: Z}], issued: 2001, URL: 'https://x.org/h'}",
        "A, X., B, Y., & C, Z. (2001). *T*. https://x.org/h",
    ),
}


@pytest.mark.parametrize("case", RECORDS)
def test_references_are_apa(case: str, tmp_path: Path):
    record, reference = RECORDS[case]
    (tmp_path / "b.yaml").write_text(f"k: {record}\n", encoding="utf-8")
    assert load_bibliography(tmp_path)["k"].apa == reference


def test_all_files_of_a_folder_are_merged(tmp_path: Path):
    (tmp_path / "a.yaml").write_text("one: {title: One}\n", encoding="utf-8")
    (tmp_path / "b.yaml").write_text("two: {title: Two}\none: {title: One}\n", encoding="utf-8")
    assert list(load_bibliography(tmp_path)) == ["one", "two"]


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("a: {title: A}\nb: {author: [x]}\n", 2, "at least a title"),
        ("a: {title: A, tier: gossip}\n", 1, "tier 'gossip'"),
        ("a: {title: A, issued: last May}\n", 1, "not a date"),
        ("a: {title: A, issued: 2020-13}\n", 1, "not a date"),
        ("a: {title: A, link: x}\n", 1, "unknown field 'link'"),
        ("a: {title: A, author: [{given: x}]}\n", 1, "family"),
        ("a: {title: A\n\nb: [\n", 3, "not YAML"),
        ("- a\n", 1, "mapping"),
    ],
)
def test_a_fault_names_the_file_and_line(text: str, line: int, problem: str, tmp_path: Path):
    (tmp_path / "b.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(GlossaryError, match=problem) as caught:
        load_bibliography(tmp_path)
    assert f"b.yaml:{line}: " in str(caught.value)


def test_one_key_cannot_name_two_sources(tmp_path: Path):
    (tmp_path / "a.yaml").write_text("one: {title: One}\n", encoding="utf-8")
    (tmp_path / "b.yaml").write_text("x: {title: X}\none: {title: Other}\n", encoding="utf-8")
    with pytest.raises(GlossaryError, match=r"b\.yaml:2: .*already taken"):
        load_bibliography(tmp_path)
