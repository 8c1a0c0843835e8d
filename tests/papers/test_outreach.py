"""The outreach sheet on paper: what a worker of the agency that carries it may know, no more."""

from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # ships no types
import pytest

from coordinator.casework.bases import record_basis
from coordinator.casework.desk import Desk
from coordinator.casework.exclusions import exclude_agency
from coordinator.casework.outreach.reads import read_sheet
from coordinator.casework.outreach.results import enter_results
from coordinator.casework.outreach.sheets import assign_lines, make_sheet
from coordinator.casework.paper_reads import read_audience_of
from coordinator.casework.safety import add_warning
from coordinator.domain.case_sheets import WHOLE_PANEL
from coordinator.domain.lists.contacts import ContactResult
from coordinator.domain.lists.sharing import Gateway, LawfulBasis, ToldAboutPanel
from coordinator.domain.outreach import LineResult
from coordinator.domain.papers.outreach import FindSheet
from coordinator.domain.states import Answer, Sensitivity
from coordinator.exports.composing import PaperKind
from coordinator.exports.counting import page_count
from coordinator.exports.worker import lay_out
from coordinator.papers.making import Order, make_papers
from coordinator.papers.outreach import outreach_model
from tests.casework.test_outreach import somebody
from tests.exports.examples import outreach
from tests.exports.reading import everything, words
from tests.exports.structure import faults
from tests.stores import NOON, OFFICER, POLICE, TODAY, WORKER

YEAR = TODAY.replace(year=2027)


def with_basis(desk: Desk, name: str) -> UUID:
    """Put somebody on file about whom papers may say more than initials."""
    person = somebody(desk, name, seen=20, usual_places=f"{name}'s quay", phone="07700 900001")
    record_basis(
        desk,
        person,
        lawful_basis=LawfulBasis.PUBLIC_TASK,
        gateway=Gateway.CRIME_AND_DISORDER,
        told=ToldAboutPanel.YES,
        told_on=TODAY,
        review_on=YEAR,
    )
    return person


def sheet_for(desk: Desk, agency: UUID | None = None) -> FindSheet:
    audience = read_audience_of(desk, agency) if agency else WHOLE_PANEL
    return outreach_model(desk, audience, TODAY, "")


@pytest.fixture
def people(desk: Desk) -> dict[str, UUID]:
    return {name: with_basis(desk, name) for name in ("Ann", "Ben", "Cat")}


def lines_of(desk: Desk, sheet: UUID) -> dict[UUID, UUID]:
    return {line.person: line.id for line in read_sheet(desk, sheet).lines}


def test_an_agency_gets_whom_its_workers_look_for_and_nobody_else(
    desk: Desk, people: dict[str, UUID]
) -> None:
    exclude_agency(desk, people["Cat"], agency_id=POLICE, reason="They asked for it")
    sheet = make_sheet(desk, TODAY).result
    line = lines_of(desk, sheet)
    assign_lines(desk, [line[people["Ann"]]], OFFICER)
    assign_lines(desk, [line[people["Ben"]]], WORKER)
    own, theirs = sheet_for(desk), sheet_for(desk, POLICE)
    assert [one.where for one in own.lines] == ["Ann's quay", "Ben's quay", "Cat's quay"]
    assert [one.where for one in theirs.lines] == ["Ann's quay"]


def test_whom_an_agency_must_not_know_is_not_told_even_when_it_was_given_the_line_before(
    desk: Desk, people: dict[str, UUID], tmp_path: Path
) -> None:
    sheet = make_sheet(desk, TODAY, people=[people["Cat"]]).result
    assign_lines(desk, [*lines_of(desk, sheet).values()], OFFICER)
    exclude_agency(desk, people["Cat"], agency_id=POLICE, reason="They asked for it")
    assert sheet_for(desk, POLICE).lines == ()
    order = Order(PaperKind.OUTREACH, tmp_path, agency="Kerrow Police")
    (path,) = make_papers(desk, [order])
    printed = everything(path.read_bytes())
    assert "KP-0003" not in printed
    assert "0 people to find" in words(path.read_bytes())


def test_a_restricted_warning_stays_out_of_an_agencys_copy(
    desk: Desk, people: dict[str, UUID]
) -> None:
    for text, how in (("Keeps a dog", Sensitivity.STANDARD), ("Owes", Sensitivity.RESTRICTED)):
        add_warning(
            desk,
            people["Ann"],
            text=text,
            source="A nurse",
            person_told=Answer.YES,
            sensitivity=how,
        )
    sheet = make_sheet(desk, TODAY, people=[people["Ann"]]).result
    assign_lines(desk, [*lines_of(desk, sheet).values()], OFFICER)
    (own,), (theirs,) = sheet_for(desk).lines, sheet_for(desk, POLICE).lines
    assert len(own.warnings) == 2
    assert theirs.warnings == (
        "Keeps a dog (from A nurse; to be looked at again Wed 17 Feb 2027)",
    )


def test_without_a_basis_only_initials_are_printed(desk: Desk) -> None:
    somebody(desk, "Dee", seen=20, usual_places="The pier", phone="07700 900002")
    make_sheet(desk, TODAY)
    (line,) = sheet_for(desk).lines
    assert (line.person, line.where, line.reach, line.is_bare) == ("DT (KP-0001)", "", "", True)


def test_the_paper_names_nobody_is_sound_and_says_what_was_entered(
    desk: Desk, people: dict[str, UUID], tmp_path: Path
) -> None:
    sheet = make_sheet(desk, TODAY).result
    line = lines_of(desk, sheet)[people["Ann"]]
    result = LineResult(line, ContactResult.MET_BRIEF, NOON, note="Wants a bed")
    enter_results(desk, sheet, [result])
    (path,) = make_papers(desk, [Order(PaperKind.OUTREACH, tmp_path, on=TODAY)])
    content = path.read_bytes()
    assert faults(content) == []
    read = words(content)
    assert "AT (KP-0001)" in read
    assert "Met briefly. Wants a bed" in read
    assert "Trelawny" not in everything(content)
    assert path.name.startswith("KP-2026-11-19_outreach_")


def test_the_sheets_of_two_areas_are_two_files(desk: Desk, tmp_path: Path) -> None:
    areas = ("", "Kerrow", "Pen Quay")
    made = make_papers(
        desk, [Order(PaperKind.OUTREACH, tmp_path, on=TODAY, area=area) for area in areas]
    )
    assert len(set(made)) == 3
    assert "_outreach_Pen-Quay_" in made[2].name


def test_two_areas_of_one_day_are_two_files_in_one_folder(
    desk: Desk, people: dict[str, UUID], tmp_path: Path
) -> None:
    for area in ("Porthmelyn", "Кирово", "Заря", ""):
        make_sheet(desk, TODAY, area, people=[people["Ann"]])
        make_papers(desk, [Order(PaperKind.OUTREACH, tmp_path, on=TODAY, area=area)])
    names = sorted(path.name for path in tmp_path.glob("*.pdf"))
    assert len(names) == 4
    assert sum("_outreach_Porthmelyn_" in name for name in names) == 1
    assert all(name.isascii() for name in names)


def test_twenty_people_fit_on_two_pages_and_sixty_are_all_there() -> None:
    assert page_count(lay_out(PaperKind.OUTREACH, outreach(18))) == 2  # and two more
    usual = outreach(1).lines[0]
    usual = replace(usual, warnings=(), tries=usual.tries[:1])
    many = outreach(1, lines=(usual,) * 22)
    assert page_count(lay_out(PaperKind.OUTREACH, many)) == 2
    sixty = lay_out(PaperKind.OUTREACH, outreach(60))
    assert all(f"SC-{142 + at:04}" in words(sixty) for at in range(60))
    assert f"{page_count(sixty)} pages" in everything(sixty)


def test_what_the_boxes_mean_stands_at_the_head_of_every_page() -> None:
    content = lay_out(PaperKind.OUTREACH, outreach(24))
    with pdfium.PdfDocument(content) as pdf:
        read = [page.get_textpage().get_text_range() for page in pdf]
    assert len(read) == 3
    assert all("1 Talked" in page for page in read)
