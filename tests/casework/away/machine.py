"""A panel and its leads on real stores, who exchange packs in every bad way there is.

Packs are made at any time and arrive late, twice, out of order or never; who leads whom and what
is held back changes under way; clocks are wild; programs are altered. What must hold all the same:

- nothing lost: whatever anybody wrote is at the panel, kept aside there, or still with its author,
  and a value goes only when somebody wrote over it, or removed it, who had been shown it;
- nothing hidden: what stands against something is listed, and the rows show what stands;
- no false alarm: nobody is asked about what somebody who had seen it already answered;
- need to know: no pack and no store holds what its reader could not have when it was made;
- nobody else's: what came home is the sender's own, about their people, where they may write;
- idempotent: what arrives again changes nothing;
- convergence: once everything arrived, a lead's store holds what the panel would give them, and
  nobody's work is on its way any more.

What is expected comes from `witness`, `oracle` and what this machine itself remembers.
"""

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import ClassVar
from uuid import UUID

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from coordinator.casework.away.taking import own_changes
from coordinator.casework.desk import Desk, Sitter
from coordinator.casework.leads.agreeing import hand_over
from coordinator.casework.need_to_know.field_guards import set_part_sensitivity
from coordinator.casework.people.contacts import log_contact
from coordinator.casework.people.entering import correct_person
from coordinator.casework.people.safety import remove_strength
from coordinator.casework.records.disagreements import settle_disagreement
from coordinator.db.checking import check_store
from coordinator.db.models import FieldGuard, Person, Strength
from coordinator.db.store import Store
from coordinator.domain.need_to_know.restrictions import Part
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.roles import Right, Role
from coordinator.domain.states import Sensitivity
from tests.casework.away.mail import GUARDED, LEADS, Lead, Mail, Post
from tests.casework.away.planted import a_contact_with
from tests.casework.away.witness import Views, check_shown
from tests.domain.merging import oracle
from tests.domain.merging.promises import Memory, check_replaces
from tests.stores import COORDINATOR, COUNCIL, NOON, Clock, keyspec

FIELDS = ("gp", "pets", "mobility")
PLACES = (*(("person", one) for one in FIELDS), ("strength", "text"), ("strength", "evidence"))
# Half of all is about the same: people meet where they all write.
_people, _places = st.just(0) | st.integers(0, 2), st.just(PLACES[1]) | st.sampled_from(PLACES)
_leads, _index, _value = st.sampled_from(LEADS), st.integers(0, 1_000), st.integers(0, 2)
_anybody = st.none() | _leads


@dataclass(frozen=True)
class OnFile:
    """Somebody on file: their case, and two strengths that were noted of them."""

    key: UUID
    case: UUID
    strengths: tuple[UUID, UUID]
    led_by: UUID


@dataclass
class Templates:
    """Where stores lie that are copied for each example, and whom they are about."""

    hub: Path
    away: dict[UUID, Path]
    people: list[OnFile]


class Exchange(RuleBasedStateMachine):
    """The panel's store, its leads' stores, and the mail between them."""

    templates: ClassVar[Templates]

    @initialize()
    def begin(self) -> None:
        """Open fresh copies of everything."""
        self.has_arrived = False
        self.folder = Path(tempfile.mkdtemp(prefix="exchange"))
        self.people = self.templates.people
        self.keys = [one.key for one in self.people]
        self.views = Views(self.keys)
        clock, sitter = Clock(), Sitter(COORDINATOR, Role.COORDINATOR, COUNCIL)
        self.hub = Desk(self._copy(self.templates.hub, "hub"), sitter, now=clock)
        self.leads = {who: self._lead(who, path) for who, path in self.templates.away.items()}
        self.memory = Memory()
        for one in self.views.of(self.hub).changes():  # what the panel had before
            self.memory.keep(one, set())
        led_by = {one.key: one.led_by for one in self.people}
        self.post = Post(self.hub, self.leads, self.views, self.memory, led_by)
        for who in LEADS:  # everybody begins with what is theirs
            self._take(who, self.post.sent(who))

    def _lead(self, who: UUID, path: Path) -> Lead:
        clock = Clock()
        sitter = Sitter(UUID(int=1), Role.LEAD_PROFESSIONAL, None)
        return Lead(Desk(self._copy(path, who.hex), sitter, now=clock), clock)

    def _copy(self, path: Path, name: str) -> Store:
        target = self.folder / f"{name}.db"
        shutil.copy(path, target)
        return Store(target, keyspec)

    # People write, anywhere

    @rule(who=_anybody, person=_people, place=_places, value=_value)
    def somebody_writes(
        self, who: UUID | None, person: int, place: tuple[str, str], value: int
    ) -> None:
        kind, name = place
        said = f"{'panel' if who is None else who.int % 10} {value}"
        one = self.people[person]
        if (desk := self._desk_with(who, one)) is None:
            return
        if kind == "person":
            self._act(desk, partial(_correct, desk, one.key, name, said))
        else:
            self._act(desk, partial(_say, desk, one.strengths[0], name, said))

    @rule(who=_leads, person=_people)
    def a_lead_notes(self, who: UUID, person: int) -> None:
        one = self.people[person]
        if (desk := self._desk_with(who, one)) is not None:
            met = a_contact_with(desk, one.key, note="met")
            self._act(desk, partial(log_contact, desk, met))

    @rule(who=_anybody, person=_people)
    def somebody_removes(self, who: UUID | None, person: int) -> None:
        one = self.people[person]
        if (desk := self._desk_with(who, one)) is not None:
            self._act(desk, partial(_remove, desk, one.strengths[0]))

    @rule(index=_index, side=_index)
    def somebody_settles(self, index: int, side: int) -> None:
        """Whoever sits at the panel decides about something that is listed."""
        listed = sorted(self.views.of(self.hub).disagreements(), key=lambda one: one.place)
        if listed:
            asked = listed[index % len(listed)]
            values = sorted({str(one.value): one.value for one in asked.current}.items())
            value = values[side % len(values)][1] if asked.place.field != "*" else side % 2 == 0
            record, kind, name = asked.place.record, asked.place.kind, asked.place.field
            with self.hub.read() as look:
                seen = look.revisions({record: kind})[record]
            decide = partial(settle_disagreement, self.hub, record, name, value, seen=seen)
            self._act(self.hub, decide, settle=True)

    def _desk_with(self, who: UUID | None, one: OnFile) -> Desk | None:
        """Give the desk somebody sits at, if that person is in its store."""
        if who is None:
            return self.hub
        lead = self.leads[who]
        is_held = lead.newest is not None and one.key in lead.newest.scopes
        return lead.desk if is_held else None

    def _act(self, desk: Desk, work: Callable[[], object], *, settle: bool = False) -> None:
        """Let somebody do something; keep what they wrote, and what they had been shown."""
        before = self.views.of(desk)
        found = oracle.current(before.changes())
        work()
        after = self.views.of(desk)
        for one in after.changes():
            if one.id not in before.ids:
                check_replaces(one, found, settle=settle)
                if not settle:
                    check_shown(one, before)
                self.memory.keep(one, set(before.ids))

    # What they may have changes

    @rule(person=_people, who=_leads)
    def somebody_is_handed_over(self, person: int, who: UUID) -> None:
        one = self.people[person]
        if self.post.led_by[one.key] != who:
            why = {"not-told": "busy"}
            hand = partial(hand_over, self.hub, one.case, who, note="All told", reasons=why)
            self._act(self.hub, hand)
            self.post.led_by[one.key] = who

    @rule(person=_people, level=st.sampled_from([Sensitivity.RESTRICTED, Sensitivity.STANDARD]))
    def a_part_is_held_back(self, person: int, level: Sensitivity) -> None:
        key = self.keys[person]
        self._act(self.hub, partial(_hold_back, self.hub, key, level))
        self.post.guarded.discard(key)
        if level != Sensitivity.STANDARD:
            self.post.guarded.add(key)

    @rule(who=_leads, hours=st.integers(-500, 500))
    def a_clock_is_wild(self, who: UUID, hours: int) -> None:
        self.leads[who].clock.at = NOON + timedelta(hours=hours)

    # Packs

    @rule(who=_leads)
    def a_take_away_is_sent(self, who: UUID) -> None:
        self.leads[who].coming.append(self.post.sent(who))

    @rule(who=_leads, which=_index)
    def a_take_away_arrives(self, who: UUID, which: int) -> None:
        lead = self.leads[who]
        if lead.coming:
            self._take(who, lead.coming[which % len(lead.coming)])

    @rule(who=_leads)
    def work_is_handed_back(self, who: UUID) -> None:
        if self.leads[who].newest is not None:
            self.post.hand_back(who)

    @rule(who=_leads, which=_index)
    def a_hand_back_arrives(self, who: UUID, which: int) -> None:
        going = self.leads[who].going
        if going:
            self._receive(who, which % len(going))

    @rule(who=_leads, person=_people, how=st.integers(0, 6), index=_index)
    def a_program_is_altered(self, who: UUID, person: int, how: int, index: int) -> None:
        """Other people's plans, other authors, or stolen ids named in an allowed place."""
        ids = [one.strengths[1] for one in self.people]
        self.post.forge(who, how, index, self.people[person].strengths, ids)

    @precondition(lambda self: not self.has_arrived)
    @rule()
    def everything_arrives(self) -> None:
        """Deliver everything that is newest, until nobody has anything new.

        Once in the midst of a history, where it is no end, and once when that is over.
        """
        self.has_arrived = True
        for _round in range(2):
            for who, lead in self.leads.items():
                self._take(who, self.post.sent(who))
                self.post.hand_back(who)
                self._receive(who, len(lead.going) - 1)
        for who, lead in self.leads.items():
            mail = self.post.sent(who)
            self._take(who, mail)
            self._check_converged(lead, mail)
        home = self.views.of(self.hub)
        self.memory.check_nothing_lost(home)
        self.memory.check_no_false_alarm(home)

    def teardown(self) -> None:
        """Bring everything home, look whether all is whole, and clear up."""
        if not hasattr(self, "hub"):
            return
        try:
            bring_all_home(self)
        finally:
            clear_up(self)

    def _take(self, who: UUID, mail: Mail) -> None:
        self.post.take(who, mail)
        self._check_nothing_lost()

    def _receive(self, who: UUID, which: int) -> None:
        self.post.receive(who, self.leads[who].going[which])
        self._check_nothing_lost()

    def _check_nothing_lost(self) -> None:
        """At home, aside there, or still with whoever wrote it."""
        view = self.views.of(self.hub)
        home = view.held | view.ids
        for lead in self.leads.values():
            home |= {one.id for one in self.post.own(lead)}
        assert self.memory.written.keys() <= home, "lost"

    def _check_converged(self, lead: Lead, mail: Mail) -> None:
        with lead.desk.store.reading() as look:
            aside = look.away.held()
            unconfirmed = {one.id for one in own_changes(look, lead.desk.sitter.professional)}
            unconfirmed -= look.away_store.confirmed()
        assert self.post.log(lead.desk) == {one.id for one in mail.pack.changes}
        assert not unconfirmed, "still on its way"
        assert all(one.reason != "scope_ended" for one in aside)


def bring_all_home(machine: Exchange) -> None:
    """Let everything arrive, and look whether every store is whole."""
    machine.everything_arrives()
    for desk in (machine.hub, *(one.desk for one in machine.leads.values())):
        assert check_store(desk.store).faults == ()


def clear_up(machine: Exchange) -> None:
    """Let go of the stores, and of where they lay."""
    for desk in (machine.hub, *(one.desk for one in machine.leads.values())):
        desk.store.close()
    shutil.rmtree(machine.folder)


def _correct(desk: Desk, person: UUID, name: str, value: str) -> None:
    with desk.read() as look:
        row = look.get(Person, person)
        seen, before = row.revision, getattr(row, name)
    if before != value:
        correct_person(desk, person, seen=seen, **{name: value})


def _say(desk: Desk, strength: UUID, name: str, value: str) -> None:
    """Write over a part of what keeps somebody safer; one that is gone stays so."""
    with desk.act(Right.EDIT_PEOPLE) as tx:
        for row in tx.get_many(Strength, [strength]).values():
            setattr(row, name, value)
        tx.journal("test.written")


def _remove(desk: Desk, strength: UUID) -> None:
    with desk.read() as look:
        stands = bool(look.get_many(Strength, [strength]))
    if stands:
        remove_strength(desk, strength, reason="No longer so")


def _hold_back(desk: Desk, person: UUID, level: Sensitivity) -> None:
    with desk.read() as look:
        known = [one.revision for one in look.people.about(FieldGuard, [person])]
    part, seen = Part(RecordKind.PERSON, person, GUARDED), (known or [0])[0]
    set_part_sensitivity(desk, part, level, seen=seen, reason="asked")
