"""`requirements.lock` is what pyproject.toml asks for, sealed by hashes and free of addresses."""

import re
import tomllib

import pytest
from packaging.requirements import Requirement

from tests.house.tree import ROOT

LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

_ENTRY = re.compile(
    r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;\\]+)(?P<rest>.*(?:\n[ ].*)*)", re.MULTILINE
)


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


ENTRIES = {_plain(entry["name"]): entry for entry in _ENTRY.finditer(LOCK)}
ASKED = {
    "": PROJECT["project"]["dependencies"],
    ":test": PROJECT["dependency-groups"]["test"],
    ":lint": PROJECT["dependency-groups"]["lint"],
}


def _locked_for(group: str) -> set[str]:
    """The packages that the lock says pyproject.toml itself asks for, in one group."""
    return {
        name
        for name, entry in ENTRIES.items()
        if f"coordinator (pyproject.toml{group})" in entry["rest"]
    }


@pytest.mark.parametrize("group", ASKED)
def test_the_lock_answers_what_the_project_asks_for_and_nothing_older(group: str) -> None:
    assert _locked_for(group) == {_plain(Requirement(line).name) for line in ASKED[group]}


@pytest.mark.parametrize("line", [line for lines in ASKED.values() for line in lines])
def test_a_locked_version_lies_within_its_bounds(line: str) -> None:
    asked = Requirement(line)
    assert asked.specifier.contains(ENTRIES[_plain(asked.name)]["version"])


def test_every_package_is_sealed_by_hashes() -> None:
    assert ENTRIES
    assert [name for name, entry in ENTRIES.items() if "--hash=sha256:" not in entry["rest"]] == []


def test_the_lock_says_nothing_about_where_packages_come_from() -> None:
    assert re.findall(r"\w+://|--(?:extra-)?index-url|--find-links| @ |file:", LOCK) == []


def test_qt_is_the_version_that_does_not_abort() -> None:
    assert ENTRIES["pyside6-essentials"]["version"] == "6.11.3"
