"""Letters about a person: the right words for the one who gets them, and nothing besides."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.cases.phases import close_case
from coordinator.casework.desk import Desk, Sitter
from coordinator.casework.directory.agencies import merge_agency
from coordinator.casework.disclosing.exclusions import exclude_agency, lift_exclusion
from coordinator.casework.leads.agreeing import agree_lead, hand_over
from coordinator.casework.meetings.offers import record_offer, set_offer_status
from coordinator.casework.people.contacts import log_contact
from coordinator.casework.people.entering import register_person
from coordinator.casework.people.safety import add_warning
from coordinator.casework.person.letters import read_answer_letter, read_hand_over
from coordinator.casework.plans.goals import add_goal
from coordinator.casework.plans.writing import begin_plan, edit_plan
from coordinator.casework.referrals.asking import (
    accept_referral,
    answer_not_for_us,
    draft_referral,
    screen_referral,
    submit_referral,
)
from coordinator.casework.voice.wishes import note_wish
from coordinator.db.models import Disclosure, Exclusion
from coordinator.db.store import Store
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.cases.rules import Closing
from coordinator.domain.errors import GuardError, MissingRecordError, WithheldError
from coordinator.domain.lists.contacts import ContactResult, ContactType
from coordinator.domain.lists.reasons import CloseReason, NotAcceptedReason
from coordinator.domain.people.contacts import NewContact
from coordinator.domain.people.wishes import NewWish
from coordinator.domain.roles import Role
from coordinator.domain.states import Answer, OfferStatus, Sensitivity
from coordinator.exports.composing import PaperKind
from coordinator.papers.making import make_papers
from coordinator.papers.orders import Order
from tests.exports.reading import everything, words
from tests.exports.structure import faults
from tests.requests import based
from tests.stores import (
    CHAIR,
    COORDINATOR,
    COUNCIL,
    HEALTH,
    HOUSING,
    NOON,
    NURSE,
    TODAY,
    WORKER,
    Clock,
    keyspec,
    sitting,
)

SECRET = "zircon"
"""Stands in everything that is restricted."""
NAMES = ("Kezia", "Trelawny", "Petroc", "Angwin", "Ysolt", "Bolitho")
WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Story:
    """Kezia: taken on and handed over; Petroc: not for the panel; Ysolt: closed."""

    desk: Desk
    kezia: UUID


def _refer(desk: Desk, given: str, family: str) -> tuple[UUID, UUID]:
    person = register_person(
        desk, given_name=given, family_name=family, children_affected=Answer.NO
    ).result
    based(desk, person)
    said = {"why_now": "Evicted", "offer": f"Weekly visits to {given} {family} go on."}
    referral = draft_referral(desk, person, referrer_id=NURSE, **said).result
    submit_referral(desk, referral)
    screen_referral(desk, referral)
    return person, referral


def _planned(desk: Desk, person: UUID) -> None:
    plan = begin_plan(desk, person).result
    edit_plan(
        desk,
        plan,
        seen=1,
        how_to_work="Kezia likes mornings.",
        what_to_avoid="No letters with a window.",
        who_to_ring="Kerrow helpline, 01632 960222",
    )
    add_goal(desk, plan, own_words="A door of my own")
    offer = record_offer(desk, person, agency_id=HEALTH, what="A nurse each Monday").result
    set_offer_status(desk, offer, OfferStatus.AGREED, seen=1)
    add_action(desk, NewAction("Ask Petroc Angwin about the bed", WORKER, TODAY + WEEK, person))
    add_action(
        desk,
        NewAction(SECRET, WORKER, TODAY + WEEK, person, sensitivity=Sensitivity.RESTRICTED),
    )
    add_warning(
        desk,
        person,
        text="A dog that barks",
        source="Nurse",
        review_on=TODAY + WEEK,
        person_told=Answer.YES,
    )
    add_warning(
        desk,
        person,
        text=f"{SECRET} held",
        source="Police",
        person_told=Answer.YES,
        review_on=TODAY + WEEK,
        sensitivity=Sensitivity.RESTRICTED,
    )
    note_wish(desk, NewWish(person, "Can I keep the cat?", WORKER))
    tried = NewContact(
        person,
        NOON - timedelta(days=2),
        ContactType.STREET,
        ContactResult.MET_ENGAGED,
        worker_id=WORKER,
        next_try_on=TODAY + WEEK,
        restricted_note=SECRET,
    )
    log_contact(desk, tried)
    log_contact(
        desk,
        replace(tried, at=NOON - timedelta(hours=2), sensitivity=Sensitivity.RESTRICTED),
    )


@pytest.fixture(scope="module")
def story(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Story]:
    """Somebody taken on and handed over, and somebody sent elsewhere."""
    path = tmp_path_factory.mktemp("letters") / "panel.db"
    shutil.copy(template, path)
    desk = Desk(Store(path, keyspec), Sitter(COORDINATOR, Role.COORDINATOR, COUNCIL), now=Clock())
    chair = sitting(desk, CHAIR, Role.CHAIR, COUNCIL)
    kezia, referral = _refer(desk, "Kezia", "Trelawny")
    _petroc, other = _refer(desk, "Petroc", "Angwin")
    case = accept_referral(chair, referral, reason="Kezia Trelawny needs one plan.").result
    agree_lead(chair, case, NURSE, person_told=Answer.YES)
    _planned(desk, kezia)
    hand_over(chair, case, WORKER, note="Kezia trusts slowly. Call first.", person_told=Answer.YES)
    answer_not_for_us(
        chair,
        other,
        because=NotAcceptedReason.OTHER_FORUM,
        reason="Petroc Angwin and Kezia Trelawny are heard elsewhere.",
        destination="The Kerrow MARAC",
    )
    ysolt, third = _refer(desk, "Ysolt", "Bolitho")
    done = accept_referral(chair, third, reason="Three services.").result
    agree_lead(chair, done, WORKER, person_told=Answer.YES)
    _planned(desk, ysolt)
    closing = Closing(
        because=CloseReason.GOALS_MET,
        note="Ysolt has a door of her own, near Kezia Trelawny.",
        person_told=Answer.YES,
        remaining_risk="Debt may come back",
        risk_held_by="The tenancy team",
        learning="Go early.",
    )
    close_case(chair, done, closing)
    yield Story(desk, kezia)
    desk.store.close()


def make(story: Story, folder: Path, kind: PaperKind, person: str, agency: str = "") -> Path:
    (path,) = make_papers(story.desk, [Order(kind, folder, person=person, agency=agency)])
    return path


LETTERS = [
    (PaperKind.ACCEPTED, "KP-0001"),
    (PaperKind.NOT_FOR_US, "KP-0002"),
    (PaperKind.OWN_LETTER, "KP-0001"),
    (PaperKind.OWN_LETTER, "KP-0002"),
    (PaperKind.HAND_OVER, "KP-0001"),
]
TO_ONE_AGENCY = {
    PaperKind.ACCEPTED: "Kerrow Mental Health",
    PaperKind.NOT_FOR_US: "Kerrow Mental Health",
    PaperKind.HAND_OVER: "Kerrow Homes",
}


@pytest.mark.parametrize(("kind", "person"), LETTERS)
def test_a_letter_is_whole_tagged_recorded_and_named_by_its_reference(
    story: Story, tmp_path: Path, kind: PaperKind, person: str
) -> None:
    path = make(story, tmp_path, kind, person)
    assert faults(path.read_bytes()) == []
    assert path.name.startswith(f"{person}_{kind.value}_")
    assert not any(name in path.name for name in (*NAMES, "Kasia", "Rhys"))
    with story.desk.store.reading() as look:
        rows = look.session.scalars(select(Disclosure).order_by(Disclosure.number)).all()
    assert (rows[-1].paper, rows[-1].subject) == (kind.value, person)
    assert rows[-1].number


@pytest.mark.parametrize(
    ("kind", "person"), [one for one in LETTERS if one[0] is not PaperKind.OWN_LETTER]
)
def test_a_letter_to_a_colleague_names_nobody_on_file(
    story: Story, tmp_path: Path, kind: PaperKind, person: str
) -> None:
    found = everything(make(story, tmp_path, kind, person).read_bytes())
    assert [name for name in NAMES if name in found] == []
    assert SECRET not in found


@pytest.mark.parametrize(("kind", "person"), [one for one in LETTERS if one[0] in TO_ONE_AGENCY])
def test_a_letter_asked_for_an_agency_is_for_that_one_or_is_refused(
    story: Story, tmp_path: Path, kind: PaperKind, person: str
) -> None:
    named = make(story, tmp_path / "named", kind, person, TO_ONE_AGENCY[kind])
    assert words(make(story, tmp_path, kind, person).read_bytes())
    assert "Kerrow" in named.name
    with pytest.raises(GuardError, match="written-to-another"):
        make(story, tmp_path / "another", kind, person, "Kerrow Police")
    assert list((tmp_path / "another").iterdir()) == []


def test_the_referrer_reads_why_who_leads_and_what_they_offered(
    story: Story, tmp_path: Path
) -> None:
    found = words(make(story, tmp_path, PaperKind.ACCEPTED, "KP-0001").read_bytes())
    assert "KT (KP-0001) needs one plan." in found
    assert "Rhys Roskilly" in found
    assert "Weekly visits to KT (KP-0001) go on." in found


def test_who_is_sent_elsewhere_is_told_of_by_reason_and_place_and_nobody_else_is(
    story: Story, tmp_path: Path
) -> None:
    found = words(make(story, tmp_path, PaperKind.NOT_FOR_US, "KP-0002").read_bytes())
    assert "Better heard in another forum." in found
    assert "The Kerrow MARAC" in found
    assert "KP-0001" not in found  # the nurse did not refer her in this letter


def test_the_letter_to_the_person_holds_nothing_that_was_written_about_them(
    story: Story, tmp_path: Path
) -> None:
    content = make(story, tmp_path, PaperKind.OWN_LETTER, "KP-0001").read_bytes()
    found = words(content)
    assert "Dear Kezia," in found
    assert "Rhys Roskilly will work with you most." in found
    assert "OFFICIAL" not in found
    for written in ("one plan is made", "needs one plan", "dog that barks", "cat", SECRET, "bed"):
        assert written not in everything(content)


def test_who_is_not_for_the_panel_reads_so_in_plain_words(story: Story, tmp_path: Path) -> None:
    found = words(make(story, tmp_path, PaperKind.OWN_LETTER, "KP-0002").read_bytes())
    assert "Another group of services can help you better." in found
    assert "work with you most" not in found


def test_the_next_lead_reads_warnings_actions_and_promises(story: Story, tmp_path: Path) -> None:
    found = words(make(story, tmp_path, PaperKind.HAND_OVER, "KP-0001").read_bytes())
    for told in (
        "KT (KP-0001) trusts slowly. Call first.",
        "A dog that barks",
        "KT (KP-0001) likes mornings.",
        "No letters with a window.",
        "about the bed",
        "Can I keep the cat?",
        "A nurse each Monday",
    ):
        assert told in found


def test_the_next_lead_is_told_no_day_of_what_they_may_not_have(story: Story) -> None:
    facts = read_hand_over(story.desk, story.kezia)
    assert facts.last_seen_on == TODAY - timedelta(days=2)  # today's contact is restricted


def test_a_referrer_whose_agency_became_part_of_another_is_written_to_there(
    desk: Desk, chair: Desk
) -> None:
    person, referral = _refer(desk, "Kezia", "Trelawny")
    answer_not_for_us(chair, referral, because=NotAcceptedReason.BELOW_CRITERIA, reason="Not yet")
    merge_agency(desk, HEALTH, into=HOUSING)
    to = read_answer_letter(desk, person).to
    assert (to.name, to.agency) == ("Kasia Dębska", "Kerrow Homes")
    exclude_agency(desk, person, agency_id=HOUSING, reason="They asked")
    with pytest.raises(GuardError, match="agency-not-told"):
        read_answer_letter(desk, person)


def test_an_agency_that_must_not_be_told_gets_no_letter(story: Story, tmp_path: Path) -> None:
    exclude_agency(story.desk, story.kezia, agency_id=HEALTH, reason="They asked")
    with story.desk.store.reading() as look:
        (exclusion,) = look.people.about(Exclusion, [story.kezia])
    with pytest.raises(GuardError, match="agency-not-told"):
        make(story, tmp_path, PaperKind.ACCEPTED, "KP-0001")
    lift_exclusion(story.desk, exclusion.id, reason="They changed their mind")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("kind", "person", "guard"),
    [
        (PaperKind.ACCEPTED, "KP-0002", "no-answer-yet"),
        (PaperKind.NOT_FOR_US, "KP-0001", "no-answer-yet"),
        (PaperKind.HAND_OVER, "KP-0002", "no-hand-over"),
        (PaperKind.CLOSURE, "KP-0001", "case-not-closed"),
    ],
)
def test_a_letter_of_what_did_not_happen_is_refused(
    story: Story, tmp_path: Path, kind: PaperKind, person: str, guard: str
) -> None:
    with pytest.raises(GuardError, match=guard):
        make(story, tmp_path, kind, person)


def test_a_letter_without_a_person_is_refused(story: Story, tmp_path: Path) -> None:
    with pytest.raises(MissingRecordError):
        make(story, tmp_path, PaperKind.OWN_LETTER, "")


def test_a_closure_summary_says_why_what_stays_and_whom_to_ring(
    story: Story, tmp_path: Path
) -> None:
    content = make(story, tmp_path, PaperKind.CLOSURE, "KP-0003").read_bytes()
    found = words(content)
    for told in (
        "Goals met, planned step-down.",
        "YB (KP-0003) has a door of her own, near KT (KP-0001).",
        "A door of my own",
        "A nurse each Monday",
        "Debt may come back",
        "Kerrow helpline",
        "may refer the person again",
    ):
        assert told in found
    assert "Go early." not in found  # what the panel learned is its own
    assert [name for name in NAMES if name in everything(content)] == []


def test_a_copy_of_a_closure_holds_what_its_agency_may_have(story: Story, tmp_path: Path) -> None:
    copy = {"person": "KP-0003", "agency": "Kerrow Mental Health"}
    found = everything(make(story, tmp_path, PaperKind.CLOSURE, **copy).read_bytes())
    assert SECRET not in found
    with pytest.raises(WithheldError):
        make(story, tmp_path, PaperKind.CLOSURE, "KP-0003", agency="Kerrow Police")


def test_whom_the_panel_no_longer_meets_about_reads_why(story: Story, tmp_path: Path) -> None:
    own = words(make(story, tmp_path, PaperKind.OWN_LETTER, "KP-0003").read_bytes())
    assert "You have done much of what you wanted to do." in own
