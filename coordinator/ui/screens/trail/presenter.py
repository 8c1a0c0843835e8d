"""What the audit log does. No Qt."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Protocol
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.records.trail import check_trail, find_trail, find_trail_actors
from coordinator.domain.errors import MissingRecordError
from coordinator.domain.outcomes import Changes, Done, RecordKind
from coordinator.domain.papers.office import OfficePaper
from coordinator.domain.progress import Progress
from coordinator.domain.records.trail import (
    TrailFilter,
    TrailPage,
    TrailReport,
    TrailRow,
    check_filter,
)
from coordinator.domain.roles import Right, may
from coordinator.exports.composing import PaperKind
from coordinator.exports.worker import Press
from coordinator.papers.trail import Form, extract_model, keep_extract, write_extract
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.screens.trail import questions
from coordinator.ui.shared.asking import Answered, Asking, Values
from coordinator.wording.trail import narrowed_words
from coordinator.wording.translation import _


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page shows, and what may be done with it."""

    rows: tuple[TrailRow, ...]
    narrowed: str
    is_narrowed: bool
    more: bool
    own_only: bool
    may_extract: bool
    today: date


class View(Protocol):
    """What the presenter asks of the widgets."""

    def show_trail(self, shown: Shown) -> None:
        """Show the entries, newest first."""

    def show_report(self, report: TrailReport) -> None:
        """Say whether the journal holds, and what that means."""


class TrailPresenter:
    """The audit log, narrowed."""

    def __init__(
        self,
        jobs: Jobs,
        view: View,
        asking: Asking,
        toast: Callable[[str, Callable[[], object] | None], None],
        backups: Path,
    ) -> None:
        self._jobs, self._view, self._asking, self._toast = jobs, view, asking, toast
        self._backups = backups
        self._wanted = TrailFilter()
        self._rows: tuple[TrailRow, ...] = ()
        self._read: _Read | None = None

    def load(self) -> None:
        """Read the newest."""
        self._rows = ()
        self._ask(self._wanted, self._show)

    def load_more(self) -> None:
        """Read what was before what is shown."""
        if self._read is not None and self._read.page.before is not None:
            self._ask(replace(self._wanted, before=self._read.page.before), self._show)

    def look_again(self, changes: Changes) -> None:
        """Read it again after something else was written; nothing is added while one reads on."""
        if changes.kinds and len(self._rows) <= self._wanted.limit:
            self.load()

    def narrow(self) -> None:
        """Ask which part is looked at."""
        if self._read is not None:
            question = questions.narrowing(
                self._wanted, self._read.actors, own_only=self._read.page.own_only
            )
            self._asking.hear(question, self._narrowed)

    def show_all(self) -> None:
        """Look at everything again."""
        self._wanted = TrailFilter()
        self.load()

    def check(self) -> None:
        """Follow the whole chain."""
        self._jobs.query(
            partial(check_trail, backups=self._backups),
            self._view.show_report,
            replaces="trail check",
            journalled=True,
        )

    def ask_extract(self, folder: Path) -> None:
        """Ask as what an extract of what is shown is taken, and take it."""
        self._asking.hear(questions.extract(), partial(self._extract, folder))

    def _narrowed(self, said: Values, form: Answered) -> None:
        wanted = questions.wanted_of(said)

        def show(read: _Read) -> None:
            form.done()
            self._wanted, self._rows = wanted, ()
            self._show(read)

        self._jobs.query(
            partial(_read, wanted=wanted),
            show,
            replaces="trail",
            refused=form.refused,
            journalled=True,
        )

    def _extract(self, folder: Path, said: Values, form: Answered) -> None:
        self._jobs.query(
            partial(extract_model, wanted=self._wanted),
            partial(self._write, folder, Form(said["form"]), form),
            replaces="trail extract",
            refused=form.refused,
        )

    def _write(self, folder: Path, kind: Form, form: Answered, model: OfficePaper) -> None:
        self._jobs.apart(
            _("The extract is being written"),
            partial(_content, model, kind),
            lambda content: self._keep(folder, kind, form, content),
            refused=form.refused,
        )

    def _keep(self, folder: Path, kind: Form, form: Answered, content: bytes) -> None:
        def act(desk: Desk) -> Done[Path]:
            path = keep_extract(desk, self._wanted, content, folder, kind)
            return Done(path, Changes(frozenset({RecordKind.DISCLOSURE})))

        def told(path: Path) -> None:
            form.done()
            self._toast(_("Saved: {names}", names=path.name), None)

        self._jobs.command(act, then=told, refused=form.refused)

    def _ask(self, wanted: TrailFilter, then: Callable[["_Read"], None]) -> None:
        self._jobs.query(
            partial(_read, wanted=wanted),
            then,
            replaces="trail",
            refused=self._refused,
            journalled=True,
        )

    def _refused(self, error: Exception) -> bool:
        if isinstance(error, MissingRecordError) and self._wanted.reference:
            self.show_all()  # whom the list was narrowed to is no longer on file
            return True
        return False

    def _show(self, read: "_Read") -> None:
        self._read = read
        self._rows = (*self._rows, *read.page.rows)
        self._view.show_trail(
            Shown(
                self._rows,
                self._narrowed_words(read),
                replace(self._wanted, before=None) != TrailFilter(),
                read.page.before is not None,
                read.page.own_only,
                read.may_extract,
                read.today,
            )
        )

    def _narrowed_words(self, read: "_Read") -> str:
        named = dict(read.actors).get(self._wanted.professional or UUID(int=0), "")
        return ", ".join(filter(None, (narrowed_words(self._wanted), named)))


@dataclass(frozen=True, slots=True)
class _Read:
    page: TrailPage
    actors: Sequence[tuple[UUID, str]]
    may_extract: bool
    today: date


def _read(desk: Desk, wanted: TrailFilter) -> _Read:
    check_filter(wanted)
    role = desk.sitter.role
    page = find_trail(desk, wanted)
    actors = () if page.own_only else find_trail_actors(desk)
    return _Read(page, actors, may(role, Right.EXTRACT_AUDIT), desk.today())


def _content(model: OfficePaper, kind: Form, progress: Progress) -> bytes:
    if kind is not Form.PDF:
        return write_extract(model, kind)
    with Press() as press:
        return press.lay_out(PaperKind.AUDIT_LOG, model, progress=progress)
