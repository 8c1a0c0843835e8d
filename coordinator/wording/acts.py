"""What was done, in words, for the history of a record: one line for the name of every act.

Names of acts are permanent; one without a line is told by the kinds of record it changed.
"""

from collections.abc import Collection, Mapping

from coordinator.domain.outcomes import RecordKind
from coordinator.wording.labels import inline
from coordinator.wording.translation import N_, _

ACTS: Mapping[str, str] = {
    "action.accepted": N_("Accepted an action"),
    "action.added": N_("Agreed an action"),
    "action.corrected": N_("Corrected an action"),
    "action.moved": N_("Changed the date of an action"),
    "action.reopened": N_("Opened an action again"),
    "action.reported": N_("Reported on an action"),
    "alias.added": N_("Noted another name"),
    "barrier.accepted": N_("Accepted the risk of a barrier"),
    "barrier.being_worked": N_("Began to work on a barrier"),
    "barrier.described": N_("Described a barrier"),
    "barrier.identified": N_("Noted a barrier"),
    "barrier.resolved": N_("Resolved a barrier"),
    "basis.withdrawn": N_("Withdrew the information basis"),
    "case.closed": N_("Closed the case"),
    "case.opened": N_("Took on the case"),
    "case.paused": N_("Paused the case"),
    "case.phase_moved": N_("Moved to another phase"),
    "case.priority_set": N_("Set the priority"),
    "case.reopened": N_("Opened the case again"),
    "case.resumed": N_("Took the case up again"),
    "case.review_set": N_("Set the next review"),
    "contact.logged": N_("Noted a contact"),
    "decision.changed": N_("Changed a decision"),
    "decision.made": N_("Decided"),
    "exclusion.added": N_("Noted an agency that must not be told"),
    "goal.added": N_("Agreed a goal"),
    "goal.edited": N_("Changed a goal"),
    "goals.reordered": N_("Put the goals in another order"),
    "identifier.added": N_("Noted a number held elsewhere"),
    "information.answered": N_("Noted what agencies know"),
    "information.asked": N_("Asked agencies for information"),
    "item.put_back": N_("Put back to another meeting"),
    "item.review_set": N_("Set the next review"),
    "item.taken": N_("Discussed at the meeting"),
    "agenda.written": N_("Put on the agenda"),
    "agenda.item_added": N_("Put on the agenda"),
    "agenda.urgent_added": N_("Put on the agenda as urgent"),
    "agenda.item_withdrawn": N_("Taken off the agenda"),
    "lead.accepted": N_("Accepted the lead"),
    "lead.agreed": N_("Agreed a lead professional"),
    "lead.ended": N_("Ended a lead"),
    "lead.handed_over": N_("Handed over the lead"),
    "note.added": N_("Noted what an agency said"),
    "note.changed": N_("Changed what an agency said"),
    "note.removed": N_("Took back what an agency said"),
    "offer.edited": N_("Changed an offer"),
    "offer.recorded": N_("Noted an offer"),
    "paper.made": N_("Made a paper"),
    "paper.printed": N_("Printed a paper"),
    "panel.line_added": N_("Added to the panel's settings"),
    "panel.line_changed": N_("Changed the panel's settings"),
    "panel.line_removed": N_("Took something out of the panel's settings"),
    "panel.lines_reordered": N_("Put the panel's settings in another order"),
    "panel.lines_put_back": N_("Put back what the panel's settings said"),
    "panel.shipped_restored": N_("Took the panel's settings as they were shipped"),
    "panel.started_as": N_("Started the panel from its kind"),
    "person.corrected": N_("Corrected what is kept"),
    "person.died": N_("Noted the death"),
    "person.death_withdrawn": N_("Took back a death noted in error"),
    "person.opened": N_("Looked at this person"),
    "person.registered": N_("Put on file"),
    "plan.agreed": N_("Agreed the plan"),
    "plan.agreed_with_person": N_("Agreed the plan with the person"),
    "plan.begun": N_("Began the plan"),
    "plan.edited": N_("Wrote in the plan"),
    "plan.ended": N_("Ended the plan"),
    "plan.proposed": N_("Put the plan forward"),
    "plan.taken_back": N_("Took the plan back"),
    "referral.accepted": N_("Accepted the referral"),
    "referral.changed": N_("Changed the referral"),
    "referral.deferred": N_("Put the decision on the referral off"),
    "referral.drafted": N_("Began a referral"),
    "referral.not_for_us": N_("Decided that the referral is not for this panel"),
    "referral.screened": N_("Screened the referral"),
    "referral.submitted": N_("Made a referral"),
    "referral.withdrawn": N_("Withdrew the referral"),
    "returns.applied": N_("Took in what an agency reported"),
    "returns.undone": N_("Took back what an agency reported"),
    "risk.added": N_("Noted a risk"),
    "strength.added": N_("Noted a strength"),
    "strength.removed": N_("Took back a strength"),
    "warning.added": N_("Noted what to know before a visit"),
}

_MOST = 4  # kinds named one by one


def act_words(act: str, kinds: Collection[str] = ()) -> str:
    """Say what was done: *Agreed the plan*.

    Args:
        act: Its permanent name; empty for what was done elsewhere and brought in.
        kinds: The kinds of record it changed, to tell an act without a line by.
    """
    if act in ACTS:
        return _(ACTS[act])
    known = [RecordKind(kind) for kind in sorted(set(kinds)) if kind in set(RecordKind)]
    if not known:
        return _("Something was changed")
    if len(known) > _MOST:
        return _("Changed several things at once")
    return _("Changed: {kinds}", kinds=", ".join(inline(kind) for kind in known))
