"""Who leaves and is entered anew is asked for: what is kept from the same worker goes along."""

from uuid import UUID

import pytest

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.away.contacts import (
    add_contact,
    read_contact,
    record_words_read,
    say_who_contact_is,
)
from coordinator.casework.away.identity import ensure_own_card
from coordinator.casework.desk import Desk
from coordinator.casework.directory.agencies import add_agency
from coordinator.casework.directory.page import read_directory
from coordinator.casework.directory.professionals import (
    add_professional,
    change_professional,
    record_leaving,
)
from coordinator.casework.disclosing.exclusions import exclude_agency, exclude_worker, lift_worker
from coordinator.casework.disclosing.sharing_reads import read_sharing
from coordinator.casework.leads.agreeing import agree_lead
from coordinator.casework.people.entering import record_death, register_person
from coordinator.casework.stores.opening import Office
from coordinator.casework.stores.passphrases import Newcomer, add_newcomer
from coordinator.db.models import Act, Case, LeadRole
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.directory.same_workers import SameWorker
from coordinator.domain.errors import (
    GuardError,
    InvalidFieldsError,
    SameWorkerError,
    WithheldError,
)
from coordinator.domain.exchange.contacts import CheckedHow
from coordinator.domain.roles import Right, Role
from coordinator.wording.refusals.notices import notice_for
from tests import offices
from tests.based import known_person
from tests.casework.test_nothing_leaks import words_in
from tests.exchange.keyholders import Keyholder
from tests.stores import (
    CHAIR,
    COORDINATOR,
    COUNCIL,
    HOUSING,
    NURSE,
    OFFICER,
    POLICE,
    TODAY,
    sitting,
)

SAME = SameWorker((NURSE,))
OTHER = SameWorker((), "Thirty years younger; I rang Kerrow Homes")


@pytest.fixture
def person(desk: Desk) -> UUID:
    return known_person(desk, given_name="Tomos", family_name="Gray")


@pytest.fixture
def left(desk: Desk, person: UUID) -> UUID:
    """Somebody a worker must not be told about; the worker has left since."""
    exclude_worker(desk, person, professional_id=NURSE, reason="a cousin")
    record_leaving(desk, NURSE)
    return person


def case_of(desk: Desk, person: UUID) -> UUID:
    case = Case(id=desk.new_id(), person_id=person, opened_on=TODAY)
    with desk.act(Right.DECIDE) as tx:
        tx.cases.begin(case)
        tx.journal("referral.accepted", record=case.id, scope=person)
    return case.id


def kept_from(desk: Desk, worker: UUID) -> dict[UUID, str]:
    with desk.store.reading() as look:
        rows = look.readers.exclusions_of([worker])
        return {row.person_id: row.reason for row in rows}


def last_act(desk: Desk) -> Act:
    with desk.store.reading() as look:
        return look.history.acts()[0]


@pytest.mark.parametrize(
    "name", ["Kasia Dębska", "kasia debska", "Dębska, Kasia", "Mrs Debska", "Kasia Nowak"]
)
def test_nobody_of_a_like_name_is_entered_until_somebody_says_whether_it_is_the_same(
    desk: Desk, left: UUID, name: str
) -> None:
    with pytest.raises(SameWorkerError) as asked:
        add_professional(desk, name=name, agency_id=HOUSING)

    assert [(one.id, one.left_on) for one in asked.value.posts] == [(NURSE, TODAY)]
    assert name not in [one.name for one in read_directory(desk).professionals]
    assert notice_for(asked.value).what == (
        f"{name} may be Kasia Dębska, Kerrow Mental Health (left 19 November 2026), from whom"
        " something is kept: is it the same worker?"
    )
    assert "Tomos" not in notice_for(asked.value).text
    assert "Dębska" not in repr(asked.value)


def test_what_is_kept_from_the_same_worker_is_kept_in_the_new_post_by_the_same_act(
    desk: Desk, left: UUID
) -> None:
    with desk.store.reading() as look:
        before = len(look.history.acts())
    made = add_professional(desk, name="Kasia Dębska", same_worker=SAME, agency_id=HOUSING).result

    assert kept_from(desk, made) == {left: "a cousin"}
    assert "a cousin" in " ".join(words_in(read_sharing(desk, left)))
    assert last_act(desk).name == "professional.added"
    with desk.store.reading() as look:
        assert len(look.history.acts()) == before + 1
    with pytest.raises(GuardError, match="worker-not-told"):
        add_action(desk, NewAction("Ring", made, TODAY, person_id=left))
    with pytest.raises(GuardError, match="worker-not-told"):
        agree_lead(desk, case_of(desk, left), made)


def test_whoever_is_somebody_else_may_be_told_and_the_journal_keeps_how_that_is_known(
    desk: Desk, left: UUID
) -> None:
    with pytest.raises(InvalidFieldsError) as refused:
        add_professional(
            desk, name="Kasia Nowak", same_worker=SameWorker((), " "), agency_id=HOUSING
        )
    assert refused.value.fields == {"not_same": "required"}

    made = add_professional(desk, name="Kasia Nowak", same_worker=OTHER, agency_id=HOUSING).result

    assert kept_from(desk, made) == {}
    assert last_act(desk).reason == OTHER.because


def test_nobody_is_asked_where_nothing_is_kept_or_no_longer(desk: Desk, person: UUID) -> None:
    add_professional(desk, name="Kasia Dębska", agency_id=HOUSING)
    kept = exclude_worker(desk, person, professional_id=NURSE, reason="a cousin").result
    lift_worker(desk, kept, reason="they asked")
    add_professional(desk, name="Kasia Dębska", agency_id=POLICE)
    exclude_worker(desk, person, professional_id=OFFICER, reason="a cousin")
    made = add_professional(desk, name="Kasia Penrose", agency_id=HOUSING).result
    assert kept_from(desk, made) == {}


def test_whoever_has_two_posts_at_once_is_asked_for_as_well(desk: Desk, person: UUID) -> None:
    exclude_worker(desk, person, professional_id=NURSE, reason="a cousin")
    with pytest.raises(SameWorkerError):
        add_professional(desk, name="Kasia Dębska", agency_id=HOUSING)


def test_an_answer_about_other_posts_answers_nothing(desk: Desk, left: UUID) -> None:
    with pytest.raises(SameWorkerError):
        add_professional(desk, name="Kasia", same_worker=SameWorker((OFFICER,)), agency_id=HOUSING)


def test_what_is_kept_from_several_posts_goes_along_once(desk: Desk, left: UUID) -> None:
    second = add_professional(
        desk, name="Kasia Dębska", same_worker=SAME, agency_id=HOUSING
    ).result
    other = register_person(desk, given_name="Ysolt", family_name="Rowe").result
    exclude_worker(desk, other, professional_id=second, reason="a neighbour")
    both = SameWorker((NURSE, second))
    third = add_professional(desk, name="K Dębska", agency_id=POLICE, same_worker=both).result

    assert kept_from(desk, third) == {left: "a cousin", other: "a neighbour"}


def test_whoever_enters_it_is_told_of_nobody_they_may_not_know_of_and_it_goes_along_all_the_same(
    desk: Desk, left: UUID
) -> None:
    exclude_agency(desk, left, agency_id=COUNCIL, reason="They asked")
    with pytest.raises(WithheldError):
        read_sharing(desk, left)
    with pytest.raises(SameWorkerError) as asked:
        add_professional(desk, name="Kasia Dębska", agency_id=HOUSING)
    assert left not in vars(asked.value).values()
    done = add_professional(desk, name="Kasia Dębska", same_worker=SAME, agency_id=HOUSING)
    assert kept_from(desk, done.result) == {left: "a cousin"}


def test_whoever_enters_themselves_does_not_learn_that_something_is_kept_from_them(
    desk: Desk, person: UUID
) -> None:
    exclude_worker(desk, person, professional_id=COORDINATOR, reason="They are related")
    again = add_professional(desk, name="Aled Haf", agency_id=HOUSING).result
    like = add_professional(desk, name="Aled Penrose", agency_id=HOUSING).result
    assert kept_from(desk, again) == {person: "They are related"}
    assert kept_from(desk, like) == {}
    chair = sitting(desk, CHAIR, Role.COORDINATOR, COUNCIL)
    with pytest.raises(SameWorkerError):
        add_professional(chair, name="Aled Haf", agency_id=POLICE)


def test_what_is_kept_about_somebody_who_died_goes_along(desk: Desk, left: UUID) -> None:
    record_death(desk, left, died_on=TODAY, source="the coroner")
    made = add_professional(desk, name="Kasia Dębska", same_worker=SAME, agency_id=HOUSING).result
    assert kept_from(desk, made) == {left: "a cousin"}


def test_a_new_name_is_held_against_those_from_whom_something_is_kept(
    desk: Desk, left: UUID
) -> None:
    case = case_of(desk, left)
    made = add_professional(desk, name="K. D.", agency_id=HOUSING).result
    agree_lead(desk, case, made)
    change_professional(desk, made, seen=1, phone="01632 960200")
    with pytest.raises(SameWorkerError):
        change_professional(desk, made, seen=2, name="Kasia Dębska")
    change_professional(desk, made, seen=2, name="Kasia Dębska", same_worker=SAME)

    assert kept_from(desk, made) == {left: "a cousin"}
    with desk.store.reading() as look:
        (role,) = look.people.about(LeadRole, [left])
        assert role.to_on == TODAY  # whoever must not be told leads no more
    change_professional(desk, made, seen=3, name="Kasia Debska")  # nothing more is kept


def test_somebody_let_in_as_a_user_is_asked_for_in_the_directory(office: Office) -> None:
    desk = office.desk
    person = register_person(desk, given_name="Tomos", family_name="Gray").result
    exclude_worker(desk, person, professional_id=offices.OFFICER, reason="a cousin")
    who = Newcomer("Dylan Ashdown", POLICE)
    with pytest.raises(SameWorkerError) as refused:
        add_newcomer(office, who, Role.LEAD_PROFESSIONAL, "seven long words for the door here")
    assert "directory" in notice_for(refused.value).next


def test_the_card_of_a_contact_is_held_against_them_when_it_is_tied(office: Office) -> None:
    desk = office.desk
    ensure_own_card(desk)
    kasia = Keyholder("Kasia Dębska", "Kerrow Homes")
    identity, _added = add_contact(desk, kasia.card.file_bytes).result
    agency = add_agency(desk, name="Porth Homes").result
    post = add_professional(desk, name="The night nurse", agency_id=agency).result
    nurse = add_professional(desk, name="Kasia Dębska", agency_id=HOUSING).result
    person = register_person(desk, given_name="Tomos", family_name="Gray").result
    exclude_worker(desk, person, professional_id=nurse, reason="a cousin")

    with pytest.raises(SameWorkerError):
        say_who_contact_is(desk, identity, post)
    how = CheckedHow.IN_PERSON
    with pytest.raises(SameWorkerError):
        record_words_read(desk, identity, how=how, professional=post)
    assert read_contact(desk, identity).contact.checked is None
    same = SameWorker((nurse,))
    record_words_read(desk, identity, how=how, professional=post, same_worker=same)

    assert kept_from(desk, post) == {person: "a cousin"}
    assert read_contact(desk, identity).contact.professional_id == post
    record_words_read(desk, identity, how=how, professional=post)
    say_who_contact_is(desk, identity, None)
    other = SameWorker((), "The night nurse lent the computer")
    say_who_contact_is(desk, identity, post)  # all of it is kept from the post already
    assert kept_from(desk, post) == {person: "a cousin"}
    again = add_professional(desk, name="Somebody Else", agency_id=agency).result
    say_who_contact_is(desk, identity, again, same_worker=other)
    assert kept_from(desk, again) == {}
    assert last_act(desk).reason == other.because
