"""Somebody about whom every text of every guarded entry is a word of its own."""

import random
import shutil
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import select

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.actions.barriers import identify_barrier
from coordinator.casework.desk import Desk, Sitter
from coordinator.casework.disclosing.exclusions import (
    exclude_agency,
    exclude_worker,
    lift_exclusion,
    lift_worker,
)
from coordinator.casework.escalations.raising import raise_escalation
from coordinator.casework.escalations.sending import send_escalation
from coordinator.casework.leads.agreeing import hand_over
from coordinator.casework.meetings.agendas import NewItem, add_item, put_on_agenda
from coordinator.casework.people.around import note_tie
from coordinator.casework.plans.reading import read_plan
from coordinator.casework.plans.writing import agree_plan
from coordinator.casework.voice.own_plan_reads import read_own_plan
from coordinator.casework.voice.own_plans import begin_own_plan, sign_off_own_plan, write_own_plan
from coordinator.db.holding_back import guarded_models
from coordinator.db.models import (
    Agency,
    Basis,
    Case,
    FieldGuard,
    LeadRole,
    Meeting,
    Plan,
    Referral,
)
from coordinator.db.store import Store
from coordinator.db.types import Words
from coordinator.domain.actions.barriers import NewBarrier
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.escalations.rules import NewEscalation
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.lists.meetings import AgendaKind, WhyListed
from coordinator.domain.lists.panel import Feature
from coordinator.domain.lists.reasons import CloseReason, NotAcceptedReason
from coordinator.domain.lists.sharing import RelationKind
from coordinator.domain.need_to_know.restrictions import Part
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.people.around import Tie
from coordinator.domain.plans.rules import Agreement
from coordinator.domain.roles import Right, Role
from coordinator.domain.states import (
    Answer,
    BasisStatus,
    CaseStatus,
    PlanStatus,
    ReferralStatus,
    Sensitivity,
)
from coordinator.domain.voice.own_plans import Part as PlanPart
from tests.casework.entries_on_file import case_of
from tests.casework.told import Told, tell_everything
from tests.meetings import next_meeting_of
from tests.papers.parts import guard_of, planted_parts
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
from tests.switched import switch_on

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


class Untold:
    """Something so large that a failing example does not tell it."""

    def _repr_pretty_(self, printer: Any, _cycle: object) -> None:
        printer.text(f"{type(self).__name__}()")


@dataclass(frozen=True, repr=False)
class Entries(Untold):
    """A store with one person, and the word of each text of each entry about them.

    `coming` is the meeting whose papers have not left yet, `near` somebody else on file they are
    tied to by `ties`. `parts` holds the word of each part that is held back alone, and `guards`
    what says how far it may travel.
    """

    desk: Desk
    told: Told
    coming: UUID
    words: Mapping[UUID, frozenset[str]]
    kinds: Mapping[UUID, Any]
    hangs_on: Mapping[UUID, frozenset[UUID]]
    near: UUID | None = None
    ties: frozenset[UUID] = frozenset()
    parts: Mapping[Part, str] = field(default_factory=dict)
    guards: Mapping[Part, UUID] = field(default_factory=dict)

    def withheld(
        self,
        levels: Mapping[UUID, Sensitivity],
        may_have: Collection[Sensitivity] = frozenset({STANDARD}),
    ) -> frozenset[UUID]:
        """The entries that do not go to somebody who may have so much."""
        return frozenset(
            one
            for one in self.words
            if any(levels[each] not in may_have for each in self._chain(one))
        )

    def set(self, levels: Mapping[UUID, Sensitivity], gone: frozenset[UUID] = frozenset()) -> None:
        """Make every entry as sensitive as it says there, and take some off the file."""
        with self.desk.store.transaction(self.desk.stamp()) as tx:
            for key in self._other_than(tx, levels, gone):
                model = self.kinds[key]
                found: Any = tx.removed(model.kind, key) or tx.get(model, key)
                found.sensitivity, found.removed = levels[key], key in gone
            tx.journal("test.levels")

    def _other_than(
        self, tx: Any, levels: Mapping[UUID, Sensitivity], gone: frozenset[UUID]
    ) -> Iterator[UUID]:
        """Name the entries that do not stand like this."""
        for model in set(self.kinds.values()):
            table = model.__table__.c
            asked = select(table.id, table.sensitivity, table.removed)
            for key, *stands in tx.session.connection().execute(asked).all():
                if key in self.kinds and stands != [levels[key], key in gone]:
                    yield key

    @contextmanager
    def with_parts(self, levels: Mapping[Part, Sensitivity]) -> Iterator[None]:
        """Let parts of entries be as sensitive as this, as long as the block lasts."""
        self._write_parts(levels)
        try:
            yield
        finally:
            self._write_parts({})

    def _write_parts(self, levels: Mapping[Part, Sensitivity]) -> None:
        with self.desk.store.transaction(self.desk.stamp()) as tx:
            for part, key in self.guards.items():
                tx.get(FieldGuard, key).level = levels.get(part, STANDARD)
            tx.journal("test.parts")

    @contextmanager
    def may_have_restricted(self, agency: UUID) -> Iterator[None]:
        """Let an agency have what is restricted, as long as the block lasts."""
        self._write_right(agency, given=True)
        try:
            yield
        finally:
            self._write_right(agency, given=False)

    def _write_right(self, agency: UUID, *, given: bool) -> None:
        with self.desk.store.transaction(self.desk.stamp()) as tx:
            tx.get(Agency, agency).may_have_restricted = given
            tx.journal("test.right")

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
    def not_told(self, agency: UUID, person: UUID | None = None) -> Iterator[None]:
        """Let an agency be one that must not be told, as long as the block lasts.

        About them, or about another person.
        """
        desk, whom = self.desk, person or self.told.person
        with self._led_as_before():
            standing = exclude_agency(desk, whom, agency_id=agency, reason="They asked").result
            try:
                yield
            finally:
                lift_exclusion(desk, standing, reason="No longer")

    @contextmanager
    def untold(self, worker: UUID = NURSE) -> Iterator[None]:
        """Let one worker be one who must not be told, as long as the block lasts."""
        desk, whom = self.desk, self.told.person
        with self._led_as_before():
            standing = exclude_worker(desk, whom, professional_id=worker, reason="Family").result
            try:
                yield
            finally:
                lift_worker(desk, standing, reason="No longer")

    @contextmanager
    def _led_as_before(self) -> Iterator[None]:
        """Let whoever leads now lead again afterwards, as though it had never ended."""
        with self.desk.store.reading() as look:
            role = look.cases.current_lead(self.told.case)
            note = role.handover_note if role else ""
        try:
            yield
        finally:
            if role is not None:
                with self.desk.store.transaction(self.desk.stamp()) as tx:
                    led = tx.get(LeadRole, role.id)
                    led.to_on, led.end_reason, led.handover_note = None, "", note
                    tx.journal("test.led")

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
    switch_on(desk, Feature.PLACES)  # nothing of them is on file: no paper without
    coming = _goes_on(desk, chair, told)
    near, ties = _tied(desk, told)
    words, kinds, hangs_on, parts, guards = _planted(desk, told)
    plan = read_plan(desk, told.person)
    by_telephone = Agreement(decided_by=CHAIR, reason="By telephone")
    agree_plan(chair, plan.id, by_telephone, seen=plan.revision)
    return Entries(desk, told, coming, words, kinds, hangs_on, near, ties, parts, guards)


def _tied(desk: Desk, told: Told) -> tuple[UUID, frozenset[UUID]]:
    """Put somebody else on file whom the nurse's agency works with too, tied both ways."""
    near = known_case(desk, "Jacquetta")
    add_action(desk, NewAction("Ring about the tenancy", NURSE, TODAY, near))
    there = note_tie(desk, told.person, Tie(RelationKind.PARTNER, other=near)).result
    note_tie(desk, near, Tie(RelationKind.FRIEND, other=told.person, note="With Heronwater"))
    return near, frozenset({there})


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
    seen = write_own_plan(
        desk, key, seen=view.revision, part=PlanPart.CALLED, lines=["Pet"]
    ).result
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
    _referral_on_agendas(desk, told, coming)
    return coming


def _referral_on_agendas(desk: Desk, told: Told, coming: UUID) -> None:
    """Let their referral have a line where it was answered that day, and one to come."""
    line = NewItem(AgendaKind.NEW_REFERRAL, referral_id=told.referral)
    with desk.act(Right.RUN_MEETINGS) as tx:
        for meeting in (tx.get(Meeting, one) for one in (told.meeting, coming)):
            put_on_agenda(desk, tx, meeting, line, WhyListed.ADDED)
        tx.journal("test.lines")


def _planted(desk: Desk, told: Told) -> tuple[Any, Any, Any, Any, Any]:
    """Give every text of every entry, and of every part, a word of its own."""
    words: dict[UUID, frozenset[str]] = {}
    kinds: dict[UUID, Any] = {}
    hangs_on: dict[UUID, frozenset[UUID]] = {}
    with desk.store.transaction(desk.stamp()) as tx:
        for entry, own in plant_words(tx, told.person):
            words[entry.id], kinds[entry.id] = own, type(entry)
            if entry.kind in _TELLS:
                named = (
                    getattr(entry, n, None)
                    for n in ("action_id", "goal_id", "barrier_id", "protocol_id")
                )
                hangs_on[entry.id] = frozenset(filter(None, named))
        parts = planted_parts(tx, told.person)
        guards = {part: tx.add(guard_of(desk, told.person, part)).id for part in parts}
        tx.journal("test.planted")
    return words, kinds, hangs_on, parts, guards


def plant_words(tx: Any, person: UUID) -> Iterator[tuple[Any, frozenset[str]]]:
    """Give every text of every guarded entry about somebody a word of its own."""
    number = 0
    for model in guarded_models():
        for entry in tx.people.about(model, [person]):
            own = set()
            for column in model.__table__.columns:
                if isinstance(column.type, Words) and column.name != "number":
                    number += 1
                    own.add(word := f"zq{number:04d}w")
                    setattr(entry, column.name, word)
            yield entry, frozenset(own)


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
