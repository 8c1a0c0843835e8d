"""What two people wrote differently is marked at its field in every paper that prints it."""

from io import BytesIO
from uuid import UUID

import pytest
from openpyxl import load_workbook

from coordinator.casework.actions.lists import find_open_actions
from coordinator.casework.desk import Desk
from coordinator.casework.packs.paper_reads import read_audience
from coordinator.casework.plans.goals import add_goal
from coordinator.casework.plans.reading import read_plan
from coordinator.casework.records.disagreements import read_disagreements, settle_disagreement
from coordinator.domain.lists.sharing import PackVariant
from coordinator.domain.papers.agenda import Agenda
from coordinator.domain.papers.imprint import NotSettled
from coordinator.domain.papers.pack import CaseSheet, Pack
from coordinator.domain.papers.plan import Plan
from coordinator.domain.papers.tracker import Tracker
from coordinator.domain.person.case_sheets import WHOLE_PANEL, Audience
from coordinator.domain.states import Sensitivity
from coordinator.exports.composing import PaperKind
from coordinator.exports.documents.sheet_cuts import CUTS, with_short_texts
from coordinator.exports.files.tracker_sheet import tracker_sheet
from coordinator.exports.worker import lay_out
from coordinator.papers.agendas import agenda_model
from coordinator.papers.pack_variants import as_variant
from coordinator.papers.packs import pack_model
from coordinator.papers.plans import plan_model
from coordinator.papers.trackers import tracker_model
from tests.exports.reading import words
from tests.meetings import items_of
from tests.packs import Coming, coming_packs
from tests.stores import NURSE, OFFICER, WORKER
from tests.told_elsewhere import told_elsewhere

DUE = (
    "Not settled. Due: 19 November 2026 (Kerrow Council, Thu 19 Nov) or"
    " 11 December 2026 (Kerrow Mental Health, Thu 19 Nov)."
)


@pytest.fixture
def coming(desk: Desk) -> Coming:
    return coming_packs(desk)


def of_housing(desk: Desk, person: UUID) -> UUID:
    (found,) = [one for one in find_open_actions(desk, [person])[person] if one.owner.id == WORKER]
    return found.id


def line_of(desk: Desk, coming: Coming, person: UUID) -> UUID:
    (found,) = [one for one in items_of(desk, coming.meeting) if one.person_id == person]
    return found.id


def moved_elsewhere(desk: Desk, person: UUID) -> None:
    told_elsewhere(desk, "action", of_housing(desk, person), "due_on", "2026-12-11")


def settle(desk: Desk) -> None:
    (row,) = read_disagreements(desk).rows
    settle_disagreement(desk, row.record, row.field, row.values[0].value, seen=row.revision)


def printed(desk: Desk, coming: Coming, kind: PaperKind, audience: Audience = WHOLE_PANEL) -> str:
    return " ".join(words(lay_out(kind, model(desk, coming, kind, audience))).split())


def model(
    desk: Desk, coming: Coming, kind: PaperKind, audience: Audience
) -> Agenda | Pack | Plan | Tracker:
    if kind is PaperKind.AGENDA:
        return agenda_model(desk, coming.meeting, audience)
    if kind is PaperKind.PACK:
        return pack_model(desk, coming.meeting, audience)
    if kind is PaperKind.PLAN:
        return plan_model(desk, coming.people[0], audience)
    return tracker_model(desk, audience)


@pytest.mark.parametrize(
    "kind", [PaperKind.AGENDA, PaperKind.PACK, PaperKind.TRACKER, PaperKind.PLAN]
)
def test_a_date_two_people_wrote_is_marked_until_it_is_settled(
    desk: Desk, coming: Coming, kind: PaperKind
) -> None:
    moved_elsewhere(desk, coming.people[0])
    assert DUE in printed(desk, coming, kind)
    settle(desk)
    assert "Not settled" not in printed(desk, coming, kind)


def test_the_spreadsheet_of_actions_has_a_column_for_it(desk: Desk, coming: Coming) -> None:
    moved_elsewhere(desk, coming.people[0])
    book = load_workbook(BytesIO(tracker_sheet(tracker_model(desk, WHOLE_PANEL))))
    rows = list(book.worksheets[0].iter_rows(min_row=4, values_only=True))
    at = rows[0].index("Not settled")
    marked = [str(row[at]) for row in rows[1:] if row[at]]
    assert [f"Not settled. {words_}." for words_ in marked] == [DUE]


def test_what_is_printed_of_a_case_and_of_its_line_is_marked(desk: Desk, coming: Coming) -> None:
    view = pack_model(desk, coming.meeting, WHOLE_PANEL)
    assert not any(one.unsettled for one in view.cases)
    person = coming.people[0]
    with desk.read() as look:
        case = look.actions.open_case(person)
    assert case is not None
    told_elsewhere(desk, "case", case, "next_review_on", "2027-01-14")
    line = line_of(desk, coming, person)
    told_elsewhere(desk, "agenda_item", line, "outcome_sought", "A house", by=OFFICER)
    told_elsewhere(desk, "agenda_item", line, "outcome_sought", "A flat")
    for number in ("01632 960001", "01632 960002"):  # on no such paper
        told_elsewhere(desk, "person", person, "phone", number)
    text = printed(desk, coming, PaperKind.PACK)
    assert "Case, next review: 19 November 2026 (Kerrow Council, Thu 19 Nov)" in text
    assert "or 14 January 2027 (Kerrow Mental Health, Thu 19 Nov)" in text
    both = "A house (Kerrow Police, Thu 19 Nov) or A flat (Kerrow Mental Health, Thu 19 Nov)"
    assert f"Not settled. Outcome sought: {both}" in text  # at its line
    assert f"Agenda item, outcome sought: {both}" in text  # on its sheet
    assert "01632 96000" not in text
    assert both in printed(desk, coming, PaperKind.AGENDA)


def test_long_texts_are_not_printed_twice(desk: Desk, coming: Coming) -> None:
    action, long = of_housing(desk, coming.people[0]), "zxlong " * 40
    told_elsewhere(desk, "action", action, "text", long.strip())
    text = printed(desk, coming, PaperKind.TRACKER)
    told = "Action: Kerrow Council, Thu 19 Nov and Kerrow Mental Health, Thu 19 Nov wrote"
    assert f"Not settled. {told} different things." in text
    assert text.count("zxlong") in {0, 40}


def test_a_limited_copy_says_that_it_is_not_settled_and_never_who_wrote_what(
    desk: Desk, coming: Coming
) -> None:
    moved_elsewhere(desk, coming.people[0])
    pack = pack_model(desk, coming.meeting, read_audience(desk, "Kerrow Homes"))
    assert DUE in printed(desk, coming, PaperKind.PACK, read_audience(desk, "Kerrow Homes"))
    text = " ".join(words(lay_out(PaperKind.PACK, as_variant(pack, PackVariant.LIMITED))).split())
    assert "Not settled. Due: two people wrote different things." in text
    assert "11 December 2026" not in text


def test_a_value_that_names_what_few_may_read_is_in_no_copy_but_theirs(
    desk: Desk, coming: Coming
) -> None:
    person = coming.people[0]
    plan = read_plan(desk, person).id
    open_, few = (
        add_goal(desk, plan, own_words=one, sensitivity=level).result
        for one, level in (("zxopen", Sensitivity.STANDARD), ("zxfew", Sensitivity.RESTRICTED))
    )
    action = of_housing(desk, person)
    told_elsewhere(desk, "action", action, "goal_id", open_.hex)
    told_elsewhere(desk, "action", action, "goal_id", few.hex)
    homes = read_audience(desk, "Kerrow Homes")
    text = printed(desk, coming, PaperKind.TRACKER, homes)
    assert "Not settled. The goal: two people wrote different things." in text
    assert "zxfew" not in text
    assert "or zxfew (Kerrow Mental Health" in printed(desk, coming, PaperKind.TRACKER)
    assert "zxfew" not in printed(desk, coming, PaperKind.AGENDA)


@pytest.mark.parametrize("kind", [PaperKind.AGENDA, PaperKind.PACK, PaperKind.TRACKER])
def test_what_one_of_two_restricted_is_in_no_paper_of_those_who_may_not_have_it(
    desk: Desk, coming: Coming, kind: PaperKind
) -> None:
    homes = read_audience(desk, "Kerrow Homes")
    person = coming.people[0]
    action = of_housing(desk, person)
    (row,) = [one for one in find_open_actions(desk, [person])[person] if one.id == action]
    assert row.number in printed(desk, coming, kind, homes)
    told_elsewhere(desk, "action", action, "text", "zxfew")
    for level, who in ((Sensitivity.STANDARD, OFFICER), (Sensitivity.RESTRICTED, NURSE)):
        told_elsewhere(desk, "action", action, "sensitivity", level.value, by=who)

    text = printed(desk, coming, kind, homes)
    assert row.number not in text
    assert "zxfew" not in text
    assert "Not settled" not in text
    assert "zxfew" in printed(desk, coming, PaperKind.TRACKER)


def test_a_sheet_of_one_side_that_is_full_says_only_that_it_is_not_settled() -> None:
    days = ("Kerrow Council, Thu 19 Nov", "Kerrow Police, Thu 19 Nov")
    mark = NotSettled("Due", ("3 December 2026", "11 December 2026"), days)
    sheet = CaseSheet("KP-0001", "T", unsettled=(mark,))
    (whole,) = with_short_texts(sheet, CUTS[1]).unsettled
    (short,) = with_short_texts(sheet, CUTS[-1]).unsettled
    assert (whole, short) == (mark, NotSettled("Due"))
