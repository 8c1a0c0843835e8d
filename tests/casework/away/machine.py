"""A panel and its leads on real stores, who exchange packs in every bad way there is.

Packs are made at any time and arrive late, twice, out of order or never; who leads whom and what
is held back changes under way; clocks are wild. What must hold all the same:

- nothing lost: whatever anybody wrote is at the panel, kept aside there, or still with its author;
- need to know: no pack and no store holds what its reader could not have when it was made;
- idempotent: what arrives again changes nothing;
- no false alarm: what is disputed is what the log, looked at afresh, says nobody answered;
- convergence: once everything arrived, a lead's store holds what the panel would give them, and
  nobody's work is on its way any more.
"""

import shutil
import tempfile
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import ClassVar
from uuid import UUID

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from coordinator.casework.away.handing import note_hand_back, read_hand_back
from coordinator.casework.away.returning import apply_hand_back
from coordinator.casework.away.sending import Made, note_take_away, read_take_away
from coordinator.casework.away.taking import apply_take_away, own_changes, sitter_now
from coordinator.casework.contacts import log_contact
from coordinator.casework.desk import Desk, Sitter
from coordinator.casework.field_guards import set_part_sensitivity
from coordinator.casework.leads import hand_over
from coordinator.casework.people import correct_person
from coordinator.db.checking import check_store
from coordinator.db.models import FieldGuard, Person
from coordinator.db.store import Store
from coordinator.domain.errors import GuardError
from coordinator.domain.exchange.parcels import Envelope, HandBack, TakeAway
from coordinator.domain.merging.changes import Change, ChangeId
from coordinator.domain.merging.disagreements import disagreements
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.restrictions import Part
from coordinator.domain.roles import Role
from coordinator.domain.states import Sensitivity
from tests.casework.away.planted import a_contact_with
from tests.casework.away.stores import parcel_of
from tests.stores import COORDINATOR, COUNCIL, NOON, NURSE, PANEL, WORKER, Clock, keyspec

LEADS = (WORKER, NURSE)
FIELDS = ("gp", "pets", "mobility")
GUARDED = "gp"
IDENTITIES = {who: f"{place:064x}" for place, who in enumerate(LEADS, 0xB0)}
_people, _leads = st.integers(0, 2), st.sampled_from(LEADS)
_mail, _value = st.integers(0, 1_000), st.integers(0, 2)


@dataclass
class Templates:
    """Where stores lie that are copied for each example, and whom they are about."""

    hub: Path
    away: dict[UUID, Path]
    people: list[tuple[UUID, UUID]]


@dataclass
class Mail:
    """A pack on its way, and what its reader could have when it was made."""

    pack: TakeAway
    scopes: frozenset[UUID]
    guarded: frozenset[UUID]


@dataclass
class Lead:
    """One lead professional: their store, what is on its way to and from them."""

    desk: Desk
    clock: Clock
    coming: list[Mail] = field(default_factory=list)
    going: list[HandBack] = field(default_factory=list)
    newest: Mail | None = None


class Exchange(RuleBasedStateMachine):
    """The panel's store, its leads' stores, and the mail between them."""

    templates: ClassVar[Templates]

    @initialize()
    def begin(self) -> None:
        """Open fresh copies of everything."""
        self.folder = Path(tempfile.mkdtemp(prefix="exchange"))
        self.clock, self.packs = Clock(), 0
        self.written: dict[ChangeId, UUID] = {}
        sitter = Sitter(COORDINATOR, Role.COORDINATOR, COUNCIL)
        self.hub = Desk(self._copy(self.templates.hub, "hub"), sitter, now=self.clock)
        self.leads = {who: self._lead(who, path) for who, path in self.templates.away.items()}
        self.people = self.templates.people

    def _lead(self, who: UUID, path: Path) -> Lead:
        clock = Clock()
        store = self._copy(path, who.hex)
        sitter = Sitter(UUID(int=1), Role.LEAD_PROFESSIONAL, None)
        return Lead(Desk(store, sitter, now=clock), clock)

    def _copy(self, path: Path, name: str) -> Store:
        target = self.folder / f"{name}.db"
        shutil.copy(path, target)
        return Store(target, keyspec)

    @rule(person=_people, name=st.sampled_from(FIELDS), value=_value)
    def the_panel_writes(self, person: int, name: str, value: int) -> None:
        self._write(self.hub, self.people[person][0], name, f"panel {value}")

    @rule(who=_leads, name=st.sampled_from(FIELDS), value=_value)
    def a_lead_writes(self, who: UUID, name: str, value: int) -> None:
        lead = self.leads[who]
        for person in self._held(lead):
            self._write(lead.desk, person, name, f"{who.int % 10} {value}")
            self._remember(lead)

    @rule(who=_leads)
    def a_lead_notes(self, who: UUID) -> None:
        lead = self.leads[who]
        for person in self._held(lead):
            log_contact(lead.desk, a_contact_with(lead.desk, person, note="met"))
            self._remember(lead)

    @rule(person=_people, who=_leads)
    def somebody_is_handed_over(self, person: int, who: UUID) -> None:
        _key, case = self.people[person]
        with self.hub.read() as look:
            role = look.cases.current_lead(case)
        if role is None or role.professional_id != who:
            hand_over(self.hub, case, who, note="All told", reasons={"not-told": "busy"})

    @rule(person=_people, level=st.sampled_from([Sensitivity.RESTRICTED, Sensitivity.STANDARD]))
    def a_part_is_held_back(self, person: int, level: Sensitivity) -> None:
        key = self.people[person][0]
        with self.hub.read() as look:
            known = [one.revision for one in look.people.about(FieldGuard, [key])]
        part, seen = Part(RecordKind.PERSON, key, GUARDED), (known or [0])[0]
        set_part_sensitivity(self.hub, part, level, seen=seen, reason="asked")

    @rule(who=_leads, hours=st.integers(-500, 500))
    def a_clock_is_wild(self, who: UUID, hours: int) -> None:
        self.leads[who].clock.at = NOON + timedelta(hours=hours)

    @rule(who=_leads)
    def a_take_away_is_sent(self, who: UUID) -> None:
        self.leads[who].coming.append(self._sent(who))

    @rule(who=_leads, which=_mail)
    def a_take_away_arrives(self, who: UUID, which: int) -> None:
        lead = self.leads[who]
        if lead.coming:
            self._take(who, lead.coming[which % len(lead.coming)])

    @rule(who=_leads)
    def work_is_handed_back(self, who: UUID) -> None:
        if self.leads[who].newest is not None:
            self._hand_back(who)

    @rule(who=_leads, which=_mail)
    def a_hand_back_arrives(self, who: UUID, which: int) -> None:
        going = self.leads[who].going
        if going:
            self._receive(going[which % len(going)])

    @precondition(lambda self: hasattr(self, "hub"))
    @rule()
    def everything_arrives(self) -> None:
        """Deliver everything that is newest, until nobody has anything new."""
        for _round in range(2):
            for who, lead in self.leads.items():
                mail = self._sent(who)
                self._take(who, mail)
                self._hand_back(who)
                self._receive(lead.going[-1])
        for who, lead in self.leads.items():
            mail = self._sent(who)
            self._take(who, mail)
            self._check_converged(lead, mail)
        self._check_disputes()

    def teardown(self) -> None:
        """Bring everything home, look whether all is whole, and clear up."""
        if not hasattr(self, "hub"):
            return
        try:
            self.everything_arrives()
            for desk in (self.hub, *(one.desk for one in self.leads.values())):
                assert check_store(desk.store).faults == ()
        finally:
            for desk in (self.hub, *(one.desk for one in self.leads.values())):
                desk.store.close()
            shutil.rmtree(self.folder)

    def _write(self, desk: Desk, person: UUID, name: str, value: str) -> None:
        with desk.read() as look:
            row = look.get(Person, person)
            seen, before = row.revision, getattr(row, name)
        if before != value:
            correct_person(desk, person, seen=seen, **{name: value})

    def _held(self, lead: Lead) -> list[UUID]:
        return sorted(lead.newest.scopes)[:1] if lead.newest else []

    def _remember(self, lead: Lead) -> None:
        for one in self._own(lead):
            self.written.setdefault(one.id, lead.desk.sitter.professional)

    def _own(self, lead: Lead) -> list[Change]:
        with lead.desk.store.reading() as look:
            return own_changes(look, lead.desk.sitter.professional)

    def _log(self, desk: Desk) -> list[Change]:
        with desk.store.reading() as look:
            return [one for scope in look.away.scopes() for one in look.away.changes_of(scope)]

    def _sent(self, who: UUID) -> Mail:
        self.packs += 1
        outgoing = read_take_away(self.hub, IDENTITIES[who])
        parcel = parcel_of(outgoing, self.clock())
        pack = replace(parcel, envelope=replace(parcel.envelope, pack=f"{self.packs:032x}"))
        made = Made(pack.envelope.pack, self.clock(), self.clock(), 1, "0" * 64)
        with note_take_away(self.hub, outgoing, made):
            pass
        mail = Mail(pack, self._led_by(who), self._guarded())
        self._check_need_to_know(pack.changes, mail, who)
        return mail

    def _led_by(self, who: UUID) -> frozenset[UUID]:
        with self.hub.read() as look:
            roles = {key: look.cases.current_lead(case) for key, case in self.people}
        return frozenset(
            one for one, role in roles.items() if role and role.professional_id == who
        )

    def _guarded(self) -> frozenset[UUID]:
        with self.hub.read() as look:
            guards = look.people.about(FieldGuard, [key for key, _case in self.people])
        return frozenset(
            one.person_id
            for one in guards
            if one.person_id is not None and one.level != Sensitivity.STANDARD
        )

    def _take(self, who: UUID, mail: Mail) -> None:
        lead = self.leads[who]
        before = None
        if lead.newest is not None and mail.pack.envelope.seq <= lead.newest.pack.envelope.seq:
            before = {one.id for one in self._log(lead.desk)}
            if mail.pack.envelope.seq == lead.newest.pack.envelope.seq:
                return  # taken before: refused by its id before it comes this far
        with lead.desk.store.reading() as look:
            if look.packs.taken(mail.pack.envelope.pack) is not None:
                return
        apply_take_away(lead.desk, mail.pack)
        lead.desk = replace(lead.desk, sitter=sitter_now(lead.desk), opened=set())
        log = self._log(lead.desk)
        if before is not None:
            assert {one.id for one in log} == before, "a late pack changed something"
        else:
            lead.newest = mail
        assert lead.newest is not None
        self._check_need_to_know(log, lead.newest, who)
        self._check_nothing_lost()

    def _hand_back(self, who: UUID) -> None:
        lead = self.leads[who]
        self.packs += 1
        handed = read_hand_back(lead.desk)
        pack = f"{self.packs:032x}"
        made = Made(pack, self.clock(), self.clock(), 1, "0" * 64)
        with note_hand_back(lead.desk, handed, made):
            pass
        envelope = Envelope(IDENTITIES[who], pack, PANEL, handed.seq, handed.seen, self.clock())
        lead.going.append(HandBack(envelope, handed.changes))

    def _receive(self, pack: HandBack) -> None:
        before = {one.id for one in self._log(self.hub)}
        known = {one.id for one in pack.changes} <= before
        with self.hub.store.reading() as look:
            was_taken = look.packs.taken(pack.envelope.pack) is not None
        if was_taken:
            with pytest.raises(GuardError, match="pack-taken"):
                apply_hand_back(self.hub, pack)
        else:
            apply_hand_back(self.hub, pack)
        if known or was_taken:
            assert {one.id for one in self._log(self.hub)} == before
        self._check_nothing_lost()

    def _check_need_to_know(self, changes: object, mail: Mail, who: UUID) -> None:
        for one in changes:  # type: ignore[attr-defined]
            assert one.scope in {PANEL, *mail.scopes}
            is_kept = one.record in mail.guarded and one.field == GUARDED
            assert not is_kept or one.author == who

    def _check_nothing_lost(self) -> None:
        with self.hub.store.reading() as look:
            home = {one.id for one in look.away.held()}
        home |= {one.id for one in self._log(self.hub)}
        for lead in self.leads.values():
            home |= {one.id for one in self._own(lead)}
        assert self.written.keys() <= home

    def _check_converged(self, lead: Lead, mail: Mail) -> None:
        with lead.desk.store.reading() as look:
            aside = look.away.held()
            unconfirmed = {one.id for one in own_changes(look, lead.desk.sitter.professional)}
            unconfirmed -= look.away.confirmed()
        assert {one.id for one in self._log(lead.desk)} == {one.id for one in mail.pack.changes}
        assert not unconfirmed
        assert all(one.reason != "scope_ended" for one in aside)

    def _check_disputes(self) -> None:
        with self.hub.store.reading() as look:
            listed = {(one.record, one.field) for one in look.history.disputed()}
        told = {(one.place.record, one.place.field) for one in disagreements(self._log(self.hub))}
        assert listed == told
