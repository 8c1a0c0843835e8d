"""What of a plan two people wrote differently, in words, until somebody settles it."""

from coordinator.domain.merging.changes import REMOVED
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.plans.views import PlanView
from coordinator.wording.moves import column_words, kind_words
from coordinator.wording.translation import _


def unsettled_words(plan: PlanView) -> str:
    """Name what says two things; nothing where nothing does."""
    named = dict.fromkeys(_named(kind, field) for kind, field in plan.unsettled)
    if not named:
        return ""
    return _(
        "Two people wrote different things, and which of them holds is not settled: {what}.",
        what="; ".join(named),
    )


def _named(kind: str, field: str) -> str:
    if field == REMOVED:
        return _("{entry}: taken off by one", entry=kind_words(kind))
    name = column_words(kind, field)
    if kind == RecordKind.PLAN.value:
        return name
    return _("{entry}: {field}", entry=kind_words(kind), field=name.lower())
