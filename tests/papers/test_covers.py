"""The cover sheet: the week for whoever stands in, and nobody they must not be told about."""

from datetime import timedelta
from pathlib import Path

import pytest

from coordinator.casework.actions.agreeing import add_action as agree
from coordinator.casework.desk import Desk
from coordinator.casework.directory.covers import add_cover
from coordinator.casework.disclosing.exclusions import exclude_worker
from coordinator.casework.meetings.running import open_meeting
from coordinator.casework.referrals.lists import find_referrals
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.errors import NotPermittedError
from coordinator.domain.lists.weeks import PanelPost, WeekStep
from coordinator.domain.papers.cover import CoverSheet
from coordinator.domain.roles import Role
from coordinator.exports.composing import PaperKind
from coordinator.exports.worker import lay_out
from coordinator.papers.drafting import draft_papers
from coordinator.papers.orders import Order
from coordinator.wording.labels import label
from tests.exports.reading import everything, words
from tests.exports.structure import faults
from tests.meetings import (
    TEN,
    add_action,
    add_case,
    add_referral,
    add_seats,
    keep_from,
    next_meeting_of,
    weekly,
)
from tests.requests import ask, coming_meeting, known_case
from tests.stores import HEALTH, HOUSING, NURSE, OFFICER, POLICE, TODAY, sitting

WEEK = timedelta(days=7)
REPLIES, TEXTS = WeekStep.REPLIES_IN, WeekStep.ACTION_TEXTS


def sheet(desk: Desk, agency: str = "") -> CoverSheet:
    (draft,) = draft_papers(desk, Order(PaperKind.COVER, Path(), agency=agency))
    assert isinstance(draft.model, CoverSheet)
    return draft.model


@pytest.fixture
def busy(desk: Desk) -> Desk:
    """A panel in the middle of its week; the police must not be told about Anna."""
    add_seats(desk)
    next_meeting_of(desk, weekly(desk, TODAY + WEEK))
    tomos, _ = add_case(desk, "Tomos")
    add_action(desk, tomos, TODAY)
    add_referral(desk, "Petroc", offer="")
    anna, _ = add_referral(desk, "Anna")
    keep_from(desk, anna, POLICE)
    return desk


def test_it_says_what_waits_and_whom_to_ring_with_people_as_initials(busy: Desk) -> None:
    found = sheet(busy)
    assert {one.who for one in found.referrals} == {"P (KP-0002)", "A (KP-0003)"}
    assert [one.who for one in found.leads] == ["T (KP-0001)"]
    first = found.agencies[0]
    assert (first.agency, first.due, first.unheard) == ("Kerrow Homes", 1, 1)
    assert "Dylan Ashdown" in [one.name for one in found.agencies]
    assert found.meeting is not None
    assert found.meeting.day == TODAY + WEEK
    printed = lay_out(PaperKind.COVER, found)
    assert faults(printed) == []
    text = words(printed)
    assert "An offer with every referral" in text
    assert not any(name in everything(printed) for name in ("Tomos", "Petroc", "Anna"))
    assert not any(word in text.lower() for word in ("passphrase", "recovery", "backup"))


def test_whom_the_deputys_agency_must_not_be_told_about_is_neither_listed_nor_counted(
    busy: Desk,
) -> None:
    until = TODAY + WEEK
    add_cover(
        busy, post=PanelPost.COORDINATOR, professional_id=OFFICER, from_on=TODAY, until_on=until
    )
    assert [one.who for one in sheet(busy).referrals] == ["P (KP-0002)"]
    for found in (sheet(busy), sheet(busy, "Kerrow Police")):
        assert found.waiting[0].value == "1"
        assert "KP-0003" not in everything(lay_out(PaperKind.COVER, found))
    assert "Dylan Ashdown stands in for Aled Hâf" in sheet(busy).standing_in[0]


def test_a_single_worker_who_stands_in_reads_of_nobody_kept_from_them(busy: Desk) -> None:
    petroc = next(one.person for one in find_referrals(busy) if one.reference == "KP-0002")
    add_cover(busy, post=PanelPost.CHAIR, professional_id=NURSE, from_on=TODAY, until_on=TODAY)
    assert len(sheet(busy).referrals) == 2
    exclude_worker(busy, petroc, professional_id=NURSE, reason="a cousin")
    found = sheet(busy)
    assert ([one.who for one in found.referrals], found.waiting[0].value) == (["A (KP-0003)"], "1")


def test_only_those_who_run_the_meetings_make_it(busy: Desk) -> None:
    with pytest.raises(NotPermittedError):
        sheet(sitting(busy, NURSE, Role.LEAD_PROFESSIONAL, HEALTH))


def note(found: CoverSheet, step: WeekStep) -> str:
    return next(one.note for one in found.steps if one.what == label(step))


def test_replies_about_somebody_the_agency_must_not_be_told_about_are_not_counted(
    desk: Desk,
) -> None:
    person = known_case(desk)
    ask(desk, coming_meeting(desk), POLICE)
    assert note(sheet(desk, "Kerrow Homes"), REPLIES) == "1 agency has not answered."
    keep_from(desk, person, HOUSING)
    assert note(sheet(desk, "Kerrow Homes"), REPLIES) == "Every agency has answered."
    assert note(sheet(desk, "Kerrow Police"), REPLIES) == "1 agency has not answered."


def test_actions_agreed_about_somebody_the_agency_must_not_be_told_about_are_not_counted(
    desk: Desk,
) -> None:
    person, _ = add_case(desk)
    meeting = next_meeting_of(desk, weekly(desk, TODAY))
    open_meeting(desk, meeting, at=TEN)
    for about in (person, None):
        agreed = NewAction("Ring", NURSE, TODAY + WEEK, person_id=about, meeting_id=meeting)
        agree(desk, agreed)
    assert note(sheet(desk, "Kerrow Homes"), TEXTS).endswith("2 actions were agreed.")
    keep_from(desk, person, HOUSING)
    assert note(sheet(desk, "Kerrow Homes"), TEXTS).endswith("1 action was agreed.")
