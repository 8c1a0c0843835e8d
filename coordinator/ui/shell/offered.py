"""Which places each role is offered: the window shows no way to what would be refused.

Whether something may be done is said in `casework`; this only keeps doors that do not open out of
sight.
"""

from collections.abc import Mapping

from coordinator.domain.exchange.rules_of_kinds import of_no_use_away
from coordinator.domain.roles import Right, Role, may
from coordinator.ui.places.away import AwayPlace, ContactsPlace
from coordinator.ui.places.every import (
    AccessPlace,
    AccountabilityPlace,
    ActionsPlace,
    DisagreementsPlace,
    DisclosuresPlace,
    GapsPlace,
    ImportPlace,
    MeetingsPlace,
    NewReferralPlace,
    OutreachPlace,
    PapersPlace,
    PeoplePlace,
    Place,
    ReferralsPlace,
    RetentionPlace,
    ReturnsPlace,
    SettingsPart,
    SettingsPlace,
    TrailPlace,
    WeekPlace,
)
from coordinator.ui.places.learning import LearningPlace
from coordinator.ui.places.money import MoneyPlace
from coordinator.ui.places.place_plans import PlacePlansPlace
from coordinator.ui.places.report import QualityPlace, ReportPlace

_RIGHTS: Mapping[type, Right] = {
    WeekPlace: Right.RUN_MEETINGS,
    GapsPlace: Right.SEE_COUNTS,
    LearningPlace: Right.SEE_COUNTS,
    PlacePlansPlace: Right.SEE_COUNTS,
    AccountabilityPlace: Right.SEE_FIGURES,
    ReportPlace: Right.SEE_FIGURES,
    QualityPlace: Right.SEE_FIGURES,
    MoneyPlace: Right.SEE_FIGURES,
    DisclosuresPlace: Right.READ_AUDIT,
    AccessPlace: Right.SEE_RESTRICTED,
    RetentionPlace: Right.READ_AUDIT,
    TrailPlace: Right.READ_OWN_TRAIL,
    ReturnsPlace: Right.UPDATE_ACTIONS,
    NewReferralPlace: Right.REFER,
    ImportPlace: Right.IMPORT,
    DisagreementsPlace: Right.SETTLE,
    ContactsPlace: Right.OWN_CARD,
    AwayPlace: Right.SETTLE,
}
_NOT_WITH_ACTIONS = (PeoplePlace, ReferralsPlace, OutreachPlace)
"""Lists of what an agency's actions do not bring along: they would say of everybody that they have
no lead, were never seen and still wait for an answer."""
_OF_MANAGERS = frozenset({SettingsPart.USERS, SettingsPart.CODE, SettingsPart.OFFICER})


def is_offered(role: Role, place: Place, *, is_away: bool = False) -> bool:
    """Whether a role is shown the way to a place.

    Args:
        role: Whoever sits at the store.
        place: Where it leads.
        is_away: The store is their own, away from the panel: there they hand their work back,
            and are not shown what is done at the panel only.
    """
    right = _right(place)
    if is_away and isinstance(place, AwayPlace):
        return True
    if is_away and role is Role.REPRESENTATIVE and isinstance(place, _NOT_WITH_ACTIONS):
        return False
    return may(role, right) and not (is_away and right in of_no_use_away(role))


def _right(place: Place) -> Right:
    match place:
        case SettingsPlace(part=part):
            return Right.MANAGE_USERS if part in _OF_MANAGERS else Right.OWN_WAY_IN
        case MeetingsPlace(begin="call" | "huddle"):
            return Right.RUN_MEETINGS
        case OutreachPlace(contact=int() as asked) if asked:
            return Right.LOG_CONTACTS
        case _:
            return _RIGHTS.get(type(place), Right.SEE_PEOPLE)


def home_of(role: Role, *, is_away: bool = False) -> Place:
    """Give where somebody begins."""
    for place in (WeekPlace(), PeoplePlace(), ActionsPlace()):
        if is_offered(role, place, is_away=is_away):
            return place
    return GapsPlace()


def is_private(place: Place) -> bool:
    """Whether a place is for the chair and the management group, never for a shared screen."""
    if isinstance(place, PapersPlace):
        return place.kind in {"accountability", "report"}
    return isinstance(place, AccountabilityPlace | ReportPlace | QualityPlace)
