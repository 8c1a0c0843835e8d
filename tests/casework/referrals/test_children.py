"""Children who may be affected: asked when somebody is taken on, said on papers, never by name."""

from uuid import UUID

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.people.around import note_forum, note_tie
from coordinator.casework.people.entering import correct_person
from coordinator.casework.person.pages import read_person
from coordinator.casework.referrals.asking import accept_referral, screen_referral
from coordinator.casework.referrals.lists import read_referral
from coordinator.db.models import Action
from coordinator.domain.errors import ReasonNeededError
from coordinator.domain.lists.plans import ActionKind
from coordinator.domain.lists.sharing import ForumKind, RelationKind
from coordinator.domain.people.around import Forum, Tie
from coordinator.domain.people.children import SafeguardingAnswer
from coordinator.domain.person.case_sheets import WHOLE_PANEL
from coordinator.domain.roles import Role
from coordinator.domain.states import Answer, ReferralStatus
from coordinator.papers.packs import pack_model
from coordinator.wording.children import children_words
from tests.casework.test_nothing_leaks import words_in
from tests.requests import coming_meeting, known_referral
from tests.stores import CHAIR, COORDINATOR, COUNCIL, sitting


@pytest.fixture
def chair(desk: Desk) -> Desk:
    return sitting(desk, CHAIR, Role.CHAIR, COUNCIL)


def referred(desk: Desk, answer: Answer | None) -> tuple[UUID, UUID]:
    """Give somebody referred, of whose children this was said, and the referral."""
    person = known_referral(desk)
    page = read_person(desk, person)
    correct_person(desk, person, seen=page.person.revision, children_affected=answer)
    referral = page.referrals[0].id
    screen_referral(desk, referral, note="Three services")
    return person, referral


@pytest.mark.parametrize("answer", [Answer.YES, Answer.NOT_KNOWN])
def test_whoever_takes_somebody_on_says_whether_safeguarding_has_been_told(
    desk: Desk, chair: Desk, answer: Answer
) -> None:
    person, referral = referred(desk, answer)
    for said in (None, SafeguardingAnswer(" ")):
        with pytest.raises(ReasonNeededError) as asked:
            accept_referral(chair, referral, reason="yes", safeguarding=said)
        assert asked.value.prompts == ("children-safeguarding",)
    assert read_referral(chair, referral).row.status is ReferralStatus.SCREENED

    told = SafeguardingAnswer("The school told them on Monday")
    accept_referral(chair, referral, reason="yes", safeguarding=told)
    page = read_referral(chair, referral)
    assert page.screening_note == "Three services\nThe school told them on Monday"
    assert page.decision_reason == "yes"
    assert read_person(desk, person).open_actions == 0


def test_an_action_to_tell_them_answers_it_and_stands_from_then_on(
    desk: Desk, chair: Desk
) -> None:
    person, referral = referred(desk, Answer.YES)
    assert read_referral(chair, referral).children.is_open
    said = SafeguardingAnswer(sets_action=True)
    accept_referral(chair, referral, reason="yes", safeguarding=said)
    with desk.store.reading() as look:
        (action,) = look.people.about(Action, [person])
        assert (action.action_kind, action.owner_id) == (ActionKind.SAFEGUARDING, COORDINATOR)
    assert read_person(desk, person).children.is_told


@pytest.mark.parametrize("answer", [Answer.NO, None])
def test_nothing_is_asked_where_no_child_may_be_affected(
    desk: Desk, chair: Desk, answer: Answer | None
) -> None:
    _person, referral = referred(desk, answer)
    accept_referral(chair, referral, reason="yes")
    assert read_referral(chair, referral).row.status is ReferralStatus.ACCEPTED


def test_a_forum_that_looks_after_children_knows_already(desk: Desk, chair: Desk) -> None:
    person, referral = referred(desk, Answer.YES)
    note_forum(desk, person, Forum(ForumKind.CHILD_PROTECTION))
    accept_referral(chair, referral, reason="yes")
    assert not read_person(desk, person).children.is_open


def test_a_child_around_somebody_is_a_question_where_nobody_has_asked(
    desk: Desk, chair: Desk
) -> None:
    person, referral = referred(desk, None)
    note_tie(desk, person, Tie(RelationKind.CHILD, name="Zqmerryn", is_child=True))
    with pytest.raises(ReasonNeededError):
        accept_referral(chair, referral, reason="yes")
    page = read_person(desk, person)
    assert (page.children.noted, page.children.is_open) == (1, True)


def test_the_pack_says_that_children_may_be_affected_and_names_none(desk: Desk) -> None:
    person, _referral = referred(desk, Answer.YES)
    note_tie(desk, person, Tie(RelationKind.CHILD, name="Zqmerryn", is_child=True))
    pack = pack_model(desk, coming_meeting(desk), WHOLE_PANEL)
    (sheet,) = pack.referrals
    assert sheet.children == "Children are affected. Has safeguarding been told?"
    assert "zqmerryn" not in " ".join(words_in(pack)).casefold()
    note_forum(desk, person, Forum(ForumKind.SAFEGUARDING_HUB))
    assert "their forum knows" in children_words(read_person(desk, person).children)
