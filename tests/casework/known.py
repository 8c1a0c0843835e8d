"""Everything that is kept about somebody beside their plan: where, with whom, until when."""

from datetime import date, timedelta
from uuid import UUID

from coordinator.casework.cases.protocols import start_protocol
from coordinator.casework.desk import Desk
from coordinator.casework.housing.log import (
    apply_for_home,
    barrier_from_refusal,
    note_constraint,
    refuse_home,
)
from coordinator.casework.meetings.offers import record_offer
from coordinator.casework.outreach.missing import note_missing
from coordinator.casework.outreach.sheets import make_sheet
from coordinator.casework.tonight.holding import add_coming_move, say_who_holds
from coordinator.domain.housing import NewApplication, Refused
from coordinator.domain.lists.housing import ConstraintKind, HousingRefusal
from coordinator.domain.lists.outreach import ComingMoveKind, DayPart
from coordinator.domain.people.missing import LastKnown
from coordinator.domain.states import Sensitivity
from coordinator.domain.tonight import NewHolding, NewMove
from tests.casework.entries_on_file import case_of
from tests.stores import HEALTH


def keep_all(desk: Desk, person: UUID, today: date, words: str, guarded: str) -> UUID:
    """Log housing, nights, changes ahead, a protocol and a search; give the day's sheet."""
    home = apply_for_home(desk, person, NewApplication(provider=words, what=words)).result
    refuse_home(desk, home, Refused(HousingRefusal.ARREARS, words), seen=1)
    kept = NewApplication(provider=guarded, what=guarded, sensitivity=Sensitivity.RESTRICTED)
    refused = apply_for_home(desk, person, kept).result
    refuse_home(desk, refused, Refused(HousingRefusal.ARREARS, guarded), seen=1)
    barrier_from_refusal(desk, refused)
    note_constraint(desk, person, ConstraintKind.PET, details=words)
    restricted = Sensitivity.RESTRICTED
    note_constraint(desk, person, ConstraintKind.OFFENCE, details=guarded, sensitivity=restricted)
    record_offer(desk, person, HEALTH, what=words)
    say_who_holds(desk, person, NewHolding((DayPart.NIGHT,), today, by=words, what=words))
    ahead = today + timedelta(days=2)
    leaving = NewMove(ComingMoveKind.HOSPITAL_DISCHARGE, ahead, place=words, met_by=words)
    add_coming_move(desk, person, leaving)
    start_protocol(desk, case_of(desk, person), why=words)
    note_missing(desk, person, LastKnown(seen_on=today, where=words, concern=words))
    return make_sheet(desk, today, people=[person]).result
