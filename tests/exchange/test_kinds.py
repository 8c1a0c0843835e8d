"""Tests of packs for a representative and for a second coordinator, whole: stores, keys, files."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from coordinator.casework.actions.agreeing import add_action, move_due_date
from coordinator.casework.actions.lists import read_action, read_tracker
from coordinator.casework.actions.outcomes import report_action, set_outcome
from coordinator.casework.actions.passing_on import transfer_action
from coordinator.casework.away.held import find_held_back, settle_held_back
from coordinator.casework.away.returning import review_hand_back
from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.exclusions import exclude_worker
from coordinator.casework.disclosing.reading import check_paper
from coordinator.casework.need_to_know.bases import record_basis
from coordinator.casework.people.contacts import log_contact
from coordinator.casework.people.entering import correct_person, register_person
from coordinator.casework.records.disagreements import read_disagreements
from coordinator.casework.stores.erasing import erase_record
from coordinator.casework.stores.restoring import check_office
from coordinator.db.models import Action, Case, Person, Plan, Professional
from coordinator.domain.actions.rules import NewAction, Outcome
from coordinator.domain.errors import GuardError
from coordinator.domain.exchange.manifests import PackKind
from coordinator.domain.exchange.parcels import Taken
from coordinator.domain.exchange.scopes import Terms
from coordinator.domain.lists.sharing import LawfulBasis
from coordinator.domain.merging.receiving import HoldReason
from coordinator.domain.roles import Right, Role
from coordinator.domain.states import ActionStatus, Sensitivity
from coordinator.exchange import away as packs
from coordinator.exchange.away import apply_pack, make_hand_back, make_take_away, review_pack
from coordinator.runtime.reading import sha256_of
from tests.casework.away.planted import SECRETS, a_contact_with
from tests.casework.away.stores import hand_back_of
from tests.casework.entries_on_file import a_person
from tests.exchange.away_stores import Both, both_stores
from tests.exchange.opened import held, role_of, told
from tests.raw_pages import pages_of
from tests.stores import HEALTH, NURSE, TODAY, WORKER, Clock

STAYS = (
    "porridge", "kittiwake", "turnstone", "Ring before you go", "lighthouse", "warbler", "sextant",
)  # fmt: skip
"""Words a lead professional takes away, or nobody does, and a representative does not."""


@pytest.fixture
def both(tmp_path: Path, clock: Clock) -> Iterator[Both]:
    made = both_stores(tmp_path, clock)
    yield made
    made.close()


@pytest.fixture
def actions(both: Both) -> dict[str, UUID]:
    """Actions of both agencies, about somebody and about nobody."""
    role_of(both, Role.REPRESENTATIVE)
    desk, kezia = both.hub.desk, both.kept.kezia
    correct_person(desk, kezia, seen=4, phone="07700 900111", ethnicity="sextant")
    passed = an_action(desk, kezia, "Find a room", NURSE)
    taken = transfer_action(desk, passed, seen=1, owner_id=WORKER, reason="They have rooms").result
    return {
        "own": next(one.id for one in read_tracker(desk).rows if one.text == "Ring the hostel"),
        "theirs": an_action(desk, kezia, "warbler", NURSE),
        "taken": taken,
        "before": passed,
        "panel": an_action(desk, None, "Print the leaflets", WORKER),
    }


def an_action(desk: Desk, person: UUID | None, text: str, owner: UUID, **fields: Any) -> UUID:
    new = NewAction(text=text, owner_id=owner, due_on=TODAY, person_id=person, **fields)
    return add_action(desk, new).result


def sent(both: Both, folder: Path, kind: PackKind, **options: Any) -> Path:
    terms = Terms(kind=kind)
    return make_take_away(both.hub.desk, both.lead, folder, terms=terms, **options).result.path


def take(both: Both, pack: Path) -> Taken:
    both.away, done = packs.open_take_away(both.away, pack)
    return done.result


def taken_away(both: Both, folder: Path, kind: PackKind) -> Path:
    take(both, pack := sent(both, folder, kind))
    return pack


def back(both: Both, folder: Path) -> Path:
    return make_hand_back(both.away.desk, folder).result.path


ACTIONS, WHOLE = PackKind.AGENCY_ACTIONS, PackKind.WHOLE_PANEL


class TestTheActionsOfAnAgency:
    """What a representative takes away, does there and hands back."""

    def test_their_store_is_a_representatives(
        self, both: Both, actions: dict[str, UUID], tmp_path: Path
    ) -> None:
        taken = take(both, sent(both, tmp_path, ACTIONS))

        assert taken.people == 1
        assert both.away.desk.sitter.role is Role.REPRESENTATIVE
        texts = {one.text for one in read_tracker(both.away.desk).rows}
        assert texts == {"Ring the hostel", "Find a room", "Print the leaflets"}
        names = {one.name.family for one in read_tracker(both.away.desk).rows if one.name}
        assert names == {"Trelawny"}
        assert check_office(both.away).faults == ()

    def test_nothing_else_is_in_the_pack_nor_in_the_file(
        self, both: Both, actions: dict[str, UUID], tmp_path: Path
    ) -> None:
        pack = taken_away(both, tmp_path, ACTIONS)

        for text in told(both, pack):
            assert not [one for one in (*SECRETS, *STAYS, "07700 900111") if one in text]
            assert "Ring the hostel" in text

    def test_what_was_passed_to_them_goes_with_what_it_continues_but_no_more(
        self, both: Both, actions: dict[str, UUID], tmp_path: Path
    ) -> None:
        report_action(both.hub.desk, actions["before"], "cormorant")
        pack = taken_away(both, tmp_path, ACTIONS)

        assert read_action(both.away.desk, actions["taken"]).row.text == "Find a room"
        assert "cormorant" not in told(both, pack)[0]

    def test_reports_and_outcomes_come_home(
        self, both: Both, actions: dict[str, UUID], tmp_path: Path
    ) -> None:
        taken_away(both, tmp_path, ACTIONS)
        away = both.away.desk
        report_action(away, actions["own"], "Rang twice")
        seen = read_action(away, actions["own"]).row.revision
        set_outcome(
            away,
            actions["own"],
            Outcome(ActionStatus.DONE, done_on=TODAY, note="They took her"),
            seen=seen,
        )
        move_due_date(
            away, actions["panel"], seen=1, to=TODAY.replace(month=12), reason="The printer broke"
        )
        applied = apply_pack(both.hub, back(both, tmp_path)).result

        assert applied.held == 0
        story = read_action(both.hub.desk, actions["own"])
        assert story.row.status is ActionStatus.DONE
        assert "Rang twice" in [one.text for one in story.updates]
        assert read_action(both.hub.desk, actions["panel"]).row.due_on.month == 12
        assert check_office(both.hub).faults == ()

    def test_the_actions_of_others_are_not_theirs_to_write_wherever_they_got_them(
        self, both: Both, actions: dict[str, UUID], tmp_path: Path
    ) -> None:
        taken_away(both, tmp_path, ACTIONS)
        away = both.away.desk
        report_action(away, actions["own"], "Rang twice")
        with both.hub.desk.act(Right.UPDATE_ACTIONS) as tx:
            action = tx.get(Action, actions["own"])
            action.owner_id, action.owner_agency_id = NURSE, HEALTH
            tx.journal("test.arranged")
        pack = back(both, tmp_path)

        assert review_pack(both.hub.desk, pack).rows == ()
        apply_pack(both.hub, pack)
        assert held(both) == {HoldReason.NOT_GIVEN}

    def test_what_is_not_theirs_to_write_is_kept_aside(
        self, both: Both, actions: dict[str, UUID], tmp_path: Path
    ) -> None:
        taken_away(both, tmp_path, ACTIONS)
        with both.away.desk.store.transaction(both.away.desk.stamp()) as tx:
            tx.get(Action, actions["own"]).text = "Something else"
            tx.get(Action, actions["before"]).due_on = TODAY.replace(month=12)
            tx.journal("test.arranged")
        apply_pack(both.hub, back(both, tmp_path))

        assert held(both) == {HoldReason.FIELD_NOT_THEIRS, HoldReason.NOT_GIVEN}

    def test_they_begin_no_action_there(
        self, both: Both, actions: dict[str, UUID], tmp_path: Path
    ) -> None:
        taken_away(both, tmp_path, ACTIONS)

        with pytest.raises(GuardError):
            an_action(both.away.desk, None, "Buy a kettle", WORKER)

    def test_a_representative_from_whom_somebody_is_kept_has_nothing_of_them(
        self, both: Both, actions: dict[str, UUID], tmp_path: Path
    ) -> None:
        exclude_worker(both.hub.desk, both.kept.kezia, professional_id=WORKER, reason="a cousin")
        pack = taken_away(both, tmp_path, ACTIONS)

        for text in told(both, pack):
            assert "Trelawny" not in text
            assert "Print the leaflets" in text

    def test_restricted_actions_stay(
        self, both: Both, actions: dict[str, UUID], tmp_path: Path
    ) -> None:
        restricted = Sensitivity.RESTRICTED
        an_action(both.hub.desk, None, "oystercatcher", WORKER, sensitivity=restricted)
        an_action(both.hub.desk, both.kept.kezia, "dunlin", WORKER, sensitivity=restricted)
        pack = taken_away(both, tmp_path, ACTIONS)

        for text in told(both, pack):
            assert "oystercatcher" not in text
            assert "dunlin" not in text

    def test_somebody_else_is_not_sent_them(self, both: Both, tmp_path: Path) -> None:
        with pytest.raises(GuardError, match="no-representative"):
            sent(both, tmp_path, ACTIONS)

    def test_it_stands_in_the_log_of_what_left(
        self, both: Both, actions: dict[str, UUID], tmp_path: Path
    ) -> None:
        made = make_take_away(both.hub.desk, both.lead, tmp_path, terms=Terms(kind=ACTIONS)).result

        (row,) = check_paper(both.hub.desk, sha256_of(made.path)).rows
        assert (row.number, row.paper) == (made.number, "agency-actions")

    def test_who_left_the_panel_hands_nothing_back(
        self, both: Both, actions: dict[str, UUID], tmp_path: Path
    ) -> None:
        taken_away(both, tmp_path, ACTIONS)
        report_action(both.away.desk, actions["own"], "Rang twice")
        with both.hub.desk.act(Right.EDIT_DIRECTORY) as tx:
            tx.get(Professional, WORKER).left_on = TODAY
            tx.journal("test.arranged")
        apply_pack(both.hub, back(both, tmp_path))

        assert held(both) == {HoldReason.OUTSIDE_SCOPE}


@pytest.fixture
def jory(both: Both) -> UUID:
    """Somebody without a basis yet."""
    return register_person(both.hub.desk, given_name="Jory", family_name="Tregear").result


@pytest.fixture
def second(both: Both, jory: UUID, tmp_path: Path) -> Both:
    """Somebody who coordinates as well took the whole panel away."""
    role_of(both, Role.COORDINATOR)
    taken_away(both, tmp_path, WHOLE)
    return both


class TestTheWholePanel:
    """What a second coordinator takes away, does there and hands back."""

    def test_everything_is_there_and_they_coordinate(self, second: Both, tmp_path: Path) -> None:
        away, hub, kept = second.away.desk, second.hub.desk, second.kept
        assert away.sitter.role is Role.COORDINATOR
        with away.store.reading() as theirs, hub.store.reading() as ours:
            # somebody who works beside Denzil must not be told of him
            assert theirs.shares.everybody() == ours.shares.everybody() - {kept.denzil}
            left = {one.kind for one in ours.away.changes_of(kept.tamsyn)}
            missing = {one.id for one in ours.away.changes_of(kept.tamsyn)} - {
                one.id for one in theirs.away.changes_of(kept.tamsyn)
            }
            assert "case" in left
            assert len(missing) == 1  # that it left is written down after it was made
        pages = pages_of(away.store.path, away.store.keyspec()).decode("utf-8", "replace")
        assert all(one in pages for one in ("zircon", "jadeite", "obsidian", "Polglaze"))
        assert "Penhaligon" not in pages
        assert check_office(second.away).faults == ()

    def test_what_they_do_comes_home_about_anybody(self, second: Both, tmp_path: Path) -> None:
        away, kept = second.away.desk, second.kept
        log_contact(away, a_contact_with(away, kept.tamsyn, note="Met by the quay"))
        with away.act(Right.EDIT_DIRECTORY) as tx:
            tx.get(Professional, NURSE).job = "Team lead"
            tx.journal("test.arranged")
        applied = apply_pack(second.hub, back(second, tmp_path)).result

        assert (applied.accepted > 1, applied.held) == (True, 0)
        with second.hub.desk.store.reading() as look:
            assert look.get(Professional, NURSE).job == "Team lead"

    def test_somebody_they_put_on_file_comes_home(self, second: Both, tmp_path: Path) -> None:
        away = second.away.desk
        there = register_person(away, given_name="Wenna", family_name="Carlyon").result
        here = a_person(second.hub.desk, "Jory", "Tregear")
        applied = apply_pack(second.hub, back(second, tmp_path)).result

        assert applied.held == 0
        with second.hub.desk.store.reading() as look:
            found = look.get_many(Person, [here, there])
        assert len({one.reference for one in found.values()}) == 2
        assert check_office(second.hub).faults == ()

    def test_what_both_wrote_waits_for_somebody_to_choose(
        self, second: Both, tmp_path: Path
    ) -> None:
        for desk, place in ((second.away.desk, "The quay"), (second.hub.desk, "The chapel")):
            with desk.store.reading() as look:
                seen = look.get(Person, second.kept.tamsyn).revision
            correct_person(desk, second.kept.tamsyn, seen=seen, usual_places=place)
        applied = apply_pack(second.hub, back(second, tmp_path)).result

        assert (applied.held, applied.disagreements) == (0, 1)
        (row,) = read_disagreements(second.hub.desk).rows
        assert row.person == second.kept.tamsyn

    def test_a_case_both_opened_and_what_hangs_on_it_stands_once(
        self, second: Both, jory: UUID, tmp_path: Path
    ) -> None:
        for desk in (second.away.desk, second.hub.desk):
            case = desk.new_id()
            with desk.act(Right.DECIDE) as tx:
                tx.add(Case(id=case, person_id=jory, opened_on=TODAY))
                tx.session.flush()
                tx.add(Plan(id=desk.new_id(), person_id=jory, case_id=case))
                tx.journal("test.arranged")
        apply_pack(second.hub, back(second, tmp_path))

        assert HoldReason.STANDS_ALREADY in held(second)
        with second.hub.desk.store.reading() as look:
            assert look.actions.open_case(jory) is not None
        assert check_office(second.hub).faults == ()
        ids = [one.id for one in find_held_back(second.hub.desk)]
        with pytest.raises(GuardError, match="held-cannot-stand"):
            settle_held_back(second.hub.desk, ids, take=True)

    def test_work_of_before_is_not_lost_when_they_are_given_something_else(
        self, second: Both, tmp_path: Path
    ) -> None:
        away = second.away.desk
        log_contact(away, a_contact_with(away, second.kept.tamsyn, note="Met by the quay"))
        role_of(second, Role.REPRESENTATIVE)
        taken_away(second, tmp_path, ACTIONS)
        assert second.away.desk.sitter.role is Role.REPRESENTATIVE
        apply_pack(second.hub, back(second, tmp_path))

        assert [one.change.kind for one in find_held_back(second.hub.desk) if one.change] == [
            "contact"
        ]

    def test_what_may_stand_once_stands_once(
        self, second: Both, jory: UUID, tmp_path: Path
    ) -> None:
        for desk in (second.away.desk, second.hub.desk):
            record_basis(desk, jory, lawful_basis=LawfulBasis.PUBLIC_TASK)
        applied = apply_pack(second.hub, back(second, tmp_path)).result

        assert applied.held
        assert held(second) == {HoldReason.STANDS_ALREADY}
        assert check_office(second.hub).faults == ()

    def test_who_must_be_kept_from_them_does_not_go_along(
        self, both: Both, tmp_path: Path
    ) -> None:
        role_of(both, Role.COORDINATOR)
        exclude_worker(both.hub.desk, both.kept.tamsyn, professional_id=WORKER, reason="sister")
        pack = taken_away(both, tmp_path, WHOLE)

        for text in told(both, pack):  # he is kept from Denzil as well, who works beside him
            assert not [one for one in ("Polglaze", "Penhaligon", "Wrasse") if one in text]
            assert "zircon" in text

    def test_a_pack_for_others_is_not_made_there_nor_taken_over(
        self, second: Both, tmp_path: Path
    ) -> None:
        with pytest.raises(GuardError, match="made-at-panel"):
            make_take_away(second.away.desk, second.panel, tmp_path)
        with pytest.raises(GuardError, match="taken-over-at-panel"):
            review_hand_back(second.away.desk, hand_back_of(second.away.desk, 1))

    def test_a_record_is_erased_where_the_panel_is(self, second: Both) -> None:
        with pytest.raises(GuardError, match="erased-at-panel"):
            erase_record(second.away, second.away.desk.new_id())

    def test_only_coordinators_are_sent_it(self, both: Both, tmp_path: Path) -> None:
        with pytest.raises(GuardError, match="not-a-coordinator"):
            sent(both, tmp_path, WHOLE)

    def test_who_coordinates_no_more_hands_nothing_back(
        self, second: Both, tmp_path: Path
    ) -> None:
        away = second.away.desk
        log_contact(away, a_contact_with(away, second.kept.tamsyn, note="Met by the quay"))
        role_of(second, Role.REPRESENTATIVE)
        apply_pack(second.hub, back(second, tmp_path))

        assert held(second) == {HoldReason.OUTSIDE_SCOPE}
