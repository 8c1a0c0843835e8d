"""The mail between a panel's store and its leads' stores, each pack looked at as it arrives.

Packs never become files here: what is in them and what they do is all that is asked.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID

from sqlalchemy import select

from coordinator.casework.away.handing import note_hand_back, read_hand_back
from coordinator.casework.away.returning import apply_hand_back
from coordinator.casework.away.sending import Made, note_take_away, read_take_away
from coordinator.casework.away.taking import apply_take_away, own_changes, sitter_now
from coordinator.casework.desk import Desk
from coordinator.db.models import LoggedChange
from coordinator.domain.errors import GuardError
from coordinator.domain.exchange.parcels import Envelope, HandBack, TakeAway
from coordinator.domain.merging.changes import Change, ChangeId, sorted_ids
from coordinator.domain.roles import Right
from tests.casework.away.stores import parcel_of
from tests.casework.away.witness import WRITTEN, Views, check_elsewhere
from tests.domain.merging.promises import Memory
from tests.stores import NURSE, PANEL, WORKER, Clock

LEADS = (WORKER, NURSE)
IDENTITIES = {who: f"{place:064x}" for place, who in enumerate(LEADS, 0xB0)}
GUARDED = "gp"
"""The part of a person's record that is held back at times."""
_HONEST = {**WRITTEN, "contact": ("row",)}
"""What honest programs write away from the panel, in these histories."""
_STEP = 1_000_000  # forged numbers lie far apart, so that no honest one meets them


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


class Post:
    """Makes packs and lets them arrive; holds each to what it may hold and do.

    Attributes:
        led_by: Who leads whom now.
        guarded: Of whom a part is held back now.
    """

    def __init__(
        self,
        hub: Desk,
        leads: dict[UUID, Lead],
        views: Views,
        memory: Memory,
        led_by: dict[UUID, UUID],
    ) -> None:
        self._hub, self._leads, self._views, self._memory = hub, leads, views, memory
        self._packs, self._forged, self._arrived = 0, 0, set[str]()
        self.led_by, self.guarded = led_by, set[UUID]()

    def sent(self, who: UUID) -> Mail:
        """Make what somebody is to have now."""
        outgoing = read_take_away(self._hub, IDENTITIES[who])
        parcel = parcel_of(outgoing, self._hub.now())
        pack = replace(parcel, envelope=replace(parcel.envelope, pack=self._next()))
        with note_take_away(self._hub, outgoing, self._made(pack.envelope.pack)):
            pass
        mail = Mail(pack, self._led(who), frozenset(self.guarded))
        _check_need_to_know(pack.changes, mail, who)
        return mail

    def take(self, who: UUID, mail: Mail) -> None:
        """Let a take-away arrive; one that is late or came before changes nothing."""
        lead, envelope = self._leads[who], mail.pack.envelope
        with lead.desk.store.reading() as look:
            if look.packs.taken(envelope.pack) is not None:
                return  # refused by its id before it comes this far
        is_late = lead.newest is not None and envelope.seq <= lead.newest.pack.envelope.seq
        before = self.log(lead.desk)
        apply_take_away(lead.desk, mail.pack)
        lead.desk = replace(lead.desk, sitter=sitter_now(lead.desk), opened=set())
        if is_late:
            assert self.log(lead.desk) == before, "a late pack changed something"
        else:
            lead.newest = mail
        assert lead.newest is not None
        _check_need_to_know(self._views.of(lead.desk).changes(), lead.newest, who)

    def hand_back(self, who: UUID) -> None:
        """Make what somebody hands back now."""
        lead = self._leads[who]
        handed = read_hand_back(lead.desk)
        pack = self._next()
        with note_hand_back(lead.desk, handed, self._made(pack)):
            pass
        envelope = Envelope(IDENTITIES[who], pack, PANEL, handed.seq, handed.seen, self._hub.now())
        lead.going.append(HandBack(envelope, handed.changes))

    def receive(self, who: UUID, pack: HandBack) -> None:
        """Let a hand-back arrive at the panel, and look at what became of it."""
        before = self._views.of(self._hub)
        was_taken = pack.envelope.pack in self._arrived
        is_refused = self._refuses(pack)
        self._arrived.add(pack.envelope.pack)
        assert is_refused == was_taken, "every pack is taken once"
        after = self._views.of(self._hub)
        if was_taken or {one.id for one in pack.changes} <= before.ids:
            assert after.ids == before.ids, "came again and changed something"
        assert {one.id for one in pack.changes} <= after.ids | after.held, "thrown away"
        fresh = [one for one in after.changes() if one.id not in before.ids]
        self._check_theirs(who, fresh)
        places = {one.place for one in fresh}
        check_elsewhere(before, after, places)

    def _refuses(self, pack: HandBack) -> bool:
        try:
            apply_hand_back(self._hub, pack)
        except GuardError as fault:
            if fault.guard != "pack-taken":
                raise
            return True
        return False

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
        view = self._views.of(self._hub)
        targets = sorted((one for one in view.changes() if _is_plain(one)), key=lambda one: one.id)
        if self._leads[who].newest is None or not targets:
            return
        target = targets[index % len(targets)]
        bad = self._altered(who, target, how, own, others[index % len(others)])
        self.hand_in(who, bad)
        self.remember(bad, target)

    def hand_in(self, who: UUID, bad: Change) -> None:
        """Let a hand-back of one change arrive."""
        envelope = Envelope(IDENTITIES[who], self._next(), PANEL, 1, 0, self._hub.now())
        self.receive(who, HandBack(envelope, (bad,)))

    def slip_in(self, bad: Change) -> None:
        """Bring a change in past all sorting; it must touch nothing but its own place."""
        before = self._views.of(self._hub)
        with self._hub.act(Right.SETTLE) as tx:
            tx.bring_in([bad])
            tx.journal("test.slipped_in")
        check_elsewhere(before, self._views.of(self._hub), {bad.place})
        self._memory.keep(bad, set())

    def forged_from(self, who: UUID, target: Change) -> Change:
        """Give a change of somebody's own that names another as seen."""
        self._forged += 1
        with self._leads[who].desk.store.reading() as look:
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
        mine = sorted(self._led(who))
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
        if bad.id in self._views.of(self._hub).ids:
            self._memory.keep(bad, {target.id} if bad.place == target.place else set())

    def _check_theirs(self, who: UUID, fresh: Iterable[Change]) -> None:
        """What was taken over is the sender's, about their people, where they may write."""
        led = self._led(who)
        for one in fresh:
            assert one.author == who, "not the sender's"
            assert one.scope in led, "not about their people"
            assert one.field in {*_HONEST.get(one.kind, ()), "*"}, "not theirs to write"
            assert not (one.record in self.guarded and one.field == GUARDED), "held back from them"

    def own(self, lead: Lead) -> list[Change]:
        """Everything somebody wrote that their store still has."""
        with lead.desk.store.reading() as look:
            return own_changes(look, lead.desk.sitter.professional)

    def log(self, desk: Desk) -> set[ChangeId]:
        """The ids of everything in a store's log."""
        with desk.store.reading() as look:
            return set(look.session.scalars(select(LoggedChange.id)))

    def _led(self, who: UUID) -> frozenset[UUID]:
        return frozenset(one for one, lead in self.led_by.items() if lead == who)

    def _next(self) -> str:
        self._packs += 1
        return f"{self._packs:032x}"

    def _made(self, pack: str) -> Made:
        return Made(pack, self._hub.now(), self._hub.now(), 1, "0" * 64)


def _is_plain(change: Change) -> bool:
    return change.field in WRITTEN.get(change.kind, ()) or (
        change.kind == "strength" and change.field == "*"
    )


def _check_need_to_know(changes: Iterable[Change], mail: Mail, who: UUID) -> None:
    for one in changes:
        assert one.scope in {PANEL, *mail.scopes}, "somebody else leaks"
        is_kept = one.record in mail.guarded and one.field == GUARDED
        assert not is_kept or one.author == who, "what is held back leaks"
