"""What the directory does. No Qt: every act is asked for in a form."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import partial
from typing import Any, Protocol
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.directory.agencies import (
    add_agency,
    allow_restricted,
    change_agency,
    close_agency,
    merge_agency,
    record_agreement,
    rename_agency,
)
from coordinator.casework.directory.covers import add_cover, change_cover, end_cover
from coordinator.casework.directory.page import read_directory
from coordinator.casework.directory.professionals import (
    add_professional,
    change_own_card,
    change_professional,
    record_leaving,
)
from coordinator.casework.directory.seats import (
    add_seat,
    change_seat,
    fill_seat,
    name_deputy,
    remove_seat,
    vacate_seat,
)
from coordinator.domain.directory.covers import CoverRow
from coordinator.domain.directory.rules import (
    AgencyRow,
    Departed,
    DirectoryPage,
    ProfessionalRow,
    SeatRow,
)
from coordinator.domain.errors import InvalidFieldsError
from coordinator.domain.lists.weeks import PanelPost
from coordinator.domain.outcomes import Changes, Done, RecordKind
from coordinator.domain.roles import Right, may
from coordinator.domain.states import AgencyStatus
from coordinator.ui.kit.asks import Question
from coordinator.ui.lanes.jobs import Jobs, Notify
from coordinator.ui.screens.directory import questions
from coordinator.ui.shared.asking import ANEW, Act, Asking
from coordinator.wording.refusals.notices import Notice
from coordinator.wording.translation import _, ngettext

_SHOWN = (
    RecordKind.AGENCY,
    RecordKind.PROFESSIONAL,
    RecordKind.SEAT,
    RecordKind.PANEL,
    RecordKind.COVER,
)


class Deed(Enum):
    """One thing that can be done in the directory."""

    ADD_AGENCY = "add_agency"
    CHANGE_AGENCY = "change_agency"
    RENAME = "rename"
    AGREEMENT = "agreement"
    RESTRICTED = "restricted"
    MERGE = "merge"
    CLOSE = "close"
    ADD_PROFESSIONAL = "add_professional"
    CHANGE_PROFESSIONAL = "change_professional"
    LEAVE = "leave"
    OWN_CARD = "own_card"
    ADD_SEAT = "add_seat"
    CHANGE_SEAT = "change_seat"
    FILL = "fill"
    DEPUTY = "deputy"
    VACATE = "vacate"
    REMOVE_SEAT = "remove_seat"
    ADD_COVER = "add_cover"
    CHANGE_COVER = "change_cover"
    END_COVER = "end_cover"


class View(Protocol):
    """What the presenter asks of the widgets."""

    def show_directory(
        self,
        directory: DirectoryPage,
        *,
        may_edit: bool,
        today: date,
        own: UUID | None = None,
    ) -> None:
        """Show seats, agencies, professionals, and who stands in.

        Args:
            directory: All of it.
            may_edit: Whether the sitter may change it.
            today: The desk's day.
            own: Whose card is the sitter's own, where that is all they may change.
        """


class DirectoryPresenter:
    """The panel's directory."""

    def __init__(self, jobs: Jobs, view: View, asking: Asking, notify: Notify) -> None:
        self._jobs, self._view, self._asking, self._notify = jobs, view, asking, notify
        self._with_former = False
        self._page: DirectoryPage | None = None
        self._today = date.min

    def load(self) -> None:
        """Read it."""
        read = partial(_read, with_former=self._with_former)
        self._jobs.query(read, self._show, replaces="directory")

    def look_again(self, changes: Changes) -> None:
        """Read it again when something shown was written."""
        if changes.touch(*_SHOWN):
            self.load()

    def show_former(self, *, former: bool) -> None:
        """Show agencies that ended and people who left as well, or leave them out."""
        self._with_former = former
        self.load()

    def do(self, deed: Deed, about: object = None) -> None:
        """Ask for what an act needs, then do it.

        Args:
            deed: What.
            about: The row it is about; nothing for something new.
        """
        if self._page is None:
            return
        match about:
            case None:
                question, act = self._new(deed, self._page)
                self._asking.put(question, act, about=ANEW)
            case AgencyRow():
                self._do_with_agency(deed, about, self._page)
            case ProfessionalRow():
                self._do_with_professional(deed, about)
            case SeatRow():
                self._do_with_seat(deed, about, self._page)
            case CoverRow():
                self._do_with_cover(deed, about)

    def _show(self, read: "_Read") -> None:
        self._page, self._today = read.page, read.today
        self._view.show_directory(
            read.page, may_edit=read.may_edit, today=read.today, own=read.own
        )

    def _new(self, deed: Deed, page: DirectoryPage) -> tuple[Question, Act]:
        if deed is Deed.ADD_AGENCY:
            return questions.new_agency(), _act(add_agency)
        if deed is Deed.ADD_PROFESSIONAL:
            return questions.new_professional(page), _act(add_professional)
        if deed is Deed.ADD_COVER:
            return questions.new_cover(page, self._today), _act(_add_cover)
        return questions.new_seat(page), _act(add_seat)

    def _do_with_agency(self, deed: Deed, row: AgencyRow, page: DirectoryPage) -> None:
        changing = questions.change_agency(row)
        found: dict[Deed, tuple[Question, Act]] = {
            Deed.CHANGE_AGENCY: (changing, _change(change_agency, changing, agency_id=row.id)),
            Deed.RENAME: (questions.rename(row), _edit(rename_agency, agency_id=row.id)),
            Deed.AGREEMENT: (
                questions.agreement(row),
                _act(_record_agreement, agency_id=row.id),
            ),
            Deed.RESTRICTED: (
                questions.restricted(row),
                _edit(allow_restricted, agency_id=row.id),
            ),
            Deed.MERGE: (questions.merge(row, page), _act(merge_agency, agency_id=row.id)),
            Deed.CLOSE: (questions.close(row), _act(close_agency, agency_id=row.id)),
        }
        question, act = found[deed]
        self._asking.put(question, act, about=row.id, seen=row.revision)

    def _do_with_professional(self, deed: Deed, row: ProfessionalRow) -> None:
        if deed is Deed.LEAVE:
            act = _act(record_leaving, professional_id=row.id)
            then = partial(self._tell_departed, row)
            self._asking.put(questions.leaving(row), act, about=row.id, then=then)
            return
        if deed is Deed.OWN_CARD:
            own = questions.own_card(row)
            act = _change(change_own_card, own)
            self._asking.put(own, act, about=row.id, seen=row.revision)
            return
        question = questions.change_professional(row)
        act = _change(change_professional, question, professional_id=row.id)
        self._asking.put(question, act, about=row.id, seen=row.revision)

    def _do_with_seat(self, deed: Deed, row: SeatRow, page: DirectoryPage) -> None:
        changing = questions.change_seat(row, page)
        found: dict[Deed, tuple[Question, Act]] = {
            Deed.CHANGE_SEAT: (changing, _change(change_seat, changing, seat_id=row.id)),
            Deed.FILL: (questions.fill(row, page), _act(_fill_seat, seat_id=row.id)),
            Deed.DEPUTY: (questions.deputy(row, page), _act(name_deputy, seat_id=row.id)),
            Deed.VACATE: (questions.vacate(row), _act(vacate_seat, seat_id=row.id)),
            Deed.REMOVE_SEAT: (questions.remove_seat(row), _act(remove_seat, seat_id=row.id)),
        }
        question, act = found[deed]
        self._asking.put(question, act, about=row.id, seen=row.revision)

    def _do_with_cover(self, deed: Deed, row: CoverRow) -> None:
        if deed is Deed.END_COVER:
            act = _act(end_cover, cover_id=row.id)
            self._asking.put(questions.ended_cover(row), act, about=row.id)
            return
        act = _edit(_change_cover, cover_id=row.id)
        self._asking.put(questions.longer_cover(row), act, about=row.id, seen=row.revision)

    def _tell_departed(self, row: ProfessionalRow, departed: Departed) -> None:
        """Say what somebody who left leaves behind: each of it needs somebody."""
        told = [
            ngettext("{count} action needs an owner.", "{count} actions need an owner.", count)
            for count in (len(departed.actions),)
            if count
        ]
        if departed.seats:
            count = len(departed.seats)
            told.append(ngettext("{count} seat is vacant.", "{count} seats are vacant.", count))
        if departed.cases:
            count = len(departed.cases)
            told.append(
                ngettext(
                    "For {count} person a lead is to be agreed.",
                    "For {count} people a lead is to be agreed.",
                    count,
                )
            )
        told.extend(_asked(departed.asked))
        then = ""
        if told and departed.contact_point:
            then = _("{name} answers for the agency meanwhile.", name=departed.contact_point)
        if told:
            what = _("{name} has left.", name=row.name)
            self._notify(Notice(what, then, tuple(told)))


def _asked(count: int) -> Iterator[str]:
    if count:
        yield ngettext(
            "{count} escalation asks them: ask somebody else.",
            "{count} escalations ask them: ask somebody else.",
            count,
        )


def deeds_open_to(about: object, *, may_edit: bool, own: UUID | None) -> tuple[Deed, ...]:
    """Tell what the sitter may do with a row: everything, or with their own card a little."""
    if may_edit:
        return deeds_for(about)
    is_own = isinstance(about, ProfessionalRow) and about.id == own
    return (Deed.OWN_CARD,) if is_own else ()


def deeds_for(about: object) -> tuple[Deed, ...]:
    """Tell what may be done with a row, the most likely first."""
    match about:
        case AgencyRow(status=AgencyStatus.ACTIVE):
            return (
                Deed.CHANGE_AGENCY,
                Deed.AGREEMENT,
                Deed.RESTRICTED,
                Deed.RENAME,
                Deed.MERGE,
                Deed.CLOSE,
            )
        case ProfessionalRow(left_on=None):
            return (Deed.CHANGE_PROFESSIONAL, Deed.LEAVE)
        case CoverRow():
            return (Deed.CHANGE_COVER, Deed.END_COVER)
        case SeatRow(holder_id=None):
            return (Deed.FILL, Deed.DEPUTY, Deed.CHANGE_SEAT, Deed.REMOVE_SEAT)
        case SeatRow():
            return (Deed.FILL, Deed.DEPUTY, Deed.VACATE, Deed.CHANGE_SEAT, Deed.REMOVE_SEAT)
        case _:
            return ()


@dataclass(frozen=True, slots=True)
class _Read:
    page: DirectoryPage
    may_edit: bool
    today: date
    own: UUID | None


def _read(desk: Desk, *, with_former: bool) -> _Read:
    page = read_directory(desk, with_former=with_former)
    who = desk.sitter
    may_edit = may(who.role, Right.EDIT_DIRECTORY)
    has_own = not may_edit and may(who.role, Right.OWN_CARD)
    return _Read(page, may_edit, desk.today(), who.professional if has_own else None)


Values = Mapping[str, Any]
Does = Callable[..., Done[Any]]


def _act(does: Does, **about: Any) -> Act:
    """Make an act of answers that are all it needs."""
    return lambda values, _seen: partial(does, **about, **values)


def _edit(does: Does, **about: Any) -> Act:
    """Make an act that gives a record the values of a form."""
    return lambda values, seen: partial(does, seen=seen, **about, **values)


def _change(does: Does, question: Question, **about: Any) -> Act:
    """Make an act that gives a record what was changed in a form."""
    asked = {ask.name for ask in question.asks}

    def act(values: Values, seen: int) -> Callable[[Desk], Done[Any]]:
        changed = question.changed({name: values[name] for name in values if name in asked})
        beside = {name: values[name] for name in values if name not in asked}
        return partial(does, seen=seen, **about, **changed, **beside)

    return act


def _record_agreement(
    desk: Desk,
    agency_id: UUID,
    agreement_signed_on: date | None,
    agreement_expires_on: date | None,
) -> Done[None]:
    if agreement_signed_on is None:
        raise InvalidFieldsError({"agreement_signed_on": "required"})
    return record_agreement(
        desk, agency_id, signed_on=agreement_signed_on, expires_on=agreement_expires_on
    )


def _add_cover(
    desk: Desk,
    post: PanelPost,
    professional_id: UUID | None,
    from_on: date | None,
    until_on: date | None,
) -> Done[UUID]:
    if professional_id is None:
        raise InvalidFieldsError({"professional_id": "required"})
    if until_on is None:
        raise InvalidFieldsError({"until_on": "required"})
    return add_cover(
        desk,
        post=post,
        professional_id=professional_id,
        from_on=from_on or desk.today(),
        until_on=until_on,
    )


def _change_cover(desk: Desk, cover_id: UUID, *, seen: int, until_on: date | None) -> Done[int]:
    if until_on is None:
        raise InvalidFieldsError({"until_on": "required"})
    return change_cover(desk, cover_id, seen=seen, until_on=until_on)


def _fill_seat(
    desk: Desk, seat_id: UUID, holder_id: UUID | None, deputy_id: UUID | None
) -> Done[None]:
    if holder_id is None:
        raise InvalidFieldsError({"holder_id": "required"})
    return fill_seat(desk, seat_id, holder_id, deputy_id=deputy_id)
