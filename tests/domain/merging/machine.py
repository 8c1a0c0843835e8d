"""A panel and five professionals who exchange packs in every bad way there is.

Packs are made at any time and arrive late, twice, out of order or never; what a professional may
hold changes under way; programs are altered; clocks are wild. What must hold all the same:

- convergence: once everything arrived, everybody sees the same, as far as they may see it;
- nothing lost: a value goes only when somebody wrote over it who had seen it;
- nothing hidden: whatever stands against something is shown, with all its sides;
- no false alarm: nobody is asked about what somebody who had seen it already answered;
- need to know: no pack and no store ever holds what its reader may not see;
- idempotent: what arrives again changes nothing.

The expectations come from `oracle` and from what this machine itself remembers of who saw what.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import ClassVar
from uuid import UUID

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from coordinator.domain.merging.changes import Change, ChangeId, RecordKey
from coordinator.domain.merging.grants import Grant
from coordinator.domain.merging.receiving import HomeOf
from tests.domain.merging import oracle
from tests.domain.merging.cast import (
    DESK_OWNERS,
    FIELDS,
    HUB,
    LEADS,
    PEOPLE,
    RISKS,
    SECRET,
    WARNINGS,
    Allowed,
    clocks,
    crowds,
    desk_numbers,
    fields,
    forgeries,
    indices,
    keys,
    mails,
    pick,
    several_acts,
    unknown_home,
    values,
)
from tests.domain.merging.examples import NOON
from tests.domain.merging.model import Desk, HandBack, Hub, Log, MemoryLog, Pack
from tests.domain.merging.promises import Memory, check_log, check_replaces


class Panel(RuleBasedStateMachine):
    """The panel's store, its professionals' stores, and the mail between them."""

    new_hub_log: ClassVar[Callable[[UUID, UUID], Log]] = MemoryLog
    new_desk_log: ClassVar[Callable[[UUID, UUID], Log]] = MemoryLog
    home_of: ClassVar[HomeOf] = unknown_home

    def __init__(self) -> None:
        super().__init__()
        self.allowed = {
            lead: Allowed(frozenset({PEOPLE[index % 3]}), secrets=index % 2 == 0)
            for index, lead in enumerate(LEADS)
        }
        self.hub = Hub(type(self).new_hub_log(HUB, UUID(int=500)), type(self).home_of)
        self.desks = [
            Desk(owner, type(self).new_desk_log(owner, UUID(int=600 + index)), self.granted(owner))
            for index, owner in enumerate(DESK_OWNERS)
        ]
        self.installed = [(0, self.allowed[owner]) for owner in DESK_OWNERS]
        self.mail: list[tuple[int, Pack, Allowed] | HandBack] = []
        self.memory = Memory()
        for change in self.hub.log.changes():  # what the panel had before
            self.memory.keep(change, set())
        self.told: list[set[ChangeId]] = [set() for _ in DESK_OWNERS]
        self.forged = 0

    def granted(self, lead: UUID) -> Grant:
        return self.allowed[lead].as_grant(creates=type(self).home_of is unknown_home)

    # People write, anywhere

    @rule(key=keys, field=fields, value=values, clock=clocks, settle=st.booleans())
    def edit_here(
        self, key: RecordKey, field: str, value: str, clock: int, *, settle: bool
    ) -> None:
        self.edit(None, key, field, value, clock, settle=settle)

    @rule(desk=desk_numbers, index=indices, value=values, clock=clocks, settle=st.booleans())
    def edit_there(self, desk: int, index: int, value: str, clock: int, *, settle: bool) -> None:
        """An honest program offers only what its last pack allowed."""
        offered = self.offered(desk)
        if offered:
            self.edit(desk, *pick(offered, index), value, clock, settle=settle)

    @rule(desks=crowds, acts=several_acts, index=indices)
    def write_side_by_side(self, desks: list[int], acts: list[list[str]], index: int) -> None:
        """Several write, remove or restore the same, none having seen the others."""
        shared = [
            place
            for place in self.offered(desks[0])
            if all(place in self.offered(desk) for desk in desks)
        ]
        for number, desk in enumerate(desks if shared else []):
            for act in acts[number]:
                self.do(act, desk, *pick(shared, index), str(number))

    def do(self, act: str, desk: int, key: RecordKey, field: str, value: str) -> None:
        if act == "edit":
            self.edit(desk, key, field, value, -int(value))
        elif act == "remove":
            self.remove(desk, key, -int(value))
        else:
            self.restore(desk, key, -int(value))

    @rule(who=st.none() | desk_numbers, index=indices, value=values, settle=st.booleans())
    def answer(self, who: int | None, index: int, value: str, *, settle: bool) -> None:
        """Somebody who is asked answers, or writes there without having settled it."""
        asked = self.log_of(who).disagreements()
        if asked:
            place = pick(asked, index).place
            if place.field == "*" and self.may_write(who, place.key, "*"):
                self.write(who, place.key, "*", value > "1", 0)
            elif self.may_write(who, place.key, place.field):
                self.write(who, place.key, place.field, value, 0, settle=settle)

    def may_write(self, who: int | None, key: RecordKey, field: str) -> bool:
        allowed = None if who is None else self.installed[who][1]
        return allowed is None or (key.scope in allowed.people and allowed.writes(key.kind, field))

    @rule(key=keys, clock=clocks)
    def remove_here(self, key: RecordKey, clock: int) -> None:
        self.remove(None, key, clock)

    @rule(desk=desk_numbers, index=indices, clock=clocks)
    def remove_there(self, desk: int, index: int, clock: int) -> None:
        offered = self.offered(desk)
        if offered:
            self.remove(desk, pick(offered, index)[0], clock)

    def offered(self, desk: int) -> list[tuple[RecordKey, str]]:
        allowed = self.installed[desk][1]
        return [
            (key, field)
            for person in sorted(allowed.people)
            for key in (RISKS[person], WARNINGS[person])
            for field in FIELDS
            if allowed.writes(key.kind, field)
        ]

    def edit(
        self,
        who: int | None,
        key: RecordKey,
        field: str,
        value: str,
        clock: int,
        *,
        settle: bool = False,
    ) -> None:
        self.restore(who, key, clock)  # a removed record is restored first
        self.write(who, key, field, value, clock, settle=settle)

    def restore(self, who: int | None, key: RecordKey, clock: int) -> None:
        removed = oracle.current(self.log_of(who).changes()).get((*key, "*"), set())
        if any(word.value is True for word in removed):
            self.write(who, key, "*", False, clock)

    def remove(self, who: int | None, key: RecordKey, clock: int) -> None:
        fields = oracle.records(oracle.current(self.log_of(who).changes())).get((*key,), {})
        if oracle.stands(fields):
            self.write(who, key, "*", True, clock)

    def write(
        self,
        who: int | None,
        key: RecordKey,
        field: str,
        value: str | bool,
        clock: int,
        *,
        settle: bool = False,
    ) -> None:
        log = self.log_of(who)
        before = log.changes()
        had, found = oracle.ids(before), oracle.current(before)
        made = NOON + timedelta(hours=clock)
        change = log.set(key, field, value, made=made, settle=settle)
        if change is None:
            assert oracle.ids(log.changes()) == had
            return
        assert (*change.key, change.field, change.value) == (*key, field, value)
        assert change.id in oracle.ids(log.changes())
        self.memory.keep(change, had)
        check_replaces(change, found, settle=settle)
        check_log(log)

    def log_of(self, who: int | None) -> Log:
        return self.hub.log if who is None else self.desks[who].log

    # What may be held changes

    @rule(desk=desk_numbers, index=indices, give=st.booleans(), mail=mails)
    def move_person(self, desk: int, index: int, mail: str, *, give: bool) -> None:
        allowed = self.allowed[DESK_OWNERS[desk]]
        among = [person for person in PEOPLE if (person in allowed.people) != give]
        if among:
            changed = allowed.people ^ {pick(among, index)}
            self.grant(desk, replace(allowed, people=changed), mail)

    @rule(desk=desk_numbers, mail=mails)
    def move_secrets(self, desk: int, mail: str) -> None:
        allowed = self.allowed[DESK_OWNERS[desk]]
        self.grant(desk, replace(allowed, secrets=not allowed.secrets), mail)

    def grant(self, desk: int, allowed: Allowed, mail: str) -> None:
        if mail == "crosses":  # a pack made just before is still under way
            self.mail.append(self.pack(desk))
        self.allowed[DESK_OWNERS[desk]] = allowed
        if mail != "waits":
            self.open(self.pack(desk))

    # Packs

    @rule(desk=desk_numbers, opened=st.booleans())
    def send_out(self, desk: int, *, opened: bool) -> None:
        self.mail.append(self.pack(desk))
        if opened:
            self.open(self.mail[-1])

    @rule(desk=desk_numbers)
    def hand_back(self, desk: int) -> None:
        self.mail.append(self.desks[desk].hand_back())

    @precondition(lambda self: self.mail)
    @rule(index=indices, keep=st.booleans())
    def deliver(self, index: int, *, keep: bool) -> None:
        where = index % len(self.mail)
        self.open(self.mail[where] if keep else self.mail.pop(where))

    @rule(desk=desk_numbers)
    def trade(self, desk: int) -> None:
        """What happens nearly always: work comes home, and the new pack is opened."""
        self.open(self.desks[desk].hand_back())
        self.open(self.pack(desk))

    @precondition(lambda self: self.mail)
    @rule(index=indices)
    def lose(self, index: int) -> None:
        self.mail.pop(index % len(self.mail))

    @precondition(lambda self: self.hub.held)
    @rule(index=indices)
    def release(self, index: int) -> None:
        """Somebody looks at honest work that was held back, and lets it in after all."""
        honest = [one for one in self.hub.held if one in self.memory.written]
        if honest:
            chosen = pick(honest, index)
            self.hub.log.add([self.hub.held[chosen].change])
            check_log(self.hub.log)

    def pack(self, desk: int) -> tuple[int, Pack, Allowed]:
        owner = DESK_OWNERS[desk]
        allowed = self.allowed[owner]
        pack = self.hub.pack_for(owner, self.granted(owner))
        assert all(allowed.holds(change) for change in pack.changes), "a pack leaks"
        return desk, pack, allowed

    def open(self, mail: tuple[int, Pack, Allowed] | HandBack) -> None:
        if isinstance(mail, HandBack):
            self.bring_home(mail)
        else:
            self.take_away(*mail)

    def bring_home(self, pack: HandBack) -> None:
        self.hub.receive(pack, self.granted(pack.sender))
        known = oracle.ids(self.hub.log.changes()) | self.hub.held.keys()
        assert oracle.ids(pack.changes) <= known, "thrown away"
        check_log(self.hub.log)

    def take_away(self, number: int, pack: Pack, allowed: Allowed) -> None:
        desk, had = self.desks[number], oracle.ids(self.desks[number].log.changes())
        if pack.number > self.installed[number][0]:
            self.installed[number] = (pack.number, allowed)
        self.told[number] |= pack.confirmed
        desk.take(pack)
        self.check_kept(number, had)
        self.check_need_to_know(number)
        check_log(desk.log)

    def check_kept(self, number: int, had: set[ChangeId]) -> None:
        """What left an install was not for its reader, and own work is at home or stays."""
        desk, allowed = self.desks[number], self.installed[number][1]
        home = oracle.ids(self.hub.log.changes()) | self.hub.held.keys()
        for one in had - oracle.ids(desk.log.changes()):
            change = self.memory.written[one]
            assert not allowed.holds(change), "forgotten though granted"
            assert change.author != desk.author or one in home, "unsent work dropped"

    def check_need_to_know(self, number: int) -> None:
        """Beyond what they may hold an install keeps own work only, until told it is at home."""
        allowed, owner = self.installed[number][1], DESK_OWNERS[number]
        for change in self.desks[number].log.changes():
            unsent = change.author == owner and change.id not in self.told[number]
            assert allowed.holds(change) or unsent, "a store leaks"

    # An altered program

    @rule(lead=st.sampled_from(LEADS), key=keys, how=st.integers(0, 7), index=indices)
    def forge(self, lead: UUID, key: RecordKey, how: int, index: int) -> None:
        """Other people's plans, other authors, or stolen ids named in an allowed place."""
        targets = self.hub.log.changes()
        if targets:
            target = sorted(targets, key=lambda one: one.id)[index % len(targets)]
            self.forged += 1
            own = min(self.allowed[lead].people, default=target.scope)
            bad = forgeries(target, lead, self.forged, key, own)[how]
            self.receive_forged(lead, bad, target)

    def receive_forged(self, lead: UUID, bad: Change, target: Change) -> None:
        allowed, log = self.allowed[lead], self.hub.log
        before = {place: oracle.ids(found) for place, found in log.heads().items()}
        self.hub.receive(HandBack(lead, (bad,)), self.granted(lead))
        after = {place: oracle.ids(found) for place, found in log.heads().items()}
        for place in before.keys() | after.keys():
            if place != bad.place:
                assert after.get(place) == before.get(place), "changed elsewhere"
        if bad.id in oracle.ids(log.changes()):
            assert bad.author == lead, "not the sender's"
            assert allowed.holds(bad), "outside scope"
            assert allowed.writes(bad.kind, bad.field), "not theirs to write"
            self.memory.keep(bad, {target.id} if bad.place == target.place else set())
        else:
            assert bad.id in self.hub.held, "thrown away"
        check_log(log)

    # When everything has arrived

    def teardown(self) -> None:
        for desk in range(len(self.desks)):
            self.bring_home(self.desks[desk].hand_back())
        for desk in range(len(self.desks)):
            self.take_away(*self.pack(desk))
        self.memory.check_nothing_lost(self.hub)
        self.memory.check_no_false_alarm(self.hub)
        self.check_convergence()
        self.check_idempotence()

    def check_convergence(self) -> None:
        hub = {place: oracle.ids(found) for place, found in self.hub.log.heads().items()}
        for number, desk in enumerate(self.desks):
            allowed = self.allowed[DESK_OWNERS[number]]
            here = {place: oracle.ids(found) for place, found in desk.log.heads().items()}
            assert here == {
                place: found
                for place, found in hub.items()
                if place.scope in allowed.people and (place.field != SECRET or allowed.secrets)
            }, "not the same"
            self.check_standing(desk, allowed)

    def check_standing(self, desk: Desk, allowed: Allowed) -> None:
        """A record is gone here and disputed there only over a field this reader may not see."""
        there, here = self.hub.log.state(), desk.log.state()
        assert here.keys() <= there.keys(), "stands here only"
        for key in there.keys() - here.keys():
            visible = {field for field in there[key] if field != SECRET or allowed.secrets}
            assert key.scope not in allowed.people or visible != there[key].keys()

    def check_idempotence(self) -> None:
        before = self.snapshot()
        for desk in range(len(self.desks)):
            for _ in range(2):
                self.bring_home(self.desks[desk].hand_back())
                self.take_away(*self.pack(desk))
        assert self.snapshot() == before, "came again and changed something"

    def snapshot(self) -> list[list[ChangeId]]:
        logs = [self.hub.log, *(desk.log for desk in self.desks)]
        return [sorted(change.id for change in log.changes()) for log in logs]
