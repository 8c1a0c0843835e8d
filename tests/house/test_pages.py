"""What the pages at the root say is so: packages, words, versions, links."""

import re
import tomllib
from pathlib import Path

import pytest

import coordinator
from tests.house.tree import PACKAGE, ROOT, files, run_words, short

PAGES = [path for path in files() if path.suffix == ".md"]


def _text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def _parts() -> set[str]:
    """The packages and modules the program is made of, as they read from the root."""
    return {
        f"coordinator/{path.name}/" if path.is_dir() else f"coordinator/{path.name}"
        for path in PACKAGE.iterdir()
        if (path / "__init__.py").exists() or (path.suffix == ".py" and path.stem != "__init__")
    }


def test_the_table_of_the_house_names_each_part_and_no_other() -> None:
    rows = re.findall(
        r"^\| `(coordinator/\w+(?:/|\.py))` \|", _text("ARCHITECTURE.md"), re.MULTILINE
    )
    assert len(rows) == len(set(rows))
    assert set(rows) == _parts()


def test_the_drawing_of_the_house_names_each_part_and_no_other() -> None:
    drawing = _text("ARCHITECTURE.md").split("```")[1]
    program = drawing.split("coordinator/\n")[1].split("resources/")[0]
    left = " ".join(re.split(r"\s{2,}", line.strip())[0] for line in program.splitlines())
    drawn = re.findall(r"\w+", left)
    leaves = re.findall(r"wording \| .*?sheets", program)[0].split(" | ")
    assert set(drawn) | set(leaves) == {
        re.sub(r"coordinator/|/|\.py", "", name) for name in _parts()
    }


@pytest.mark.parametrize("page", PAGES, ids=map(short, PAGES))
def test_every_place_a_page_speaks_of_exists(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!\w+:|#)([^)#]+)", text)
    places = re.findall(r"`((?:coordinator|tests|docs|resources)/[\w/.-]*)`", text)
    lost = [link for link in links if not (page.parent / link).exists()]
    assert lost + [place for place in places if not (ROOT / place).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=map(short, PAGES))
def test_every_word_of_run_on_a_page_is_one_it_knows(page: Path) -> None:
    used = re.findall(r"(?:^|`)\./run ([a-z]+)", page.read_text(encoding="utf-8"), re.MULTILINE)
    assert set(used) <= set(run_words())


def test_contributors_are_told_every_word() -> None:
    told = re.findall(r"^\| `\./run (\w+)", _text("CONTRIBUTING.md"), re.MULTILINE)
    assert set(told) == set(run_words())


def test_checklists_stay_short() -> None:
    steps = re.findall(r"^(\d+)\. ", _text("CONTRIBUTING.md"), re.MULTILINE)
    assert steps
    assert max(map(int, steps)) <= 6


def test_one_version_everywhere() -> None:
    version = tomllib.loads(_text("pyproject.toml"))["project"]["version"]
    assert coordinator.__version__ == version
    assert re.search(
        rf"^## \[{re.escape(version)}\] - \d{{4}}-\d\d-\d\d$", _text("CHANGELOG.md"), re.MULTILINE
    )


def test_every_decision_is_listed_and_numbered_in_order() -> None:
    folder = ROOT / "docs" / "decisions"
    records = sorted(path.name for path in folder.glob("[0-9]*.md"))
    assert [int(name[:4]) for name in records] == list(range(1, len(records) + 1))
    assert re.findall(r"\]\((\d{4}-[^)]+)\)", (folder / "README.md").read_text()) == records


def test_each_thing_the_program_stands_against_names_the_tests_that_try_it() -> None:
    table = _text("SECURITY.md").split("## What is not promised")[0]
    rows = [line for line in table.splitlines() if line.startswith("| ")][1:]
    assert len(rows) > 15
    untried = [row for row in rows if not re.search(r"`tests/[\w/]+\.py` ?[|,]", row)]
    assert untried == []
