"""The log of what left: to whom, about whom, whether a file is ours, and what came back."""

from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from uuid import UUID

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.exclusions import exclude_agency, exclude_worker
from coordinator.casework.disclosing.reading import check_paper, find_disclosures
from coordinator.casework.disclosing.recording import (
    MadePaper,
    ask_back,
    note_not_made,
    note_return,
    record_disclosure,
    settle_astray,
)
from coordinator.casework.disclosing.told_aloud import record_spoken
from coordinator.casework.leads.agreeing import agree_lead
from coordinator.casework.need_to_know.bases import record_basis
from coordinator.casework.people.around import note_tie
from coordinator.casework.records.trail import find_trail
from coordinator.db.models import Case, DisclosedPerson
from coordinator.domain.disclosing.log import DisclosureFilter, Spoken, references_in
from coordinator.domain.errors import (
    GuardError,
    InvalidFieldsError,
    NotPermittedError,
    ReasonNeededError,
    WithheldError,
)
from coordinator.domain.lists.agencies import Marking
from coordinator.domain.lists.sharing import Channel, LawfulBasis, RelationKind
from coordinator.domain.people.around import Tie
from coordinator.domain.records.trail import TrailFilter, TrailKind
from coordinator.domain.roles import Role
from tests.casework.entries_on_file import a_person
from tests.stores import (
    COUNCIL,
    HEALTH,
    HOUSING,
    NURSE,
    OFFICER,
    PANEL,
    POLICE,
    TODAY,
    Clock,
    nobody_signed,
    sitting,
)

PAPER = MadePaper("pack", "M26-001", Marking.OFFICIAL_SENSITIVE, 9, b"%PDF 1", agency=HEALTH)


@pytest.fixture
def person(desk: Desk) -> UUID:
    return a_person(desk)


def reference(desk: Desk, person: UUID) -> str:
    with desk.store.reading() as look:
        return next(one.reference for one in look.people.everybody() if one.id == person)


def test_each_disclosure_has_the_next_number_and_cites_the_version_of_the_basis(
    desk: Desk, person: UUID, clock: Clock
) -> None:
    record_basis(desk, person, lawful_basis=LawfulBasis.PUBLIC_TASK)
    named = frozenset({reference(desk, person), "KP-9999"})
    record_disclosure(desk, replace(PAPER, references=named))
    record_basis(desk, person, advocate="Ada")
    clock.move(minutes=1)
    record_disclosure(desk, replace(PAPER, references=named))
    rows = find_disclosures(desk).rows
    assert [one.number for one in rows] == ["D26-0002", "D26-0001"]
    assert {one.people for one in rows} == {(reference(desk, person),)}
    with desk.store.reading() as look:
        about = look.people.about(DisclosedPerson, [person])
    assert sorted(one.basis_version for one in about) == [1, 2]


def test_what_one_persons_data_went_to_is_found_by_the_person(desk: Desk, person: UUID) -> None:
    other = a_person(desk)
    record_disclosure(desk, replace(PAPER, references=frozenset({reference(desk, person)})))
    record_disclosure(desk, replace(PAPER, paper="plan", person=other))
    (row,) = find_disclosures(desk, DisclosureFilter(person=person)).rows
    assert (row.paper, row.agency) == ("pack", "Kerrow Mental Health")
    (row,) = find_disclosures(desk, DisclosureFilter(person=other)).rows
    assert row.paper == "plan"
    assert len(find_disclosures(desk, DisclosureFilter(agency=HEALTH)).rows) == 2
    assert find_disclosures(desk, DisclosureFilter(agency=POLICE)).rows == ()


def test_the_log_is_given_in_pages_that_meet(desk: Desk, clock: Clock) -> None:
    for at in range(5):
        clock.move(minutes=at)
        record_disclosure(desk, replace(PAPER, subject=f"M26-00{at}"))
    first = find_disclosures(desk, DisclosureFilter(limit=2))
    second = find_disclosures(desk, DisclosureFilter(limit=2, before=first.before))
    third = find_disclosures(desk, DisclosureFilter(limit=2, before=second.before))
    told = [one.subject for page in (first, second, third) for one in page.rows]
    assert told == ["M26-004", "M26-003", "M26-002", "M26-001", "M26-000"]
    assert third.before is None


def test_a_file_is_ours_only_when_not_a_byte_was_changed(desk: Desk) -> None:
    record_disclosure(desk, PAPER)
    record_disclosure(desk, replace(PAPER, agency=POLICE))
    assert {row.agency for row in check_paper(desk, sha256(b"%PDF 1").hexdigest()).rows} == {
        "Kerrow Mental Health",
        "Kerrow Police",
    }
    assert not check_paper(desk, sha256(b"%PDF 2").hexdigest()).is_ours


def test_the_journal_says_who_asked_about_a_file_and_whether_it_is_ours(
    desk: Desk, person: UUID
) -> None:
    kept = record_disclosure(desk, replace(PAPER, paper="plan", person=person)).result
    auditor = sitting(desk, OFFICER, Role.AUDITOR, POLICE)
    check_paper(auditor, sha256(b"%PDF 1").hexdigest())
    check_paper(auditor, sha256(b"%PDF 2").hexdigest())
    with desk.store.reading() as look:
        none, ours = look.history.acts()[:2]
    assert (ours.name, ours.record, ours.scope) == ("paper.recognised", kept, person)
    assert (none.name, none.record, none.scope) == ("paper.not_recognised", PANEL, None)
    assert {none.actor, ours.actor} == {OFFICER}
    rows = find_trail(desk, TrailFilter(kind=TrailKind.READ)).rows
    assert {"paper.recognised", "paper.not_recognised"} <= {one.act for one in rows}


def test_a_lead_sends_out_nothing_that_speaks_of_people_who_are_not_theirs(
    desk: Desk, person: UUID
) -> None:
    other = a_person(desk)
    with desk.store.reading() as look:
        (case,) = look.people.about(Case, [person])
    agree_lead(desk, case.id, NURSE)
    nurse = sitting(desk, NURSE, Role.LEAD_PROFESSIONAL, HEALTH)
    plan = replace(PAPER, paper="plan", agency=None, person=person)
    record_disclosure(nurse, replace(plan, references=frozenset({reference(desk, person)})))
    for more in (
        {"references": frozenset({reference(desk, person), reference(desk, other)})},
        {"people": frozenset({other})},
        {"person": other},
    ):
        with pytest.raises(WithheldError) as refused:
            record_disclosure(nurse, replace(plan, **more))
        assert refused.value.record == other
    assert len(find_disclosures(desk).rows) == 1


def test_who_may_not_know_of_somebody_is_not_told_either_that_they_were_on_a_paper(
    desk: Desk, person: UUID
) -> None:
    other = a_person(desk)
    both = frozenset({reference(desk, person), reference(desk, other)})
    record_disclosure(desk, replace(PAPER, references=both))
    record_disclosure(desk, replace(PAPER, person=person, subject="KP-0001", content=b"plan"))
    exclude_agency(desk, person, agency_id=POLICE, reason="asked")
    auditor = sitting(desk, OFFICER, Role.AUDITOR, POLICE)
    (row,) = find_disclosures(auditor).rows
    assert (row.people, row.others) == ((reference(desk, other),), 0)
    chair = sitting(desk, OFFICER, Role.CHAIR, POLICE)
    (row,) = find_disclosures(chair).rows
    assert (row.people, row.others) == ((reference(desk, other),), 0)
    checked = check_paper(auditor, sha256(b"plan").hexdigest())
    assert (checked.is_ours, checked.rows, checked.withheld) == (True, (), 1)
    with pytest.raises(WithheldError):
        find_disclosures(auditor, DisclosureFilter(person=person))


def test_reading_the_log_is_in_the_journal_once_in_a_sitting(desk: Desk, person: UUID) -> None:
    auditor = sitting(desk, OFFICER, Role.AUDITOR, POLICE)
    for _twice in range(2):
        find_disclosures(auditor)
        find_disclosures(auditor, DisclosureFilter(person=person))
    with desk.store.reading() as look:
        read = [act for act in look.history.acts() if act.name == "disclosures.read"]
    assert len(read) == 2
    with pytest.raises(NotPermittedError):
        find_disclosures(sitting(desk, NURSE, Role.LEAD_PROFESSIONAL, HEALTH))


def test_what_was_told_aloud_says_to_whom_on_what_basis_and_why_no_less(
    desk: Desk, person: UUID
) -> None:
    record_basis(desk, person, lawful_basis=LawfulBasis.VITAL_INTERESTS)
    said = Spoken(
        person,
        POLICE,
        "The duty sergeant",
        "Where she slept last night",
        proportionality="She is missing; nothing about her health was said",
    )
    record_spoken(desk, said)
    (row,) = find_disclosures(desk, DisclosureFilter(person=person)).rows
    assert (row.channel, row.lawful_basis, row.what, row.proportionality) == (
        Channel.SPOKEN,
        LawfulBasis.VITAL_INTERESTS,
        said.what,
        said.proportionality,
    )
    assert (row.pages, row.sha256) == (0, "")
    assert not check_paper(desk, sha256(b"").hexdigest()).is_ours


def test_what_was_told_is_dated_when_it_was_told_and_numbered_in_its_year(
    desk: Desk, person: UUID, clock: Clock
) -> None:
    said = Spoken(person, POLICE, "The duty sergeant", "Where she slept", at=desk.now())
    clock.move(days=50)  # into January
    record_spoken(desk, said)
    record_spoken(desk, replace(said, at=None))
    rows = find_disclosures(desk, DisclosureFilter(person=person)).rows
    assert [(one.number, one.made_at.date()) for one in rows] == [
        ("D27-0001", desk.today()),
        ("D26-0001", TODAY),
    ]
    with pytest.raises(InvalidFieldsError) as refused:
        record_spoken(desk, replace(said, at=desk.now() + timedelta(minutes=1)))
    assert refused.value.fields == {"on": "in-the-future"}


def prompts_of(desk: Desk, said: Spoken) -> tuple[str, ...]:
    """What is asked before it is noted; it is noted after all, with a reason."""
    with pytest.raises(ReasonNeededError) as asked:
        record_spoken(desk, said)
    assert find_disclosures(desk, DisclosureFilter(person=said.person)).rows == ()
    return asked.value.prompts


def test_who_heard_what_they_must_not_hear_is_noted_as_that_and_on_no_lawful_basis(
    desk: Desk, person: UUID
) -> None:
    record_basis(desk, person, lawful_basis=LawfulBasis.PUBLIC_TASK)
    said = Spoken(person, HEALTH, "The nurse", "Where she sleeps")
    with pytest.raises(InvalidFieldsError):
        record_spoken(desk, replace(said, what=" "))
    exclude_agency(desk, person, agency_id=HEALTH, reason="asked")
    assert prompts_of(desk, said) == ("told-agency-not-told",)
    record_spoken(desk, replace(said, reason="Said before anybody looked"))
    record_spoken(desk, replace(said, agency=POLICE))
    (row,) = find_disclosures(desk, DisclosureFilter(astray=True)).rows
    assert (row.agency, row.lawful_basis, row.gateway) == ("Kerrow Mental Health", None, None)
    assert (row.went_astray, row.proportionality) == (True, "")
    assert row.reason == "Said before anybody looked"
    with desk.store.reading() as look:
        noted = [one.name for one in look.history.acts() if one.name.startswith("disclosure.")]
    assert sorted(noted) == ["disclosure.astray", "disclosure.spoken"]


def test_a_telling_that_went_astray_is_dealt_with_once_it_is_said_when_and_how(
    desk: Desk, person: UUID
) -> None:
    exclude_agency(desk, person, agency_id=HEALTH, reason="asked")
    said = Spoken(person, HEALTH, "The nurse", "Where she sleeps", reason="Not looked")
    astray = record_spoken(desk, said).result
    told = record_spoken(desk, replace(said, agency=POLICE, reason="")).result
    with pytest.raises(GuardError, match="not-astray"):
        settle_astray(desk, told, on=TODAY, how="x")
    for on, how, wrong in (
        (None, " ", {"on": "required", "how": "required"}),
        (TODAY - timedelta(days=1), "x", {"on": "before-told"}),
        (TODAY + timedelta(days=1), "x", {"on": "in-the-future"}),
    ):
        with pytest.raises(InvalidFieldsError) as refused:
            settle_astray(desk, astray, on=on, how=how)
        assert refused.value.fields == wrong
    nurse = sitting(desk, NURSE, Role.LEAD_PROFESSIONAL, HEALTH)
    with pytest.raises(NotPermittedError):
        settle_astray(nurse, astray, on=TODAY, how="x")
    for one in (astray, told):  # an end without how would count as dealt with
        with pytest.raises(GuardError, match="told-aloud"):
            note_return(desk, one, returned_on=TODAY)
        with pytest.raises(GuardError, match="told-aloud"):
            ask_back(desk, one)
    assert [one.id for one in find_disclosures(desk, DisclosureFilter(astray=True)).rows] == [
        astray
    ]
    settle_astray(desk, astray, on=TODAY, how="not made")
    assert find_disclosures(desk, DisclosureFilter(astray=True)).rows == ()
    rows = {one.id: one for one in find_disclosures(desk).rows}
    row = rows[astray]
    assert (row.went_astray, row.settled_on, row.settled_how) == (True, TODAY, "not made")
    assert (row.was_not_made, row.came_back) == (False, False)


@pytest.mark.parametrize(
    ("typed", "agency", "prompts"),
    [
        ("Jory Bolitho", POLICE, ("not-discussed",)),
        ("BOLITHO, Jory (front desk)", POLICE, ("not-discussed",)),
        ("Whoever was there", HOUSING, ("not-discussed",)),
        ("Dylan Ashdown", POLICE, ()),
    ],
)
def test_telling_somebody_it_is_not_discussed_with_asks_why(
    desk: Desk, person: UUID, typed: str, agency: UUID, prompts: tuple[str, ...]
) -> None:
    for name in ("Jory Bolitho", "Somebody of Kerrow Homes"):
        note_tie(
            desk, person, Tie(RelationKind.FORMER_PARTNER, name=name, not_discussed_with=True)
        )
    said = Spoken(person, agency, typed, "Where she sleeps")
    if prompts:
        assert prompts_of(desk, said) == prompts
    record_spoken(desk, replace(said, reason="They stood beside her"))
    (row,) = find_disclosures(desk, DisclosureFilter(person=person)).rows
    assert not row.went_astray


@pytest.mark.parametrize("typed", ["Kasia Dębska", "debska, KASIA (nurse)"])
def test_a_typed_name_is_held_against_the_workers_who_must_not_be_told(
    desk: Desk, person: UUID, typed: str
) -> None:
    exclude_worker(desk, person, professional_id=NURSE, reason="a cousin")
    said = Spoken(person, HEALTH, typed, "Where she sleeps")
    assert prompts_of(desk, said) == ("told-worker-not-told",)
    elsewhere = replace(said, agency=POLICE)
    assert prompts_of(desk, elsewhere) == ("told-worker-not-told",)
    assert prompts_of(desk, replace(said, recipient_id=NURSE)) == ("told-worker-not-told",)
    record_spoken(desk, replace(said, reason="She picked up the telephone"))
    (row,) = find_disclosures(desk, DisclosureFilter(person=person)).rows
    assert row.went_astray


def test_who_might_be_a_worker_who_must_not_be_told_wants_a_reason_and_is_no_such_telling(
    desk: Desk, person: UUID
) -> None:
    exclude_worker(desk, person, professional_id=NURSE, reason="a cousin")
    said = Spoken(person, HEALTH, "Whoever was on duty", "Where she sleeps")
    assert prompts_of(desk, said) == ("perhaps-not-told",)
    other = replace(said, agency=POLICE, recipient="Constable Debska")
    assert prompts_of(desk, other) == ("perhaps-not-told",)
    record_spoken(desk, replace(other, reason="Another Dębska: I asked"))
    record_spoken(desk, replace(other, recipient="Dylan Ashdown"))
    rows = find_disclosures(desk, DisclosureFilter(person=person)).rows
    assert [one.went_astray for one in rows] == [False, False]


def test_what_was_told_before_somebody_was_not_to_be_told_was_rightly_told(
    desk: Desk, person: UUID, clock: Clock
) -> None:
    before = desk.now()
    clock.move(days=1)
    exclude_agency(desk, person, agency_id=HEALTH, reason="asked")
    record_spoken(desk, Spoken(person, HEALTH, "The nurse", "Where she sleeps", at=before))
    (row,) = find_disclosures(desk).rows
    assert not row.went_astray


def test_telling_asks_for_a_reason_as_a_paper_does_and_takes_nobody_of_another_agency(
    desk: Desk, person: UUID
) -> None:
    said = Spoken(person, HEALTH, "Kasia", "Where she sleeps", recipient_id=OFFICER)
    with pytest.raises(InvalidFieldsError) as refused:
        record_spoken(desk, said)
    assert refused.value.fields == {"recipient": "not-in-list"}
    nobody_signed(desk)
    said = replace(said, recipient_id=None)
    asked = ("agreement-unsigned", "confidentiality-unsigned")
    assert prompts_of(desk, said) == asked
    record_spoken(desk, replace(said, reason="It could not wait"))
    (row,) = find_disclosures(desk).rows
    assert (row.reason, row.went_astray) == ("It could not wait", False)


def test_a_copy_comes_back_or_is_destroyed_after_it_was_made(desk: Desk) -> None:
    key = record_disclosure(desk, replace(PAPER, agency=COUNCIL)).result
    ask_back(desk, key)
    with pytest.raises(InvalidFieldsError):
        note_return(desk, key)
    with pytest.raises(InvalidFieldsError):
        note_return(desk, key, returned_on=TODAY - timedelta(days=1))
    with pytest.raises(InvalidFieldsError):
        note_return(desk, key, destroyed_on=TODAY + timedelta(days=1))
    note_return(desk, key, destroyed_on=TODAY, by="the office")
    (row,) = find_disclosures(desk).rows
    assert (row.came_back, row.asked_back_on, row.destroyed_on) == (True, TODAY, TODAY)


def test_only_who_made_a_file_says_that_it_was_never_written(desk: Desk, chair: Desk) -> None:
    made = record_disclosure(desk, PAPER).result
    with pytest.raises(WithheldError):
        note_not_made(chair, [made])
    assert not find_disclosures(desk).rows[0].was_not_made
    note_not_made(desk, [made])
    assert find_disclosures(desk).rows[0].was_not_made


def test_references_are_found_in_every_text_of_a_paper_and_nothing_else_is() -> None:
    model = {"a": ("Ring KP-0012 today", ["KP-0003"]), "b": 12, "KP-0009": None, "c": "XKP-00045"}
    assert references_in(model, "KP") == {"KP-0012", "KP-0003", "KP-0009"}
    assert references_in(model, "") == frozenset()
