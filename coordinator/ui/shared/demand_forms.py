"""The forms about counts of demand, and the acts behind them; no Qt."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from coordinator.casework.demand.counting import change_count, end_count, note_count
from coordinator.casework.desk import Desk
from coordinator.domain.demand.rules import NewCount
from coordinator.domain.demand.views import CountRow
from coordinator.domain.errors import InvalidFieldsError
from coordinator.domain.lists.measures import Completeness, DemandMeasure, MeasureMethod
from coordinator.domain.outcomes import Done
from coordinator.domain.states import Sensitivity
from coordinator.ui.kit.asks import Ask, Kind, Question, choices_of
from coordinator.ui.shared.keeping_forms import Named
from coordinator.ui.shared.who_may_see import NAME, ask_who_may_see
from coordinator.wording.demand import span_words
from coordinator.wording.labels import label
from coordinator.wording.translation import _

Values = Mapping[str, Any]
Act = Callable[[Desk], Done[Any]]


def count_question(named: Named, row: CountRow | None = None) -> Question:
    """Ask for a count; those of one that stands are filled in."""
    restrict = (ask_who_may_see(row.sensitivity if row else Sensitivity.STANDARD),)
    return Question(
        _("Change a count") if row else _("Note a count"),
        (
            *_what(row),
            *_by_whom(named, row),
            Ask("note", _("What to know about it"), Kind.TEXT, row.note if row else ""),
            *(restrict if named.may_restrict else ()),
        ),
        _("Keep it"),
        about=_("Both days are included. What nobody counted stays empty: it is not nought."),
    )


def _what(row: CountRow | None) -> tuple[Ask, ...]:
    full = row.completeness if row else Completeness.FULL
    known = frozenset({Completeness.FULL, Completeness.PART})
    measures = choices_of(DemandMeasure, "" if row else _("Choose"))
    first, last = (row.span.first, row.span.last) if row else (None, None)
    return (
        Ask("measure", _("What is counted"), Kind.CHOICE, row and row.measure, measures),
        Ask("from_on", _("From"), Kind.DAY, first, hint=_("First day that is counted.")),
        Ask("to_on", _("Until"), Kind.DAY, last, hint=_("Last day that is counted.")),
        Ask("completeness", _("How complete"), Kind.CHOICE, full, choices_of(Completeness)),
        Ask(
            "count",
            _("How often"),
            Kind.NUMBER,
            row.count if row else None,
            hint=_("0 only where somebody looked and there was nothing."),
            only_for=("completeness", known),
        ),
    )


def _by_whom(named: Named, row: CountRow | None) -> tuple[Ask, ...]:
    as_at = row.as_at if row else named.today
    method = row.method if row else MeasureMethod.AGENCY_LIST
    return (
        Ask("agency_id", _("Who counted"), Kind.FIND, row and row.agency_id, named.agencies),
        Ask(
            "source",
            _("Which list, or who else"),
            Kind.LINE,
            row.source if row else "",
            hint=_("May stay empty where an agency is named."),
        ),
        Ask("as_at", _("As at"), Kind.DAY, as_at, hint=_("The day on which they looked.")),
        Ask("method", _("Where it comes from"), Kind.CHOICE, method, choices_of(MeasureMethod)),
    )


def end_question(row: CountRow) -> Question:
    """Ask why a count is taken back."""
    return Question(
        _("Take the count back"),
        (Ask("reason", _("Why"), Kind.LINE, ""),),
        _("Take it back"),
        about=f"{label(row.measure)}, {span_words(row.span)}",
    )


def noting(person: UUID, values: Values, _seen: int) -> Act:
    """Keep a count."""
    return _with(values, lambda new: partial(note_count, person_id=person, count=new))


def changing(row: CountRow, values: Values, seen: int) -> Act:
    """Keep what a count says now; who may see it stays where nobody was asked."""
    kept = {NAME: row.sensitivity, **values}
    return _with(kept, lambda new: partial(change_count, count_id=row.id, count=new, seen=seen))


def ending(row: CountRow, values: Values, _seen: int) -> Act:
    """Take a count back."""
    return partial(end_count, count_id=row.id, reason=values["reason"] or "")


def _with(values: Values, act: Callable[[NewCount], Act]) -> Act:
    if values["measure"] is None:
        return _refusing("measure")
    is_known = values["completeness"] is not Completeness.NOT_AVAILABLE
    as_at: date | None = values["as_at"]
    new = NewCount(
        measure=values["measure"],
        from_on=values["from_on"],
        to_on=values["to_on"],
        count=values["count"] if is_known else None,
        agency_id=values["agency_id"],
        source=values["source"] or "",
        as_at=as_at,
        completeness=values["completeness"],
        method=values["method"],
        note=values["note"] or "",
        sensitivity=values.get(NAME) or Sensitivity.STANDARD,
    )
    return act(new)


def _refusing(name: str) -> Act:
    """Refuse, where the act would be done, what leaves open what cannot be left open."""

    def refuse(_desk: Desk) -> Done[Any]:
        raise InvalidFieldsError({name: "required"})

    return refuse
