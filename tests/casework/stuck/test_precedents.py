"""What unblocked similar barriers: counted for everybody, told in words only where it may be."""

from datetime import timedelta
from uuid import UUID

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.actions.barriers import identify_barrier, resolve_barrier
from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.exclusions import exclude_agency
from coordinator.casework.stuck.precedents import find_precedents
from coordinator.db.models import Escalation
from coordinator.domain.actions.barriers import NewBarrier
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.lists.barriers import BarrierCategory, EscalationOutcome
from coordinator.domain.roles import Right, Role
from coordinator.domain.states import Sensitivity
from coordinator.domain.stuck.precedents import Precedents
from coordinator.wording.precedents import (
    precedent_line,
    range_words,
    tried_words,
    unblocked_words,
)
from tests.casework.entries_on_file import a_person
from tests.stores import CHAIR, HEALTH, HOUSING, OFFICER, POLICE, TODAY, Clock, sitting

WAIT = BarrierCategory.MH_WAITING


def resolved(
    desk: Desk, days: int, words: str, person: UUID | None = None, agency: UUID | None = HEALTH
) -> UUID:
    """Put a barrier on file that stood so many days."""
    assert isinstance(desk.now, Clock)
    desk.now.move(seconds=1)  # of two resolved in one instant neither is the newer
    since = TODAY - timedelta(days=days)
    new = NewBarrier(WAIT, person or a_person(desk), agency_id=agency, since=since)
    barrier = identify_barrier(desk, new).result
    resolve_barrier(desk, barrier, seen=1, resolution=words)
    return barrier


def answered(desk: Desk, barrier: UUID, outcome: EscalationOutcome, level: int = 3) -> None:
    """Write an answered escalation of a barrier straight into the store."""
    key = desk.new_id()
    with desk.act(Right.DECIDE) as tx:
        tx.add(
            Escalation(
                id=key,
                number="E26-0001",
                barrier_id=barrier,
                level=level,
                raised_on=TODAY,
                raised_by_id=CHAIR,
                receiver="D. Penrose",
                receiver_role="Commissioner, mental health",
                answered_on=TODAY,
                answered_by="D. Penrose",
                answer="Yes, this once",
                outcome=outcome,
            )
        )
        tx.journal("test.arranged", record=key)


def test_what_was_never_met_says_so(desk: Desk) -> None:
    assert precedent_line(find_precedents(desk, WAIT)) == "Not met before."
    identify_barrier(desk, NewBarrier(WAIT, a_person(desk)))
    line = precedent_line(find_precedents(desk, WAIT))
    assert line == "Met 1 time before, and not resolved yet."


def test_the_line_says_how_often_how_long_and_who_agreed(desk: Desk) -> None:
    for days in (4, 18):
        resolved(desk, days, "Seen by the crisis team")
    last = resolved(desk, 40, "Seen by the crisis team")
    answered(desk, last, EscalationOutcome.EXCEPTION)
    found = find_precedents(desk, WAIT)
    assert precedent_line(found) == (
        "Resolved 3 times before, usually in 18 days; last by an exception at level 3."
    )
    assert range_words(found) == "From 4 days to 40 days"
    assert tried_words(found) == "Met 3 times"
    newest = found.newest[0]
    assert unblocked_words(newest) == (
        "19 November 2026, after 40 days, Exception agreed (Commissioner, mental health, level 3)"
    )
    assert "Penrose" not in repr(found) + newest.words + unblocked_words(newest)


def test_an_agency_is_told_by_its_own_where_it_has_any(desk: Desk) -> None:
    resolved(desk, 4, "Seen", agency=HEALTH)
    resolved(desk, 30, "Seen", agency=HOUSING)
    resolved(desk, 50, "Seen", agency=HOUSING)
    assert find_precedents(desk, WAIT, agency_id=HOUSING).days == (30, 50)
    of_all = find_precedents(desk, WAIT, agency_id=POLICE)
    assert (of_all.with_agency, of_all.resolved) == (False, 3)


def test_the_barrier_asked_about_is_not_its_own_precedent(desk: Desk) -> None:
    barrier = resolved(desk, 4, "Seen")
    assert find_precedents(desk, WAIT, but=barrier).met == 0


def test_words_name_nobody(desk: Desk) -> None:
    person = a_person(desk)
    resolved(desk, 4, "Kezia Trelawny was seen at the chapel, KP-0001", person)
    (one,) = find_precedents(desk, WAIT).newest
    assert "Kezia" not in one.words
    assert "Trelawny" not in one.words
    assert "KP-0001" not in one.words
    assert "chapel" in one.words


def test_words_are_only_for_who_may_see_the_person_and_counts_for_all(desk: Desk) -> None:
    person = a_person(desk)
    resolved(desk, 4, "The police gave their word", person)
    exclude_agency(desk, person, agency_id=POLICE, reason="Asked for it")
    officer = sitting(desk, OFFICER, Role.REPRESENTATIVE, POLICE)
    assert find_precedents(officer, WAIT) == Precedents(WAIT)  # one tells of somebody
    for _ in range(4):
        resolved(desk, 4, "A place came free")
    assert find_precedents(officer, WAIT).resolved == 5
    assert "The police gave their word" not in words_told(officer)
    assert "The police gave their word" in words_told(desk)


def test_words_about_a_restricted_action_are_restricted(desk: Desk) -> None:
    new = NewAction(
        "Ring",
        OFFICER,
        TODAY,
        person_id=a_person(desk),
        sensitivity=Sensitivity.RESTRICTED,
    )
    action = add_action(desk, new).result
    for _ in range(4):
        resolved(desk, 4, "A place came free")
    barrier = identify_barrier(desk, NewBarrier(WAIT, action_id=action)).result
    resolve_barrier(desk, barrier, seen=1, resolution="By the covert team")
    officer = sitting(desk, OFFICER, Role.REPRESENTATIVE, POLICE)
    assert "By the covert team" not in words_told(officer)
    assert "By the covert team" in words_told(desk)


def words_told(desk: Desk) -> list[str]:
    return [one.words for one in find_precedents(desk, WAIT).newest]


def test_what_the_panel_names_itself_has_precedents_of_its_own(desk: Desk) -> None:
    other = BarrierCategory.OTHER
    own = NewBarrier(other, a_person(desk), own_category="The ferry does not run")
    barrier = identify_barrier(desk, own).result
    resolve_barrier(desk, barrier, seen=1, resolution="It runs again")
    assert find_precedents(desk, other).met == 0
    found = find_precedents(desk, other, own_category="The ferry does not run")
    assert found.resolved == 1
