"""Which acts may be taken back with one key: of the room, of the agenda, of a street pass.

What decides who may know of whom, what left, and who may come in is undone by an act of its own,
which says why.
"""

from coordinator.domain.states import ActionStatus

_OF_ACTIONS = {f"action.{one.value}" for one in ActionStatus} | {
    "action.added",
    "action.agreed_anew",
    "action.reopened",
    "action.reported",
    "action.taken_out",
}
_OF_ATTENDANCE = {
    "attendance.added",
    "attendance.apologies",
    "attendance.conflict",
    "attendance.everybody",
    "attendance.recorded",
    "attendance.removed",
    "attendance.signed",
    "attendance.substitute",
    "attendance.times",
}
_OF_ITEMS = {
    "agenda.reordered",
    "agenda.urgent_added",
    "item.deferred",
    "item.facts_written",
    "item.put_back",
    "item.review_set",
    "item.taken",
    "item.timed",
    "item.view_written",
    "item.withdrawn",
    "items.deferred",
    "note.added",
    "note.changed",
    "note.removed",
}
_OF_MEETINGS = {
    "meeting.closed",
    "meeting.last_minutes_settled",
    "meeting.notes_written",
    "meeting.officers_named",
    "meeting.opened",
    "meeting.statement_read",
    "minutes.drafted",
}
_AGREED = {
    "barrier.being_worked",
    "barrier.described",
    "barrier.escalated",
    "barrier.identified",
    "decision.changed",
    "decision.made",
    "decision.reversed",
    "decision.superseded",
    "decision.taken_out",
    "escalation.raised",
    "lead.agreed",
    "lead.handed_over",
    "money.decided",
    "offer.recorded",
    "referral.accepted",
    "referral.deferred",
    "referral.not_for_us",
    "wish.answered",
    "wish.noted",
    "wish.told",
}
MAY_BE_UNDONE = frozenset(
    {*_OF_ACTIONS, *_OF_ATTENDANCE, *_OF_ITEMS, *_OF_MEETINGS, *_AGREED}
    | {"outreach.results_entered"}
)
"""By their permanent names; nothing else is offered to be undone anywhere."""
