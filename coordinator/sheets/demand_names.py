"""What agencies call the columns of a list of how often they met people."""

from collections.abc import Mapping

from coordinator.domain.lists.measures import DemandMeasure

_M = DemandMeasure

MEASURES: Mapping[str, str] = {
    _M.POLICE_CALLS: "police calls|police incidents|police calls and incidents|calls to police"
    "|police logs|calls to service|calls for service|incidents|999 calls",
    _M.ARRESTS: "arrests|arrest|times arrested",
    _M.CUSTODY_NIGHTS: "nights in custody|custody nights|custody",
    _M.COURT_APPEARANCES: "court appearances|court|times in court",
    _M.ASB_REPORTS: "asb reports|asb|asb incidents|anti social behaviour reports"
    "|anti social behaviour|anti-social behaviour reports",
    _M.AE_ATTENDANCES: "a&e attendances|a&e|a&e presentations|a&e visits|ed attendances|ed"
    "|ae attendances|ae|emergency department attendances|emergency department|a & e",
    _M.AMBULANCE_CONVEYANCES: "ambulance conveyances|ambulance|ambulance call outs"
    "|ambulance callouts|ambulances",
    _M.ADMISSIONS: "hospital admissions|admissions|admission|unplanned admissions",
    _M.BED_NIGHTS: "hospital bed nights|bed nights|bed days|hospital nights",
    _M.MH_CRISIS: "mental health crisis contacts|mh crisis|mh crisis contacts|crisis contacts"
    "|crisis team contacts",
    _M.SECTION_136: "section 136 detentions|section 136|s136|s 136|136 detentions",
    _M.SAFEGUARDING_CONCERNS: "safeguarding concerns|safeguarding|safeguarding alerts",
    _M.EVICTIONS: "evictions|eviction",
    _M.ACCOMMODATION_REFUSALS: "accommodation refusals|housing refusals",
    _M.NIGHTS_ROUGH: "nights rough sleeping|rough sleeping nights|nights rough"
    "|nights sleeping rough|nights slept rough",
    _M.FIRE_CALLS: "fire call outs|fire callouts|fire calls|fire call-outs|fires",
    _M.MISSED_APPOINTMENTS: "missed appointments|dna|dnas|did not attend",
    _M.TREATMENT_ATTENDED: "treatment attended|treatment sessions attended",
    _M.NIGHTS_HOUSED: "nights housed|nights accommodated",
    _M.TIME_CREDITS: "time credits|time credits earned",
}

OTHERS: Mapping[str, str] = {
    "month": "month|month of|reporting month|period month|month and year|month ending",
    "from_on": "from|from date|date from|period from|period start|start of period|start|first day"
    "|start date",
    "to_on": "to|until|to date|date to|period to|period end|end of period|end|last day|end date",
    "measure": "measure|event type|type of contact|type|what is counted|contact type|service",
    "count": "count|number|total|how often|how many|no of|number of contacts|contacts"
    "|number of times|no",
    "as_at": "as at|as at date|data as at|extracted on|date extracted|extract date|run date",
}
