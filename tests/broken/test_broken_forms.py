"""Form files that must be refused: ``<case>.says`` holds the key and words of its sentence."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from mailbot.core.values import OperatorError
from mailbot.edges.rulebook import load_countries, load_forms, load_vocabulary

HERE = Path(__file__).parent / "forms"
BROKEN = sorted(path for path in HERE.glob("*.yaml") if path.stem != "valid")


def refusal(tmp_path: Path, *names: str) -> list[str]:
    for name in names:
        shutil.copy(HERE / f"{name}.yaml", tmp_path)
    with pytest.raises(OperatorError) as caught:
        load_forms(tmp_path)
    assert all(problem.es and problem.es != problem.en for problem in caught.value.problems)
    return [problem.en for problem in caught.value.problems]


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_broken_form_is_refused_with_file_key_and_remedy(path: Path, tmp_path: Path) -> None:
    key, words = path.with_suffix(".says").read_text("utf-8").strip().split("\n")
    sentences = refusal(tmp_path, path.stem)
    assert any(path.name in each and key in each and words in each for each in sentences), sentences


def test_the_valid_form_loads(tmp_path: Path) -> None:
    shutil.copy(HERE / "valid.yaml", tmp_path)
    assert [form.id for form in load_forms(tmp_path)] == ["visit"]


def test_mistakes_of_all_files_come_at_once(tmp_path: Path) -> None:
    sentences = refusal(tmp_path, "half-missing", "bad-code", "two-fields-one-id")
    assert {each.split(":")[0] for each in sentences} == {
        "half-missing.yaml",
        "bad-code.yaml",
        "two-fields-one-id.yaml",
    }


def test_two_forms_with_one_id(tmp_path: Path) -> None:
    shutil.copy(HERE / "valid.yaml", tmp_path / "a.yaml")
    shutil.copy(HERE / "valid.yaml", tmp_path / "b.yaml")
    with pytest.raises(OperatorError, match=r'b\.yaml: id: "visit" already belongs to a\.yaml'):
        load_forms(tmp_path)


def test_a_folder_without_forms(tmp_path: Path) -> None:
    with pytest.raises(OperatorError, match="there is no form"):
        load_forms(tmp_path)


def test_a_form_in_latin_1(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes("título: ñ".encode("latin-1"))
    with pytest.raises(OperatorError, match="not UTF-8"):
        load_forms(tmp_path)


def test_countries_with_one_name_for_two(tmp_path: Path) -> None:
    path = tmp_path / "countries.yaml"
    path.write_text(
        "countries:\n- {code: GT, name: {es: Guatemala, en: Guatemala}}\n"
        "- {code: HN, name: {es: Honduras, en: Honduras}, synonyms: [GUATEMALA]}\n",
        "utf-8",
    )
    with pytest.raises(OperatorError, match=r'countries\.HN: "GUATEMALA" already belongs to "GT"'):
        load_countries(path)


def test_missing_countries(tmp_path: Path) -> None:
    with pytest.raises(OperatorError, match="cannot be read"):
        load_countries(tmp_path / "countries.yaml")


def test_vocabulary_is_lists_of_words(tmp_path: Path) -> None:
    path = tmp_path / "vocabulary.yaml"
    assert load_vocabulary(path) == {}
    path.write_text("hola: [buenas, saludos]\n", "utf-8")
    assert load_vocabulary(path) == {"hola": ("buenas", "saludos")}
    path.write_text("hola: buenas\n", "utf-8")
    with pytest.raises(OperatorError, match="hola: expected a list of words"):
        load_vocabulary(path)
