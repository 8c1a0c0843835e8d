"""What Papers does: reads a draft, has it laid out apart, saves or prints what was looked at.

No Qt: a printer is lent by the view.
"""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Protocol

from coordinator.casework.desk import Desk
from coordinator.casework.directory.page import read_directory
from coordinator.domain.actions.rows import TrackerFilter
from coordinator.domain.disclosing.sendings import NOTHING_ASKED, Sending
from coordinator.domain.errors import CancelledError, GuardError, InvalidFieldsError, PrinterError
from coordinator.domain.lists.sharing import Channel
from coordinator.domain.outcomes import Changes, Done, RecordKind
from coordinator.domain.progress import Progress
from coordinator.domain.roles import Right, Role, may
from coordinator.exports.composing import PaperKind
from coordinator.papers.drafting import draft_papers
from coordinator.papers.letter_template import template_to_write_on
from coordinator.papers.making import (
    check_word,
    keep_paper,
    keep_sheet,
    keep_word,
    lay_out,
    record_printing,
)
from coordinator.papers.orders import Draft, Order, right_for
from coordinator.papers.sendings import sending_of
from coordinator.ui.lanes.jobs import Jobs, Notify
from coordinator.ui.lanes.watching import WhileHere
from coordinator.ui.places.every import PapersPlace, Place
from coordinator.ui.screens.papers import questions
from coordinator.ui.screens.papers.kinds import OF_MEETINGS, OF_PANEL
from coordinator.ui.screens.papers.narrowed import Narrowing, read_narrowing
from coordinator.ui.screens.papers.questions import Asked
from coordinator.ui.shared.asking import Answered, Asking, Values
from coordinator.ui.shared.outgoing import sending_in
from coordinator.wording.refusals.notices import notice_for
from coordinator.wording.translation import _


@dataclass(frozen=True, slots=True)
class Laid:
    """A paper that was laid out and is looked at; it stands in memory only."""

    draft: Draft = field(repr=False)
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Beside:
    """What is saved beside a paper."""

    sheet: bool = False
    word: bool = False


@dataclass(frozen=True, slots=True)
class How:
    """How a paper is saved: where, locked with what, and how it goes out."""

    folder: Path
    password: str = field(repr=False)
    sending: Sending
    beside: Beside


class Printer(Protocol):
    """A printer that was chosen, and how it is to print."""

    name: str

    def send(self, content: bytes, progress: Progress) -> None:
        """Print a paper; not on the window's thread.

        Raises:
            PrinterError: It did not take it.
            CancelledError: Somebody stopped it; what can be called back is.
        """


@dataclass(frozen=True, slots=True)
class Telling:
    """Whom the page tells: a place that changed, what was done, what went wrong."""

    moved: Callable[[Place], None]
    toast: Callable[[str, Callable[[], object] | None], None]
    notify: Notify


class View(Protocol):
    """What the presenter asks of the widgets."""

    def show_choices(
        self, place: PapersPlace, kinds: Sequence[PaperKind], agencies: Sequence[str]
    ) -> None:
        """Show what can be made, and what is chosen."""

    def show_narrowing(self, can: Narrowing, now: TrackerFilter) -> None:
        """Show what the tracker can be narrowed to."""

    def show_way_to_packs(self) -> None:
        """Offer the packs for everybody."""

    def show_making(self) -> None:
        """Show that the paper is being made; nothing else can be chosen meanwhile."""

    def show_paper(self, content: bytes) -> None:
        """Show a paper."""

    def show_printing(self, *, on: bool) -> None:
        """Show that the paper goes to a printer, or no longer."""

    def show_none(self, *, stopped: bool) -> None:
        """Show that there is no paper: it was stopped, or refused."""


class PapersPresenter:
    """Makes one paper at a time."""

    def __init__(
        self,
        jobs: Jobs,
        view: View,
        asking: Asking,
        telling: Telling,
        place: PapersPlace,
    ) -> None:
        self._jobs, self._view, self._asking = jobs, view, asking
        self._moved, self._toast, self._tell = telling.moved, telling.toast, telling.notify
        kinds = OF_MEETINGS if place.meeting else OF_PANEL.get(place.kind, (PaperKind.TRACKER,))
        known = {kind.value for kind in kinds}
        self._kinds = kinds
        self._place = place if place.kind in known else replace(place, kind=kinds[0].value)
        self._laid: Laid | None = None
        self._left = threading.Event()

    def load(self) -> None:
        """Read for whom there can be a copy, then make what was asked for first."""
        self._jobs.query(_choices, self._show_choices, replaces="papers")

    def leave(self) -> None:
        """Stop what is being made: nobody looks at it any more."""
        self._left.set()
        self._laid = None

    def choose(self, kind: PaperKind, agency: str) -> None:
        """Make another paper, or the copy for somebody else."""
        self._place = replace(self._place, kind=kind.value, agency=agency)
        self._moved(self._place)
        self.make()

    def narrow(self, wanted: TrackerFilter) -> None:
        """Make the tracker of this alone."""
        self._place = replace(self._place, narrowed=wanted)
        self._moved(self._place)
        self.make()

    def make(self) -> None:
        """Make the paper that is chosen."""
        self._laid = None
        self._view.show_making()
        order = Order(
            PaperKind(self._place.kind),
            Path(),
            meeting=self._place.reference,
            agency=self._place.agency,
            escalation=self._place.escalation,
            person=self._place.person,
            on=self._place.on,
            area=self._place.area,
            period=self._place.period,
            narrowed=self._place.narrowed,
            demand=self._place.demand,
            place_plan=self._place.place_plan,
        )
        self._jobs.query(
            partial(_draft, order=order),
            self._lay_out,
            replaces="papers",
            refused=self._refuse,
            journalled=order.kind is PaperKind.DISCLOSURE_SCHEDULE,
        )

    def ask_save(self, folder: Path) -> None:
        """Ask how to save what is looked at and how it goes out, then save it.

        Nothing of the form is kept for later: what is typed in it is a password.
        """
        if (laid := self._laid) is not None:
            self._look(laid, partial(self._ask_save, folder, laid))

    def _ask_save(self, folder: Path, laid: Laid, asked: Asked) -> None:
        question = questions.save(folder, asked)
        self._asking.hear(question, partial(self._save, folder, laid, asked))

    def _look(self, laid: Laid, then: Callable[[Asked], None]) -> None:
        draft = laid.draft
        if not draft.goes_out or draft.is_their_own:  # nothing has to be looked up
            then(Asked(draft, NOTHING_ASKED, draft.model.imprint.issued_on))
            return

        def found(asked: Asked) -> None:
            if not self._left.is_set():
                then(asked)

        self._jobs.query(partial(_asked, draft=laid.draft), found, replaces="sending")

    def _save(self, folder: Path, laid: Laid, asked: Asked, said: Values, form: Answered) -> None:
        """Save the paper as it is looked at, with its number on it and its password."""
        sending, password = sending_in(said, asked.facts), said["password"]
        try:
            questions.check_locked(said)
            questions.check_said(said, asked, sending)
        except InvalidFieldsError as error:
            form.refused(error)
            return
        beside = Beside(sheet=bool(said.get("sheet")), word=bool(said.get("word")))
        how = How(folder, password, sending, beside)
        self._jobs.command(
            partial(_kept, laid=laid, how=how),
            then=partial(self._tell_saved, form),
            refused=partial(self._not_saved, form),
        )

    def print_on(self, printer: Printer | None) -> None:
        """Print the paper as it is looked at; nothing when there is no printer to choose.

        For whom it is for outside, it is asked first why it goes.
        """
        laid = self._laid
        if printer is None:
            self._tell(notice_for(PrinterError("none")))
        elif laid is not None and laid.draft.goes_out and not laid.draft.is_their_own:
            self._look(laid, partial(self._ask_print, printer, laid))
        elif laid is not None:
            self._record(printer, laid, Sending(channel=Channel.PRINTED), None)

    def _ask_print(self, printer: Printer, laid: Laid, asked: Asked) -> None:
        def heard(said: Values, form: Answered) -> None:
            sending = sending_in(said, asked.facts, Channel.PRINTED)
            try:
                questions.check_said(said, asked, sending)
            except InvalidFieldsError as error:
                form.refused(error)
                return
            self._record(printer, laid, sending, form)

        self._asking.hear(questions.print_out(asked), heard)

    def _record(
        self, printer: Printer, laid: Laid, sending: Sending, form: Answered | None
    ) -> None:
        def recorded(content: bytes) -> None:
            if form is not None and not self._left.is_set():
                form.done()
            self._send(content, printer)

        def refused(error: Exception) -> bool:
            self._show_printed()
            return form is not None and self._not_saved(form, error)

        self._view.show_printing(on=True)
        act = partial(record_printing, draft=laid.draft, laid=laid.content, sending=sending)
        self._jobs.command(act, then=recorded, refused=refused)

    def _send(self, content: bytes, printer: Printer) -> None:
        self._jobs.apart(
            _("The paper is being printed"),
            partial(printer.send, content),
            lambda _sent: self._tell_printed(printer),
            refused=self._not_printed,
        )

    def _tell_printed(self, printer: Printer) -> None:
        self._show_printed()
        self._toast(_("Sent to the printer {name}", name=printer.name), None)

    def _not_printed(self, error: Exception) -> bool:
        self._show_printed()
        if isinstance(error, CancelledError):
            self._toast(_("Printing was stopped."), None)
        if isinstance(error, PrinterError):
            self._tell(notice_for(error))
        return isinstance(error, CancelledError | PrinterError)  # of others the window tells

    def _show_printed(self) -> None:
        if not self._left.is_set():
            self._view.show_printing(on=False)

    def _show_choices(self, choices: tuple[Sequence[str], Role]) -> None:
        if self._left.is_set():
            return
        agencies, role = choices
        if may(role, Right.RUN_MEETINGS) and self._place.meeting is not None:
            self._view.show_way_to_packs()
        kinds = tuple(one for one in self._kinds if may(role, right_for(one)))
        self._view.show_choices(self._place, kinds or self._kinds, agencies)
        if PaperKind.TRACKER in self._kinds:
            read = partial(read_narrowing, now=self._place.narrowed)
            self._jobs.query(read, self._show_narrowing, replaces="narrowing")
        self.make()

    def _show_narrowing(self, can: Narrowing) -> None:
        if not self._left.is_set():
            self._view.show_narrowing(can, self._place.narrowed)

    def _lay_out(self, draft: Draft) -> None:
        self._jobs.apart(
            _("The paper is being made"),
            partial(self._laid_out, draft),
            self._show,
            refused=self._refuse,
        )

    def _laid_out(self, draft: Draft, progress: Progress) -> Laid:
        return Laid(draft, lay_out(draft, progress=WhileHere(progress, self._left)))

    def _show(self, laid: Laid) -> None:
        if not self._left.is_set():
            self._laid = laid
            self._view.show_paper(laid.content)

    def _refuse(self, error: Exception) -> bool:
        if not self._left.is_set():
            self._view.show_none(stopped=isinstance(error, CancelledError))
        return False  # the window says why

    def _not_saved(self, form: Answered, error: Exception) -> bool:
        is_outdated = isinstance(error, GuardError) and error.guard == "paper-outdated"
        if self._left.is_set() or not is_outdated:
            return not self._left.is_set() and form.refused(error)
        form.done()  # it is about what is no longer so
        self._tell(notice_for(error))
        self.make()
        return True

    def _tell_saved(self, form: Answered, paths: Sequence[Path]) -> None:
        if not self._left.is_set():
            form.done()
        names = ", ".join(path.name for path in paths)
        self._toast(_("Saved: {names}", names=names), None)


def _choices(desk: Desk) -> tuple[tuple[str, ...], Role]:
    """Give the agencies there can be a copy for, and who the sitter is to the panel."""
    return tuple(one.name for one in read_directory(desk).agencies), desk.sitter.role


def _draft(desk: Desk, order: Order) -> Draft:
    (draft,) = draft_papers(desk, order)
    return draft


def _asked(desk: Desk, draft: Draft) -> Asked:
    return Asked(draft, sending_of(desk, draft), desk.today())


def _kept(desk: Desk, laid: Laid, how: How) -> Done[tuple[Path, ...]]:
    draft, folder, sending = laid.draft, how.folder, how.sending
    if how.beside.word:
        check_word(draft)
    template = template_to_write_on(desk) if how.beside.word else b""
    paths = [keep_paper(desk, draft, laid.content, folder, how.password, sending)]
    if how.beside.word:
        paths += filter(None, [keep_word(desk, draft, folder, template, sending)])
    if how.beside.sheet:
        paths += filter(None, [keep_sheet(desk, draft, folder, sending)])
    return Done(tuple(paths), Changes(frozenset({RecordKind.DISCLOSURE})))
