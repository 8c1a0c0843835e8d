"""The mail between a panel's store and its leads' stores: sealed files, each looked into.

Every pack is made, checked, opened and applied as a person's is; what is inside one is read here
by other code than the program's own.
"""

import json
import random
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from uuid import UUID

import pyrage
from sqlalchemy import select

from coordinator.casework.away.contacts import contact_on_file
from coordinator.casework.away.identity import own_card
from coordinator.casework.away.taking import own_changes
from coordinator.casework.stores.opening import Office
from coordinator.db.models import LoggedChange
from coordinator.db.store import Store
from coordinator.domain.errors import PackRefusedError
from coordinator.domain.exchange.change_files import read_changes
from coordinator.domain.exchange.faults import PackFault
from coordinator.domain.exchange.manifests import PackKind
from coordinator.domain.exchange.reviews import Applied
from coordinator.domain.exchange.scopes import Terms
from coordinator.domain.merging.changes import Change, ChangeId, sorted_ids
from coordinator.domain.outcomes import Done
from coordinator.domain.roles import Right
from coordinator.exchange.away import (
    CARD_FILE,
    OWN_FILE,
    apply_pack,
    make_hand_back,
    make_take_away,
    open_take_away,
)
from coordinator.exchange.pack_files import Address, changes_file, text_file, written_pack
from tests.domain.merging.promises import Memory
from tests.exchange.witness import WRITTEN, Views, check_elsewhere
from tests.stores import NURSE, WORKER, Clock

LEADS = (WORKER, NURSE, *(UUID(int=3 << 64 | place) for place in (6, 7, 8)))
DEPUTIES = {LEADS[1]: LEADS[0], LEADS[2]: LEADS[0], LEADS[3]: LEADS[1]}
"""Who stands in for whom, and may be lent their people."""
GUARDED = "gp"
"""The part of a person's record that is held back at times."""
AHEAD = timedelta(days=1)
"""A pack from further ahead is from a clock that is wrong."""
_HONEST = {**WRITTEN, "contact": ("row",)}
"""What honest programs write away from the panel, in these histories."""
NOTHING_OF_A_COPY: Mapping[Change, frozenset[ChangeId]] = {}
_STEP = 1_000_000  # forged numbers lie far apart, so that no honest one meets them


@dataclass(frozen=True)
class Sealed:
    """A pack as a file, and what its reader could have when it was made.

    Attributes:
        scopes: Whom it may be about.
        guarded: Of whom a part was held back then.
        had: Of a copy of a store: what its new changes' author had been shown.
    """

    path: Path
    pack: str
    seq: int
    made: datetime
    expires: datetime
    changes: tuple[Change, ...]
    scopes: frozenset[UUID] = frozenset()
    guarded: frozenset[UUID] = frozenset()
    had: Mapping[Change, frozenset[ChangeId]] = field(default_factory=dict)

    def fault_at(self, now: datetime, taken: set[str]) -> PackFault | None:
        """Say why whoever took these packs refuses it at that time."""
        broken = (
            (self.pack in taken, PackFault.SEEN_BEFORE),
            (self.expires < now, PackFault.EXPIRED),
            (self.made > now + AHEAD, PackFault.FROM_THE_FUTURE),
        )
        return next((fault for is_so, fault in broken if is_so), None)


@dataclass
class Lead:
    """One lead professional: their store, what is on its way to and from them."""

    office: Office
    clock: Clock
    identity: str
    newest: Sealed
    coming: list[Sealed] = field(default_factory=list)
    going: list[Sealed] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)
    lent: set[UUID] = field(default_factory=set)


def secret_of(office: Office) -> str:
    """Give what opens the packs that are sealed for a store."""
    with office.desk.store.reading() as look:
        (key,) = look.cards.sealing_keys()
    return key.secret


def looked_into(path: Path, secret: str) -> Sealed:
    """Read what is inside a sealed file, asking nothing of who made it, for whom and when."""
    plain = pyrage.decrypt(path.read_bytes(), [pyrage.x25519.Identity.from_str(secret)])
    _sender, line, _signature, rest = plain.split(b"\n", 3)
    said = json.loads(line)
    changes: list[Change] = []
    for one in said["files"]:
        data, rest = rest[: one["packed"]], rest[one["packed"] :]
        if one["name"].endswith(".jsonl"):
            changes += read_changes([zlib.decompress(data)])
    made, expires = (datetime.fromisoformat(said[name]) for name in ("made", "expires"))
    return Sealed(path, said["pack"], said["seq"], made, expires, tuple(changes))


class Post:
    """Makes packs and lets them arrive; holds each to what it may hold and do.

    Attributes:
        led_by: Who leads whom now; nobody where it is nothing.
        guarded: Of whom a part is held back now.
        seqs: The numbers of hand-backs that arrived, by whose they are.
    """

    def __init__(
        self,
        hub: Office,
        leads: dict[UUID, Lead],
        views: Views,
        memory: Memory,
        led_by: dict[UUID, UUID | None],
        folder: Path,
    ) -> None:
        self._hub, self._leads, self._views, self._memory = hub, leads, views, memory
        self._folder, self._forged, self._arrived = folder, 0, set[str]()
        self._secrets = {who: secret_of(lead.office) for who, lead in leads.items()}
        self._secret = secret_of(hub)
        with hub.desk.store.reading() as look:
            self.panel, self._identity = look.info.panel_id, own_card(look).identity.id
        self.led_by, self.guarded = led_by, set[UUID]()
        self.seqs: set[tuple[UUID, int]] = set()

    def lendable(self, who: UUID) -> set[UUID]:
        """Whom a lead may be lent: the people of whomever they stand in for."""
        other = DEPUTIES.get(who)
        return {one for one, lead in self.led_by.items() if other and lead == other}

    def theirs(self, who: UUID) -> frozenset[UUID]:
        """Who is a lead's now: their own people, and who is lent to them."""
        own = {one for one, lead in self.led_by.items() if lead == who}
        return frozenset(own | (self._leads[who].lent & self.lendable(who)))

    def sent(
        self,
        who: UUID,
        also: frozenset[UUID] = frozenset(),
        ended: frozenset[UUID] = frozenset(),
    ) -> Sealed:
        """Make what somebody is to have now; some of their deputy's may be lent, or no longer."""
        lead = self._leads[who]
        lead.lent = ((lead.lent | also) - ended) & self.lendable(who)
        terms = Terms(also=also, ended=ended)
        made = make_take_away(self._hub.desk, lead.identity, self._folder, terms=terms).result
        found = looked_into(made.path, self._secrets[who])
        mail = replace(found, scopes=self.theirs(who), guarded=frozenset(self.guarded))
        self._check_need_to_know(mail.changes, mail, who)
        return mail

    def take(self, who: UUID, mail: Sealed) -> bool:
        """Let a take-away arrive; says whether it was taken, as it must be."""
        lead = self._leads[who]
        before = self.log(lead.office)
        fault = mail.fault_at(lead.clock.at, lead.taken)
        found = fault_of(partial(self._open, lead, mail))
        assert found is fault, f"taken, or refused for another reason: {found}, not {fault}"
        if fault is not None or mail.seq <= lead.newest.seq:
            assert self.log(lead.office) == before, "a pack that is no news changed something"
        else:
            lead.newest = mail
        if fault is None:
            lead.taken.add(mail.pack)
        changes = self._views.of(lead.office.desk).changes()
        self._check_need_to_know(changes, lead.newest, who)
        return fault is None

    @staticmethod
    def _open(lead: Lead, mail: Sealed) -> None:
        lead.office, done = open_take_away(lead.office, mail.path)
        is_old = mail.seq <= lead.newest.seq
        assert (done.result.is_late, done.result.is_numbered_again) == (is_old, False)

    def goes_astray(self, office: Office, mail: Sealed, how: int, at: int) -> None:
        """Let a pack come damaged, cut short, with something behind it, or to somebody else."""
        data, bad = mail.path.read_bytes(), self._folder.parent / "astray.plan"
        place = at % len(data)
        turned = data[:place] + bytes([data[place] ^ 1 << at % 8]) + data[place + 1 :]
        bad.write_bytes((turned, data[:place], data + b"!", data)[how])
        before = self.log(office)
        for work in (partial(open_take_away, office, bad), partial(apply_pack, office, bad)):
            assert fault_of(work) is not None, "taken"
        assert self.log(office) == before, "what went astray changed something"

    def hand_back(
        self,
        who: UUID,
        twin: Office | None = None,
        had: Mapping[Change, frozenset[ChangeId]] = NOTHING_OF_A_COPY,
    ) -> Sealed:
        """Make what somebody hands back now, from their store or a copy of it."""
        lead = self._leads[who]
        made = make_hand_back((twin or lead.office).desk, self._folder).result
        found = replace(looked_into(made.path, self._secret), had=had)
        lead.going.append(found)
        return found

    def receive(self, who: UUID, pack: Sealed) -> bool:
        """Let a hand-back arrive at the panel, and look at what became of it."""
        before = self._views.of(self._hub.desk)
        fault = pack.fault_at(self._hub.desk.now(), self._arrived)
        forks = self._given_twice(who, pack)
        found: list[Done[Applied]] = []
        refused = fault_of(lambda: found.append(apply_pack(self._hub, pack.path)))
        assert refused is fault, f"taken, or refused for another reason: {refused}, not {fault}"
        after = self._views.of(self._hub.desk)
        if fault is not None:
            assert after is before, "refused, and something was written"
            return False
        assert found[0].result.forks == forks, "a copy nobody noticed, or one that is none"
        self._arrived.add(pack.pack)
        self.seqs.add((who, pack.seq))
        for change, had in pack.had.items():
            self._memory.keep(change, set(had))
        if {one.id for one in pack.changes} <= before.ids:
            assert after.ids == before.ids, "came again and changed something"
        assert {one.id for one in pack.changes} <= after.ids | after.held, "thrown away"
        fresh = [one for one in after.changes() if one.id not in before.ids]
        numbers = {(one.install, one.number) for one in after.changes()}
        assert len(numbers) == len(after.changes()), "two changes under one number"
        self._check_theirs(who, fresh)
        check_elsewhere(before, after, {one.place for one in fresh})
        return True

    def _given_twice(self, who: UUID, pack: Sealed) -> int:
        """Count the numbers that two changes of theirs bear; else two packs of theirs."""
        view = self._views.of(self._hub.desk)
        new = [one for one in pack.changes if one.id not in view.ids | view.held]
        numbers = {(one.install, one.number): one.id for one in (*new, *view.changes())}
        own = (one for one in new if one.author == who)
        twice = sum(numbers[one.install, one.number] != one.id for one in own)
        return twice or int((who, pack.seq) in self.seqs)

    def forge(
        self, who: UUID, how: int, index: int, own: Sequence[UUID], others: Sequence[UUID]
    ) -> None:
        """Hand back one change of an altered program, that names a stolen id.

        Args:
            who: Whose program it is.
            how: It is altered.
            index: Of the change that is named, among those on file.
            own: Records of somebody, that it may be put to.
            others: Records that it may be put to, of anybody.
        """
        view = self._views.of(self._hub.desk)
        targets = sorted((one for one in view.changes() if _is_plain(one)), key=lambda one: one.id)
        target = targets[index % len(targets)]
        bad = self._altered(who, target, how, own, others[index % len(others)])
        self.hand_in(who, bad)
        self.remember(bad, target)

    def hand_in(self, who: UUID, bad: Change) -> None:
        """Let a hand-back of one change arrive, sealed with its sender's own keys."""
        desk = self._leads[who].office.desk
        with desk.read(Right.OWN_CARD) as look:
            panel, card = contact_on_file(look, self._identity), own_card(look).file_bytes
        assert panel is not None
        address = Address(panel.card, PackKind.HAND_BACK, self.panel, _STEP + self._forged, 0)
        files = [text_file(CARD_FILE, card), changes_file(OWN_FILE, (bad,))]
        with written_pack(desk, self._folder, address, files) as written:
            written.finish()
        self.receive(who, looked_into(written.path, self._secret))

    def slip_in(self, bad: Change) -> None:
        """Bring a change in past all sorting; it must touch nothing but its own place."""
        before = self._views.of(self._hub.desk)
        with self._hub.desk.act(Right.SETTLE) as tx:
            tx.bring_in([bad])
            tx.journal("test.slipped_in")
        check_elsewhere(before, self._views.of(self._hub.desk), {bad.place})
        self._memory.keep(bad, set())

    def forged_from(self, who: UUID, target: Change) -> Change:
        """Give a change of somebody's own that names another as seen."""
        self._forged += 1
        with self._leads[who].office.desk.store.reading() as look:
            install = look.info.install_id
        return replace(
            target,
            value=True if target.field == "*" else f"forged {self._forged}",
            author=who,
            install=install,
            number=self._forged * _STEP,
            replaces=sorted_ids([target]),
        )

    def _altered(
        self, who: UUID, target: Change, how: int, own: Sequence[UUID], other: UUID
    ) -> Change:
        bad = self.forged_from(who, target)
        fields = WRITTEN[target.kind]
        mine = sorted(self.theirs(who))
        return (
            bad,
            replace(bad, author=next(one for one in LEADS if one != who)),
            replace(bad, scope=mine[0]) if mine else bad,
            replace(bad, record=own[1]) if bad.kind == "strength" else bad,
            replace(bad, field=fields[bad.field == fields[0]], value="forged"),
            replace(bad, record=other, kind="strength", field="text", value="forged"),
            replace(bad, record=UUID(int=_STEP + self._forged)),
        )[how]

    def remember(self, bad: Change, target: Change) -> None:
        """Keep a change of an altered program, where it was taken over."""
        if bad.id in self._views.of(self._hub.desk).ids:
            self._memory.keep(bad, {target.id} if bad.place == target.place else set())

    def _check_theirs(self, who: UUID, fresh: Iterable[Change]) -> None:
        """What was taken over is the sender's, about their people, where they may write."""
        theirs = self.theirs(who)
        for one in fresh:
            assert one.author == who, "not the sender's"
            assert one.scope in theirs, "not about their people"
            assert one.field in {*_HONEST.get(one.kind, ()), "*"}, "not theirs to write"
            assert not (one.record in self.guarded and one.field == GUARDED), "held back from them"

    def own(self, lead: Lead) -> list[Change]:
        """Everything somebody wrote that their store still has."""
        with lead.office.desk.store.reading() as look:
            return own_changes(look, lead.office.desk.sitter.professional)

    def log(self, office: Office) -> set[ChangeId]:
        """The ids of everything in a store's log."""
        return logged(office.desk.store)

    def _check_need_to_know(self, changes: Iterable[Change], mail: Sealed, who: UUID) -> None:
        for one in changes:
            assert one.scope in {self.panel, *mail.scopes}, "somebody else leaks"
            is_kept = one.record in mail.guarded and one.field == GUARDED
            assert not is_kept or one.author == who, "what is held back leaks"


def logged(store: Store) -> set[ChangeId]:
    """The ids of everything in a store's log."""
    with store.reading() as look:
        return set(look.session.scalars(select(LoggedChange.id)))


def fault_of(work: Callable[[], object]) -> PackFault | None:
    """Say why a pack is refused, if it is."""
    try:
        work()
    except PackRefusedError as error:
        return PackFault(error.fault)
    return None


def chance(*of: object) -> Callable[[int], bytes]:
    """Give random bytes that are the same each time."""
    return random.Random(repr(of)).randbytes


def _is_plain(change: Change) -> bool:
    return change.field in WRITTEN.get(change.kind, ()) or (
        change.kind == "strength" and change.field == "*"
    )
