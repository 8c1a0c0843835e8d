"""The outreach sheet on paper: what a worker of the agency that carries it may know, no more."""

import re
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # ships no types
import pytest

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.exclusions import exclude_agency
from coordinator.casework.need_to_know.bases import record_basis
from coordinator.casework.need_to_know.field_guards import set_part_sensitivity
from coordinator.casework.outreach.reads import read_sheet
from coordinator.casework.outreach.results import enter_results
from coordinator.casework.outreach.sheets import (
    assign_lines,
    change_sheet_line,
    make_sheet,
    reorder_sheet,
)
from coordinator.casework.packs.paper_reads import read_audience_of
from coordinator.casework.people.contacts import find_contacts
from coordinator.casework.people.entering import correct_person
from coordinator.casework.people.safety import add_warning
from coordinator.casework.person.pages import read_person
from coordinator.db.models import Person
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.lists.contacts import ContactResult
from coordinator.domain.lists.sharing import Gateway, LawfulBasis, ToldAboutPanel
from coordinator.domain.need_to_know.restrictions import Part
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.outreach import LineResult
from coordinator.domain.papers.outreach import FindSheet
from coordinator.domain.person.case_sheets import WHOLE_PANEL
from coordinator.domain.roles import Right
from coordinator.domain.states import Answer, Sensitivity
from coordinator.exports.composing import PaperKind
from coordinator.exports.layout.counting import page_count
from coordinator.exports.worker import lay_out
from coordinator.papers.making import make_papers
from coordinator.papers.orders import Order
from coordinator.papers.outreach import outreach_model
from tests.based import CONDITIONS
from tests.casework.outreach.test_outreach import somebody, tried
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
        **CONDITIONS,
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


def test_a_sheet_that_is_carried_about_holds_no_address_but_one_somebody_wrote_for_it(
    desk: Desk, people: dict[str, UUID]
) -> None:
    refuge, nowhere = "1 Mill Lane", with_basis(desk, "Dan")
    for key, where in ((people["Ann"], {"place": "Porthmelyn"}), (nowhere, {"place": ""})):
        seen = read_person(desk, key).person.revision
        correct_person(desk, key, seen=seen, usual_places="", address=refuge, **where)
    seen = read_person(desk, people["Ben"]).person.revision
    correct_person(desk, people["Ben"], seen=seen, address="2 Quay Street")
    sheet = make_sheet(desk, TODAY).result
    line = lines_of(desk, sheet)
    assign_lines(desk, [*line.values()], OFFICER)
    change_sheet_line(desk, line[people["Ben"]], seen=2, where="2 Quay Street")
    change_sheet_line(desk, line[people["Cat"]], seen=2, where="The pier")
    theirs = sheet_for(desk, POLICE)
    told = {one.person: one.where for one in theirs.lines}
    assert told == {
        "AT (KP-0001)": "Porthmelyn",
        "BT (KP-0002)": "BT (KP-0002)'s quay",
        "CT (KP-0003)": "The pier",
        "DT (KP-0004)": "Where: ask the lead professional",
    }
    read = everything(lay_out(PaperKind.OUTREACH, theirs))
    assert refuge not in read
    assert "ask the lead professional" in read


def test_whereabouts_that_are_held_back_are_on_no_agencys_sheet_and_in_no_contact(
    desk: Desk, people: dict[str, UUID]
) -> None:
    sheet = make_sheet(desk, TODAY).result
    line = lines_of(desk, sheet)
    assign_lines(desk, [*line.values()], OFFICER)
    change_sheet_line(desk, line[people["Ann"]], seen=2, where="Behind the mill")
    part = Part(RecordKind.PERSON, people["Ann"], "usual_places")
    set_part_sensitivity(desk, part, Sensitivity.SERIOUS_HARM, seen=0)
    (told,) = (one for one in sheet_for(desk, POLICE).lines if one.person == "AT (KP-0001)")
    assert "mill" not in told.where
    assert "quay" not in told.where
    assert sheet_for(desk).lines[0].where == "Behind the mill"
    tried_at = LineResult(line[people["Ann"]], ContactResult.NOT_THERE, NOON)
    enter_results(desk, sheet, [tried_at])
    newest = find_contacts(desk, people["Ann"]).rows[0]
    assert newest.place == ""


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
    assert [one.where for one in theirs.lines] == ["AT (KP-0001)'s quay"]


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


def test_who_else_is_named_in_typed_words_is_not_told_to_an_agency(
    desk: Desk, people: dict[str, UUID]
) -> None:
    """Ben is looked for by the police as well; of Cat they must not hear."""
    exclude_agency(desk, people["Cat"], agency_id=POLICE, reason="They asked for it")
    tried(desk, people["Ann"], days=3, note="Cat Trelawny saw her, and Ben Trelawny did")
    add_action(desk, NewAction("Ask Cat for the key", OFFICER, TODAY, people["Ann"]))
    warn = {"source": "Ben Trelawny", "person_told": Answer.YES}
    add_warning(desk, people["Ann"], text="Cat Trelawny's dog bites", **warn)  # type: ignore[arg-type]
    sheet = make_sheet(desk, TODAY, "with Cat Trelawny", people=[*people.values()][:2]).result
    line = lines_of(desk, sheet)
    assign_lines(desk, [*line.values()], OFFICER)
    where = "12 Fore Street PL1 2AB, with Cat Trelawny"
    change_sheet_line(desk, line[people["Ann"]], seen=2, where=where, why="Cat wants her found")
    police = read_audience_of(desk, POLICE)
    theirs = outreach_model(desk, police, TODAY, "with Cat Trelawny")
    (told,) = (one for one in theirs.lines if one.person == "AT (KP-0001)")
    assert told.where == "12 Fore Street PL1 2AB, with [name hidden]"
    assert told.why == "[name hidden] wants her found"
    assert told.tries[0].endswith("[name hidden] saw her, and BT (KP-0002) did")
    assert told.actions == ("A26-0001 Ask [name hidden] for the key (Dylan Ashdown)",)
    assert told.mind == ("[name hidden]'s dog bites",)
    assert "from BT (KP-0002);" in told.warnings[0]
    assert theirs.area == "with [name hidden]"
    read = everything(lay_out(PaperKind.OUTREACH, theirs))
    assert "Trelawny" not in read
    assert re.search(r"\bCat\b", read) is None
    own = outreach_model(desk, WHOLE_PANEL, TODAY, "with Cat Trelawny")
    assert own.lines[0].where == where


def test_the_paper_holds_everybody_in_the_order_in_which_results_are_entered(
    desk: Desk, people: dict[str, UUID]
) -> None:
    sheet = make_sheet(desk, TODAY).result
    line = lines_of(desk, sheet)
    reorder_sheet(desk, sheet, [line[people["Cat"]], line[people["Ann"]]])
    entered = [one.reference for one in read_sheet(desk, sheet).lines]
    printed = [one.person for one in sheet_for(desk).lines]
    assert entered == ["KP-0003", "KP-0001", "KP-0002"]
    assert printed == ["CT (KP-0003)", "AT (KP-0001)", "BT (KP-0002)"]


def test_a_restricted_note_of_a_contact_is_in_no_copy(desk: Desk, people: dict[str, UUID]) -> None:
    tried(desk, people["Ann"], days=2, note="Not there", restricted_note="Owes a dealer")
    sheet = make_sheet(desk, TODAY).result
    assign_lines(desk, [*lines_of(desk, sheet).values()], OFFICER)
    for agency in (POLICE, None):
        read = everything(lay_out(PaperKind.OUTREACH, sheet_for(desk, agency)))
        assert "Not there" in read
        assert "dealer" not in read


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


def test_how_to_get_in_touch_safely_is_kept_for_the_brief_part_as_well(desk: Desk) -> None:
    person = with_basis(desk, "Ann")
    add_warning(desk, person, text="Dog", source="A nurse", person_told=Answer.YES)
    with desk.act(Right.EDIT_PEOPLE) as tx:
        tx.get(Person, person).safe_contact = "Never leave a message"
        tx.journal("test.arranged")
    make_sheet(desk, TODAY)
    (line,) = sheet_for(desk).lines
    assert line.mind == ("Dog", "Never leave a message")


def test_without_a_basis_only_initials_are_printed(desk: Desk) -> None:
    person = somebody(desk, "Dee", seen=20, usual_places="The pier", phone="07700 900002")
    record_basis(desk, person, gateway=None)
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


def test_the_sheets_of_two_areas_are_two_files_and_neither_names_what_was_typed(
    desk: Desk, people: dict[str, UUID], tmp_path: Path
) -> None:
    areas = ("with Cat Trelawny", "Кирово", "")
    for area in areas:
        make_sheet(desk, TODAY, area, people=[people["Ann"]])
        make_papers(desk, [Order(PaperKind.OUTREACH, tmp_path, on=TODAY, area=area)])
    names = [path.name for path in tmp_path.glob("*.pdf")]
    form = r"KP-2026-11-19_outreach_[0-9a-f]{6}_2026-11-19_OFFICIAL-SENSITIVE\.pdf"
    assert len(names) == 3
    assert all(re.fullmatch(form, name) for name in names)


def test_a_day_without_a_sheet_takes_no_sheets_place(desk: Desk, tmp_path: Path) -> None:
    (path,) = make_papers(desk, [Order(PaperKind.OUTREACH, tmp_path, on=TODAY, area="Cat")])
    assert path.name == "KP-2026-11-19_outreach_none_2026-11-19_OFFICIAL-SENSITIVE.pdf"


def pages_of(content: bytes) -> list[str]:
    with pdfium.PdfDocument(content) as pdf:
        return [page.get_textpage().get_text_range() for page in pdf]


@pytest.mark.parametrize("people", [1, 12, 20, 24, 60])
def test_a_sheet_is_at_most_two_pages_and_leaves_nobody_out(people: int) -> None:
    sheet = outreach(people)
    content = lay_out(PaperKind.OUTREACH, sheet)
    assert page_count(content) == (1 if people == 1 else 2)
    read = words(content)
    for one in sheet.lines:
        reference = one.person.split("(")[-1].rstrip(")")
        assert read.count(reference) == 1


def test_the_first_of_the_list_stand_in_full_and_the_others_in_brief_in_the_same_order() -> None:
    content = lay_out(PaperKind.OUTREACH, outreach(24))
    full, _heading, brief = words(content).partition("Also on this sheet")
    at = [place for place in range(24) if f"SC-{142 + place:04}" in full]
    assert at == list(range(len(at)))
    assert len(at) > 12
    assert f"the first {len(at)} in full, {26 - len(at)} more in brief" in full
    order = [brief.index(f"SC-{142 + place:04}") for place in range(len(at), 24)]
    assert order == sorted(order)
    assert "16 days ago. The multi-storey car park, lower floor. First: Keeps a dog" in brief
    assert "07700 900123" not in brief
    assert "Met, talked" in brief


def test_nobody_stands_in_brief_while_everybody_fits() -> None:
    usual = outreach(1).lines[0]
    usual = replace(usual, warnings=(), tries=usual.tries[:1])
    content = lay_out(PaperKind.OUTREACH, outreach(1, lines=(usual,) * 20))
    assert page_count(content) == 2
    assert "Also on this sheet" not in words(content)


def test_a_warning_is_printed_in_brief_however_long_it_is() -> None:
    long = "Never alone; " * 40
    line = replace(outreach(1).lines[0], mind=(long,))
    told = words(lay_out(PaperKind.OUTREACH, outreach(1, lines=(line,) * 40)))
    brief = told.partition("Also on this sheet")[2]
    in_brief = brief.count("KT (SC-0142)")
    assert in_brief > 0
    assert brief.count("Never alone") == 40 * in_brief


def test_so_many_that_two_pages_cannot_hold_them_run_on_and_it_is_said_at_the_top() -> None:
    content = lay_out(PaperKind.OUTREACH, outreach(150))
    first = pages_of(content)[0]
    assert "Too many for two pages: this sheet runs on." in " ".join(first.split())
    assert f"{page_count(content)} pages" in everything(content)
    assert all(f"SC-{142 + at:04}" in words(content) for at in range(150))


def test_nothing_on_a_sheet_is_smaller_than_eight_points() -> None:
    with pdfium.PdfDocument(lay_out(PaperKind.OUTREACH, outreach(60))) as pdf:
        for page in pdf:
            read = page.get_textpage()
            sizes = (
                pdfium.raw.FPDFText_GetFontSize(read, at)
                for at in range(read.count_chars())
                if read.get_text_range(at, 1).strip()
            )
            assert min(sizes) >= 7.99


def test_what_the_boxes_mean_stands_on_every_page() -> None:
    for people in (24, 60, 150):
        assert all("1 Talked" in page for page in pages_of(lay_out_many(people)))


def lay_out_many(people: int) -> bytes:
    return lay_out(PaperKind.OUTREACH, outreach(people))
