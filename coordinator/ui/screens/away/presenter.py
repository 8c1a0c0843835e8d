"""What the page of away and back does. No Qt."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from coordinator.casework.away.away_pages import read_away_page, read_going
from coordinator.casework.away.held import settle_held_back
from coordinator.casework.away.sheet_going import find_sheet_leads, read_sheet_going
from coordinator.casework.away.sheet_making import SheetOwner
from coordinator.casework.desk import Desk
from coordinator.domain.disclosing.sendings import Sending
from coordinator.domain.errors import CoordinatorError, InvalidFieldsError, SheetCellsError
from coordinator.domain.exchange.away_pages import (
    AwayPage,
    Going,
    HeldEntry,
    OwnAway,
    PanelAway,
    Return,
    SheetGoing,
)
from coordinator.domain.exchange.parcels import Taken
from coordinator.domain.exchange.reviews import Applied
from coordinator.domain.exchange.scopes import Terms
from coordinator.domain.outcomes import Changes, Done
from coordinator.domain.progress import Progress
from coordinator.exchange.away import MadePack
from coordinator.exchange.giving_each import GivenEach
from coordinator.exchange.lent import LentPacks
from coordinator.ui.lanes.jobs import Jobs, Notify
from coordinator.ui.places.away import AwayPlace
from coordinator.ui.places.every import Place
from coordinator.ui.screens.away import questions
from coordinator.ui.shared.asking import Answered, Asking, Values
from coordinator.wording.away import applied_words, taken_words
from coordinator.wording.refusals.notices import Notice
from coordinator.wording.translation import _


class Deed(Enum):
    """One thing that can be done on the page."""

    GIVE = "give"
    GIVE_EACH = "give_each"
    SHEET = "sheet"
    HAND_BACK = "hand_back"
    TAKE_OVER = "take_over"
    LEAVE = "leave"
    NEXT = "next"


@dataclass(frozen=True, slots=True)
class Ways:
    """What the page is lent: what makes and takes packs, where it leads, whom it tells."""

    packs: LentPacks
    go: Callable[[Place], object]
    toast: Callable[[str, Callable[[], object] | None], None]
    tell: Notify
    lock: Callable[[], object]


class View(Protocol):
    """What the presenter asks of the widgets."""

    def show_page(self, page: AwayPage) -> None:
        """Show who has what, or what somebody took away."""

    def show_reading(self) -> None:
        """Say that a pack is being read."""

    def show_return(self, found: Return | None) -> None:
        """Show what came back and waits to be taken over; nothing where nothing does."""

    def show_waiting(self, files: Sequence[Path]) -> None:
        """Show which packs were handed over too and are looked at next; nothing where none is."""

    def ask_folder(self) -> Path | None:
        """Ask where a pack goes."""


@dataclass(frozen=True, slots=True)
class _Looked:
    """A hand-back that was looked at; of a sheet perhaps without what cannot be read."""

    file: Path
    found: Return = field(repr=False)
    rest: bool = False


class AwayPresenter:
    """Packs of one store. What is kept of them is no record: the page is read after each act."""

    def __init__(
        self, jobs: Jobs, view: View, asking: Asking, ways: Ways, place: AwayPlace
    ) -> None:
        self._jobs, self._view, self._asking, self._ways = jobs, view, asking, ways
        self._page: AwayPage | None = None
        self._waiting = [*filter(None, (place.file, *place.more))]
        self._are_several = len(self._waiting) > 1
        self._looked: _Looked | None = None

    def load(self) -> None:
        """Read the page."""
        self._jobs.query(read_away_page, self._show, replaces="away")

    def look_again(self, changes: Changes) -> None:
        """Read again: any act may change what is theirs, and what a hand-back would change."""
        if not changes.kinds:
            return
        self.load()
        if self._looked is not None:
            self._look(self._looked.file, rest=self._looked.rest)

    def bring_in(self, file: Path) -> None:
        """Look at a pack; away from the panel, ask whether it is to be taken in."""
        if isinstance(self._page, OwnAway):
            self._asking.hear(questions.taking_in(), partial(self._take_in, file))
        elif self._page is not None:
            self._view.show_reading()
            self._look(file)

    def do(self, deed: Deed) -> None:
        """Ask for what an act needs, then do it."""
        if deed is Deed.HAND_BACK:
            self._hand_back()
        elif deed is Deed.LEAVE:
            self._forget()
            self._next()
        elif deed is Deed.NEXT:
            self._waiting += [self._looked.file] if self._looked else []  # it comes last
            self._forget()
            self._next()
        elif deed is Deed.GIVE and isinstance(self._page, PanelAway):
            self._asking.hear(questions.for_whom(self._page), self._chosen)
        elif deed is Deed.GIVE_EACH and isinstance(self._page, PanelAway):
            self._asking.hear(questions.to_each(self._page), self._give_each)
        elif deed is Deed.SHEET and isinstance(self._page, PanelAway):
            self._jobs.query(find_sheet_leads, self._ask_sheet)
        elif deed is Deed.TAKE_OVER and self._looked is not None:
            self._take_over(self._looked)

    def take(self, entry: HeldEntry) -> None:
        """Take over after all what was kept aside."""
        act = partial(settle_held_back, ids=entry.ids, take=True)
        self._jobs.command(act, then=self._again)

    def leave(self, entry: HeldEntry) -> None:
        """Ask why what was kept aside is left, and leave it."""

        def left(values: Values, _seen: int) -> Callable[[Desk], Done[Any]]:
            return partial(settle_held_back, ids=entry.ids, take=False, **values)

        self._asking.put(questions.leaving(entry), left, then=self._again)

    def _show(self, page: AwayPage) -> None:
        is_first, self._page = self._page is None, page
        self._view.show_page(page)
        if is_first:
            self._next()

    def _next(self) -> None:
        """Look at what was handed over, one after the other."""
        now, self._waiting = self._waiting[:1], self._waiting[1:]
        self._view.show_waiting(self._waiting)
        for file in now:
            self.bring_in(file)

    def _chosen(self, values: Values, form: Answered) -> None:
        terms = questions.terms_asked(values)
        read = partial(read_going, contact=values["contact"] or "", terms=terms)
        self._jobs.query(read, partial(self._show_going, form), refused=form.refused)

    def _show_going(self, form: Answered, going: Going) -> None:
        form.done()
        self._asking.hear(questions.giving(going), partial(self._give, going))

    def _give(self, going: Going, values: Values, form: Answered) -> None:
        if (folder := self._view.ask_folder()) is None:
            form.again()
            return
        terms = questions.terms_of(going, values)
        reason = values.get("reason", "")
        give = partial(self._ways.packs.give, going.contact, folder, terms, reason)

        def given(done: Done[MadePack]) -> None:
            form.done()
            self._saved(done)

        self._jobs.long(_("The pack is sealed"), give, given, refused=form.refused)

    def _give_each(self, values: Values, form: Answered) -> None:
        if not values["contacts"]:
            form.refused(InvalidFieldsError({"contacts": "required"}))
            return
        if (folder := self._view.ask_folder()) is None:
            form.again()
            return
        terms = Terms(due=values["due"], rest=bool(values.get("rest")))
        contacts, reason = tuple(values["contacts"]), values.get("reason", "")
        give = partial(self._ways.packs.give_each, contacts, folder, terms, reason)
        names = dict(self._page.contacts) if isinstance(self._page, PanelAway) else {}

        def given(done: Done[GivenEach]) -> None:
            form.done()
            self.load()
            self._ways.tell(questions.each_told(done.result, names))

        self._jobs.long(_("The packs are sealed"), give, given, refused=form.refused)

    def _ask_sheet(self, leads: tuple[SheetOwner, ...]) -> None:
        self._asking.hear(questions.whose_sheet(leads), self._lead_chosen)

    def _lead_chosen(self, values: Values, form: Answered) -> None:
        if values["lead"] is None:
            form.refused(InvalidFieldsError({"lead": "required"}))
            return
        read = partial(read_sheet_going, professional=values["lead"])
        self._jobs.query(read, partial(self._show_sheet, form), refused=form.refused)

    def _show_sheet(self, form: Answered, going: SheetGoing) -> None:
        form.done()
        self._asking.hear(questions.making_sheet(going), partial(self._sheet, going))

    def _sheet(self, going: SheetGoing, values: Values, form: Answered) -> None:
        if (folder := self._view.ask_folder()) is None:
            form.again()
            return
        sending = Sending(channel=values["channel"], reason=values["reason"])
        terms = questions.sheet_terms(going, values)
        make = partial(self._ways.packs.sheet, going.professional, folder, terms, sending)

        def made(done: Done[MadePack]) -> None:
            form.done()
            self.load()
            file = done.result.path.name
            self._ways.toast(_("Saved: {file}. It is not sealed.", file=file), None)

        self._jobs.long(_("The sheet is written"), make, made, refused=form.refused)

    def _hand_back(self) -> None:
        if (folder := self._view.ask_folder()) is not None:
            hand_back = partial(self._ways.packs.hand_back, folder)
            self._jobs.long(_("The pack is sealed"), hand_back, self._saved)

    def _saved(self, done: Done[MadePack]) -> None:
        self.load()
        self._ways.toast(_("Saved: {file}. Send it as it is.", file=done.result.path.name), None)

    def _look(self, file: Path, *, rest: bool = False) -> None:
        def shown(found: Return) -> None:
            self._looked = _Looked(file, found, rest)
            self._view.show_return(found)

        def refused(error: Exception) -> bool:
            self._forget()
            if isinstance(error, SheetCellsError) and not rest:
                self._asking.hear(
                    questions.the_rest(file, error), partial(self._look_at_rest, file)
                )
                return True
            return self._is_told(file, error)

        look = partial(self._ways.packs.look, file, rest=rest)
        self._jobs.beside(_("What came back is looked at"), look, shown, refused=refused)

    def _is_told(self, file: Path, error: Exception) -> bool:
        """Name the file that is refused, where it came together with others."""
        if not self._are_several or not isinstance(error, CoordinatorError):
            return False
        self._ways.tell(questions.refused_of_several(file, error))
        return True

    def _look_at_rest(self, file: Path, _values: Values, form: Answered) -> None:
        form.done()
        self._look(file, rest=True)

    def _forget(self) -> None:
        self._looked = None
        self._view.show_return(None)

    def _take_over(self, looked: _Looked) -> None:
        if looked.found.is_store_older:
            self._asking.hear(questions.going_on(), partial(self._go_on, looked))
            return
        self._apply(looked)

    def _go_on(self, looked: _Looked, _values: Values, form: Answered) -> None:
        form.done()
        self._apply(looked, go_on=True)

    def _apply(self, wanted: _Looked, *, go_on: bool = False) -> None:
        def take_over(progress: Progress) -> Done[Applied]:
            packs = self._ways.packs
            return packs.take_over(wanted.file, progress, go_on=go_on, rest=wanted.rest)

        looked, self._looked = self._looked, None  # what it changes is not looked at again
        self._jobs.long(
            _("The work is taken over"),
            take_over,
            self._applied,
            refused=partial(self._not_applied, looked),
        )

    def _not_applied(self, looked: _Looked | None, _error: Exception) -> bool:
        self._looked = looked
        return False

    def _applied(self, done: Done[Applied]) -> None:
        self._forget()
        self.load()
        self._ways.toast(applied_words(done.result), None)
        self._next()

    def _take_in(self, file: Path, _values: Values, form: Answered) -> None:
        def taken(done: Done[tuple[Taken, bool]]) -> None:
            form.done()
            self._taken(*done.result)

        take_in = partial(self._ways.packs.take_in, file)
        self._jobs.long(_("The pack is taken in"), take_in, taken, refused=form.refused)

    def _taken(self, taken: Taken, is_other: bool) -> None:  # noqa: FBT001 - as it was told
        if is_other:
            self._ways.lock()  # who sits here is known from now on: the desks are made anew
            return
        self.load()
        first, *more = taken_words(taken)
        self._ways.tell(Notice(first, "", tuple(more)))
        self._next()

    def _again(self, _result: object) -> None:
        self.load()
