"""What Outreach today does: the sheet of a day and an area, its results in one pass. No Qt."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import partial
from typing import Protocol
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.outreach.reads import find_areas, find_sheet, read_to_find
from coordinator.casework.outreach.sheets import make_sheet
from coordinator.casework.records.undoing import undo_act
from coordinator.domain.lists.contacts import SEEN_RESULTS, ContactResult
from coordinator.domain.outcomes import Changes, RecordKind
from coordinator.domain.outreach import Proposal, Sheet
from coordinator.domain.roles import Right, may
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.lanes.kept import Kept, Texts
from coordinator.ui.places.every import OutreachPlace, PapersPlace, PersonPlace, Place
from coordinator.ui.screens.outreach.deeds import Deeds
from coordinator.ui.screens.outreach.entered import (
    Entry,
    Said,
    fault_of,
    kept_texts,
    lacks_time,
    read_kept,
    saving,
    with_result,
)
from coordinator.ui.shared.asking import Asking
from coordinator.wording.refusals.rules import field_words
from coordinator.wording.translation import ngettext

_SHOWN = (
    RecordKind.OUTREACH_SHEET,
    RecordKind.OUTREACH_LINE,
    RecordKind.CONTACT,
    RecordKind.ACTION,
    RecordKind.CASE,
    RecordKind.PERSON,
    RecordKind.WARNING,
    RecordKind.MISSING,
    RecordKind.PROTOCOL_STEP,
)
_NO_ENTRY = Said()


@dataclass(frozen=True, slots=True)
class Day:
    """One day's outreach in one area, as it stands.

    Attributes:
        sheet: Nothing while none was made; then `proposed` are those who would stand on it.
        may_make: Whether the sitter makes sheets and says who looks for whom.
        may_enter: Whether the sitter enters what came of it.
    """

    on: date
    today: date
    area: str
    areas: tuple[str, ...]
    sheet: Sheet | None = field(repr=False)
    proposed: tuple[Proposal, ...] = field(repr=False)
    may_make: bool
    may_enter: bool

    @property
    def is_over(self) -> bool:
        """Whether no sheet can be made for it any more."""
        return self.on < self.today

    @property
    def is_ahead(self) -> bool:
        """Whether nothing can have come of it yet."""
        return self.on > self.today


class View(Protocol):
    """What the presenter asks of the widgets."""

    def show_day(self, day: Day, entries: tuple[Entry, ...]) -> None:
        """Show a day: its sheet with what was typed, or who is to be found."""

    def show_entry(self, entry: Entry, ready: int) -> None:
        """Show one line again, and how many are ready to be saved."""

    def object_to(self, line: UUID, sentence: str) -> None:
        """Say what is wrong with what was typed beside a line."""


class OutreachPresenter:
    """One day at a time; what is typed is kept until it is saved."""

    def __init__(
        self,
        jobs: Jobs,
        view: View,
        asking: Asking,
        go: Callable[[Place], None],
        moved: Callable[[Place], None],
    ) -> None:
        self._jobs, self._view = jobs, view
        self._go, self._moved = go, moved
        self._kept = Kept(jobs, "outreach.results")
        self.toast: Callable[[str, Callable[[], object] | None], None] = lambda *_told: None
        self._place = OutreachPlace()
        self._day: Day | None = None
        self._said: dict[UUID, Said] = {}
        self.deeds = Deeds(jobs, asking, lambda: (self._sheet, self._entries()), self._told)

    @property
    def _sheet(self) -> Sheet | None:
        return self._day.sheet if self._day else None

    def _told(self, words: str) -> None:
        self.toast(words, None)

    def open_at(self, place: OutreachPlace) -> None:
        """Show the day and the area of a place; one that wants it asks for a contact at once."""
        self._place = place
        self.load()
        if place.contact:
            self.deeds.ask_contact()

    def load(self) -> None:
        """Read the day that is chosen."""
        read = partial(_read, on=self._place.on, area=self._place.area)
        self._jobs.query(read, self._show, replaces="outreach")

    def choose(self, on: date, area: str) -> None:
        """Go over to another day or another area."""
        self._place = OutreachPlace(on, area)
        self._moved(self._place)
        self.load()

    def go_by(self, days: int) -> None:
        """Go over to a day before or after."""
        if self._day is not None:
            self.choose(self._day.on + timedelta(days=days), self._day.area)

    def make(self) -> None:
        """Make the sheet of everybody who is to be found."""
        if self._day is not None:
            act = partial(make_sheet, on=self._day.on, area=self._day.area)
            self._jobs.command(act, then=lambda _sheet: self.load())

    def look_again(self, changes: Changes) -> None:
        """Read again when something shown was written."""
        if changes.touch(*_SHOWN):
            self.load()

    def say(self, line: UUID, result: ContactResult | None) -> None:
        """Say what came of looking for somebody; nothing takes it back."""
        self._put(line, replace(self._said.get(line, _NO_ENTRY), result=result))

    def write(self, line: UUID, clock: str, note: str) -> None:
        """Keep what is typed beside a line."""
        self._put(line, replace(self._said.get(line, _NO_ENTRY), clock=clock, note=note))

    def save(self) -> None:
        """Enter everything that says what came of it, as one act."""
        day = self._day
        if day is None or day.sheet is None:
            return
        ready = with_result(self._entries())
        for one in ready:
            if rule := fault_of(one.said.clock):
                self._view.object_to(one.line.id, field_words("at", rule))
                return
        if not ready:
            return
        if (lacking := lacks_time(ready, day.on, day.today)) is not None:
            self._view.object_to(lacking.line.id, field_words("at", "required"))
            return
        act = partial(saving, sheet=day.sheet.id, on=day.on, entries=ready)
        then = partial(self._tell_saved, tuple(ready))
        kept = self._kept.ended_by(act, **kept_texts(self._said))
        self._jobs.command(kept, then=then, refused=self._keep_again)

    def open_person(self, person: UUID) -> None:
        """Go to somebody's page."""
        self._go(PersonPlace(person))

    def open_paper(self) -> None:
        """Go to the paper of the sheet."""
        if self._day is not None and self._day.sheet is not None:
            day = self._day
            self._go(PapersPlace(kind="outreach", on=day.on, area=day.area))

    def _show(self, day: Day) -> None:
        before = self._day.sheet.id if self._day and self._day.sheet else None
        self._day = day
        if day.sheet is not None and day.sheet.id != before:
            self._said = {}
            self._kept.look(day.sheet.id, self._take_up)
        self._view.show_day(day, self._entries())

    def _take_up(self, texts: Texts) -> None:
        self._said = {**read_kept(texts), **self._said}
        if self._day is not None:
            self._view.show_day(self._day, self._entries())

    def _entries(self) -> tuple[Entry, ...]:
        lines = self._sheet.lines if self._sheet else ()
        return tuple(Entry(line, self._said.get(line.id, _NO_ENTRY)) for line in lines)

    def _put(self, line: UUID, said: Said) -> None:
        if said == self._said.get(line, _NO_ENTRY):
            return
        self._said[line] = said
        self._kept.typed(**kept_texts(self._said))
        for entry in self._entries():
            if entry.line.id == line:
                self._view.show_entry(entry, len(with_result(self._entries())))

    def _keep_again(self, _error: Exception) -> bool:
        self._kept.typed(**kept_texts(self._said))
        return False  # the window says why

    def _tell_saved(self, ready: tuple[Entry, ...], done: tuple[int, UUID | None]) -> None:
        count, act = done
        for one in ready:
            self._said.pop(one.line.id, None)
        self._kept.typed(**kept_texts(self._said))
        told = ngettext("{count} contact kept.", "{count} contacts kept.", count)
        found = sum(_is_found(one) for one in ready)
        if found:
            more = ngettext(
                "{count} of them was noted as missing: note on their page that they were found.",
                "{count} of them were noted as missing: note on their pages that they were found.",
                found,
            )
            told = f"{told} {more}"
        self.toast(told, partial(self._take_back, ready, act) if act else None)
        self.load()

    def _take_back(self, ready: tuple[Entry, ...], act: UUID) -> None:
        """Take the pass back: the contacts go, and stand as typed again."""
        self._said |= {one.line.id: one.said for one in ready}
        self._kept.typed(**kept_texts(self._said))
        self._jobs.command(partial(undo_act, act_id=act))


def _is_found(entry: Entry) -> bool:
    return entry.line.missing_since is not None and entry.said.result in SEEN_RESULTS


def _read(desk: Desk, on: date | None, area: str) -> Day:
    today = desk.today()
    day = on or today
    sheet = find_sheet(desk, day, area)
    proposed = () if sheet is not None or day < today else read_to_find(desk, day, area)
    return Day(
        on=day,
        today=today,
        area=area,
        areas=find_areas(desk),
        sheet=sheet,
        proposed=proposed,
        may_make=may(desk.sitter.role, Right.RUN_MEETINGS),
        may_enter=may(desk.sitter.role, Right.LOG_CONTACTS),
    )
