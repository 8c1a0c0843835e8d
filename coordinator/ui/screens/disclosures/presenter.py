"""What the disclosure log does. No Qt."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from functools import partial
from pathlib import Path
from typing import Any, Protocol
from uuid import UUID

from coordinator.casework.desk import LONDON, Desk
from coordinator.casework.directory.page import read_directory
from coordinator.casework.disclosing.holders import ask_back_copies, read_holders
from coordinator.casework.disclosing.reading import check_paper, find_disclosures
from coordinator.casework.disclosing.recording import ask_back, note_return, settle_astray
from coordinator.casework.disclosing.sendings import read_own_words
from coordinator.casework.disclosing.told_aloud import record_spoken
from coordinator.domain.directory.rules import DirectoryPage
from coordinator.domain.disclosing.holders import Held
from coordinator.domain.disclosing.log import (
    Checked,
    DisclosureFilter,
    DisclosurePage,
    DisclosureRow,
    Spoken,
)
from coordinator.domain.errors import InvalidFieldsError
from coordinator.domain.lists.sharing import Channel
from coordinator.domain.outcomes import Changes, Done, RecordKind
from coordinator.domain.roles import Right, may
from coordinator.domain.texts import is_blank
from coordinator.runtime.reading import sha256_of
from coordinator.ui.kit.asks import Ask, Kind, Question, reason_name, reasons_in
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.shared.asking import Asking
from coordinator.ui.shared.outgoing import why_no_less
from coordinator.wording.labels import label
from coordinator.wording.translation import _

_SHOWN = (
    RecordKind.DISCLOSURE,
    RecordKind.DISCLOSURE_END,
    RecordKind.EXCLUSION,
    RecordKind.EXCLUDED_WORKER,
    RecordKind.BASIS,
)
_SAID = frozenset({"agency", "recipient", "channel", "what", "proportionality"})
_TELLS = (Channel.SPOKEN, Channel.READ_IN_MEETING)


class Deed(Enum):
    """One thing that can be done with a row of the log."""

    RETURNED = "returned"
    ASKED_BACK = "asked_back"
    SETTLED = "settled"


class View(Protocol):
    """What the presenter asks of the widgets."""

    def show_log(
        self, rows: Sequence[DisclosureRow], today: date, *, may_edit: bool, more: bool
    ) -> None:
        """Show what left, newest first; `may_edit` offers what can be done."""

    def show_held(self, held: Sequence[Held], *, may_edit: bool) -> None:
        """Show which copies about the person should come back."""

    def show_astray(self, rows: Sequence[DisclosureRow], today: date, *, may_edit: bool) -> None:
        """List what was told to who must not be told and is not dealt with, newest first."""

    def show_checked(self, found: Checked) -> None:
        """Say whether a file is ours."""


class DisclosuresPresenter:
    """The log, of everybody or of one person."""

    def __init__(self, jobs: Jobs, view: View, asking: Asking, person: UUID | None) -> None:
        self._jobs, self._view, self._asking = jobs, view, asking
        self._person = person
        self._rows: tuple[DisclosureRow, ...] = ()
        self._read: _Read | None = None

    def load(self) -> None:
        """Read the newest."""
        self._ask(None, self._show)

    def load_more(self) -> None:
        """Read what left before."""
        if self._read is not None and self._read.page.before is not None:
            self._ask(self._read.page, self._add)

    def look_again(self, changes: Changes) -> None:
        """Read it again when something left or came back."""
        if changes.touch(*_SHOWN):
            self.load()

    def check(self, file: Path) -> None:
        """Say whether a file is one of ours."""

        def ask(sha256: str) -> None:
            asked = partial(check_paper, sha256=sha256)
            self._jobs.query(asked, self._view.show_checked, journalled=True)

        # What takes long for a long file is done before, where no act waits for it.
        self._jobs.query(lambda _desk: sha256_of(file), ask)

    def do(self, deed: Deed, row: DisclosureRow) -> None:
        """Note what became of a copy."""
        if deed is Deed.ASKED_BACK:
            self._jobs.command(partial(ask_back, disclosure_id=row.id))
            return
        question, act = _ASKED[deed]
        self._asking.put(
            question(row),
            lambda values, _seen: partial(act, disclosure_id=row.id, **values),
            about=row.id,
        )

    def ask_back(self, held: Sequence[Held]) -> None:
        """Note that these copies about the person were asked back."""
        if self._person is not None:
            keys = [one.row.id for one in held]
            self._jobs.command(partial(ask_back_copies, person_id=self._person, disclosures=keys))

    def tell(self) -> None:
        """Ask what was told aloud, about the person whose log this is."""
        if self._read is None or self._person is None:
            return
        question = _told(self._read.directory, self._read.now, self._read.own_words)
        act = partial(_telling, self._person)
        self._asking.put(question, act, about=self._person, reasons=True)

    def _ask(self, after: DisclosurePage | None, then: Any) -> None:
        wanted = DisclosureFilter(person=self._person, before=after.before if after else None)
        self._jobs.query(
            partial(_read, wanted=wanted), then, replaces="disclosures", journalled=True
        )

    def _show(self, read: "_Read") -> None:
        self._rows = ()
        self._add(read)

    def _add(self, read: "_Read") -> None:
        self._read = read
        self._rows = (*self._rows, *read.page.rows)
        self._view.show_log(
            self._rows,
            read.today,
            may_edit=read.may_edit,
            more=read.page.before is not None,
        )
        self._view.show_held(read.held, may_edit=read.may_edit)
        self._view.show_astray(read.astray, read.today, may_edit=read.may_settle)


@dataclass(frozen=True, slots=True)
class _Read:
    page: DisclosurePage
    directory: DirectoryPage
    today: date
    may_edit: bool
    may_settle: bool
    held: tuple[Held, ...]
    now: datetime
    own_words: str
    astray: tuple[DisclosureRow, ...]


def _read(desk: Desk, wanted: DisclosureFilter) -> _Read:
    may_edit = may(desk.sitter.role, Right.EXPORT_PANEL)
    page = find_disclosures(desk, wanted)
    held = read_holders(desk, wanted.person) if wanted.person is not None else ()
    own = read_own_words(desk) if may_edit else ""
    now = desk.now().astimezone(LONDON)
    astray = find_disclosures(desk, DisclosureFilter(person=wanted.person, astray=True)).rows
    may_settle = may(desk.sitter.role, Right.DECIDE)
    return _Read(
        page, read_directory(desk), desk.today(), may_edit, may_settle, held, now, own, astray
    )


def _came_back(row: DisclosureRow) -> Question:
    return Question(
        _("What became of the copy"),
        (
            Ask("returned_on", _("Came back on"), Kind.DAY, row.returned_on),
            Ask("destroyed_on", _("Destroyed on"), Kind.DAY, row.destroyed_on),
            Ask("by", _("Who said so"), Kind.LINE, ""),
        ),
        _("Note it"),
        about=row.number,
    )


def _settled(row: DisclosureRow) -> Question:
    return Question(
        _("What was done about it"),
        (
            Ask("on", _("Dealt with on"), Kind.DAY, row.settled_on),
            Ask(
                "how",
                _("How"),
                Kind.TEXT,
                "",
                hint=_("Whom you asked to forget or hand back what, and who was told of it."),
            ),
        ),
        _("It is dealt with"),
        about=row.number,
    )


_ASKED: Mapping[Deed, tuple[Callable[[DisclosureRow], Question], Callable[..., Done[None]]]] = {
    Deed.RETURNED: (_came_back, note_return),
    Deed.SETTLED: (_settled, settle_astray),
}


def _told(directory: DirectoryPage, now: datetime, own_words: str) -> Question:
    listed = tuple((one.id, one.name) for one in directory.agencies)
    return Question(
        _("Something was told aloud"),
        (
            Ask(
                "agency",
                _("To which agency"),
                Kind.FIND,
                None,
                ((None, ""), *listed),
                hint=_("Type part of its name."),
            ),
            Ask("recipient", _("To whom"), Kind.LINE, ""),
            Ask("on", _("On which day"), Kind.DAY, now.date()),
            Ask("at", _("At what time"), Kind.TIME, now.time().replace(second=0, microsecond=0)),
            Ask(
                "channel",
                _("How"),
                Kind.CHOICE,
                Channel.SPOKEN,
                tuple((one, label(one)) for one in _TELLS),
            ),
            Ask("what", _("What was told"), Kind.TEXT, ""),
            why_no_less(own_words),
        ),
        _("Note it"),
        about=_("It stands in the log like a paper, and in what is held on the person."),
    )


def _telling(person: UUID, values: Mapping[str, Any], _seen: int) -> Any:
    reasons = reasons_in(values)
    said = {name: value for name, value in values.items() if name in _SAID}
    said["reason"] = "\n".join(dict.fromkeys(filter(None, reasons.values())))
    on, at = values["on"], values["at"]

    def act(desk: Desk) -> Done[UUID]:
        missing = [name for name in ("agency", "proportionality") if not values[name]]
        missing += [name for name, value in (("on", on), ("at", at)) if value is None]
        missing += [reason_name(one) for one, why in reasons.items() if is_blank(why)]
        if missing:  # only the form can tell
            raise InvalidFieldsError(dict.fromkeys(missing, "required"))
        when = datetime.combine(on, at, tzinfo=LONDON)
        return record_spoken(desk, Spoken(person=person, at=when, **said))

    return act
