"""Texts that save themselves: kept as typed, promoted to an act when the field is left. No Qt.

Each field of a record is a slot of its own, with the revision its typing began from. One save is
in flight at a time and the next goes on from the revision it gave. When somebody else changed the
same field meanwhile nothing is written: both texts are shown and either can be taken.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from coordinator.casework.records.drafts import DraftView, drop_draft, keep_draft
from coordinator.casework.records.history import read_history
from coordinator.domain.errors import RuleError, StaleRecordError
from coordinator.domain.outcomes import Changes, Done
from coordinator.domain.records.history import HistoryView
from coordinator.ui.lanes.jobs import Jobs, Notify
from coordinator.wording import dates
from coordinator.wording.refusals.notices import Notice, notice_for
from coordinator.wording.translation import _

if TYPE_CHECKING:
    from coordinator.casework.desk import Desk


@dataclass(frozen=True, slots=True)
class Slot:
    """One text of one record; `form` is the permanent name of its draft: *plan.direction*."""

    record: UUID
    form: str

    @property
    def column(self) -> str:
        """The field as the act knows it."""
        return self.form.partition(".")[2]


class SlotState(Enum):
    """Where a text stands."""

    CALM = "calm"
    TYPED = "typed"
    SAVING = "saving"
    SAVED = "saved"
    CLASH = "clash"


@dataclass(frozen=True, slots=True)
class Clash:
    """Two texts for one field: the one typed here, the one somebody else saved meanwhile."""

    mine: str = field(repr=False)
    theirs: str = field(repr=False)
    found: int
    who: str = field(default="", repr=False)


@dataclass
class _Typing:
    seen: int
    text: str = field(repr=False)
    is_left: bool = False


class View(Protocol):
    """What the widgets show of it."""

    def show_text(self, slot: Slot, text: str) -> None:
        """Show a text as it stands."""

    def show_state(self, slot: Slot, state: SlotState) -> None:
        """Show whether it is saved."""

    def show_clash(self, slot: Slot, clash: Clash | None) -> None:
        """Show both texts, or that there is but one again."""


Save = Callable[[Slot, str, int], "Callable[[Desk], Done[int]]"]
"""Makes the act that gives a slot its text; the act gives the new revision."""


class Do(Protocol):
    """How such an act is done: as a command, unless a page has more to say about it."""

    def __call__(
        self,
        slot: Slot,
        act: "Callable[[Desk], Done[int]]",
        then: Callable[[int], None],
        refused: Callable[[Exception], bool],
        /,
    ) -> None:
        """Do it."""


class Autosave:
    """Keeps what is typed on one page."""

    def __init__(
        self, jobs: Jobs, view: View, notify: Notify, save: Save, *, do: Do | None = None
    ) -> None:
        self._jobs, self._view, self._notify, self._save = jobs, view, notify, save
        self._do = do or self._command
        self._standing: dict[Slot, tuple[str, int]] = {}
        self._typing: dict[Slot, _Typing] = {}
        self._clashes: dict[Slot, Clash] = {}
        self._in_flight: Slot | None = None
        self._then: Callable[[], None] | None = None

    @property
    def unsaved(self) -> frozenset[Slot]:
        """The texts that are not yet what the store says."""
        return frozenset(self._typing)

    def stand(self, slot: Slot, text: str, revision: int) -> None:
        """Tell what the store says; a text somebody is typing is left alone."""
        known = self._standing.get(slot)
        if known is not None and revision < known[1]:
            return  # an answer that was overtaken by a save of ours
        self._standing[slot] = (text, revision)
        if slot not in self._typing:
            self._view.show_text(slot, text)

    def restore(self, drafts: Iterable[DraftView]) -> None:
        """Go on where typing was broken off: by a lock, or by the end of the program."""
        for draft in drafts:
            slot = Slot(draft.record, draft.form)
            if slot not in self._standing or slot in self._typing:
                continue
            text = str(draft.values.get("text", ""))
            if text == self._standing[slot][0]:
                self._drop(slot)
                continue
            self._typing[slot] = _Typing(draft.seen, text)
            self._view.show_text(slot, text)
            self._view.show_state(slot, SlotState.TYPED)

    def typed(self, slot: Slot, text: str) -> None:
        """Keep what is typed so far."""
        is_new = self._note(slot, text)
        if is_new and text == self._standing[slot][0] and self._is_settled(slot):
            self.let_go(slot)  # typed and taken back
        elif is_new:
            self._keep(slot)
            if slot not in self._clashes:
                self._view.show_state(slot, SlotState.TYPED)

    def leave(self, slot: Slot, text: str) -> None:
        """Save a text whose field was left."""
        self._note(slot, text)
        typing = self._typing.get(slot)
        if typing is None or slot in self._clashes:
            return
        if typing.text == self._standing[slot][0] and self._in_flight != slot:
            self.let_go(slot)  # typed and taken back: nothing to save
            return
        typing.is_left = True
        self._save_next()

    def let_go(self, slot: Slot) -> None:
        """Forget what was typed; the text that stands is shown again."""
        self._typing.pop(slot, None)
        self._clashes.pop(slot, None)
        self._drop(slot)
        self._view.show_clash(slot, None)
        self._view.show_text(slot, self._standing[slot][0])
        self._view.show_state(slot, SlotState.CALM)
        self._go_on()

    def keep_mine(self, slot: Slot) -> None:
        """Save the text typed here over the one somebody else saved."""
        clash = self._clashes.pop(slot, None)
        if clash is None:
            return
        typing = self._typing[slot]
        typing.seen, typing.is_left = clash.found, True
        self._standing[slot] = (clash.theirs, clash.found)
        self._view.show_clash(slot, None)
        self._save_next()

    def take_theirs(self, slot: Slot) -> None:
        """Leave the text somebody else saved, and forget the one typed here."""
        clash = self._clashes.get(slot)
        if clash is not None:
            self._standing[slot] = (clash.theirs, clash.found)
            self.let_go(slot)

    def settle(self, then: Callable[[], None]) -> None:
        """Save everything that is not saved, then go on; nothing happens while two texts clash."""
        if self._clashes:
            self._notify(
                Notice(
                    _("Somebody else changed a text you are typing."),
                    _("Choose which of the two stays, then try again."),
                )
            )
            return
        self._then = then
        for typing in self._typing.values():
            typing.is_left = True
        self._save_next()
        self._go_on()

    def try_again(self) -> bool:
        """Keep what is typed once more after the store could not; gives whether there was any."""
        for slot in self._typing:
            self._keep(slot)
        self._save_next()
        return bool(self._typing)

    def _note(self, slot: Slot, text: str) -> bool:
        """Note a text; tells whether it is new."""
        if slot not in self._standing:
            return False
        typing = self._typing.get(slot)
        if typing is None:
            standing, revision = self._standing[slot]
            if text == standing:
                return False
            self._typing[slot] = _Typing(revision, text)
            return True
        is_new = text != typing.text
        typing.text = text
        return is_new

    def _is_settled(self, slot: Slot) -> bool:
        return slot not in self._clashes and self._in_flight != slot

    def _save_next(self) -> None:
        left = [s for s, one in self._typing.items() if one.is_left and s not in self._clashes]
        if self._in_flight is not None or not left:
            return
        slot = self._in_flight = left[0]
        typing = self._typing[slot]
        typing.is_left = False
        self._view.show_state(slot, SlotState.SAVING)
        act = partial(_promote, slot=slot, save=self._save(slot, typing.text, typing.seen))
        self._do(slot, act, partial(self._saved, slot, typing.text), partial(self._refused, slot))

    def _command(
        self,
        _slot: Slot,
        act: "Callable[[Desk], Done[int]]",
        then: Callable[[int], None],
        refused: Callable[[Exception], bool],
    ) -> None:
        self._jobs.command(act, then=then, refused=refused)

    def _saved(self, slot: Slot, text: str, revision: int) -> None:
        self._in_flight = None
        self._standing[slot] = (text, revision)
        typing = self._typing.get(slot)
        if typing is not None and typing.text != text:
            typing.seen = revision  # somebody went on typing while it was saved
            self._keep(slot)
        else:
            self._typing.pop(slot, None)
            self._view.show_state(slot, SlotState.SAVED)
        self._save_next()
        self._go_on()

    def _refused(self, slot: Slot, error: Exception) -> bool:
        self._in_flight = None
        self._then = None
        typing = self._typing.get(slot)
        if typing is None:
            return False
        if isinstance(error, StaleRecordError) and slot.column in error.theirs:
            self._meet(slot, Clash(typing.text, str(error.theirs[slot.column]), error.found))
        else:
            self._view.show_state(slot, SlotState.TYPED)
            if not isinstance(error, RuleError):
                typing.is_left = True  # once the store can be written again it is
                return False
            self._notify(notice_for(error))
        self._save_next()
        return True

    def _meet(self, slot: Slot, clash: Clash) -> None:
        self._clashes[slot] = clash
        self._view.show_state(slot, SlotState.CLASH)
        self._view.show_clash(slot, clash)
        read = partial(read_history, record_id=slot.record)
        self._jobs.query(read, partial(self._name, slot, clash), refused=lambda _error: True)

    def _name(self, slot: Slot, clash: Clash, history: HistoryView) -> None:
        """Say who changed it, once the history has told."""
        if self._clashes.get(slot) is clash and (who := _last_hand(history, slot)):
            named = Clash(clash.mine, clash.theirs, clash.found, who)
            self._clashes[slot] = named
            self._view.show_clash(slot, named)

    def _keep(self, slot: Slot) -> None:
        typing = self._typing[slot]
        self._jobs.command(partial(_keep_text, slot=slot, seen=typing.seen, text=typing.text))

    def _drop(self, slot: Slot) -> None:
        self._jobs.command(partial(_forget, slot=slot))

    def _go_on(self) -> None:
        if self._then is not None and not self._typing and self._in_flight is None:
            then, self._then = self._then, None
            then()


def _last_hand(history: HistoryView, slot: Slot) -> str:
    """Say who changed a field last, and when."""
    for one in history.happenings:
        if any(move.record == slot.record and move.field == slot.column for move in one.moves):
            name = history.names.get(one.by.hex, "")
            return _("{name}, {moment}", name=name, moment=dates.moment(one.at))
    return ""


def _promote(desk: "Desk", slot: Slot, save: "Callable[[Desk], Done[int]]") -> Done[int]:
    done = save(desk)
    drop_draft(desk, slot.form, slot.record)
    return done


def _keep_text(desk: "Desk", slot: Slot, seen: int, text: str) -> Done[None]:
    keep_draft(desk, slot.form, slot.record, seen=seen, values={"text": text})
    return Done(None, Changes())


def _forget(desk: "Desk", slot: Slot) -> Done[None]:
    drop_draft(desk, slot.form, slot.record)
    return Done(None, Changes())
