"""`day`, `demo`, `export` from a shell, on one small demo: papers pass, faults are a sentence."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from coordinator.exports.composing import FOR_NO_AGENCY, OF_ONE, OF_THE_OFFICE, PaperKind
from tests.exports.reading import everything, words
from tests.exports.structure import faults

ROOT = Path(__file__).parents[2]
NO_AGENCY = {"Lived experience", "Police: integrated offender management"}
POLICE = "Porthkerris Neighbourhood Police"
OF_THE_PANEL_ALONE = {PaperKind.AUDIT_LOG, *OF_THE_OFFICE}
KINDS = tuple(kind for kind in PaperKind if kind not in {*OF_ONE, *OF_THE_PANEL_ALONE})


def run(*told: object, seed: str = "0") -> tuple[int, str, str]:
    """Run the program as somebody at a shell would; gives code, output and complaint."""
    env = {key: value for key, value in os.environ.items() if key != "COORDINATOR_PASSPHRASE"}
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *map(str, told)],
        cwd=ROOT, env={**env, "PYTHONHASHSEED": seed}, capture_output=True, text=True,
        stdin=subprocess.DEVNULL, check=False,
    )  # fmt: skip
    return done.returncode, done.stdout, done.stderr


def export(*told: object, seed: str = "0") -> list[Path]:
    """Make papers, and give the files whose paths were printed."""
    code, out, err = run("export", *told, seed=seed)
    assert code == 0, err
    return [Path(line) for line in out.splitlines()]


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = tmp_path_factory.mktemp("exporting") / "demo"
    code, out, err = run("demo", store)
    assert (code, out) == (0, f"{store}\n"), err
    return store


Made = Mapping[tuple[str, PaperKind], list[Path]]
COPIES = [
    (agency, kind)
    for agency in ("", POLICE)
    for kind in KINDS
    if not (agency and kind in FOR_NO_AGENCY)  # one report, the same for everybody
]


@pytest.fixture(scope="session")
def made(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Every paper, once as the panel's own copy and once for the police."""
    found: dict[tuple[str, PaperKind], list[Path]] = {}
    for agency in ("", POLICE):
        folder = tmp_path_factory.mktemp("papers")
        kinds = [kind for whose, kind in COPIES if whose == agency]
        for kind in kinds:
            told = ["--agency", agency] if agency else []
            found[agency, kind] = export(kind.value, demo, "--to", folder, *told)
        printed = [path for kind in kinds for path in found[agency, kind]]
        assert sorted(printed) == sorted(folder.iterdir())
    return found


def text_of(paths: Sequence[Path]) -> str:
    return words(next(path for path in paths if path.suffix == ".pdf").read_bytes())


@pytest.mark.parametrize(("agency", "kind"), COPIES)
def test_every_paper_passes_the_structure_check(made: Made, agency: str, kind: PaperKind) -> None:
    papers = [path for path in made[agency, kind] if path.suffix == ".pdf"]
    assert papers
    assert [path.name for path in papers if faults(path.read_bytes())] == []


def test_the_demo_is_whole_after_its_papers_were_made(demo: Path) -> None:
    code, out, _err = run("check", demo)
    assert (code, out.partition(":")[0]) == (0, "Whole")


def test_two_runs_give_the_same_bytes_whatever_the_order_of_sets(
    demo: Path, tmp_path: Path
) -> None:
    made = []
    for seed in ("1", "2"):
        again = tmp_path / f"store{seed}"
        shutil.copytree(demo, again)  # the log numbers what leaves: each begins where it stands
        made += export("pack", again, "--to", tmp_path / seed, seed=seed)
    first, second = made
    assert first.read_bytes() == second.read_bytes()


def test_minutes_hold_every_action_that_was_agreed(made: Made) -> None:
    minutes = text_of(made["", PaperKind.MINUTES])
    (meeting,) = set(re.findall(r"M\d\d-\d{3}(?= minutes)", minutes))
    agreed = set(re.findall(rf"{meeting}/\d+", text_of(made["", PaperKind.TRACKER])))
    assert agreed
    assert agreed <= set(re.findall(rf"{meeting}/\d+", minutes))


def test_what_is_left_out_without_a_basis_is_not_called_not_recorded(made: Made) -> None:
    sheet = text_of(made["", PaperKind.PACK]).split("PK-0015 NO")[1].split("PK-0016")[0]
    assert "Left out until the information basis is complete." in sheet
    assert "On what basis may we share information about them?" in sheet
    assert "No open actions" not in sheet


def test_no_paper_of_the_police_tells_who_asked_that_they_are_not_told(made: Made) -> None:
    assert "PK-0001" in text_of(made["", PaperKind.TRACKER])
    for kind in KINDS:
        for path in made.get((POLICE, kind), ()):
            if path.suffix == ".pdf":
                assert "PK-0001" not in everything(path.read_bytes())


def test_a_password_file_locks_the_paper(demo: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("gorse and slate\n")
    paper = export("agenda", demo, "--to", tmp_path / "out", "--password-file", secret)[0]
    with pytest.raises(Exception, match="assword"):
        words(paper.read_bytes())
    assert "Agenda" in words(paper.read_bytes(), "gorse and slate")


def test_a_report_looks_back_on_the_days_that_are_asked_for(demo: Path, tmp_path: Path) -> None:
    days = ("--from", "2020-01-01", "--until", "2020-02-29")
    (paper,) = export("accountability", demo, "--to", tmp_path, *days)
    assert "Wed 1 January 2020 to Sat 29 February 2020" in words(paper.read_bytes())


@pytest.mark.parametrize(
    "options",
    [
        ("minutes", "--meeting", "M99-001"),
        ("plan", "--person", "PK-9999"),
        ("plan", "--person", "PK-0018"),
        ("escalation", "--escalation", "E99-001"),
        ("tracker", "--agency", "Nobody's agency"),
        ("tracker", "--agency", "Porth"),
        ("agenda", "--password-file", "there-is-none"),
        ("accountability", "--from", "2020-01-01"),
    ],
)
def test_what_cannot_be_made_is_told_in_a_sentence(
    demo: Path, tmp_path: Path, options: Sequence[str]
) -> None:
    code, out, err = run("export", options[0], demo, "--to", tmp_path / "out", *options[1:])
    assert (code, out) == (1, "")
    assert len(err.splitlines()) == 1
    assert re.match(r"[A-Z].*\.$", err.strip())
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


@pytest.mark.parametrize("wrong", [("poster",), ("agenda", "--colour", "red"), ()])
def test_wrong_use_has_a_code_of_its_own(demo: Path, tmp_path: Path, wrong: Sequence[str]) -> None:
    code, out, err = run("export", *wrong, *([demo, "--to", tmp_path] if wrong else []))
    assert (code, out) == (2, "")
    assert "Traceback" not in err


def test_what_is_no_store_is_told_before_a_passphrase_is_asked_for(
    tmp_path: Path,
) -> None:
    code, _out, err = run("export", "agenda", tmp_path, "--to", tmp_path)
    assert (code, len(err.splitlines())) == (1, 1)
    assert "assphrase" not in err


def test_a_day_ends_with_one_paper_of_each_kind(tmp_path: Path) -> None:
    code, out, err = run("day", tmp_path)
    assert code == 0, err
    made = [Path(line) for line in out.splitlines()]
    named = [path.name for path in made if path.suffix == ".pdf"]
    assert [kind for kind in KINDS if not any(f"_{kind.value}_" in n for n in named)] == []
    assert [
        path.name for path in made if path.suffix == ".pdf" and faults(path.read_bytes())
    ] == []
    minutes = next(path for path in made if "_minutes_" in path.name)
    assert "Approved." in words(minutes.read_bytes())


def test_a_day_takes_no_folder_that_holds_something_else(tmp_path: Path) -> None:
    kept = tmp_path / "papers" / "mine.txt"
    kept.parent.mkdir()
    kept.write_text("mine")
    for place in (tmp_path, kept):
        code, out, err = run("day", place)
        assert (code, out, len(err.splitlines())) == (1, "", 1)
    assert kept.read_text() == "mine"


def test_the_packs_of_a_meeting_are_looked_at_then_made_in_one_go(
    demo: Path, tmp_path: Path
) -> None:
    code, out, err = run("packs", demo, "--meeting", "last")
    assert code == 0, err
    lines = [line.split("; ") for line in out.splitlines() if not line.startswith(" ")]
    assert "  Left out, initials only: the information basis is not complete: " in out
    assert next(line[1] for line in lines if "Council" in line[0]) == "Full"
    care = next(line for line in lines if "Adult Social Care" in line[0])
    assert care[3].startswith("The sharing agreement ran out")
    goes = ("Porthkerris Adult Social Care", "The Kettle Day Centre")
    agencies = {line[0].split(", ")[-1] for line in lines if ", " in line[0]}
    told = [word for agency in agencies.difference(goes) for word in ("--hold", agency)]
    told += ["--reason", f"{goes[0]}=It is renewed on Monday."]
    folder = tmp_path / "packs"
    code, out, err = run("packs", demo, "--meeting", "last", "--to", folder, "--mail", *told)
    assert code == 0, err
    paths = [Path(line) for line in out.splitlines()]
    assert sorted(paths) == sorted(folder.iterdir())
    assert [path.suffix for path in paths] == [".pdf", ".eml"] * 2


def test_packs_that_cannot_be_made_say_for_whom_and_how_in_one_line(
    demo: Path, tmp_path: Path
) -> None:
    make = ("packs", demo, "--meeting", "last", "--to", tmp_path / "none")
    code, out, err = run(*make)
    assert (code, out, len(err.splitlines())) == (1, "", 1)
    assert "--reason AGENCY=WHY for: Porthkerris Community Safety Partnership, " in err
    rows = (line.split("; ") for line in run("packs", demo, "--meeting", "last")[1].splitlines())
    agencies = {row[0].split(", ")[-1] for row in rows if not row[0].startswith(" ")}
    known = [word for agency in agencies - NO_AGENCY for word in ("--hold", agency)]
    code, out, err = run(*make, *known)
    assert (code, out, len(err.splitlines())) == (1, "", 1)
    assert "Nobody gets a pack" in err
    assert run(*make, "--reason", "No word of why")[0] == 2
    assert not (tmp_path / "none").exists()


def test_a_tracker_is_narrowed_as_in_the_window(demo: Path, tmp_path: Path) -> None:
    whole = read_words(export("tracker", demo, "--to", tmp_path / "whole"))
    late = read_words(export("tracker", demo, "--to", tmp_path / "late", "--overdue"))
    assert "Only: past their date" in late
    assert len(late) < len(whole)
    told = ("--owner", "Kasia Dębowska")
    hers = read_words(export("tracker", demo, "--to", tmp_path / "hers", *told))
    assert "Only: owner Kasia Dębowska" in hers
    for wrong in (("--owner", "Nobody Here"), ("--person", "PK-9999")):
        code, out, err = run("export", "tracker", demo, "--to", tmp_path, *wrong)
        assert (code, out, len(err.splitlines())) == (1, "", 1)
    assert run("export", "agenda", demo, "--to", tmp_path, "--overdue")[0] == 2


def read_words(paths: Sequence[Path]) -> str:
    (paper,) = (path for path in paths if path.suffix == ".pdf")
    return " ".join(words(paper.read_bytes()).split())
