"""What single acts ask for besides what every act may be told, tried about one person."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from coordinator.casework.actions.passing_on import TakenOver
from coordinator.casework.referrals.answering import Answered
from coordinator.domain.assessments.rules import Scoring
from coordinator.domain.demand.rules import NewCount
from coordinator.domain.housing import NewApplication, Refused
from coordinator.domain.lists.housing import AppealResult, ConstraintKind, HousingRefusal
from coordinator.domain.lists.measures import DemandMeasure, FundingSource, MoneyMove
from coordinator.domain.lists.outreach import ComingMoveKind, DayPart
from coordinator.domain.lists.people import NeedDomain
from coordinator.domain.lists.plans import OwnPlanVariant, OwnView
from coordinator.domain.lists.reasons import NotAcceptedReason, PauseReason
from coordinator.domain.lists.sharing import HoldKind
from coordinator.domain.money.rules import MoneyDecision, NewEntry, NewRequest
from coordinator.domain.states import (
    GoalStatus,
    HousingStep,
    OfferStatus,
    ProtocolStatus,
    ReferralStatus,
)
from coordinator.domain.stuck.gaps import NewGap
from coordinator.domain.tonight import NewHolding, NewMove
from coordinator.domain.voice.own_plans import Giving, Part
from tests.casework import learnt, needs_on_file
from tests.stores import (
    TODAY,
    WORKER,
)

WEEK = TODAY + timedelta(days=7)
CALLS = NewCount(DemandMeasure.POLICE_CALLS, TODAY, TODAY, 1, source="A list")
BED = NewRequest("A bed", 30_000, FundingSource.PERSONAL_BUDGET, UUID(int=7))
BED = NewRequest("A bed", 30_000, FundingSource.PERSONAL_BUDGET, UUID(int=7))
CALLS = NewCount(DemandMeasure.POLICE_CALLS, TODAY, TODAY, 1, source="A list")
OWN: Mapping[str, dict[str, Any]] = {
    "score_person": {"scoring": Scoring(UUID(int=7), TODAY, {})},
    "record_needs": {"needs": needs_on_file.found(NeedDomain.MONEY)},
    "note_enquiry": {"enquiry": needs_on_file.NOT_NOW},
    "change_enquiry": {"enquiry": needs_on_file.NOT_NOW},
    "ask_for_money": {"request": BED},
    "change_request": {"request": BED},
    "decide_money": {"said": MoneyDecision(30_000, "Agreed")},
    "note_move": {"new": NewEntry(MoneyMove.SPENT, 100, TODAY), "reason": "It cost more"},
    "name_receipt": {"receipt": "R-1"},
    "arrange_step": {"due_on": WEEK},
    "note_count": {"count": CALLS},
    "change_count": {"count": CALLS},
    "end_protocol": {"how": ProtocolStatus.STOPPED},
    "apply_for_home": {"new": NewApplication(provider="A landlord")},
    "move_application": {"step": HousingStep.OFFERED},
    "refuse_home": {"refused": Refused(HousingRefusal.ARREARS)},
    "settle_appeal": {"result": AppealResult.LOST},
    "note_constraint": {"constraint": ConstraintKind.COUPLE},
    "say_who_holds": {"new": NewHolding((DayPart.DAY,), TODAY, by="A friend")},
    "add_coming_move": {"new": NewMove(ComingMoveKind.EVICTION, WEEK)},
    "hold_record": {"hold": HoldKind.REVIEW},
    "note_whom_to_tell": {"who": "The surgery"},
    "pause_case": {"because": PauseReason.PRISON},
    "answer_not_for_us": {"because": NotAcceptedReason.BELOW_CRITERIA},
    "set_goal_status": {"status": GoalStatus.DROPPED},
    "set_offer_status": {"status": OfferStatus.AGREED},
    "turn_into_gap": {"new": NewGap("No rooms that take dogs")},
    "answer_at_meeting": {"answer": Answered(ReferralStatus.ACCEPTED, "Agreed")},
    "write_own_plan": {"part": Part.HELPS, "lines": ("A quiet room.",)},
    "take_from_plan": {"part": Part.HELPS},
    "give_own_plan": {"giving": Giving(TODAY, OwnPlanVariant.PLAIN)},
    "note_own_view": {"view": OwnView.OK},
    "end_timing": {"before": 0, "seconds": 300.0},
    "link_barrier": {"gap_id": UUID(int=7)},
    **learnt.OWN,
    "unlink_barrier": {"gap_id": UUID(int=7)},
    "pass_on_at_meeting": {"new": TakenOver(WORKER, "Theirs"), "meeting_id": UUID(int=7)},
}
