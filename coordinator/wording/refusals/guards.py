"""What blocks a move, and what to do about it; `rules` says how to add one."""

from collections.abc import Mapping

from coordinator.wording import away
from coordinator.wording.refusals import (
    access,
    assessments,
    contacts,
    demand,
    directory,
    escalations,
    learning,
    letters,
    money,
    needs,
    own_plans,
    places,
    retention,
    sharing,
    switched_off,
)
from coordinator.wording.translation import N_

Sentence = str | tuple[str, str]

GUARDS: Mapping[str, tuple[Sentence, str]] = {
    **demand.GUARDS,
    **escalations.GUARDS,
    **sharing.GUARDS,
    **access.GUARDS,
    **assessments.GUARDS,
    **retention.GUARDS,
    **own_plans.GUARDS,
    **places.GUARDS,
    **letters.GUARDS,
    **needs.GUARDS,
    **money.GUARDS,
    **learning.GUARDS,
    **contacts.GUARDS,
    **directory.GUARDS,
    **switched_off.GUARDS,
    **away.GUARDS,
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
    "enforcement-check-needed": (
        N_("This is done against somebody, and nobody has said what it does."),
        N_("Say what it does for victims and for keeping in touch; none expected will do."),
    ),
    "wish-answered": (
        N_("This has its answer already."),
        N_("Put the answer right instead, as long as the person has not been told."),
    ),
    "wish-told": (
        N_("The person has been told this answer."),
        N_("Note what they ask for now as something new."),
    ),
    "wish-not-answered": (
        N_("There is no answer to tell yet."),
        N_("Answer it first; no, because ..., is an answer."),
    ),
    "comms-ended": (
        N_("This no longer holds."),
        N_("Agree what may be said now as something new."),
    ),
    "service-ended": (
        N_("This service is no more."),
        N_("Add the one that took its place."),
    ),
    "panel-only": (
        N_("This paper is the panel's own, or the person's: there is no copy for an agency."),
        N_("Make it without an agency."),
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
    "line-stays": (
        N_("This stands once and can only be changed."),
        N_("Change what it says, or take it as it was shipped."),
    ),
    "panel-started": (
        N_("The panel has settings of its own already."),
        N_("Change them one by one, or take a list as it was shipped."),
    ),
    "references-given": (
        N_("People have references with these letters already."),
        N_("Leave the letters as they are, so that every reference stays found."),
    ),
    "agency-closed": (
        N_("This agency is closed or merged."),
        N_("Choose the agency that took over."),
    ),
    "receiver-closed": (
        N_("The agency of whoever is asked is closed or merged."),
        N_("Choose somebody of an agency that stands, then make the paper."),
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
    "meeting-not-yet": (
        N_("The day of this meeting has not come."),
        N_("Open it on its day; if the panel meets sooner, move the meeting first."),
    ),
    "meeting-cancelled": (
        N_("This meeting was cancelled."),
        N_("Its items return on the next one."),
    ),
    "meeting-over": (
        N_("The meeting is over."),
        N_("Put it on the agenda of the next one."),
    ),
    "agenda-issued": (
        N_("The agenda has been issued."),
        N_("Add late items with their reason, or take the agenda back first."),
    ),
    "too-late-to-ask": (
        N_("The meeting has begun or will not take place."),
        N_("Ask the agencies in the room, or for the next meeting."),
    ),
    "sheet-of-another-meeting": (
        N_("This sheet belongs to another meeting, or to another panel."),
        N_("Open that meeting and read the sheet there."),
    ),
    "agency-not-asked": (
        N_("The agency of this sheet was not asked for this meeting."),
        N_("Choose the agency whose sheet it is, or ask it first."),
    ),
    "request-changed": (
        (
            N_("Somebody on a request may no longer be named to that agency."),
            N_("{count} people on a request may no longer be named to that agency."),
        ),
        N_("Nothing was sent. Look at the requests again, then send them."),
    ),
    "returns-changed": (
        (
            N_("What a returns sheet says changed here while it was being written."),
            N_("What {count} returns sheets say changed here while they were being written."),
        ),
        N_("Nothing was saved. Make the sheets again."),
    ),
    "series-day-given": (
        N_("That meeting is in the calendar already."),
        N_("To add the one after it, schedule the next again."),
    ),
    "series-ended": (N_("This series has ended."), N_("Start a new one.")),
    "action-reported-on": (
        N_("Somebody has reported on it since it was agreed, or moved its date."),
        N_("Say on the page of actions what became of it."),
    ),
    "not-agreed-here": (
        N_("It was not agreed at a meeting whose minutes are still written."),
        N_("Change it on the page of actions, with the reason."),
    ),
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
    "no-protocol-steps": (
        N_("The panel has no steps for this."),
        N_("Add them on the panel's page, under When somebody stops taking part."),
    ),
    "protocol-ended": (
        N_("This protocol has ended."),
        N_("Start a new one if they have stopped taking part again."),
    ),
    "protocol-steps-open": (
        (N_("A step has not been taken."), N_("{count} steps have not been taken.")),
        N_("Take them, or stop the protocol and say why."),
    ),
    "protocol-not-completed": (
        N_("Not every step of a disengagement protocol has been taken."),
        N_("Take every step first, or choose the reason that fits."),
    ),
    "step-done": (
        N_("This step has been taken."),
        N_("Go on with the next one."),
    ),
    "not-refused": (
        N_("Nobody has refused here."),
        N_("Keep the refusal first, with its reason."),
    ),
    "barrier-named": (
        N_("The barrier of this refusal is named already."),
        N_("Go on with that barrier."),
    ),
    "not-appealed": (N_("There is no appeal."), N_("Keep the appeal first.")),
    "constraint-ended": (
        N_("This no longer holds and does not change."),
        N_("Note it anew if it holds again."),
    ),
    "move-happened": (
        N_("It is on record that this happened."),
        N_("Add another change ahead if there is one."),
    ),
    "nobody-named": (
        N_("Nobody is named."),
        N_("Choose a worker or an agency, or write who it is."),
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
            N_("A record brought in has been changed or used since."),
            N_("{count} records brought in have been changed or used since."),
        ),
        N_("It can no longer be undone as a whole; correct the records one by one."),
    ),
    "import-undone": (
        N_("This import was taken back before."),
        N_("There is nothing left of it to undo."),
    ),
    "return-moved-on": (
        N_("An action on this sheet was changed while you looked at it."),
        N_("Look at the rows again, then take them in."),
    ),
    "return-empty": (
        N_("No row of this sheet is to be taken in."),
        N_("Choose a row, or leave the sheet as it is."),
    ),
    "act-undone": (
        N_("This was undone already."),
        N_("Nothing more is to be done."),
    ),
    "act-built-on": (
        N_("This cannot be undone any more: it was changed or used since."),
        N_("Change it where it stands."),
    ),
    "return-undone": (
        N_("What this sheet brought was taken back before."),
        N_("There is nothing left of it to undo."),
    ),
    "return-built-on": (
        (
            N_("Something this sheet brought has been changed or used since."),
            N_("{count} things this sheet brought have been changed or used since."),
        ),
        N_("It can no longer be undone as a whole; correct the actions one by one."),
    ),
    "person-died": (
        N_("This person has died; what is kept about them no longer changes."),
        N_("Who is told and what has to be put right may still be noted on their page."),
    ),
    "not-died": (N_("No death is recorded."), N_("There is nothing to take back.")),
    "case-not-closed": (N_("This case is not closed."), N_("Go on working with it.")),
    "not-last-case": (
        N_("A later period with this person stands on file."),
        N_("Reopen the latest one."),
    ),
    "lead-accepted": (
        N_("This lead professional has already accepted."),
        N_("There is nothing left to do."),
    ),
    "lead-ended": (
        N_("This lead role has ended."),
        N_("Look at who leads now, or agree a lead."),
    ),
    "agency-never-named": (
        N_("Agencies of this kind are never told about a named person."),
        N_("Correct what kind of agency it is, if that is wrong."),
    ),
    "part-kept": (
        N_("Something here can be written by the coordinator or the chair only."),
        N_("Nothing was saved. Tell them what is to stand there."),
    ),
    "agency-not-told": (
        N_("The person asked, or it was decided, that this agency is not told."),
        N_("Choose somebody of another agency, or lift that first."),
    ),
    "pack-refused": (
        N_("There can be no pack for one of those who were chosen."),
        N_("Look at who gets what, and choose the others."),
    ),
    "pack-outdated": (
        N_("Something they rest on changed while the packs were made. None was saved."),
        N_("Look at who gets what, then make them again."),
    ),
    "referral-answered": (
        N_("This referral has had its answer."),
        N_("Make a new referral if something has changed."),
    ),
    "chair-decides": (
        N_("This is the chair's decision."),
        N_("Name the chair or vice-chair who decided."),
    ),
    "outreach-entered": (
        (
            N_("What came of looking for them is entered already."),
            N_("For {count} of them what came of it is entered already."),
        ),
        N_("Look at the sheet again; note another try on the person's page."),
    ),
    "found-already": (
        N_("They were found; what was noted no longer changes."),
        N_("If they are missing again, note it anew."),
    ),
    "risk-ended": (
        N_("This risk or warning has ended and no longer changes."),
        N_("Record a new one."),
    ),
}
