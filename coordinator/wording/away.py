"""What is said about work that goes away with somebody and comes back."""

from collections.abc import Mapping

from coordinator.domain.exchange.manifests import PackKind
from coordinator.domain.exchange.parcels import Taken
from coordinator.domain.exchange.reviews import Applied, HandBackReview
from coordinator.domain.exchange.taking import WAITS
from coordinator.domain.merging.receiving import HoldReason
from coordinator.wording.translation import N_, _, ngettext
from coordinator.wording.update_sheets import lacking_words, not_read

ACTS: Mapping[str, str] = {
    "held_back.left": N_("Left what was kept aside of somebody's work"),
    "held_back.taken": N_("Took over what was kept aside of somebody's work"),
    "workpack.made": N_("Gave somebody work to take away"),
    "workpack.handed_back": N_("Handed work back"),
    "workpack.taken": N_("Took work away"),
    "workpack.applied": N_("Took over work that was handed back"),
    "workpack.sheet_made": N_("Gave somebody a sheet of their people to fill in"),
    "workpack.sheet_applied": N_("Took over an update sheet"),
}

GUARDS: Mapping[str, tuple[str, str]] = {
    "not-away": (
        N_("This is the panel's own store."),
        N_("A take-away is opened in a store of its own; a hand-back is made there."),
    ),
    "nothing-taken": (
        N_("Nothing was taken away yet."),
        N_("Open the pack the panel sent you first."),
    ),
    "other-panel": (
        N_("The work in this store is of another panel."),
        N_("Open the pack in the store it belongs to, or start another one for it."),
    ),
    "other-professional": (
        N_("This pack is for somebody else of the panel."),
        N_("Ask the panel to make one for you."),
    ),
    "other-kind": (
        N_("This pack is of another kind."),
        N_("A take-away is opened away from the panel, a hand-back in the panel's own store."),
    ),
    "contact-nobody": (
        N_("Nobody has said who of the panel's directory this contact is."),
        N_("Say who it is in the list of contacts, then try again."),
    ),
    "contact-left": (
        N_("Whoever this contact is has left their post: nothing is sent to them."),
        N_(
            "If they are still there, put the day right in the directory; else revoke the contact."
        ),
    ),
    "also-not-theirs": (
        N_("They do not stand in for the lead professional of everybody you named."),
        N_(
            "Say in the directory whose deputy they are, or leave those people out. Nobody goes"
            " along whom they must not be told about."
        ),
    ),
    "not-lent": (
        N_("Somebody you named is not lent to them."),
        N_("Name only those who are; their own people are theirs as long as they lead."),
    ),
    "begins-at-panel": (
        N_(
            "This begins in the panel's own store only: a person, a referral, a case, a plan,"
            " an information basis."
        ),
        N_("Tell the coordinator, who writes it there; it comes to you with the next pack."),
    ),
    "made-at-panel": (
        N_("This store is away from the panel: nobody is given a pack from here."),
        N_("Ask for it where the panel's own store is."),
    ),
    "erased-at-panel": (
        N_("This store is away from the panel: a record is erased in the panel's own store."),
        N_("Hand back that it may go. It goes from here with the pack after it was erased there."),
    ),
    "taken-over-at-panel": (
        N_("This store is away from the panel: work that comes back is taken over there."),
        N_("Open the pack in the panel's own store."),
    ),
    "not-a-coordinator": (
        N_("The whole panel goes to its coordinators only, and this contact is not one of them."),
        N_("Say in the directory that they are a coordinator, or name them as the deputy."),
    ),
    "not-the-chair": (
        N_("A copy for a meeting goes to whoever chairs it, and this contact does not."),
        N_("Say in the calendar who chairs that meeting, or in the settings who the chair is."),
    ),
    "no-representative": (
        N_("An agency's actions go to its representative, and this contact is not one."),
        N_("Say in the directory that they represent their agency, or give them its seat."),
    ),
    "changes-at-panel": (
        N_("This stands at the panel and is changed there only; nothing was written."),
        N_("Tell the coordinator, who changes it there; it comes to you with the next pack."),
    ),
    "not-about-yours": (
        N_("This is about the panel, not about one of your people; nothing was written."),
        N_("Tell the coordinator, who writes it in the panel's own store."),
    ),
    "panel-decides": (
        N_("The panel decides this; nothing was written."),
        N_("Propose it, or tell the coordinator, who writes it in the panel's own store."),
    ),
    "contact-unchecked": (
        N_("The six words of this contact were not read yet."),
        N_("Read them with its owner, face to face or by telephone, and record it."),
    ),
    "contact-ambiguous": (
        N_("Several contacts are called that."),
        N_("Name one of them by the first eight characters or more of their identity."),
    ),
    "leads-nobody": (
        N_("They are nobody's lead professional now."),
        N_("Choose whoever leads the people the sheet is to be about."),
    ),
    "sheet-empty": (
        N_("Everything on this sheet is here already."),
        N_("There is nothing to do."),
    ),
    "held-cannot-stand": (
        N_("There is no place for this in the store."),
        N_("Write it where it belongs yourself, then leave it with that reason."),
    ),
    "panel-came-back": (
        N_("The panel's store seems to come from a backup. Nothing was changed."),
        N_("Hand back first, then ask for another pack."),
    ),
    "pack-taken": (
        N_("This pack was already brought in."),
        N_("There is nothing to do."),
    ),
    "store-older": (
        N_("This store is older than the one its sender last saw: it came from a backup."),
        N_("Look for a newer backup first. If there is none, say that work goes on from here."),
    ),
}

PROMPTS: Mapping[str, str] = {
    "sheet-not-sealed": N_("Say why it goes as a sheet, which anybody who has it can read."),
    "held-left": N_("Say why this is not taken over; its sender is told that it was not."),
}

KINDS: Mapping[PackKind, str] = {
    PackKind.TAKE_AWAY: N_("take-away"),
    PackKind.HAND_BACK: N_("hand-back"),
    PackKind.WHOLE_PANEL: N_("the whole panel"),
    PackKind.MEETING_COPY: N_("copy for a meeting"),
    PackKind.AGENCY_ACTIONS: N_("an agency's actions"),
    PackKind.UPDATE_SHEET: N_("update sheet"),
}

HELD: Mapping[str, str] = {
    HoldReason.NOT_THE_SENDERS: N_("written in somebody else's name"),
    HoldReason.OUTSIDE_SCOPE: N_("about somebody who is not theirs any more"),
    HoldReason.FIELD_NOT_THEIRS: N_("not theirs to write"),
    HoldReason.RECORD_ELSEWHERE: N_("about a record of somebody else"),
    HoldReason.NOT_THEIRS_TO_BEGIN: N_("begins in the panel's own store only"),
    HoldReason.REPLACES_MALFORMED: N_("does not say plainly what it writes over"),
    HoldReason.KEPT_FROM_THEM: N_("about something that is kept from them"),
    HoldReason.THE_PANELS_TO_DECIDE: N_("for the panel to decide"),
    HoldReason.NUMBER_TAKEN: N_("another action has its number"),
    HoldReason.NOT_GIVEN: N_("about something that did not go along with them"),
    HoldReason.STANDS_ALREADY: N_("another one stands, and there can be only one"),
    HoldReason.OTHER_INSTALL: N_("in the name of another store"),
    HoldReason.FORKED: N_("from a copy of a store that is in use elsewhere"),
    HoldReason.CANNOT_STAND: N_("what it belongs to is not there"),
    HoldReason.UNKNOWN_FIELD: N_("of a kind this program does not know"),
    HoldReason.SENDER_REVOKED: N_("made after its sender was revoked"),
    HoldReason.ERASED: N_("about somebody whose record was erased"),
    WAITS: N_("about somebody who is not yours any more; not with the panel yet"),
}


_TWO_COPIES = N_("Two copies of the sender's store are in use: ask them which is theirs.")


def held_words(reason: str) -> str:
    """Say why something was kept aside."""
    return _(HELD[reason]) if reason in HELD else reason


def kind_words(kind: PackKind) -> str:
    """Say what a pack is for."""
    return _(KINDS[kind])


def made_words(
    people: int, changes: int, kept: int, number: str = "", lacking: int = 0
) -> list[str]:
    """Say what a pack holds, and under which number it stands in the log of what left."""
    told = [
        ngettext("{count} person", "{count} people", people).format(count=people)
        + ", "
        + ngettext("{count} change", "{count} changes", changes).format(count=changes)
    ]
    if kept:
        told.append(
            ngettext(
                "{count} entry stays with the panel because it names somebody else.",
                "{count} entries stay with the panel because they name somebody else.",
                kept,
            ).format(count=kept)
        )
    if lacking:
        told.append(lacking_words(lacking))
    if number:
        told.append(_("Disclosure {number}").format(number=number))
    return told


def taken_words(taken: Taken) -> list[str]:
    """Say what came of a take-away."""
    if taken.is_numbered_again:
        return [" ".join(_(words) for words in GUARDS["panel-came-back"])]
    if taken.is_late:
        return [_("A newer pack was opened before this one: nothing was changed.")]
    told = [
        ngettext(
            "{count} person is with you.", "{count} people are with you.", taken.people
        ).format(count=taken.people)
    ]
    counted = (
        (taken.gone, _("No longer with you, and gone from this store: {count}")),
        (
            taken.lacking,
            _("Nothing newer until their information basis is complete at the panel: {count}"),
        ),
        (
            taken.unfit,
            _(
                "Left with the panel because this program cannot hold it: {count}. Bring the"
                " program up to date, then ask for another pack."
            ),
        ),
        (taken.held, _("Kept aside by the panel: {count}")),
        (taken.waiting, _("Your work about people no longer yours, to be handed back: {count}")),
    )
    return [*told, *(words.format(count=count) for count, words in counted if count)]


def review_words(review: HandBackReview) -> list[str]:
    """Say in a few lines what a hand-back would change."""
    told = [
        _("From {name}. Changes: {count}; here already: {known}.").format(
            name=review.sender,
            count=review.accepted + len(review.held) + review.known,
            known=review.known,
        )
    ]
    if review.is_late:
        told.append(_("A newer pack was brought in before; nothing of this one is lost."))
    if review.unread:
        told.append(not_read(review.unread))
    if review.is_store_older:
        told.append(_(GUARDS["store-older"][0]))
    if review.forks:
        told.append(_(_TWO_COPIES))
    told.append(_("To settle afterwards: {count}").format(count=review.disagreements))
    for reason, count in sorted(review.held_by_reason.items()):
        said = _("Kept aside, {reason}: {count}")
        told.append(said.format(reason=held_words(reason), count=count))
    return told


def applied_words(applied: Applied) -> str:
    """Say what came of a hand-back."""
    told = _(
        "Brought in: {accepted}. Kept aside: {held}. Here already: {known}. To settle: {open}."
    ).format(
        accepted=applied.accepted,
        held=applied.held,
        known=applied.known,
        open=applied.disagreements,
    )
    return f"{told} {_(_TWO_COPIES)}" if applied.forks else told
