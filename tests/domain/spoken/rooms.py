"""A made-up panel in its room, on a Wednesday that meets again the week after."""

from datetime import date
from uuid import UUID

from coordinator.domain.lists.agencies import AgencyKind
from coordinator.domain.spoken.around import Around
from coordinator.domain.spoken.kinds import ways_of
from coordinator.domain.spoken.values import Calendar, PossibleOwner

TODAY = date(2026, 11, 18)
NEXT_MEETING = date(2026, 11, 26)
CHRISTMAS = frozenset({date(2026, 12, 25), date(2026, 12, 28), date(2027, 1, 1)})
CALENDAR = Calendar(TODAY, CHRISTMAS, NEXT_MEETING)

_AGENCIES = {
    "Police": (1, "Kerrow Police", AgencyKind.POLICE_NEIGHBOURHOOD),
    "Probation": (2, "Probation Service", AgencyKind.PROBATION),
    "Housing": (3, "Kerrow Housing Options", AgencyKind.HOUSING_OPTIONS),
    "Kerrow Homes": (4, "Kerrow Homes", AgencyKind.SOCIAL_LANDLORD),
    "Lantern": (5, "Lantern Drug and Alcohol Service", AgencyKind.SUBSTANCE_USE),
    "Hospital": (6, "Kerrow Hospital", AgencyKind.ACUTE_HOSPITAL),
    "Tregenna": (7, "Tregenna Support", AgencyKind.SUPPORTED_HOUSING),
}


def agency_id(short: str) -> UUID:
    return UUID(int=100 + _AGENCIES[short][0])


def somebody(key: int, name: str, short: str, **known: object) -> PossibleOwner:
    _number, agency, kind = _AGENCIES[short]
    told = {"short_name": short, "called": ways_of(kind), **known}
    return PossibleOwner(UUID(int=key), name, agency_id(short), agency, **told)  # type: ignore[arg-type]


SAM_ORR = somebody(1, "Sam Orr", "Police", is_here=True)
SAM_LEE = somebody(2, "Sam Lee", "Housing", is_here=True)
PRIYA = somebody(3, "Priya Nair", "Probation", is_here=True, job="Head of Unit")
MARK = somebody(4, "Mark Hale", "Lantern", is_here=True)
TOM = somebody(5, "Tom Carne", "Lantern", is_here=True)
JO = somebody(6, "Jo Reed", "Kerrow Homes", left_on=date(2026, 11, 1))
ANN = somebody(7, "Ann Bell", "Kerrow Homes", is_contact_point=True)
SIAN = somebody(8, "Dr Siân O'Neill-Jones", "Hospital", must_not_hear=True)
WILL = somebody(9, "Will Dunn", "Police", is_seat_holder=True)
PRIYA_ELSEWHERE = somebody(10, "Priya Shah", "Tregenna")
EVA = somebody(11, "Eva Rowe", "Tregenna")

EVERYBODY = (SAM_ORR, SAM_LEE, PRIYA, MARK, TOM, JO, ANN, SIAN, WILL, PRIYA_ELSEWHERE, EVA)
ROOM = Around(EVERYBODY, CALENDAR)


def room(*people: PossibleOwner, calendar: Calendar = CALENDAR) -> Around:
    return Around(people, calendar)
