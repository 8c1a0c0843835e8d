"""Lists of the housing log: what narrows the search, and why a provider says no."""

from enum import StrEnum


class ConstraintKind(StrEnum):
    """What a home has to allow for. Source: domain mechanisms, couples and dogs."""

    COUPLE = "couple"
    PET = "pet"
    WHEELCHAIR = "wheelchair"
    ARSON = "arson"
    REGISTERED = "registered"
    OFFENCE = "offence"
    DISTANCE = "distance"
    OTHER = "other"


class HousingRefusal(StrEnum):
    """Why somebody was not housed; a person's own no is a choice and no refusal of theirs."""

    NO_VACANCY = "no_vacancy"
    NOT_SUITABLE = "not_suitable"
    RISK = "risk"
    ARREARS = "arrears"
    OFFENCE = "offence"
    LOCAL_CONNECTION = "local_connection"
    SUPPORT_TOO_HIGH = "support_too_high"
    COUPLE_OR_PET = "couple_or_pet"
    NOT_ENGAGING = "not_engaging"
    PERSON_SAID_NO = "person_said_no"
    OTHER = "other"


class AppealResult(StrEnum):
    """What became of an appeal; nothing while it is being looked at."""

    WON = "won"
    PART_WON = "part_won"
    LOST = "lost"
    WITHDRAWN = "withdrawn"
