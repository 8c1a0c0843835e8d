"""Somebody missing on the pages that show people: noted, changed, found, and asked about."""

from datetime import timedelta
from uuid import UUID

import pytest

from coordinator.casework.cases.caseload import read_caseload
from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.exclusions import exclude_agency
from coordinator.casework.meetings.agendas import NewItem, add_urgent_item
from coordinator.casework.meetings.called import begin_huddle
from coordinator.casework.outreach.missing import note_missing
from coordinator.casework.outreach.reads import find_sheet
from coordinator.casework.week.this_week import read_this_week
from coordinator.domain.cases.caseload import CaseloadFilter
from coordinator.domain.lists.meetings import AgendaKind
from coordinator.domain.people.missing import LastKnown
from coordinator.domain.roles import Role
from coordinator.domain.states import Answer
from coordinator.ui.places.every import OutreachPlace
from coordinator.ui.screens.meeting import screen as meeting_screen
from coordinator.ui.screens.meeting.view import MeetingView
from coordinator.ui.screens.person.missing import said
from coordinator.ui.screens.person.steps import Step
from tests.casework.outreach.test_outreach import somebody, tried
from tests.stores import CHAIR, COUNCIL, TODAY, sitting
from tests.ui.desktops import press
from tests.ui.immediate import ImmediateJobs
from tests.ui.pages.person_pages import Page

AGO = TODAY - timedelta(days=3)


@pytest.fixture
def person(desk: Desk) -> UUID:
    return somebody(desk, seen=3)


def test_missing_is_noted_changed_and_found_on_the_persons_page(desk: Desk, person: UUID) -> None:
    page = Page(desk, person)
    assert tuple(said(page.shown)) == ()
    page.do(Step.MISSING, police_told=Answer.YES)
    assert page.forms.faults == {"police_told_on": "required"}
    page.do(
        Step.MISSING,
        where="The quay",
        police_told=Answer.YES,
        police_told_on=TODAY,
        police_reference="KP-4",
    )
    assert tuple(said(page.shown)) == ("Missing, noted Thu 19 Nov", "Police told, reference KP-4")
    assert Step.MISSING not in page.steps
    page.do(Step.MISSING_CHANGED, police_told=Answer.NO, not_told_reason="Has come back before")
    row = page.shown.missing.missing
    assert row is not None
    assert (row.known.seen_on, row.known.where, row.known.police_reference) == (
        AGO,
        "The quay",
        "",
    )
    tried(desk, person, days=0)
    page.presenter.load()
    assert page.shown.front[0] is Step.FOUND
    assert tuple(said(page.shown)) == ("Missing, noted Thu 19 Nov", "Seen Thu 19 Nov: found?")
    page.do(Step.FOUND, note="At the drop-in")
    assert tuple(said(page.shown)) == ()
    assert Step.MISSING in page.steps


def test_it_is_asked_on_the_page_of_somebody_long_unseen(desk: Desk) -> None:
    page = Page(desk, somebody(desk, seen=15))
    assert tuple(said(page.shown)) == ("Not seen for 15 days: missing?",)


def test_an_auditor_reads_that_somebody_is_missing_and_notes_nothing(
    desk: Desk, person: UUID
) -> None:
    note_missing(desk, person, LastKnown())
    page = Page(sitting(desk, CHAIR, Role.AUDITOR, COUNCIL), person)
    assert tuple(said(page.shown)) == ("Missing, noted Thu 19 Nov",)
    assert not {Step.FOUND, Step.MISSING, Step.MISSING_CHANGED} & set(page.steps)


def test_the_caseload_and_the_week_tell_who_is_missing(desk: Desk, person: UUID) -> None:
    unseen = somebody(desk, seen=20)
    note_missing(desk, person, LastKnown())
    rows = read_caseload(desk, wanted=CaseloadFilter(missing=True)).rows
    assert [(row.person, row.missing_since) for row in rows] == [(person, TODAY)]
    week = read_this_week(desk).missing
    assert week is not None
    assert [one.person for one in week.missing] == [person]
    assert [one.person for one in week.maybe] == [unseen]
    for one in (person, unseen):
        exclude_agency(desk, one, agency_id=COUNCIL, reason="They asked for it")
    week = read_this_week(desk).missing
    assert week is not None
    assert (week.missing, week.maybe) == ((), ())


def test_the_page_of_a_huddle_makes_the_sheet_of_its_day(
    desk: Desk, person: UUID, look: object, qtbot: object
) -> None:
    huddle = begin_huddle(desk).result
    went: list[object] = []
    made = meeting_screen.build(ImmediateJobs(desk), went.append, lambda *_told: None, huddle)
    assert isinstance(made.widget, MeetingView)
    qtbot.addWidget(made.widget)  # type: ignore[attr-defined]
    item = NewItem(AgendaKind.REVIEW, person_id=person)
    add_urgent_item(desk, huddle, item, reason="Seen at the quay")
    made.presenter[0].load()  # type: ignore[index]
    press(made.widget, "Make the outreach sheet")
    assert went == [OutreachPlace(TODAY)]
    sheet = find_sheet(desk, TODAY)
    assert sheet is not None
    assert [line.person for line in sheet.lines] == [person]
