"""The forms of outreach, and the acts their answers lead to; no Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time
from functools import partial
from typing import Any
from uuid import UUID

from coordinator.casework.desk import LONDON, Desk
from coordinator.casework.outreach.sheets import add_to_sheet, assign_lines, change_sheet_line
from coordinator.casework.people.contacts import log_contact
from coordinator.domain.directory.rules import DirectoryPage
from coordinator.domain.errors import InvalidFieldsError
from coordinator.domain.lists.contacts import ContactResult, ContactType
from coordinator.domain.outcomes import Done
from coordinator.domain.outreach import SheetLine
from coordinator.domain.people.contacts import NewContact
from coordinator.ui.kit.asks import Ask, Kind, Question, choices_of
from coordinator.ui.shared.asking import Values
from coordinator.ui.shared.who_may_see import ask_who_may_see, chosen
from coordinator.wording.translation import _

_NOT_MET = frozenset(
    {
        ContactResult.NO_REPLY,
        ContactResult.NOT_THERE,
        ContactResult.MISSED,
        ContactResult.MESSAGE_LEFT,
    }
)
_MET = frozenset(ContactResult) - _NOT_MET
Choices = tuple[tuple[Any, str], ...]


@dataclass(frozen=True, slots=True)
class Offered:
    """What the forms offer to choose from, read when one is opened."""

    people: Choices = field(repr=False)
    directory: DirectoryPage = field(repr=False)
    sitter: UUID
    now: datetime
    may_restrict: bool = False


def contact(offered: Offered) -> Question:
    """Ask for a try at contact with anybody: who, then what came of it."""
    result, tried = choices_of(ContactResult, _("Choose")), choices_of(ContactType)
    now = offered.now
    workers = _in_post(offered.directory)
    return Question(
        _("A contact"),
        (
            Ask("person_id", _("With whom"), Kind.FIND, None, _nobody(offered.people)),
            Ask("result", _("What came of it"), Kind.CHOICE, None, result),
            Ask("type", _("How"), Kind.CHOICE, ContactType.STREET, tried),
            Ask("place", _("Where"), Kind.LINE, ""),
            Ask(
                "words",
                _("What they said, or what you saw"),
                Kind.LINE,
                "",
                only_for=("result", _MET),
            ),
            Ask("worker_id", _("Who tried"), Kind.FIND, offered.sitter, workers),
            Ask(
                "with_whom",
                _("Who else was there"),
                Kind.LINE,
                "",
                hint=_("A colleague, a friend, an advocate."),
            ),
            Ask("on", _("Day"), Kind.DAY, now.date()),
            Ask("at", _("Time"), Kind.TIME, time(now.hour, now.minute)),
            *((ask_who_may_see(),) if offered.may_restrict else ()),
        ),
        _("Keep it"),
        about=_("Nobody there is a result like any other."),
    )


def logging(values: Values, _seen: int) -> Any:
    """Keep a try at contact."""
    return partial(_log, values=values)


def _log(desk: Desk, values: Values) -> Done[UUID]:
    _need(values, "person_id", "result", "on", "at")
    new = NewContact(
        values["person_id"],
        datetime.combine(values["on"], values["at"], tzinfo=LONDON),
        values["type"],
        values["result"],
        worker_id=values["worker_id"],
        place=values["place"],
        words=values["words"],
        with_whom=values["with_whom"],
        sensitivity=chosen(values),
    )
    return log_contact(desk, new)


def put_on(offered: Offered) -> Question:
    """Ask who else is to be found."""
    return Question(
        _("Put somebody on the sheet"),
        (
            Ask("person_id", _("Whom"), Kind.FIND, None, _nobody(offered.people)),
            Ask("why", _("Why"), Kind.LINE, ""),
        ),
        _("Put on the sheet"),
    )


def putting_on(sheet: UUID, values: Values, _seen: int) -> Any:
    """Put somebody on the sheet."""

    def act(desk: Desk) -> Done[UUID]:
        _need(values, "person_id")
        return add_to_sheet(desk, values["person_id"], sheet, why=values["why"])

    return act


def by_whom(line: SheetLine, offered: Offered, others: int) -> Question:
    """Ask who looks for somebody, and whether for the rest nobody looks for yet."""
    workers = ((None, _("Nobody in particular")), *_in_post(offered.directory))
    asks = [Ask("worker_id", _("Who"), Kind.FIND, line.worker_id, workers)]
    if others:
        words = _("And for everybody nobody looks for yet")
        asks.append(Ask("rest", "", Kind.TICK, False, ((True, words),)))  # noqa: FBT003 - a value
    return Question(_("Who looks for them"), tuple(asks), _("Say so"))


def assigning(line: SheetLine, others: tuple[UUID, ...], values: Values, _seen: int) -> Any:
    """Say who looks for whom."""
    lines = [line.id, *(others if values.get("rest") else ())]
    return partial(assign_lines, lines=lines, worker_id=values["worker_id"])


def where(line: SheetLine) -> Question:
    """Ask where somebody is looked for, and why."""
    return Question(
        _("Where and why"),
        (
            Ask("where", _("Where"), Kind.LINE, line.where),
            Ask("why", _("Why"), Kind.LINE, line.why),
        ),
        _("Save"),
    )


def placing(line: SheetLine, question: Question, values: Values, seen: int) -> Any:
    """Change where somebody is looked for, and why."""
    said = {name: text or "" for name, text in question.changed(values).items()}

    def act(desk: Desk) -> Done[int]:
        return change_sheet_line(desk, line.id, seen=seen, **said)

    return act


def _in_post(page: DirectoryPage) -> Choices:
    return tuple((one.id, f"{one.name}, {one.agency}") for one in page.professionals)


def _nobody(people: Choices) -> Choices:
    return ((None, ""), *people)


def _need(values: Mapping[str, Any], *names: str) -> None:
    if wrong := {name: "required" for name in names if values.get(name) is None}:
        raise InvalidFieldsError(wrong)
