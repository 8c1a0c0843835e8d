"""A panel and its five leads on real stores, who send each other sealed files in every bad way.

Packs are made at any time and arrive late, twice, out of order, damaged, at somebody else's or
never; who leads whom, who is lent to whom and what is held back changes under way; clocks are
wild; programs are altered, stores are copied. What must hold all the same:

- nothing lost: whatever anybody wrote is at the panel, kept aside there, or still with its author,
  and a value goes only when somebody wrote over it, or removed it, who had been shown it;
- nothing hidden: what stands against something is listed, and the rows show what stands;
- no false alarm: nobody is asked about what somebody who had seen it already answered, and nobody
  is told of a copied store where there is none;
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
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import ClassVar
from uuid import UUID

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from coordinator.casework.away.taking import own_changes
from coordinator.casework.desk import Desk
from coordinator.casework.leads.agreeing import agree_lead, end_lead, hand_over
from coordinator.casework.need_to_know.field_guards import set_part_sensitivity
from coordinator.casework.people.contacts import log_contact
from coordinator.casework.people.entering import correct_person
from coordinator.casework.people.safety import remove_strength
from coordinator.casework.records.disagreements import settle_disagreement
from coordinator.casework.stores.opening import Office
from coordinator.db.checking import check_store
from coordinator.db.models import FieldGuard, Person, Strength
from coordinator.domain.merging.changes import Change
from coordinator.domain.need_to_know.restrictions import Part
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.roles import Right
from coordinator.domain.states import Sensitivity
from tests.casework.away.planted import a_contact_with
from tests.domain.merging import oracle
from tests.domain.merging.promises import Memory, check_replaces
from tests.exchange.mail import DEPUTIES, GUARDED, LEADS, Lead, Post, Sealed
from tests.exchange.prepared import OnFile, Templates, copied
from tests.exchange.witness import Views, check_shown
from tests.stores import Clock

FIELDS = ("gp", "pets", "mobility")
PLACES = (*(("person", one) for one in FIELDS), ("strength", "text"), ("strength", "evidence"))
# Half of all is about the same: people meet where they all write.
_people, _places = st.just(0) | st.integers(0, 3), st.just(PLACES[1]) | st.sampled_from(PLACES)
_leads, _index, _value = st.sampled_from(LEADS), st.integers(0, 1_000), st.integers(0, 2)
_anybody = st.none() | _leads
_several = st.lists(_anybody, min_size=2, max_size=4, unique=True)
_deputies = st.sampled_from(sorted(DEPUTIES))


class Exchange(RuleBasedStateMachine):
    """The panel's store, its leads' stores, and the mail between them."""

    templates: ClassVar[Templates]

    @initialize()
    def begin(self) -> None:
        """Open fresh copies of everything; everybody took what is theirs."""
        self.has_arrived, self.copies = False, 0
        self.folder = Path(tempfile.mkdtemp(prefix="exchange"))
        self.clock, self.people = Clock(), self.templates.people
        self.keys = [one.key for one in self.people]
        self.views = Views(self.keys)
        self.hub = self.templates.hub(self.folder, self.clock)
        self.leads = {who: self._lead(who) for who in LEADS}
        self.memory = Memory()
        for one in self.views.of(self.hub.desk).changes():  # what the panel had before
            self.memory.keep(one, set())
        led_by: dict[UUID, UUID | None] = {one.key: one.led_by for one in self.people}
        to = (self.views, self.memory, led_by, self.folder / "packs")
        self.post = Post(self.hub, self.leads, *to)

    def _lead(self, who: UUID) -> Lead:
        clock, first = Clock(), self.templates.first[who]
        office = self.templates.away(who, self.folder, clock)
        identity = self.templates.identities[who]
        lent = set(self.templates.lent[who])
        return Lead(office, clock, identity, first, taken={first.pack}, lent=lent)

    # People write, anywhere

    @rule(who=_anybody, person=_people, place=_places, value=_value)
    def somebody_writes(
        self, who: UUID | None, person: int, place: tuple[str, str], value: int
    ) -> None:
        if (desk := self._desk_with(who, self.people[person])) is not None:
            self._act(desk, self._writing(desk, who, person, place, value))

    @rule(some=_several, person=_people, place=_places)
    def several_write(self, some: list[UUID | None], person: int, place: tuple[str, str]) -> None:
        """None of them has seen what the others write; what some hand back arrives."""
        for value, who in enumerate(some):
            self.somebody_writes(who=who, person=person, place=place, value=value)
            if who is not None and value % 2:
                self._receive(who, self.post.hand_back(who))

    def _writing(
        self, desk: Desk, who: UUID | None, person: int, place: tuple[str, str], value: int
    ) -> Callable[[], object]:
        kind, name = place
        said = f"{'panel' if who is None else who.int % 10} {value}"
        one = self.people[person]
        if kind == "person":
            return partial(_correct, desk, one.key, name, said)
        return partial(_say, desk, one.strengths[0], name, said)

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
        hub = self.hub.desk
        listed = sorted(self.views.of(hub).disagreements(), key=lambda one: one.place)
        if listed:
            asked = listed[index % len(listed)]
            values = sorted({str(one.value): one.value for one in asked.current}.items())
            value = values[side % len(values)][1] if asked.place.field != "*" else side % 2 == 0
            record, kind, name = asked.place.record, asked.place.kind, asked.place.field
            with hub.read() as look:
                seen = look.revisions({record: kind})[record]
            decide = partial(settle_disagreement, hub, record, name, value, seen=seen)
            self._act(hub, decide, settle=True)

    def _desk_with(self, who: UUID | None, one: OnFile) -> Desk | None:
        """Give the desk somebody sits at, if that person is in its store."""
        if who is None:
            return self.hub.desk
        lead = self.leads[who]
        return lead.office.desk if one.key in lead.newest.scopes else None

    def _act(self, desk: Desk, work: Callable[[], object], *, settle: bool = False) -> None:
        """Let somebody do something; keep what they wrote, and what they had been shown."""
        for one, had in self._written(desk, work, settle=settle).items():
            self.memory.keep(one, set(had))

    def _written(
        self, desk: Desk, work: Callable[[], object], *, settle: bool = False
    ) -> dict[Change, frozenset[bytes]]:
        before = self.views.of(desk)
        found = oracle.current(before.changes())
        work()
        fresh = [one for one in self.views.of(desk).changes() if one.id not in before.ids]
        for one in fresh:
            check_replaces(one, found, settle=settle)
            if not settle:
                check_shown(one, before)
        return dict.fromkeys(fresh, before.ids)

    # What they may have changes

    @rule(person=_people, who=_anybody)
    def somebody_is_handed_over(self, person: int, who: UUID | None) -> None:
        """They move to another lead; to nobody, so that the scope ends; or from nobody to one."""
        one, hub = self.people[person], self.hub.desk
        led = self.post.led_by[one.key]
        if led == who:
            return
        if who is None:
            self._act(hub, partial(end_lead, hub, one.case, reason="asked"))
        elif led is None:
            self._act(hub, partial(agree_lead, hub, one.case, who))
        else:
            why = {"not-told": "busy"}
            self._act(hub, partial(hand_over, hub, one.case, who, note="All told", reasons=why))
        self.post.led_by[one.key] = who

    @rule(person=_people, level=st.sampled_from([Sensitivity.RESTRICTED, Sensitivity.STANDARD]))
    def a_part_is_held_back(self, person: int, level: Sensitivity) -> None:
        key, hub = self.keys[person], self.hub.desk
        self._act(hub, partial(_hold_back, hub, key, level))
        self.post.guarded.discard(key)
        if level != Sensitivity.STANDARD:
            self.post.guarded.add(key)

    @rule(who=_leads, hours=st.integers(-900, 900))
    def a_clock_is_wild(self, who: UUID, hours: int) -> None:
        self.leads[who].clock.at = self.clock.at + timedelta(hours=hours)

    @rule(days=st.integers(1, 12))
    def days_go_by(self, days: int) -> None:
        """What is on its way gets old: a pack may be opened for thirty days."""
        for one in (self.clock, *(lead.clock for lead in self.leads.values())):
            one.move(days=days)

    # Packs

    @rule(who=_leads)
    def a_take_away_is_sent(self, who: UUID) -> None:
        self.leads[who].coming.append(self.post.sent(who))

    @rule(who=_deputies, index=_index, ends=st.booleans())
    def somebody_is_lent(self, who: UUID, index: int, ends: bool) -> None:
        """Whom they stand in for is away: their people are lent, or no longer."""
        lead, of = self.leads[who], sorted(self.post.lendable(who))
        some = [one for one in of if (one in lead.lent) == ends]
        if some:
            named = frozenset({some[index % len(some)]})
            also, ended = (frozenset[UUID](), named) if ends else (named, frozenset[UUID]())
            lead.coming.append(self.post.sent(who, also, ended))

    @rule(who=_leads, which=_index)
    def a_take_away_arrives(self, who: UUID, which: int) -> None:
        if coming := self.leads[who].coming:
            self._take(who, coming[which % len(coming)])

    @rule(who=_leads)
    def work_is_handed_back(self, who: UUID) -> None:
        self.post.hand_back(who)

    @rule(who=_leads, which=_index)
    def a_hand_back_arrives(self, who: UUID, which: int) -> None:
        if going := self.leads[who].going:
            self._receive(who, going[which % len(going)])

    @rule(who=_leads, to=_anybody, how=st.integers(0, 3), index=_index, at=st.integers(0, 9_999))
    def a_pack_goes_astray(
        self, who: UUID, to: UUID | None, how: int, index: int, at: int
    ) -> None:
        """It comes damaged, or whole to whom it is not for."""
        lead = self.leads[who]
        packs = [lead.newest, *lead.coming, *lead.going]
        place = index % len(packs)
        mail, is_coming = packs[place], place <= len(lead.coming)
        meant = lead.office if is_coming else self.hub
        other = self.hub if to is None else self.leads[to].office
        how = how if other is not meant else how % 3
        self.post.goes_astray(other if how == 3 else meant, mail, how, at)

    @rule(who=_leads, person=_people, how=st.integers(0, 6), index=_index)
    def a_program_is_altered(self, who: UUID, person: int, how: int, index: int) -> None:
        """Other people's plans, other authors, or stolen ids named in an allowed place."""
        ids = [one.strengths[1] for one in self.people]
        self.post.forge(who, how, index, self.people[person].strengths, ids)

    @rule(who=_leads, person=_people, place=_places, writes=st.booleans())
    def a_copy_is_in_use(
        self, who: UUID, person: int, place: tuple[str, str], writes: bool
    ) -> None:
        """A lead's store was copied, and what is done in the copy is handed back, too."""
        lead, self.copies = self.leads[who], self.copies + 1
        into = self.folder / f"copy-{self.copies}" / who.hex
        twin = copied(lead.office.folder.path, into, lead.clock, (who, self.copies))
        is_there = self.people[person].key in lead.newest.scopes
        had: dict[Change, frozenset[bytes]] = {}
        if writes and is_there:
            work = self._writing(twin.desk, who, person, place, 7)
            had = self._written(twin.desk, work)
        self.post.hand_back(who, twin, had)
        twin.close(back_up=False)

    @precondition(lambda self: not self.has_arrived)
    @rule()
    def everything_arrives(self) -> None:
        """Put all clocks right, and deliver everything that is newest, until nobody has news.

        Once in the midst of a history, where it is no end, and once when that is over.
        """
        self.has_arrived = True
        for lead in self.leads.values():
            lead.clock.at = self.clock.at
        self._all_hand_back()
        sent = {who: self.post.sent(who) for who in self.leads}
        for who, mail in sent.items():
            self._take(who, mail)
        before = self.views.of(self.hub.desk)
        self._all_hand_back()
        home = self.views.of(self.hub.desk)
        assert (home.ids, home.held) == (before.ids, before.held), "came again, and is news"
        for who, mail in sent.items():
            self._check_converged(self.leads[who], mail)
        self.memory.check_nothing_lost(home)
        self.memory.check_no_false_alarm(home)

    def teardown(self) -> None:
        """Bring everything home, look whether all is whole, and clear up."""
        if not hasattr(self, "post"):
            return
        try:
            bring_all_home(self)
        finally:
            clear_up(self)

    def _all_hand_back(self) -> None:
        for who in self.leads:
            assert self._receive(who, self.post.hand_back(who)), "refused"

    def _take(self, who: UUID, mail: Sealed) -> None:
        self.post.take(who, mail)
        self._check_nothing_lost()

    def _receive(self, who: UUID, pack: Sealed) -> bool:
        is_taken = self.post.receive(who, pack)
        self._check_nothing_lost()
        return is_taken

    def _check_nothing_lost(self) -> None:
        """At home, aside there, or still with whoever wrote it."""
        view = self.views.of(self.hub.desk)
        home = view.held | view.ids
        for lead in self.leads.values():
            home |= {one.id for one in self.post.own(lead)}
        assert self.memory.written.keys() <= home, "lost"

    def _check_converged(self, lead: Lead, mail: Sealed) -> None:
        desk = lead.office.desk
        with desk.store.reading() as look:
            aside = look.away.held()
            unconfirmed = {one.id for one in own_changes(look, desk.sitter.professional)}
            unconfirmed -= look.away_store.confirmed()
        assert self.post.log(lead.office) == {one.id for one in mail.changes}
        assert not unconfirmed, "still on its way"
        assert all(one.reason != "scope_ended" for one in aside)


def offices(machine: Exchange) -> list[Office]:
    """Give every open store, the panel's first."""
    return [machine.hub, *(one.office for one in machine.leads.values())]


def bring_all_home(machine: Exchange) -> None:
    """Deliver everything; then nothing is on its way or lost, and every store is whole."""
    machine.has_arrived = False
    machine.everything_arrives()
    for office in offices(machine):
        assert check_store(office.desk.store).faults == ()


def clear_up(machine: Exchange) -> None:
    """Let go of the stores, and of where they lay."""
    for office in offices(machine):
        office.close(back_up=False)
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
