"""The screens of plans, referrals, requests and the directory; loaded on the first visit."""

from coordinator.ui.kit.screen import Screen
from coordinator.ui.places import (
    DirectoryPlace,
    DisagreementsPlace,
    ImportPlace,
    NewReferralPlace,
    PanelPlace,
    PlanPlace,
    ReferralPlace,
    ReferralsPlace,
    RequestsPlace,
)
from coordinator.ui.shell.workplace import Workplace

CaseworkPlace = (
    PlanPlace
    | ReferralsPlace
    | ReferralPlace
    | NewReferralPlace
    | DirectoryPlace
    | PanelPlace
    | RequestsPlace
    | ImportPlace
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
        case ImportPlace():
            from coordinator.ui.screens.bringing_in import screen as bringing_in
            from coordinator.ui.screens.bringing_in.presenter import Ways

            lent = work.sitting
            ways = Ways(lent.bring_in, lent.take_back, work.go, work.toast)
            return bringing_in.build(work.jobs, ways, place)
        case DirectoryPlace():
            from coordinator.ui.screens.directory import screen as directory

            return directory.build(work.jobs, work.tell)
        case RequestsPlace():
            from coordinator.ui.screens.requests import screen as requests

            return requests.build(work.jobs, work.tell, work.moved, work.toast, place)
        case PanelPlace():
            from coordinator.ui.screens.panel import screen as panel

            return panel.build(work.jobs, work.tell, work.toast)
        case DisagreementsPlace(person_id):
            from coordinator.ui.screens.disagreements import screen as disagreements

            return disagreements.build(work.jobs, work.tell, work.go, person_id)
