"""Which of the bases recorded before all conditions were asked for stand without one, in SQL."""

from datetime import date

from sqlalchemy import ColumnElement, and_, not_, or_

from coordinator.db.models import Basis
from coordinator.domain.lists.sharing import SpecialCondition
from coordinator.domain.need_to_know.bases import FITTING, LAST_WITHOUT


def lacks_condition() -> ColumnElement[bool]:
    """Whether a basis lacks a condition, as `bases.missing_conditions` has it."""
    special, schedule = Basis.special_condition, Basis.schedule_condition
    unfitting = [
        and_(special == one, or_(schedule.is_(None), schedule.not_in(sorted(fitting))))
        for one, fitting in FITTING.items()
    ]
    return or_(
        special.is_(None),
        special == SpecialCondition.NONE,
        Basis.offence_data.is_(None),
        and_(Basis.offence_data.is_(True), schedule.is_(None)),
        *unfitting,
    )


def stands_on(day: date) -> ColumnElement[bool]:
    """Whether a recorded basis counts as complete on a day, as `bases.status_on` has it."""
    if day >= LAST_WITHOUT:
        return not_(lacks_condition())
    return or_(not_(lacks_condition()), and_(Basis.review_on.is_not(None), Basis.review_on > day))
