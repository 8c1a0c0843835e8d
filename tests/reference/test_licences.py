"""Every part the program is made with has its licence to read."""

import re
import tomllib

from coordinator.reference.licences import PARTS, licences
from tests.house.tree import ROOT


def test_every_part_the_program_asks_for_is_listed() -> None:
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]
    names = {re.match(r"[\w.-]+", one)[0] for one in wanted}  # type: ignore[index]
    assert set(PARTS) == names


def test_every_licence_has_words_to_read() -> None:
    found = licences()
    assert found[0].name == "Coordinator"
    assert "MIT" in found[0].text
    assert [one.name for one in found if not one.text.strip()] == []


def test_what_parts_need_in_turn_is_listed_and_tools_are_not() -> None:
    names = {one.name.split()[0].casefold() for one in licences()}
    assert {"pyside6_essentials", "shiboken6", "lucide", "mako", "cffi"} <= names
    assert {"pytest", "ruff", "mypy"}.isdisjoint(names)
