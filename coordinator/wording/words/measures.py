"""Words for what is counted and spent."""

from collections.abc import Mapping
from enum import StrEnum

from coordinator.domain.lists.measures import (
    Completeness,
    DemandMeasure,
    FundingSource,
    MeasureMethod,
    MoneyMove,
)
from coordinator.wording.translation import N_

WORDS: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    DemandMeasure: {
        DemandMeasure.POLICE_CALLS: N_("Police calls and incidents"),
        DemandMeasure.ARRESTS: N_("Arrests"),
        DemandMeasure.CUSTODY_NIGHTS: N_("Nights in custody"),
        DemandMeasure.COURT_APPEARANCES: N_("Court appearances"),
        DemandMeasure.ASB_REPORTS: N_("Anti-social behaviour reports"),
        DemandMeasure.AE_ATTENDANCES: N_("A&E attendances"),
        DemandMeasure.AMBULANCE_CONVEYANCES: N_("Ambulance conveyances"),
        DemandMeasure.ADMISSIONS: N_("Hospital admissions"),
        DemandMeasure.BED_NIGHTS: N_("Hospital bed nights"),
        DemandMeasure.MH_CRISIS: N_("Mental health crisis contacts"),
        DemandMeasure.SECTION_136: N_("Section 136 detentions"),
        DemandMeasure.SAFEGUARDING_CONCERNS: N_("Safeguarding concerns"),
        DemandMeasure.EVICTIONS: N_("Evictions"),
        DemandMeasure.ACCOMMODATION_REFUSALS: N_("Accommodation refusals"),
        DemandMeasure.NIGHTS_ROUGH: N_("Nights rough sleeping"),
        DemandMeasure.FIRE_CALLS: N_("Fire call-outs"),
        DemandMeasure.MISSED_APPOINTMENTS: N_("Missed appointments"),
        DemandMeasure.TREATMENT_ATTENDED: N_("Treatment attended"),
        DemandMeasure.NIGHTS_HOUSED: N_("Nights housed"),
        DemandMeasure.TIME_CREDITS: N_("Time credits"),
    },
    Completeness: {
        Completeness.FULL: N_("Whole period"),
        Completeness.PART: N_("Part of the period"),
        Completeness.NOT_AVAILABLE: N_("Not available"),
    },
    MeasureMethod: {
        MeasureMethod.AGENCY_LIST: N_("Agency's list"),
        MeasureMethod.OWN_WORDS: N_("Person's own words"),
        MeasureMethod.ESTIMATE: N_("Estimate"),
    },
    FundingSource: {
        FundingSource.PERSONAL_BUDGET: N_("Personal budget"),
        FundingSource.DONATED_FUND: N_("Donated fund"),
        FundingSource.DHP: N_("Discretionary housing payment"),
        FundingSource.AGENCY: N_("Agency's own money"),
        FundingSource.CHARITY: N_("Charity"),
        FundingSource.GRANT: N_("Grant"),
    },
    MoneyMove: {
        MoneyMove.SPENT: N_("Spent"),
        MoneyMove.RETURNED: N_("Given back"),
    },
}
