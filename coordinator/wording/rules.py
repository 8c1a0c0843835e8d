"""One sentence for every rule that can stop a person, keyed by the rule's key.

The domain and the acts raise errors that carry keys, never sentences: `GuardError.guard`,
`InvalidFieldsError.fields` (field -> key), `DuplicateRecordError.rule` and
`ReasonNeededError.prompts`. To add a rule, choose a short key of lower-case words joined by
hyphens (`open-safety-actions`), raise it, and add one line to the table it belongs to:

- `GUARDS`: what blocks, then what to do. Give a pair (one, many) where the count is worth telling.
- `FIELDS`: what is wrong with one entry of a form; it is read after the name of the field.
- `DUPLICATES`: which of a kind stands already, then what to do.
- `PROMPTS`: what to give a reason for; it is read as one line of a list.

A key without a line is told by a general sentence, so nothing ever fails for want of words; a test
in `tests/wording` walks the keys that stand in the code and names those without a line.
"""

from collections.abc import Mapping

from coordinator.wording.translation import N_, _, ngettext

Sentence = str | tuple[str, str]

GUARDS: Mapping[str, tuple[Sentence, str]] = {
    "open-safety-actions": (
        (N_("A safety action is still open."), N_("{count} safety actions are still open.")),
        N_("Finish it, or say why it is no longer needed, then try again."),
    ),
    "unanswered-escalations": (
        (
            N_("An escalation has not been answered."),
            N_("{count} escalations have not been answered."),
        ),
        N_("Record the answer, withdraw it, or turn it into a gap."),
    ),
    "unresolved-items": (
        (
            N_("An agenda item is neither taken nor deferred."),
            N_("{count} agenda items are neither taken nor deferred."),
        ),
        N_("Say for each what became of it, then issue the minutes."),
    ),
    "barriers-without-details": (
        (
            N_("A barrier has a category but no details yet."),
            N_("{count} barriers have a category but no details yet."),
        ),
        N_("Say what is in the way and what has been tried, then issue the minutes."),
    ),
    "barrier-needed": (
        N_("An action that could not be done needs the barrier that stopped it."),
        N_("Choose what got in the way."),
    ),
    "reason-needed": (N_("This needs a reason."), N_("Say why in a few words.")),
    "no-person": (N_("The referral names nobody."), N_("Choose or add the person.")),
    "no-referrer": (N_("The referral does not say who refers."), N_("Choose the referrer.")),
    "no-why-now": (N_("The referral does not say why now."), N_("Say what has changed.")),
    "no-lead": (N_("There is no lead professional."), N_("Agree a lead first.")),
    "no-meeting": (
        N_("A plan is agreed at a meeting or by the chair's recorded decision."),
        N_("Choose the meeting, or record the chair's decision."),
    ),
    "not-quorate": (
        N_("Too few of the agencies needed are present."),
        N_("Record who is present, or have the chair decide and say why."),
    ),
    "statement-not-read": (
        N_("The confidentiality statement has not been read."),
        N_("Read it, and record the time."),
    ),
    "agency-closed": (
        N_("This agency is closed or merged."),
        N_("Choose the agency that took over."),
    ),
    "professional-left": (
        N_("This professional has left."),
        N_("Choose somebody in post."),
    ),
    "minutes-approved": (
        N_("The minutes are approved and no longer change."),
        N_("Add a dated correction instead."),
    ),
    "minutes-issued": (
        N_("The minutes are issued."),
        N_("Take them back first, then change them."),
    ),
    "minutes-not-issued": (N_("The minutes are not issued."), N_("Change them as they are.")),
    "minutes-not-approved": (
        N_("The minutes are not approved yet."),
        N_("Change them as they are; corrections are for approved minutes."),
    ),
    "meeting-not-open": (
        N_("The meeting is not open."),
        N_("Open it first; a cancelled meeting has no minutes."),
    ),
    "meeting-begun": (
        N_("The meeting has begun or will not take place."),
        N_("Take, put off or withdraw the item in the meeting itself."),
    ),
    "meeting-over": (
        N_("The meeting is over."),
        N_("Put it on the agenda of the next one."),
    ),
    "agenda-issued": (
        N_("The agenda has been issued."),
        N_("Add late items with their reason, or take the agenda back first."),
    ),
    "series-ended": (N_("This series has ended."), N_("Start a new one.")),
    "action-closed": (
        N_("This action has come to its outcome."),
        N_("Reopen it first, or agree a new one."),
    ),
    "nothing-to-accept": (
        N_("Nobody has passed this action on, or it is accepted already."),
        N_("Look at who owns it now."),
    ),
    "meeting-not-held": (
        N_("This meeting has not begun, or was cancelled."),
        N_("Choose the meeting at which it was agreed."),
    ),
    "plan-empty": (
        N_("The plan says nothing yet."),
        N_("Write a goal or one of its sections, then put it forward."),
    ),
    "plan-ended": (N_("This plan has ended."), N_("Start from the plan that is live now.")),
    "version-frozen": (
        N_("An agreed version does not change."),
        N_("Change the plan; it shows as 'since agreed' until it is agreed again."),
    ),
    "case-closed": (N_("The case is closed."), N_("Reopen it first.")),
    "case-paused": (N_("The case is paused."), N_("Take it up again first.")),
    "owner-is-group": (
        N_("An action has one named owner."),
        N_("Choose a person; add the others as co-workers."),
    ),
    "look-again-needed": (
        N_("A pause needs the day on which to look again."),
        N_("Give the day."),
    ),
    "only-owner": (N_("The panel must keep one coordinator."), N_("Add another one first.")),
    "changed-since": (
        (
            N_("A record brought in has been changed since."),
            N_("{count} records brought in have been changed since."),
        ),
        N_("It can no longer be undone as a whole; correct the records one by one."),
    ),
}

FIELDS: Mapping[str, str] = {
    "required": N_("is needed"),
    "too-long": N_("is too long"),
    "too-short": N_("is too short"),
    "not-a-date": N_("is not a date; write it as day/month/year"),
    "in-the-past": N_("is in the past"),
    "in-the-future": N_("is in the future"),
    "before-start": N_("is before the start"),
    "not-a-number": N_("is not a number"),
    "negative": N_("is below zero"),
    "out-of-range": N_("is out of range"),
    "not-in-list": N_("is not on the list"),
    "unknown": N_("is not known here"),
    "not-a-person": N_("must be a person, not a group"),
    "control-characters": N_("holds characters that cannot be shown"),
    "taken": N_("is already used"),
    "naive-time": N_("has no time zone"),
    "same": N_("is the same as before"),
    "not-present": N_("says that they were not there"),
}

DUPLICATES: Mapping[str, tuple[str, str]] = {
    "agenda-item": (
        N_("This is already on the agenda."),
        N_("Move that item, or say there what is new."),
    ),
    "live-plan": (
        N_("This person already has a live plan."),
        N_("Work on that plan; there is one plan for each person."),
    ),
    "open-case": (
        N_("This person already has an open case with this panel."),
        N_("Open that case."),
    ),
    "current-lead": (
        N_("There is already a lead professional."),
        N_("Hand over from the present lead."),
    ),
    "reference": (N_("This reference is already used."), N_("Choose another one.")),
    "name": (N_("There is already one with this name."), N_("Choose another name.")),
    "seat": (N_("This agency already has such a seat."), N_("Change the seat that stands.")),
    "user": (N_("There is already a user of this name."), N_("Choose another name.")),
    "identifier": (
        N_("Somebody else on file has this number."),
        N_("Check whether they are the same person."),
    ),
    "import-file": (
        N_("This file has been brought in before."),
        N_("Undo the earlier import first, or leave it as it is."),
    ),
}

PROMPTS: Mapping[str, str] = {
    "no-offer": N_("The referrer has not said what they will keep doing."),
    "repeat-referral": N_("This person was referred within the last twelve months."),
    "basis-incomplete": N_("The information basis is incomplete."),
    "agreement-unsigned": N_("The recipient's agency has not signed the sharing agreement."),
    "agreement-expired": N_("The recipient's agency's sharing agreement has run out."),
    "recently-moved-in": N_("The person moved in less than six months ago."),
    "no-handover": N_("There is no hand-over note for the new lead professional."),
    "not-told": N_("The person has not been told."),
    "remaining-risk": N_("It is not recorded who holds the remaining risk."),
    "no-learning": N_("There is no learning note."),
    "not-quorate": N_("The meeting is not quorate."),
    "urgent-item": N_("The item is urgent: why can it not wait?"),
    "item-deferred": N_("The item is put off."),
    "item-withdrawn": N_("The item is withdrawn."),
    "meeting-moved": N_("The meeting is moved."),
    "meeting-cancelled": N_("The meeting is cancelled."),
    "series-ended": N_("The series ends."),
    "agenda-taken-back": N_("An issued agenda is taken back."),
    "minutes-taken-back": N_("Issued minutes are taken back."),
    "note-removed": N_("An agency's note is taken out."),
    "late-item": N_("The item comes after the papers went out."),
    "date-moved": N_("The date agreed is moved."),
    "over-budget": N_("This spends more than was approved."),
    "reopened": N_("The action had come to its outcome."),
    "plan-ends": N_("The plan comes to an end."),
    "chair-decides": N_("The chair decides without a meeting."),
    "offer-withdrawn": N_("The agency gives up what it offered."),
    "owner-changed": N_("The action passes to somebody else."),
}

FIELD_NAMES: Mapping[str, str] = {
    "due_on": N_("Due date"),
    "born_on": N_("Date of birth"),
    "text": N_("Text"),
    "outcome_note": N_("What came of it"),
    "waiting_on": N_("Whom it waits for"),
    "done_on": N_("Day it was done"),
    "accepted_by_id": N_("Who accepts the risk"),
    "own_words": N_("Goal in the person's own words"),
    "agreed_with_on": N_("Day it was agreed with the person"),
    "owner_id": N_("Owner"),
    "agency_id": N_("Agency"),
    "given": N_("Given name"),
    "given_name": N_("Given name"),
    "family": N_("Family name"),
    "family_name": N_("Family name"),
    "why_now": N_("Why now"),
}


def guard_words(guard: str, count: int = 0) -> tuple[str, str]:
    """Say what blocks and what to do about it."""
    if guard not in GUARDS:
        return _("Something else has to be settled first."), _("Look at what is still open.")
    what, then = GUARDS[guard]
    if isinstance(what, tuple):
        return ngettext(what[0], what[1], max(count, 1)), _(then)
    return _(what), _(then)


def field_words(field: str, rule: str) -> str:
    """Say what is wrong with one entry: *Due date is in the past*, with a full stop."""
    told = _(FIELDS[rule]) if rule in FIELDS else _("cannot be kept like this")
    return f"{field_name(field)} {told}."


def duplicate_words(rule: str) -> tuple[str, str]:
    """Say what stands already and what to do about it."""
    if rule not in DUPLICATES:
        return _("There is already one of these."), _("Change the one that stands.")
    what, then = DUPLICATES[rule]
    return _(what), _(then)


def prompt_words(prompt: str) -> str:
    """Say what a reason is wanted for."""
    return _(PROMPTS[prompt]) if prompt in PROMPTS else _("This is not the usual way.")


def field_name(field: str) -> str:
    """Write the name of a field as a form shows it: *Due date*, *Why now*."""
    if field in FIELD_NAMES:
        return _(FIELD_NAMES[field])
    plain = field.removesuffix("_id").removesuffix("_on").replace("_", " ")
    return plain[:1].upper() + plain[1:]
