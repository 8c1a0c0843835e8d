"""Words of other people's lists, folded, and what they mean on ours."""

from collections.abc import Mapping

from coordinator.domain.lists.people import HousingStatus
from coordinator.domain.lists.plans import ActionKind, ActionPriority
from coordinator.domain.states import ActionStatus

HUD_GENDER: Mapping[str, str] = {
    "0": "Female",
    "1": "Male",
    "2": "Trans female",
    "3": "Trans male",
    "4": "Gender non-conforming",
    "8": "",
    "9": "",
    "99": "",
}
"""Codes of the American homelessness data standard; 8, 9 and 99 say that nobody knows.

Source: HMIS Data Standards FY 2020, 3.06 Gender.
"""

HUD_ETHNICITY: Mapping[str, str] = {
    "0": "Non-Hispanic",
    "1": "Hispanic",
    "8": "",
    "9": "",
    "99": "",
}
"""Source: HMIS Data Standards FY 2020, 3.05 Ethnicity."""

HOUSING: Mapping[str, HousingStatus] = {
    **{status.value.replace("_", " "): status for status in HousingStatus},
    "rough sleeper": HousingStatus.ROUGH_SLEEPING,
    "sleeping rough": HousingStatus.ROUGH_SLEEPING,
    "street homeless": HousingStatus.ROUGH_SLEEPING,
    "sofa surfing": HousingStatus.SOFA,
    "sofa surfer": HousingStatus.SOFA,
    "staying with friends": HousingStatus.SOFA,
    "supported housing": HousingStatus.SUPPORTED,
    "supported accommodation": HousingStatus.SUPPORTED,
    "temporary accommodation": HousingStatus.TEMPORARY,
    "ta": HousingStatus.TEMPORARY,
    "b&b": HousingStatus.TEMPORARY,
    "private rent": HousingStatus.PRIVATE_RENTED,
    "prs": HousingStatus.PRIVATE_RENTED,
    "council tenant": HousingStatus.SOCIAL_TENANCY,
    "council tenancy": HousingStatus.SOCIAL_TENANCY,
    "housing association": HousingStatus.SOCIAL_TENANCY,
    "social housing": HousingStatus.SOCIAL_TENANCY,
    "owner occupier": HousingStatus.OWNER,
    "in hospital": HousingStatus.HOSPITAL,
    "prison": HousingStatus.CUSTODY,
    "in prison": HousingStatus.CUSTODY,
    "in custody": HousingStatus.CUSTODY,
    "caravan": HousingStatus.TIED,
    "boat": HousingStatus.TIED,
}

STATUS: Mapping[str, ActionStatus] = {
    **{status.value.replace("_", " "): status for status in ActionStatus},
    "not started": ActionStatus.OPEN,
    "outstanding": ActionStatus.OPEN,
    "new": ActionStatus.OPEN,
    "ongoing": ActionStatus.IN_PROGRESS,
    "on going": ActionStatus.IN_PROGRESS,
    "on-going": ActionStatus.IN_PROGRESS,
    "started": ActionStatus.IN_PROGRESS,
    "in-progress": ActionStatus.IN_PROGRESS,
    "on hold": ActionStatus.WAITING,
    "awaiting": ActionStatus.WAITING,
    "complete": ActionStatus.DONE,
    "completed": ActionStatus.DONE,
    "closed": ActionStatus.DONE,
    "actioned": ActionStatus.DONE,
    "partially complete": ActionStatus.PARTLY_DONE,
    "part complete": ActionStatus.PARTLY_DONE,
    "could not be done": ActionStatus.COULD_NOT,
    "unable to complete": ActionStatus.COULD_NOT,
    "not possible": ActionStatus.COULD_NOT,
    "no longer needed": ActionStatus.NOT_NEEDED,
    "no longer required": ActionStatus.NOT_NEEDED,
    "not required": ActionStatus.NOT_NEEDED,
    "superseded": ActionStatus.NOT_NEEDED,
    "declined by person": ActionStatus.DECLINED,
    "refused": ActionStatus.DECLINED,
    "reassigned": ActionStatus.TRANSFERRED,
}

KIND: Mapping[str, ActionKind] = {kind.value.replace("_", " "): kind for kind in ActionKind}

PRIORITY: Mapping[str, ActionPriority] = {
    **{priority.value.replace("_", " "): priority for priority in ActionPriority},
    "medium": ActionPriority.NORMAL,
    "low": ActionPriority.WHEN_POSSIBLE,
}

GROUPS = frozenset(
    {"all", "everyone", "everybody", "panel", "all agencies", "all partners", "team", "group",
     "various", "tbc", "both", "partners", "all present"}
)  # fmt: skip
"""Owners that are nobody: an action needs one named person."""
