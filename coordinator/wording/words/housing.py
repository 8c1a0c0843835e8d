"""Words of the housing log."""

from collections.abc import Mapping
from enum import StrEnum

from coordinator.domain.lists.housing import AppealResult, ConstraintKind, HousingRefusal
from coordinator.wording.translation import N_

WORDS: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    ConstraintKind: {
        ConstraintKind.COUPLE: N_("A couple"),
        ConstraintKind.PET: N_("A pet"),
        ConstraintKind.WHEELCHAIR: N_("Wheelchair or no stairs"),
        ConstraintKind.ARSON: N_("A history of arson"),
        ConstraintKind.REGISTERED: N_("Restrictions of a register"),
        ConstraintKind.OFFENCE: N_("An offence that providers exclude"),
        ConstraintKind.DISTANCE: N_("Distance to keep"),
        ConstraintKind.OTHER: N_("Other"),
    },
    HousingRefusal: {
        HousingRefusal.NO_VACANCY: N_("Nothing free"),
        HousingRefusal.NOT_SUITABLE: N_("Nothing suitable"),
        HousingRefusal.RISK: N_("Risk to others"),
        HousingRefusal.ARREARS: N_("Arrears"),
        HousingRefusal.OFFENCE: N_("An offence"),
        HousingRefusal.LOCAL_CONNECTION: N_("No local connection"),
        HousingRefusal.SUPPORT_TOO_HIGH: N_("Needs more support than they give"),
        HousingRefusal.COUPLE_OR_PET: N_("A couple or a pet"),
        HousingRefusal.NOT_ENGAGING: N_('"Not engaging"'),
        HousingRefusal.PERSON_SAID_NO: N_("The person said no"),
        HousingRefusal.OTHER: N_("Other"),
    },
    AppealResult: {
        AppealResult.WON: N_("Decided for the person"),
        AppealResult.PART_WON: N_("Decided in part for the person"),
        AppealResult.LOST: N_("Refusal stands"),
        AppealResult.WITHDRAWN: N_("Appeal withdrawn"),
    },
}
