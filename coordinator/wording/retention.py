"""How long records are kept, what keeps them longer and what was erased, in words."""

from collections.abc import Iterable
from datetime import date

from coordinator.domain.lists.panel import RetentionStart
from coordinator.domain.lists.sharing import DisposalWay
from coordinator.domain.retention import (
    DisposalRow,
    Hold,
    Kept,
    PersonRetention,
    RetentionRow,
    Standing,
    Time,
)
from coordinator.domain.states import DisposalStatus
from coordinator.wording import dates
from coordinator.wording.labels import inline, label
from coordinator.wording.names import NameParts, hidden_name
from coordinator.wording.translation import N_, _, ngettext

_STANDINGS = {
    Standing.OVER: N_("Time is over"),
    Standing.SOON: N_("Soon over"),
    Standing.HELD: N_("Held"),
    Standing.PROPOSED: N_("Waits for a second person"),
    Standing.CONFIRMED: N_("Agreed, not erased yet"),
}
_SINCE = {
    RetentionStart.CASE_CLOSED: N_("Last case closed {day}"),
    RetentionStart.DEATH: N_("Died; kept from {day}"),
    RetentionStart.REFERRAL_ANSWERED: N_("Last referral answered {day}"),
    RetentionStart.ENTRY_MADE: N_("Put on file {day}"),
}
_BACKUPS = {
    "closing": N_("Made when the store was closed"),
    "asked": N_("Asked for"),
    "migration": N_("Before a new version"),
    "restore": N_("Before a backup was brought back"),
    "import": N_("Before an import"),
    "merge": N_("Before a merge"),
    "keys": N_("Before new keys"),
    "erasing": N_("Before this erasure"),
}


def whose(row: RetentionRow) -> str:
    """Write a person of the list: initials and reference."""
    name = row.name
    return hidden_name(NameParts(row.reference, name.given, name.family, name.preferred))


def standing_words(standing: Standing) -> str:
    """Say where a record stands."""
    return _(_STANDINGS[standing])


def since_words(time: Time) -> str:
    """Say from when a time runs."""
    return _(_SINCE[time.start], day=dates.plain_day(time.from_on))


def hold_words(hold: Hold, today: date) -> str:
    """Say what keeps a record, why, and when somebody looks again."""
    told = [label(hold.hold)]
    if hold.reason:
        told.append(hold.reason)
    if hold.look_again_on is not None:
        day = dates.day(hold.look_again_on, today)
        is_due = hold.is_due(today)
        again = N_("look again now, due {day}") if is_due else N_("look again {day}")
        told.append(_(again, day=day))
    return "; ".join(told)


def held_words(holds: Iterable[Hold], today: date) -> str:
    """Say all that keeps a record."""
    return ". ".join(hold_words(one, today) for one in holds)


def agreed_words(row: DisposalRow, today: date) -> str:
    """Say who proposed, who agreed, and how."""
    told = [_("Proposed {day} by {who}", day=dates.day(row.proposed_on, today), who=row.proposer)]
    if row.confirmed_on is not None:
        day = dates.day(row.confirmed_on, today)
        if row.way is DisposalWay.SIGNED_LIST:
            told.append(_("list signed {day} by {who}", day=day, who=row.signed_by))
        elif row.confirmer:
            told.append(_("agreed {day} by {who}", day=day, who=row.confirmer))
    return "; ".join(told)


def past_words(row: DisposalRow, today: date) -> str:
    """Say what became of a proposal."""
    if row.status is DisposalStatus.DONE and row.done_at is not None:
        day = dates.day(row.done_at.astimezone(dates.HOME).date(), today)
        return _("Erased {day}", day=day)
    return label(row.status)


def backup_words(why: str) -> str:
    """Say what a backup was made for."""
    return _(_BACKUPS[why]) if why in _BACKUPS else why


def remains_words(kept: Kept) -> tuple[str, ...]:
    """Say what still holds something and the program does not reach."""
    told = []
    if kept.texts:
        told.append(
            ngettext(
                "{count} entry about somebody else, or of the panel, names them in its text.",
                "{count} entries about others, or of the panel, name them in their text.",
                kept.texts,
            )
        )
    if kept.papers:
        told.append(
            ngettext(
                "{count} paper about them left the panel and was not said to be destroyed.",
                "{count} papers about them left the panel and were not said to be destroyed.",
                kept.papers,
            )
        )
    return (
        *told,
        _("Minutes that were issued and agencies' own records are kept by whoever holds them."),
        _("Copies of the store made by hand, on other drives, are not known to the program."),
    )


def person_words(found: PersonRetention, today: date) -> str:
    """Say on somebody's page how long their record is kept."""
    if found.disposal is not None:
        return _("Proposed for erasing: {words}", words=agreed_words(found.disposal, today))
    if found.is_open:
        return _("Kept: a case or a referral is open, so no time runs.")
    if found.time is None:
        return _("No rule of the panel says how long this record is kept.")
    until = dates.plain_day(found.time.due_on)
    words = _("{since}. Kept until {day} ({rule}).", since=since_words(found.time), day=until,
              rule=inline_rule(found.time.rule))  # fmt: skip
    if found.time.due_on <= today:
        return _("{since}. Its time was over on {day} ({rule}).", since=since_words(found.time),
                 day=until, rule=inline_rule(found.time.rule))  # fmt: skip
    return words


def inline_rule(rule: str) -> str:
    """Write a rule inside a sentence."""
    return rule[:1].lower() + rule[1:]


def way_words(way: DisposalWay) -> str:
    """Say how a second person agreed, inside a sentence."""
    return inline(way)
