"""Somebody about whom every text of every guarded entry is a word of its own."""

import random
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from coordinator.casework.actions import add_action
from coordinator.casework.agendas import NewItem, add_item
from coordinator.casework.around import note_tie
from coordinator.casework.barriers import identify_barrier
from coordinator.casework.desk import Desk, Sitter
from coordinator.casework.escalations.raising import raise_escalation
from coordinator.casework.escalations.sending import send_escalation
from coordinator.casework.exclusions import (
    exclude_agency,
    exclude_worker,
    lift_exclusion,
    lift_worker,
)
from coordinator.casework.leads import agree_lead, hand_over
from coordinator.casework.own_plan_reads import read_own_plan
from coordinator.casework.own_plans import begin_own_plan, sign_off_own_plan, write_own_plan
from coordinator.casework.plan_reads import read_plan
from coordinator.casework.plans import agree_plan
from coordinator.db.holding_back import guarded_models
from coordinator.db.models import Basis, Case, Exclusion, Meeting, Plan, Referral
from coordinator.db.store import Store
from coordinator.db.types import Words
from coordinator.domain.actions import NewAction
from coordinator.domain.around import Tie
from coordinator.domain.barriers import NewBarrier
from coordinator.domain.escalations import NewEscalation
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.lists.meetings import AgendaKind
from coordinator.domain.lists.reasons import CloseReason, NotAcceptedReason
from coordinator.domain.lists.sharing import RelationKind
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.own_plans import Part
from coordinator.domain.plans import Agreement
from coordinator.domain.roles import Role
from coordinator.domain.states import (
    Answer,
    BasisStatus,
    CaseStatus,
    PlanStatus,
    ReferralStatus,
    Sensitivity,
)
from tests.casework.records import case_of
from tests.casework.told import Told, tell_everything
from tests.meetings import next_meeting_of
from tests.requests import based, known_case, sign
from tests.stores import (
    CHAIR,
    COORDINATOR,
    COUNCIL,
    HEALTH,
    HOUSING,
    NURSE,
    POLICE,
    TODAY,
    WORKER,
    Clock,
    keyspec,
    sitting,
)

STANDARD = Sensitivity.STANDARD
_TELLS = frozenset(
    {
        RecordKind.ACTION_NOTE,
        RecordKind.BARRIER,
        RecordKind.ENFORCEMENT_CHECK,
        RecordKind.ESCALATION,
        RecordKind.PROTOCOL_STEP,
    }
)
"""What tells of something else, and goes no further than that."""


@dataclass(frozen=True, repr=False)
class Entries:
    """A store with one person, and the word of each text of each entry about them.

    `coming` is the meeting whose papers have not left yet.
    """

    desk: Desk
    told: Told
    coming: UUID
    words: Mapping[UUID, frozenset[str]]
    kinds: Mapping[UUID, Any]
    hangs_on: Mapping[UUID, frozenset[UUID]]

    def withheld(self, levels: Mapping[UUID, Sensitivity]) -> frozenset[UUID]:
        """The entries that go to nobody but those who may have everything."""
        return frozenset(
            one
            for one in self.words
            if any(levels[each] is not STANDARD for each in self._chain(one))
        )

    def set(self, levels: Mapping[UUID, Sensitivity], gone: frozenset[UUID] = frozenset()) -> None:
        """Make every entry as sensitive as it says there, and take some off the file."""
        with self.desk.store.transaction(self.desk.stamp()) as tx:
            for key, model in self.kinds.items():
                found: Any = tx.removed(model.kind, key) or tx.get(model, key)
                found.sensitivity, found.removed = levels[key], key in gone
            tx.journal("test.levels")

    def all_standard(self) -> None:
        """Let everybody have every entry."""
        self.set(dict.fromkeys(self.words, STANDARD))

    @contextmanager
    def ended(self) -> Iterator[None]:
        """Let the case be closed and the referral be for elsewhere, as long as the block lasts."""
        with self.desk.store.transaction(self.desk.stamp()) as tx:
            case, referral, plan = self._period(tx)
            before = case.status, referral.status, plan.status
            case.status, case.closed_on = CaseStatus.CLOSED, TODAY
            case.close_reason, case.close_note = CloseReason.GOALS_MET, "A door of her own"
            referral.status = ReferralStatus.NOT_FOR_US
            referral.not_accepted_reason = NotAcceptedReason.OTHER_FORUM
            plan.status = PlanStatus.ENDED
            tx.journal("test.ended")
        yield
        with self.desk.store.transaction(self.desk.stamp()) as tx:
            case, referral, plan = self._period(tx)
            case.status, referral.status, plan.status = before
            case.closed_on = case.close_reason = referral.not_accepted_reason = None
            tx.journal("test.begun")

    @contextmanager
    def with_basis(self, status: BasisStatus) -> Iterator[None]:
        """Let their information basis stand like this, as long as the block lasts."""
        self._write_basis(status)
        try:
            yield
        finally:
            self._write_basis(BasisStatus.RECORDED)

    def _write_basis(self, status: BasisStatus) -> None:
        with self.desk.store.transaction(self.desk.stamp()) as tx:
            (basis,) = tx.people.about(Basis, [self.told.person])
            basis.status = status
            tx.journal("test.basis")

    @contextmanager
    def not_told(self, agency: UUID) -> Iterator[None]:
        """Let an agency be one that must not be told, as long as the block lasts."""
        desk, person = self.desk, self.told.person
        exclude_agency(desk, person, agency_id=agency, reason="They asked for it")
        try:
            yield
        finally:
            with desk.store.reading() as look:
                (standing,) = look.people.about(Exclusion, [person])
            lift_exclusion(desk, standing.id, reason="No longer")
            self._led_again()

    @contextmanager
    def untold(self) -> Iterator[None]:
        """Let the nurse alone be one who must not be told, as long as the block lasts."""
        desk, person = self.desk, self.told.person
        alone = exclude_worker(desk, person, professional_id=NURSE, reason="Family").result
        try:
            yield
        finally:
            lift_worker(desk, alone, reason="No longer")
            self._led_again()

    def _led_again(self) -> None:
        """Let the nurse lead where that ended because they must not be told."""
        with self.desk.store.reading() as look:
            is_led = look.cases.current_lead(self.told.case) is not None
        if not is_led:
            chair = sitting(self.desk, CHAIR, Role.CHAIR, COUNCIL)
            agree_lead(chair, self.told.case, NURSE, person_told=Answer.YES)

    @contextmanager
    def led_by_another(self) -> Iterator[None]:
        """Let somebody of another agency lead, as long as the block lasts."""
        chair = sitting(self.desk, CHAIR, Role.CHAIR, COUNCIL)
        for who in (WORKER, NURSE):
            hand_over(chair, self.told.case, who, note="Call first.", person_told=Answer.YES)
            if who is WORKER:
                yield

    def _period(self, tx: Any) -> tuple[Case, Referral, Plan]:
        (plan,) = tx.people.about(Plan, [self.told.person])
        return tx.get(Case, self.told.case), tx.get(Referral, self.told.referral), plan

    def _chain(self, one: UUID) -> frozenset[UUID]:
        above = self.hangs_on.get(one, frozenset())
        return frozenset({one}).union(*(self._chain(each) for each in above))


def made_in(folder: Path, template: Path) -> Entries:
    """Put somebody on file in a store of their own."""
    path = folder / "panel.db"
    shutil.copy(template, path)
    sitter = Sitter(COORDINATOR, Role.COORDINATOR, COUNCIL)
    desk = Desk(Store(path, keyspec), sitter, now=Clock(), random=random.Random(5).randbytes)
    chair = sitting(desk, CHAIR, Role.CHAIR, COUNCIL)
    told = tell_everything(desk, chair)
    based(desk, told.person)
    coming = _goes_on(desk, chair, told)
    return _planted(desk, chair, told, coming)


def _goes_on(desk: Desk, chair: Desk, told: Told) -> UUID:
    """Let there be a paper of every kind: asked of the nurse, led by her anew, to meet about."""
    stands = NewBarrier(BarrierCategory.DEBT, told.person, description="Asked of health")
    barrier = identify_barrier(desk, stands).result
    asked = NewEscalation(barrier_id=barrier, receiver_id=NURSE, ask="Ask", impact="Impact")
    send_escalation(desk, raise_escalation(desk, asked).result.id, seen=1)
    for who in (WORKER, NURSE):
        hand_over(chair, told.case, who, note="Call first.", person_told=Answer.YES)
    begin_own_plan(desk, told.person)
    view = read_own_plan(desk, told.person)
    key = view.id or told.person
    seen = write_own_plan(desk, key, seen=view.revision, part=Part.CALLED, lines=["Pet"]).result
    sign_off_own_plan(desk, key, seen=seen, names_agreed=True)
    sign(desk, POLICE, HOUSING, HEALTH)
    with desk.read() as look:
        series = look.get(Meeting, told.meeting).series_id
    coming = next_meeting_of(desk, series or told.meeting)
    other = known_case(desk, "Tomos")  # so that whoever is kept from one still gets something
    named = "Ring the surgery about KP-0001, with Heronwater"
    add_action(desk, NewAction(named, NURSE, TODAY, other))
    note_tie(desk, other, Tie(RelationKind.SIBLING, other=told.person))
    for person in (told.person, other):
        line = NewItem(AgendaKind.REVIEW, person_id=person, case_id=case_of(desk, person))
        add_item(desk, coming, line)
    return coming


def _planted(desk: Desk, chair: Desk, told: Told, coming: UUID) -> Entries:
    words: dict[UUID, frozenset[str]] = {}
    kinds: dict[UUID, Any] = {}
    hangs_on: dict[UUID, frozenset[UUID]] = {}
    number = 0
    with desk.store.transaction(desk.stamp()) as tx:
        for model in guarded_models():
            for entry in tx.people.about(model, [told.person]):
                own = set()
                for column in model.__table__.columns:
                    if isinstance(column.type, Words) and column.name != "number":
                        number += 1
                        own.add(word := f"zq{number:04d}w")
                        setattr(entry, column.name, word)
                words[entry.id], kinds[entry.id] = frozenset(own), model
                if model.kind in _TELLS:
                    named = (
                        getattr(entry, n, None)
                        for n in ("action_id", "goal_id", "barrier_id", "protocol_id")
                    )
                    hangs_on[entry.id] = frozenset(filter(None, named))
        tx.journal("test.planted")
    plan = read_plan(desk, told.person)
    by_telephone = Agreement(decided_by=CHAIR, reason="By telephone")
    agree_plan(chair, plan.id, by_telephone, seen=plan.revision)
    return Entries(desk, told, coming, words, kinds, hangs_on)


def levels_of(entries: Entries, drawn: list[Sensitivity]) -> dict[UUID, Sensitivity]:
    """Say how sensitive each entry is to be, by what was drawn."""
    keys = sorted(entries.words)
    return {key: drawn[place % len(drawn)] for place, key in enumerate(keys)}


def leaks(entries: Entries, withheld: Iterable[UUID], said: Mapping[str, str]) -> list[str]:
    """Name the entries that may stand nowhere, and where a word of theirs does."""
    secret = {word: one for one in withheld for word in entries.words[one]}
    return [
        f"{entries.kinds[one].__name__} in {where}"
        for where, text in said.items()
        for word, one in secret.items()
        if word in text
    ]
