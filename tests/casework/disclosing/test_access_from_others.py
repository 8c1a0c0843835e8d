"""Somebody asks to see what is held: words that are often from or about somebody else."""

from dataclasses import replace
from uuid import UUID

import pytest

from coordinator.casework.access.reading import read_access_request
from coordinator.casework.access.requests import begin_access_request, decide_entry
from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.exclusions import exclude_agency, exclude_worker
from coordinator.casework.disclosing.recording import MadePaper, record_disclosure
from coordinator.casework.disclosing.told_aloud import record_spoken
from coordinator.casework.people.safety import add_warning
from coordinator.casework.referrals.asking import draft_referral
from coordinator.db.models import Referral
from coordinator.domain.access.entries import Decided, JudgedEntry, Why
from coordinator.domain.access.rules import NewAccessRequest
from coordinator.domain.disclosing.log import Spoken
from coordinator.domain.disclosing.sendings import Sending
from coordinator.domain.errors import GuardError
from coordinator.domain.lists.agencies import Marking
from coordinator.domain.lists.sharing import AccessChoice
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.papers.withheld import texts_of
from coordinator.domain.roles import Right
from coordinator.domain.states import Answer
from coordinator.papers.access import access_model
from tests.casework.entries_on_file import a_person
from tests.stores import HEALTH, NURSE, POLICE, TODAY

ASKED = NewAccessRequest(TODAY, "Herself, by letter")
WITHHELD = Decided(AccessChoice.WITHHOLD, "It would put somebody at risk", "J. Penhale")
ALL_WITHHELD = replace(WITHHELD, choice=AccessChoice.WITHHOLD_ALL)


@pytest.fixture
def person(desk: Desk) -> UUID:
    return a_person(desk)


def held(desk: Desk, request: UUID, kind: RecordKind) -> list[JudgedEntry]:
    return [one for one in read_access_request(desk, request).entries if one.entry.kind is kind]


def test_who_must_not_be_told_and_why_waits_for_the_officer(desk: Desk, person: UUID) -> None:
    exclude_agency(desk, person, agency_id=POLICE, reason="Somebody there hit them")
    exclude_worker(desk, person, professional_id=NURSE, reason="They are married")
    request = begin_access_request(desk, person, ASKED).result
    kinds = (RecordKind.EXCLUSION, RecordKind.EXCLUDED_WORKER)
    for kind in kinds:
        (one,) = held(desk, request, kind)
        assert (one.why, one.is_undecided, one.is_given) == ((Why.FROM_ANOTHER,), True, False)
        decide_entry(desk, request, one.entry.key, WITHHELD)
    assert not any(one.is_given for kind in kinds for one in held(desk, request, kind))


def test_a_screening_note_and_the_reason_of_a_disclosure_wait_for_the_officer(
    desk: Desk, person: UUID
) -> None:
    for note in ("The school told them", ""):
        referral = draft_referral(desk, person, referrer_id=NURSE, why_now="Now").result
        with desk.act(Right.RUN_MEETINGS) as tx:
            tx.get(Referral, referral).screening_note = note
            tx.journal("referral.screened", record=referral, scope=person)
    for reason in ("Her sister rang", ""):
        record_spoken(
            desk, Spoken(person, POLICE, "The sergeant", "Where they are", reason=reason)
        )
    request = begin_access_request(desk, person, ASKED).result
    for kind, column in (
        (RecordKind.REFERRAL, "screening_note"),
        (RecordKind.DISCLOSURE, "reason"),
    ):
        found = {one.is_given: one for one in held(desk, request, kind)}
        assert (found[False].why, found[False].part) == ((Why.FROM_ANOTHER,), column)
        assert column in dict(found[False].entry.values)
        assert column not in dict(found[True].entry.values)


def test_only_the_part_that_may_be_from_somebody_else_is_held_back(
    desk: Desk, person: UUID
) -> None:
    screened(desk, person, why_now="They sleep in the car park", note="The school told them")
    request = begin_access_request(desk, person, ASKED).result
    printed = report(desk, person, request, WITHHELD)
    assert "They sleep in the car park" in printed
    assert "The school told them" not in printed
    in_part = replace(WITHHELD, choice=AccessChoice.GIVE_IN_PART, words="Somebody told the panel")
    printed = report(desk, person, request, in_part)
    assert "They sleep in the car park" in printed
    assert "Somebody told the panel" in printed
    assert "The school" not in printed
    give = replace(WITHHELD, choice=AccessChoice.GIVE)
    assert "The school told them" in report(desk, person, request, give)


@pytest.mark.parametrize(
    ("why_now", "why"),
    [
        ("Seen with Jory Bolitho", Why.NAMES_ANOTHER),
        ("As we know: the school told them.", Why.ECHOES),
    ],
)
def test_where_the_rest_says_it_too_all_of_it_waits(
    desk: Desk, person: UUID, why_now: str, why: Why
) -> None:
    a_person(desk, "Jory", "Bolitho")
    screened(desk, person, why_now=why_now, note="The school told them")
    request = begin_access_request(desk, person, ASKED).result
    (one,) = held(desk, request, RecordKind.REFERRAL)
    assert one.why == (Why.FROM_ANOTHER, why)
    assert "Why now" not in report(desk, person, request, WITHHELD)


def screened(desk: Desk, person: UUID, *, why_now: str, note: str) -> None:
    referral = draft_referral(desk, person, referrer_id=NURSE, why_now=why_now).result
    with desk.act(Right.RUN_MEETINGS) as tx:
        tx.get(Referral, referral).screening_note = note
        tx.journal("referral.screened", record=referral, scope=person)


def report(desk: Desk, person: UUID, request: UUID, decided: Decided) -> str:
    for one in read_access_request(desk, request).to_decide:
        decide_entry(desk, request, one.entry.key, decided)
    model = access_model(desk, person)
    return " ".join(texts_of(model))


def test_all_of_an_entry_can_be_withheld_where_only_a_part_was_asked_about(
    desk: Desk, person: UUID
) -> None:
    screened(desk, person, why_now="They sleep in the car park", note="The school told them")
    add_warning(
        desk,
        person,
        text="Again: they sleep in the car park",
        source="Police",
        person_told=Answer.YES,
    )
    request = begin_access_request(desk, person, ASKED).result
    (one,) = held(desk, request, RecordKind.REFERRAL)
    assert one.rest is not None
    assert "They sleep in the car park" in one.rest.texts
    decide_entry(desk, request, one.entry.key, ALL_WITHHELD)
    (one,) = held(desk, request, RecordKind.REFERRAL)
    assert (one.given, one.given_words, one.to_look_at) == (None, "", one.entry)
    (again,) = held(desk, request, RecordKind.WARNING)
    assert (again.why, again.is_undecided) == ((Why.ECHOES,), True)  # what repeats it is asked
    decide_entry(desk, request, again.entry.key, WITHHELD)
    printed = " ".join(texts_of(access_model(desk, person))).casefold()
    assert "sleep in the car park" not in printed
    assert "the school" not in printed
    decide_entry(desk, request, one.entry.key, WITHHELD)  # the part alone, after all
    (one,) = held(desk, request, RecordKind.REFERRAL)
    assert one.given == one.rest


def test_what_was_said_of_a_paper_about_two_is_asked_once_one_of_them_is_erased(
    desk: Desk, person: UUID
) -> None:
    """It may speak of whoever is gone; before, as about both, it was told to neither."""
    gone = a_person(desk, "Jory", "Bolitho")
    paper = MadePaper(
        "plan", "KP-0001", Marking.OFFICIAL_SENSITIVE, 2, b"%PDF", agency=HEALTH, person=person
    )
    words = "Both of them live there"
    both = replace(paper, people=frozenset({gone}), sending=Sending(proportionality=words))
    of_two = record_disclosure(desk, both).result
    alone = record_disclosure(desk, replace(paper, sending=Sending(proportionality="One"))).result
    request = begin_access_request(desk, person, ASKED).result
    found = {one.entry.id: one for one in held(desk, request, RecordKind.DISCLOSURE)}
    assert (found[of_two].why, words in found[of_two].entry.texts) == ((), False)
    with desk.act(Right.DECIDE) as tx:
        tx.erase(gone)
        tx.journal("record.erased")

    found = {one.entry.id: one for one in held(desk, request, RecordKind.DISCLOSURE)}
    assert (found[of_two].why, found[of_two].given) == ((Why.NAMED_ERASED,), None)
    assert words in found[of_two].entry.texts
    assert found[alone].why == ()
    with pytest.raises(GuardError, match="access-undecided"):
        access_model(desk, person)
    decide_entry(desk, request, found[of_two].entry.key, WITHHELD)
    assert words not in " ".join(texts_of(access_model(desk, person)))
