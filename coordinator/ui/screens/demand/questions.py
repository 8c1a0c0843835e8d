"""The forms about unit costs, and the acts behind them; no Qt."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from coordinator.casework.demand.costing import add_cost, change_cost, end_cost
from coordinator.casework.desk import Desk
from coordinator.domain.amounts import read_pounds
from coordinator.domain.demand.rules import NewCost
from coordinator.domain.demand.views import CostRow
from coordinator.domain.errors import InvalidFieldsError
from coordinator.domain.lists.measures import DemandMeasure
from coordinator.domain.outcomes import Done
from coordinator.ui.kit.asks import Ask, Kind, Question, choices_of
from coordinator.wording.demand import INDICATIVE
from coordinator.wording.labels import label
from coordinator.wording.money import pounds
from coordinator.wording.translation import _

Values = Mapping[str, Any]
Act = Callable[[Desk], Done[Any]]


def new_cost() -> Question:
    """Ask what one of a measure costs."""
    measures = choices_of(DemandMeasure, _("Choose"))
    which = Ask("measure", _("What is counted"), Kind.CHOICE, None, measures)
    return Question(_("Add a unit cost"), (which, *_asks(None)), _("Add it"), about=_(INDICATIVE))


def change(row: CostRow) -> Question:
    """Ask what it costs now."""
    title = _("Change the unit cost: {measure}", measure=label(row.measure))
    return Question(title, _asks(row), _("Keep it"), about=_(INDICATIVE))


def end(row: CostRow) -> Question:
    """Ask why a cost goes out of use."""
    return Question(
        _("Take the unit cost out of use"),
        (Ask("reason", _("Why"), Kind.LINE, ""),),
        _("Take it out of use"),
        about=label(row.measure),
    )


def _asks(row: CostRow | None) -> tuple[Ask, ...]:
    return (
        Ask(
            "pence",
            _("Cost of one, in pounds"),
            Kind.LINE,
            pounds(row.pence) if row else "",
            example="123.45",
        ),
        Ask("price_year", _("Prices of"), Kind.LINE, row.price_year if row else "",
            example="2023/24"),
        Ask("source", _("Source"), Kind.LINE, row.source if row else "",
            hint=_("Who says so, and where it is published.")),
        Ask("note", _("What to know about it"), Kind.TEXT, row.note if row else ""),
    )  # fmt: skip


def adding(values: Values, _seen: int) -> Act:
    """Keep a new cost."""
    return _with(values, lambda cost: partial(add_cost, cost=cost))


def changing(row: CostRow, values: Values, seen: int) -> Act:
    """Keep what a cost says now."""
    said = {"measure": row.measure, **values}
    return _with(said, lambda cost: partial(change_cost, cost_id=row.id, cost=cost, seen=seen))


def ending(row: CostRow, values: Values, _seen: int) -> Act:
    """Take a cost out of use."""
    return partial(end_cost, cost_id=row.id, reason=values["reason"] or "")


def _with(values: Values, act: Callable[[NewCost], Act]) -> Act:
    try:
        pence = read_pounds(values["pence"] or "")
    except ValueError:
        return _refusing
    told = (values["price_year"] or "", values["source"] or "", values["note"] or "")
    return act(NewCost(values["measure"], pence, *told))


def _refusing(_desk: Desk) -> Done[Any]:
    raise InvalidFieldsError({"pence": "not-an-amount"})
