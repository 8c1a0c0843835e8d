"""The screens of plans, referrals and the directory; loaded on the first visit."""

from coordinator.ui.kit.screen import Screen
from coordinator.ui.places import (
    DirectoryPlace,
    DisagreementsPlace,
    NewReferralPlace,
    PlanPlace,
    ReferralPlace,
    ReferralsPlace,
)
from coordinator.ui.shell.workplace import Workplace

CaseworkPlace = (
    PlanPlace
    | ReferralsPlace
    | ReferralPlace
    | NewReferralPlace
    | DirectoryPlace
    | DisagreementsPlace
)


def build_casework_screen(place: CaseworkPlace, work: Workplace) -> Screen:
    """Build the screen of one of these places."""
    match place:
        case PlanPlace(person_id):
            from coordinator.ui.screens.plan import screen as plan

            return plan.build(work.jobs, work.tell, work.go, person_id)
        case ReferralsPlace():
            from coordinator.ui.screens.referrals import screen as referrals

            return referrals.build(work.jobs, work.go)
        case ReferralPlace(referral_id):
            from coordinator.ui.screens.referral import screen as referral

            return referral.build(work.jobs, work.tell, work.go, referral_id)
        case NewReferralPlace():
            from coordinator.ui.screens.new_referral import screen as new_referral

            return new_referral.build(work.jobs, work.tell, work.go)
        case DirectoryPlace():
            from coordinator.ui.screens.directory import screen as directory

            return directory.build(work.jobs, work.tell)
        case DisagreementsPlace(person_id):
            from coordinator.ui.screens.disagreements import screen as disagreements

            return disagreements.build(work.jobs, work.tell, work.go, person_id)
