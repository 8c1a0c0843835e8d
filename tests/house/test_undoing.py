"""Each act there is may be taken back with one key, or stays for a reason that stands here."""

import ast
from collections.abc import Iterator, Mapping

from coordinator.domain.records.undoing import MAY_BE_UNDONE
from coordinator.wording.acts import ACTS
from tests.house.tree import PACKAGE, modules, parsed

STAYS: Mapping[str, str] = {
    "it left, or shows what left, and the log keeps both": """
        access.* agency_password.* disclosure.* disclosures.read information.* minutes.issued
        own_plan.given packs.made paper.* escalation.sent escalation.chased escalation.moved_up
        trail.* workpack.handed_back workpack.made
        workpack.sheet_made
    """,
    "it decides who may know of whom; an act of its own says why it is so no longer": """
        agency.restricted_given agency.restricted_taken basis.* entry.* exclusion.*
        escalation.names_hidden escalation.names_shown person.opened person.opened_because
        person.restricted_shown people.searched
    """,
    "it decides who may come in, or how the store is kept": "demo.filled store.* user.*",
    "it decides whose work is taken, and others hold what it gave out": """
        contact_card.* identity.* sealing_key.*
    """,
    "it keeps or destroys a record, under its own rules": """
        death_notice.* disposal.* person.corrected_after_death person.death_withdrawn person.died
        record.* retention.*
    """,
    "it is taken back whole by an act of its own, from its own page": """
        actions.imported demand.imported import.undone people.imported returns.applied
        returns.undone
    """,
    "it is work that came from another install, which stands there too": """
        held_back.* workpack.applied workpack.sheet_applied workpack.taken
    """,
    "it takes something back itself": """
        act.undone agenda.taken_back attendance.uninvited comms.ended minutes.taken_back
        plan.taken_back week.*
    """,
    "the minutes are out, or were approved: only a dated correction follows": """
        minutes.approval_recorded minutes.approved minutes.corrected
    """,
    "it is done on a page that shows what stands, where it is put right by the act beside it": """
        action.accepted action.corrected action.moved action.owner_changed action.thought_through
        agency.added agency.agreement_signed agency.changed agency.closed agency.merged
        agency.renamed agenda.issued agenda.item_added agenda.item_changed agenda.item_withdrawn
        agenda.written alias.* assessment.* attendance.invited barrier.accepted barrier.became_gap
        barrier.resolved case.* comms.agreed comms.changed constraint.* contact.logged cover.*
        demand.changed demand.ended demand.noted disagreement.settled escalation.acknowledged
        escalation.answered escalation.changed escalation.closed escalation.no_reply
        escalation.noted escalation.reopened escalation.withdrawn forum.* gap.* goal.* goals.*
        holding.* housing.* identifier.* item.planned lead.accepted lead.ended meeting.called
        meeting.cancelled meeting.held_on_paper meeting.moved meeting.scheduled missing.* move.*
        offer.agreed offer.delivered offer.edited offer.offered offer.withdrawn outreach.assigned
        outreach.line_added outreach.line_changed outreach.line_removed outreach.reordered
        outreach.sheet_made own_plan.begun own_plan.signed_off own_plan.taken_anew
        own_plan.view_noted own_plan.written panel.* person.corrected person.registered
        plan.agreed plan.agreed_with_person plan.begun plan.edited plan.ended plan.proposed
        professional.* protocol.* referral.changed referral.drafted referral.screened
        referral.submitted referral.withdrawn risk.* seat.* series.* service.* strength.* tie.*
        tool.* warning.* unit_cost.* wish.corrected wish.passed_on enquiry.* need.* needs.*
        allocation.* money.asked money.changed money.entry_taken_back money.receipt_named
        money.returned money.settled money.spent money.withdrawn learning.* programme.* review.*
        theme.* report.said group_seat.*
        place_action.* place_group.* place_measure.* place_plan.* place_priority.* place_reading.*
    """,
}
"""By their permanent names; `x.*` is whatever is done to an x."""

NOT_BY_THE_KEY = {
    "approve_minutes": "the chair's word for the minutes",
    "record_approval": "the same, said elsewhere",
    "take_back_minutes": "takes back itself, with its reason",
    "set_part_sensitivity": "decides who may know of what",
}
"""What the live meeting does and its key for undoing does not take back."""


def test_every_act_may_be_undone_or_stays_for_a_reason() -> None:
    told = [name for names in STAYS.values() for name in names.split()]
    assert len(told) == len(set(told))
    stays = {name for name in ACTS if name in told or f"{name.partition('.')[0]}.*" in told}
    assert ACTS.keys() - stays == MAY_BE_UNDONE
    used = set(stays) | {f"{name.partition('.')[0]}.*" for name in stays}
    assert set(told) <= used


def test_every_act_of_the_live_meeting_is_taken_back_by_its_key() -> None:
    journalled = dict(_journalled())
    done = {
        name
        for module, name in _imported()
        if not journalled.get((module, name), set()) <= MAY_BE_UNDONE
    }
    assert done == NOT_BY_THE_KEY.keys()


def _journalled() -> Iterator[tuple[tuple[str, str], set[str]]]:
    """Give the permanent names that stand in each function that is done at a desk."""
    for path in modules(PACKAGE / "casework"):
        module = ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)
        for function in parsed(path).body:
            if isinstance(function, ast.FunctionDef):
                words = (one.value for one in ast.walk(function) if isinstance(one, ast.Constant))
                yield (module, function.name), {str(one) for one in words if one in ACTS}


def _imported() -> Iterator[tuple[str, str]]:
    for path in modules(PACKAGE / "ui/screens/live_meeting"):
        for one in ast.walk(parsed(path)):
            if isinstance(one, ast.ImportFrom) and (one.module or "").startswith(
                "coordinator.casework"
            ):
                yield from (((one.module or ""), name.name) for name in one.names)
