"""Forms about who holds somebody and what is ahead, for every page that has them; no Qt."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.directory.page import read_directory
from coordinator.casework.tonight.holding import (
    add_coming_move,
    change_coming_move,
    end_holding,
    say_move_happened,
    say_who_holds,
)
from coordinator.domain.directory.rules import DirectoryPage
from coordinator.domain.errors import InvalidFieldsError
from coordinator.domain.lists.outreach import ComingMoveKind, DayPart
from coordinator.domain.outcomes import Done
from coordinator.domain.roles import Right, may
from coordinator.domain.tonight import WEEKDAYS, HoldingRow, MoveRow, NewHolding, NewMove
from coordinator.ui.kit.asks import Ask, Kind, Question, choices_of
from coordinator.ui.shared.who_may_see import ask_who_may_see, chosen
from coordinator.wording.holding import holding_words, move_words, weekday_words
from coordinator.wording.translation import _

Values = Mapping[str, Any]
Act = Callable[[Desk], Done[Any]]
Choices = tuple[tuple[Any, str], ...]


@dataclass(frozen=True, slots=True)
class Named:
    """Who can be named: workers in post, agencies of the directory, whoever sits at the desk."""

    directory: DirectoryPage = field(repr=False)
    sitter: UUID
    today: date
    may_restrict: bool = False

    @property
    def workers(self) -> Choices:
        """Everybody in post, nobody first."""
        posts = ((one.id, f"{one.name}, {one.agency}") for one in self.directory.professionals)
        return ((None, ""), *posts)

    @property
    def agencies(self) -> Choices:
        """Every agency that stands, none first."""
        return ((None, ""), *((one.id, one.name) for one in self.directory.agencies))


def read_named(desk: Desk) -> Named:
    """Read who can be named."""
    may_restrict = may(desk.sitter.role, Right.SEE_RESTRICTED)
    return Named(read_directory(desk), desk.sitter.professional, desk.today(), may_restrict)


def who_holds(named: Named) -> Question:
    """Ask who holds which parts of which days."""
    return Question(
        _("Who holds"),
        (
            Ask("worker_id", _("Worker"), Kind.FIND, None, named.workers, hint=_finding()),
            Ask("agency_id", _("Or an agency"), Kind.FIND, None, named.agencies),
            Ask("by", _("Or somebody else"), hint=_("A sister, a night shelter.")),
            Ask("parts", _("Part of the day"), Kind.MANY, (DayPart.EVENING,), choices_of(DayPart)),
            Ask("weekdays", _("On"), Kind.MANY, (), _weekdays(), hint=_("None: every day.")),
            Ask("from_on", _("From"), Kind.DAY, named.today),
            Ask("to_on", _("Until"), Kind.DAY, None, hint=_("Empty: until it is ended.")),
            Ask("what", _("What they do"), hint=_("Visits, rings, a bed. May stay empty.")),
            *((ask_who_may_see(),) if named.may_restrict else ()),
        ),
        _("Keep it"),
        about=_("Only what somebody has promised; what is planned shows by itself."),
    )


def holding(person: UUID, values: Values, _seen: int) -> Act:
    """Keep who holds."""

    def act(desk: Desk) -> Done[Any]:
        new = NewHolding(
            parts=tuple(values["parts"] or ()),
            from_on=values["from_on"] or desk.today(),
            to_on=values["to_on"],
            weekdays=tuple(values["weekdays"] or ()),
            worker_id=values["worker_id"],
            agency_id=values["agency_id"],
            by=values["by"] or "",
            what=values["what"] or "",
            sensitivity=chosen(values),
        )
        return say_who_holds(desk, person, new)

    return act


def until_when(one: HoldingRow) -> Question:
    """Ask for the last day somebody holds."""
    return Question(
        _("Until when"),
        (Ask("last", _("Last day"), Kind.DAY, one.to_on, hint=_("Empty: from today no more.")),),
        _("Keep it"),
        about=holding_words(one),
    )


def ending(one: HoldingRow, values: Values, _seen: int) -> Act:
    """Keep until when somebody holds."""
    return partial(end_holding, holding_id=one.id, last=values["last"])


def coming_move(named: Named) -> Question:
    """Ask what is ahead, when, and who is there."""
    kinds = choices_of(ComingMoveKind, _("Choose"))
    return Question(
        _("A change ahead"),
        (
            Ask("kind", _("What"), Kind.CHOICE, None, kinds),
            *_of_move(None, named),
            *((ask_who_may_see(),) if named.may_restrict else ()),
        ),
        _("Add it"),
        about=_("It stands on its day, and is marked until somebody is named to be there."),
    )


def change_move(one: MoveRow, named: Named) -> Question:
    """Ask when and where it is now, and who is there."""
    return Question(
        _("Change what is ahead"), _of_move(one, named), _("Save"), about=move_words(one)
    )


def _of_move(one: MoveRow | None, named: Named) -> tuple[Ask, ...]:
    other = one.met_by if one is not None and one.worker_id is None else ""
    return (
        Ask("on", _("Day"), Kind.DAY, one.on if one else None),
        Ask("at_time", _("Time"), value=one.at_time if one else "", example="10:00"),
        Ask("place", _("Where"), value=one.place if one else ""),
        Ask(
            "worker_id",
            _("Who is there"),
            Kind.FIND,
            one.worker_id if one else None,
            named.workers,
            hint=_finding(),
        ),
        Ask("met_by", _("Or somebody else"), value=other),
        Ask("plan", _("What is to happen then"), Kind.TEXT, one.plan if one else ""),
    )


def adding_move(person: UUID, values: Values, _seen: int) -> Act:
    """Add what is ahead."""

    def act(desk: Desk) -> Done[Any]:
        _need(values, "kind", "on")
        said = {name: values[name] or "" for name in ("at_time", "place", "plan", "met_by")}
        new = NewMove(
            values["kind"],
            values["on"],
            worker_id=values["worker_id"],
            sensitivity=chosen(values),
            **said,
        )
        return add_coming_move(desk, person, new)

    return act


def changing_move(one: MoveRow, question: Question, values: Values, seen: int) -> Act:
    """Keep what changed about it."""
    return partial(change_coming_move, move_id=one.id, seen=seen, **question.changed(values))


def move_happened(one: MoveRow, today: date) -> Question:
    """Ask how it went."""
    return Question(
        _("How it went"),
        (
            Ask("happened_on", _("Day"), Kind.DAY, min(one.on, today)),
            Ask("outcome", _("What came of it"), Kind.TEXT, ""),
        ),
        _("Keep it"),
        about=move_words(one),
    )


def telling_move(one: MoveRow, values: Values, _seen: int) -> Act:
    """Keep how it went."""
    return partial(
        say_move_happened,
        move_id=one.id,
        outcome=values["outcome"] or "",
        happened_on=values["happened_on"],
    )


def _weekdays() -> Choices:
    return tuple((key, weekday_words(key)) for key in WEEKDAYS)


def _finding() -> str:
    return _("Type part of a name or an agency.")


def _need(values: Values, *names: str) -> None:
    if missing := [name for name in names if not values[name]]:
        raise InvalidFieldsError(dict.fromkeys(missing, "required"))
