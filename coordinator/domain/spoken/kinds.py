"""What people in a meeting call agencies of a kind: the words, not the names of any one agency."""

from collections.abc import Mapping
from types import MappingProxyType

from coordinator.domain.lists.agencies import AgencyKind

_K = AgencyKind

_WAYS: Mapping[AgencyKind, str] = MappingProxyType(
    {
        _K.POLICE_NEIGHBOURHOOD: "police, neighbourhood police, neighbourhood team, npt",
        _K.POLICE_PROTECTION: "police, public protection, ppu",
        _K.POLICE_IOM: "police, iom, integrated offender management",
        _K.PROBATION: "probation, probation service",
        _K.YOUTH_JUSTICE: "youth justice, youth offending, yot, yjs",
        _K.ADULT_SOCIAL_CARE: "social care, adult social care, social services, social work, asc",
        _K.CHILDRENS_SERVICES: "children's services, children's social care, childrens",
        _K.SAFEGUARDING_ADULTS: "safeguarding, adult safeguarding, safeguarding adults",
        _K.HOUSING_OPTIONS: "housing, housing options, homelessness, homelessness team",
        _K.SOCIAL_LANDLORD: "housing, landlord, the landlord, housing association",
        _K.SUPPORTED_HOUSING: "housing, supported housing, hostel, the hostel",
        _K.OUTREACH: "outreach, street outreach, rough sleeping team, rough sleeper team",
        _K.SUBSTANCE_USE: (
            "drugs and alcohol, drug and alcohol, drug and alcohol service, substance use,"
            " substance misuse, drug service, alcohol service, treatment service"
        ),
        _K.MENTAL_HEALTH: "mental health, mental health team, cmht, crisis team",
        _K.COMMUNITY_NURSING: "nursing, community nursing, district nurses, the nurses",
        _K.ACUTE_HOSPITAL: "hospital, the hospital, a and e, a&e, emergency department, ed",
        _K.GP: "gp, the gp, gps, doctor, the doctor, surgery, gp practice",
        _K.AMBULANCE: "ambulance, ambulance service, paramedics",
        _K.PUBLIC_HEALTH: "public health",
        _K.ICB: "icb, integrated care board",
        _K.FIRE: "fire, fire service, fire and rescue",
        _K.DWP: "dwp, jobcentre, job centre, work and pensions",
        _K.DEBT_ADVICE: "benefits, benefits advice, debt advice, welfare rights",
        _K.DASV: "domestic abuse, domestic abuse service, idva, idvas, dasv",
        _K.MODERN_SLAVERY: "modern slavery",
        _K.PRISON: "prison, the prison, resettlement",
        _K.COURTS: "court, courts, the court",
        _K.ASB: "asb, asb team, anti-social behaviour",
        _K.COMMUNITY_SAFETY: "community safety",
        _K.LICENSING: "licensing",
        _K.ENVIRONMENTAL_PROTECTION: "environmental health, environmental protection",
        _K.CORONER: "coroner, registrar",
        _K.VCS_ADVICE: "advice, advice service",
        _K.VCS_DAY_CENTRE: "day centre, the day centre",
        _K.VCS_FAITH: "church, the church, chaplain",
        _K.VCS_FOOD: "food bank, foodbank",
        _K.VETERANS: "veterans, veterans' service",
        _K.EDUCATION: "college, the college, education, school",
        _K.ADVOCACY: "advocacy, advocate, the advocate",
        _K.IMMIGRATION_ADVICE: "immigration advice, immigration",
        _K.BUSINESS: "bid, business group",
        _K.LOCAL_COUNCIL: "town council, parish council",
        _K.ELECTED_MEMBER: "councillor, elected member",
        _K.COMMISSIONER_HOUSING: "housing commissioner, commissioner",
        _K.COMMISSIONER_PUBLIC_HEALTH: "public health commissioner, commissioner",
        _K.COMMISSIONER_MENTAL_HEALTH: "mental health commissioner, commissioner",
        _K.COMMISSIONER_SOCIAL_CARE: "social care commissioner, commissioner",
        _K.COMMISSIONER_OPCC: "opcc, police and crime commissioner, commissioner",
        _K.LIVED_EXPERIENCE: "lived experience, experts by experience",
    }
)


def ways_of(kind: AgencyKind | None) -> tuple[str, ...]:
    """Give the ways a kind of agency is called: *police*; *mental health*, *cmht*.

    Several kinds share some: *housing* is the council's housing options, a landlord and a hostel
    alike; who is in the room decides, or a question.
    """
    return tuple(_WAYS[kind].split(", ")) if kind is not None else ()
