"""What the page about retention does. No Qt."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.retention.deciding import (
    confirm_by_list,
    confirm_disposal,
    decline_disposal,
    hold_record,
    look_at_hold_again,
    propose_disposal,
    release_hold,
)
from coordinator.casework.retention.reading import read_person_retention, read_retention
from coordinator.domain.errors import InvalidFieldsError
from coordinator.domain.outcomes import Changes, Done, RecordKind
from coordinator.domain.progress import Progress
from coordinator.domain.retention import DisposalRow, Hold, RetentionPage
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.places.every import PapersPlace, PersonPlace, Place, RetentionPlace
from coordinator.ui.screens.retention import questions
from coordinator.ui.screens.retention.records import Deed, Record, record_of_one, records_of
from coordinator.ui.shared.asking import Answered, Asking, Values
from coordinator.wording.retention import person_words
from coordinator.wording.translation import _

_SHOWN = (
    RecordKind.RETENTION_HOLD,
    RecordKind.DISPOSAL,
    RecordKind.ACCESS_REQUEST,
    RecordKind.CASE,
    RecordKind.REFERRAL,
    RecordKind.PERSON,
    RecordKind.PANEL_LINE,
)
Erase = Callable[[UUID, Progress], Done[bool]]


@dataclass(frozen=True, slots=True)
class Ways:
    """Where the page leads, whom it tells, and what it is lent to erase with."""

    go: Callable[[Place], None]
    toast: Callable[[str, Callable[[], object] | None], None]
    erase: Erase | None


class View(Protocol):
    """What the presenter asks of the widgets."""

    def show_records(
        self, page: RetentionPage, records: Sequence[Record], *, of_one: bool
    ) -> None:
        """Show the list, or the record of one person alone."""


@dataclass(frozen=True, slots=True)
class _Read:
    page: RetentionPage
    one: Record | None


class RetentionPresenter:
    """Whose time is over, what keeps records longer, what waits and what was erased."""

    def __init__(
        self, jobs: Jobs, view: View, asking: Asking, ways: Ways, place: RetentionPlace
    ) -> None:
        self._jobs, self._view, self._asking, self._ways = jobs, view, asking, ways
        self._person = place.person
        self._page: RetentionPage | None = None

    def load(self) -> None:
        """Read the list."""
        self._jobs.query(partial(_read, person=self._person), self._show, replaces="retention")

    def look_again(self, changes: Changes) -> None:
        """Read it again when something of it was written."""
        if changes.touch(*_SHOWN):
            self.load()

    def do(self, deed: Deed, record: Record) -> None:
        """Do what was asked with a record, or ask what it needs."""
        _DEEDS[deed](self, record)

    def look_at_hold(self, hold: Hold, record: Record) -> None:
        """Ask why a hold goes on."""
        if hold.id is not None:
            act = partial(look_at_hold_again, hold_id=hold.id)
            self._ask(questions.look_again(hold, record), act, hold.id, hold.revision)

    def release(self, hold: Hold, record: Record) -> None:
        """Ask why nothing keeps the record any more."""
        if hold.id is not None:
            act = partial(release_hold, hold_id=hold.id)
            self._ask(questions.release(record), act, hold.id, hold.revision)

    def open_certificate(self, row: DisposalRow) -> None:
        """Show the certificate of an erased record."""
        self._ways.go(PapersPlace(kind="certificate", person=row.reference))

    def open_list(self) -> None:
        """Show the list that two people sign."""
        self._ways.go(PapersPlace(kind="disposals"))

    def hold(self, record: Record) -> None:
        """Ask why a record is to be kept longer."""
        self._asking.put(
            questions.hold(record),
            lambda values, _seen: partial(hold_record, person_id=record.person, **values),
            about=record.person,
        )

    def propose(self, record: Record) -> None:
        """Ask whether a record is to go."""
        self._asking.put(
            questions.propose(record),
            lambda values, _seen: partial(propose_disposal, person_id=record.person, **values),
            about=record.person,
        )

    def decline(self, record: Record) -> None:
        """Ask why a record is not to go."""
        if (row := record.disposal) is not None:
            act = partial(decline_disposal, disposal_id=row.id)
            self._ask(questions.decline(record), act, row.id, row.revision)

    def sign(self, record: Record) -> None:
        """Ask who signed the printed list."""
        if (row := record.disposal) is not None and self._page is not None:
            question = questions.signed(record, self._page.today)
            act = partial(confirm_by_list, disposal_id=row.id)
            self._ask(question, act, row.id, row.revision)

    def confirm(self, record: Record) -> None:
        """Agree, as the second person."""
        if (row := record.disposal) is not None:
            self._jobs.command(partial(confirm_disposal, disposal_id=row.id, seen=row.revision))

    def erase(self, record: Record) -> None:
        """Ask for the reference, then erase."""
        self._asking.hear(questions.erase(record), partial(self._erase, record))

    def open_person(self, record: Record) -> None:
        """Show the person's page."""
        self._ways.go(PersonPlace(record.person))

    def _erase(self, record: Record, values: Values, form: Answered) -> None:
        if values["typed"].strip().upper() != record.reference:
            form.refused(InvalidFieldsError({"typed": "other-reference"}))
            return
        row, erase = record.disposal, self._ways.erase
        if row is None or erase is None:
            form.done()
            return
        self._jobs.long(
            _("The record is being erased"),
            partial(erase, row.id),
            lambda done: self._erased(form, row.reference, clean=done.result),
            refused=form.refused,
        )

    def _erased(self, form: Answered, reference: str, *, clean: bool) -> None:
        form.done()
        words = _("{reference} is erased.", reference=reference)
        later = _("{reference} is erased; the file is written anew when the store is closed.",
                  reference=reference)  # fmt: skip
        self._ways.toast(words if clean else later, None)

    def _ask(self, question: Any, act: Callable[..., Any], about: UUID, seen: int) -> None:
        def made(values: Mapping[str, Any], now: int) -> Any:
            return partial(act, seen=now, **values)

        self._asking.put(question, made, about=about, seen=seen)

    def _show(self, read: _Read) -> None:
        self._page = read.page
        records = (read.one,) if read.one is not None else records_of(read.page)
        self._view.show_records(read.page, records, of_one=read.one is not None)


_DEEDS: Mapping[Deed, Callable[[RetentionPresenter, Record], None]] = {
    Deed.HOLD: RetentionPresenter.hold,
    Deed.PROPOSE: RetentionPresenter.propose,
    Deed.DECLINE: RetentionPresenter.decline,
    Deed.SIGNED: RetentionPresenter.sign,
    Deed.CONFIRM: RetentionPresenter.confirm,
    Deed.ERASE: RetentionPresenter.erase,
    Deed.PERSON: RetentionPresenter.open_person,
}


def _read(desk: Desk, person: UUID | None) -> _Read:
    page = read_retention(desk)
    if person is None:
        return _Read(page, None)
    found = read_person_retention(desk, person)
    told = person_words(found, page.today)
    return _Read(page, record_of_one(page, found, person, told))
