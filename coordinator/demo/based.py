"""The law that the panel of the demo goes by, the same for everybody it talks about."""

from typing import Any

from coordinator.domain.lists.sharing import LawfulBasis, ScheduleCondition, SpecialCondition

OF_LAW: dict[str, Any] = {
    "lawful_basis": LawfulBasis.PUBLIC_TASK,
    "special_condition": SpecialCondition.SUBSTANTIAL_PUBLIC_INTEREST,
    "schedule_condition": ScheduleCondition.SAFEGUARDING,
    "offence_data": False,
}
