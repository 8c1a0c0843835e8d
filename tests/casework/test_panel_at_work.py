"""What a panel decided is what agendas, papers, chase texts, referrals and plans go by."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.meetings.agenda_reads import read_agenda
from coordinator.casework.meetings.agendas import NewItem, add_item, write_agenda
from coordinator.casework.panel.settings import (
    add_line,
    change_line,
    read_topic,
    remove_line,
    reorder_lines,
    start_as,
)
from coordinator.casework.week.checklist import day_counts
from coordinator.domain.lists.meetings import AgendaKind, WhyListed
from coordinator.domain.lists.panel import AgendaSection, TextKey, TimeKey, Topic
from coordinator.domain.panel.settings import PanelLine
from coordinator.domain.person.case_sheets import WHOLE_PANEL
from coordinator.exports.composing import PaperKind
from coordinator.exports.worker import lay_out
from coordinator.papers.agendas import agenda_model
from coordinator.papers.packs import pack_model
from coordinator.papers.referral_forms import referral_form_model
from coordinator.ui.shared.chasing import read_chases
from tests.exports import reading
from tests.meetings import add_action, add_case, add_referral, next_meeting_of, weekly
from tests.stores import TODAY


@pytest.fixture
def meeting(desk: Desk) -> UUID:
    return next_meeting_of(desk, weekly(desk))


def keyed(desk: Desk, topic: Topic, key: TextKey | TimeKey) -> PanelLine:
    return next(one for one in read_topic(desk, topic) if one.key == key)


def say(desk: Desk, key: TextKey, text: str) -> None:
    line = keyed(desk, Topic.TEXTS, key)
    change_line(desk, Topic.TEXTS, line.id, seen=line.revision, text=text)


def allow(desk: Desk, key: TimeKey, days: int) -> None:
    line = keyed(desk, Topic.TIMES, key)
    change_line(desk, Topic.TIMES, line.id, seen=line.revision, number=days)


def part(desk: Desk, section: AgendaSection) -> PanelLine:
    lines = read_topic(desk, Topic.AGENDA)
    return next(one for one in lines if one.details["section"] == section)


def test_deadlines_follow_the_panel(desk: Desk, meeting: UUID) -> None:
    allow(desk, TimeKey.REFERRALS_IN, 5)
    allow(desk, TimeKey.PAPERS_OUT, 0)
    allow(desk, TimeKey.MINUTES_OUT, 1)
    agenda = read_agenda(desk, meeting)
    on = agenda.header.row.on
    assert (agenda.referrals_by, agenda.papers_by) == (on - timedelta(days=7), on)
    assert agenda.minutes_by == date(2026, 11, 20)
    with desk.read() as look:
        counts = day_counts(look)
    assert (counts.referrals, counts.papers, counts.issue) == (5, 0, 1)


@pytest.mark.parametrize(("days", "is_listed"), [(10, True), (11, False)])
def test_how_long_unseen_is_too_long_is_the_panels_word(
    desk: Desk, meeting: UUID, days: int, *, is_listed: bool
) -> None:
    allow(desk, TimeKey.NOT_SEEN, days)
    add_case(desk, opened_on=TODAY - timedelta(days=10), next_review_on=TODAY)
    write_agenda(desk, meeting)
    (entry,) = read_agenda(desk, meeting).entries
    assert (WhyListed.NOT_SEEN in entry.why) is is_listed


def test_lines_take_the_panels_order_and_minutes(desk: Desk, meeting: UUID) -> None:
    add_case(desk, "Tomos", next_review_on=TODAY)
    add_referral(desk)
    reviews = part(desk, AgendaSection.REVIEWS)
    change_line(desk, Topic.AGENDA, reviews.id, seen=reviews.revision, minutes=15)
    order = [one.id for one in read_topic(desk, Topic.AGENDA)]
    referrals = part(desk, AgendaSection.REFERRALS).id
    order.remove(referrals)
    reorder_lines(desk, Topic.AGENDA, [referrals, *order])

    write_agenda(desk, meeting)
    agenda = read_agenda(desk, meeting)

    assert [(one.kind, one.minutes_planned) for one in agenda.entries] == [
        (AgendaKind.NEW_REFERRAL, 6),
        (AgendaKind.REVIEW, 15),
    ]
    assert [f"{at:%H:%M}" for at in agenda.begins] == ["10:00", "10:13"]
    item = add_item(desk, meeting, NewItem(AgendaKind.REVIEW, title="The winter")).result
    added = next(one for one in read_agenda(desk, meeting).entries if one.id == item)
    assert added.minutes_planned == 15


def test_a_part_of_the_panels_own_is_printed_and_one_taken_away_is_not(
    desk: Desk, meeting: UUID
) -> None:
    add_case(desk, "Tomos", next_review_on=TODAY)
    write_agenda(desk, meeting)
    remove_line(desk, Topic.AGENDA, part(desk, AgendaSection.WELCOME).id)
    remove_line(desk, Topic.AGENDA, part(desk, AgendaSection.REVIEWS).id)
    own = {"section": "own", "title": "Attendance and training", "minutes": 3}
    add_line(desk, Topic.AGENDA, text="Who needs an induction?", **own)

    printed = reading.words(lay_out(PaperKind.AGENDA, agenda_model(desk, meeting, WHOLE_PANEL)))

    assert "Introductions" not in printed
    assert "Attendance and training" in printed
    assert "Who needs an induction?" in printed
    assert "Reviews" in printed  # somebody is listed there


def test_papers_print_the_panels_statement(desk: Desk, meeting: UUID) -> None:
    say(desk, TextKey.REMINDER, "Keep it safe.")
    say(desk, TextKey.STATEMENT, "We meet in confidence.")
    assert agenda_model(desk, meeting, WHOLE_PANEL).statement == "Keep it safe."
    assert pack_model(desk, meeting, WHOLE_PANEL).statement == "We meet in confidence."


def test_an_agency_is_asked_in_the_panels_words(desk: Desk, meeting: UUID) -> None:
    person, _case = add_case(desk, "Tomos", next_review_on=TODAY)
    add_action(desk, person, TODAY - timedelta(days=7), text="Ask for {by} a bed")
    say(desk, TextKey.CHASE_DUE, "Not this one {actions}")
    say(desk, TextKey.CHASE_LATE, "Dear {agency},\n{actions}\nby {by}, says {panel} on {today}")

    (chase,) = read_chases(desk)

    assert chase.text.startswith("Dear Kerrow")
    assert "Ask for {by} a bed" in chase.text  # what an action says is no placeholder
    assert "by Thu 19 November 2026, says Kerrow Complex Needs Panel on" in chase.text


def test_a_chase_text_that_forgets_the_actions_has_them_at_its_end(
    desk: Desk, meeting: UUID
) -> None:
    person, _case = add_case(desk, "Tomos", next_review_on=TODAY)
    add_action(desk, person, TODAY, text="Ask for a bed")
    say(desk, TextKey.CHASE_DUE, "How does it go?")
    (chase,) = read_chases(desk)
    assert chase.text.startswith("How does it go?")
    assert "Ask for a bed" in chase.text


def test_the_blank_form_asks_what_the_panel_asks_and_names_nobody(desk: Desk) -> None:
    start_as(desk, "marac")
    add_case(desk, "Tomos", next_review_on=TODAY)
    add_line(desk, Topic.REFERRAL_FORM, text="Is there a dog?", hint="", lines=1)
    model = referral_form_model(desk, WHOLE_PANEL)
    printed = reading.words(lay_out(PaperKind.REFERRAL_FORM, model))
    assert "Is there a dog?" in printed
    assert "OFFICIAL-SENSITIVE when completed" in printed
    assert "ring 999" in printed
    assert "5 working days before the meeting" in printed
    assert "Tomos" not in printed
    assert "KP-0001" not in printed
