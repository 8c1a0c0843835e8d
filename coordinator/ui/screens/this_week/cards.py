"""The cards beside the checklist: what waits, as counts and short lists; each leads somewhere."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from coordinator.domain.accountability import Proposal
from coordinator.domain.cases.leads import Absence, LeadlessCase
from coordinator.domain.cases.referrals import ReferralRow
from coordinator.domain.meetings.views import MeetingRow
from coordinator.domain.week.this_week import AgencyDue, ThisWeek
from coordinator.ui.kit.boxes import card, column, holder, row, ruled
from coordinator.ui.kit.boxes import wide as widened
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.chips import Chip, Mark
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.tokens import Tone
from coordinator.ui.kit.words import chosen, listed
from coordinator.ui.screens.this_week.seen import TellSeen, joined
from coordinator.wording import dates
from coordinator.wording.accountability import proposal_words
from coordinator.wording.contact_cards import renewal_lines
from coordinator.wording.labels import label as words_for
from coordinator.wording.translation import N_, _, ngettext

_MOST = 6
_LONG = 14  # days without a lead after which the chip is told apart
_WHY = {
    Absence.NEVER: N_("New to the panel"),
    Absence.ENDED: N_("The last lead ended"),
    Absence.LEFT: N_("{name} has left"),
}
Open = Callable[[object], object]
"""Opens what a line is about, by its id."""


def leads_card(
    cases: Sequence[LeadlessCase],
    open_person: Open,
    more: Callable[[], object],
    seen: TellSeen,
) -> QFrame:
    """Show whose lead is to be agreed."""
    if not cases:
        return card(heading(_("Leads to agree")), label(_("Everybody has a lead professional.")))
    count = ngettext("{count} person", "{count} people", len(cases))
    lines: list[QWidget] = [_leadless(one, open_person, seen) for one in cases[:_MOST]]
    if len(cases) > _MOST:
        lines.append(_more(len(cases), _("Show everybody without a lead"), more))
    return card(_head(_("Leads to agree"), Mark(count, Tone.CAREFUL, "user-round-x")), *lines)


def _leadless(one: LeadlessCase, open_person: Open, seen: TellSeen) -> QFrame:
    why = _(_WHY[one.why], name=one.former_lead)
    tone = Tone.CAREFUL if one.days >= _LONG else Tone.NEUTRAL
    name = listed(one.name, one.reference, initials_only=one.initials_only)
    since = dates.days(one.days) if one.days else _("Since today")
    about = joined(one.reference, why, seen(one.person))
    return _line(name, about, Mark(since, tone, "clock"), lambda: open_person(one.person))


def referrals_card(
    referrals: Sequence[ReferralRow],
    today: date,
    open_referral: Open,
    more: Callable[[], object],
    seen: TellSeen,
) -> QFrame:
    """Show the referrals that wait."""
    if not referrals:
        return card(heading(_("Referrals waiting")), label(_("None is waiting.")))
    count = ngettext("{count} referral", "{count} referrals", len(referrals))
    lines: list[QWidget] = [
        _referral(one, today, open_referral, seen) for one in referrals[:_MOST]
    ]
    if len(referrals) > _MOST:
        lines.append(_more(len(referrals), _("Show all that wait"), more))
    return card(_head(_("Referrals waiting"), Mark(count, Tone.NEUTRAL, "inbox")), *lines)


def _referral(one: ReferralRow, today: date, open_referral: Open, seen: TellSeen) -> QFrame:
    about = _(
        "{status}. From {agency}, {ago}",
        status=words_for(one.status),
        agency=one.agency or dates.not_recorded(),
        ago=dates.ago(one.referred_on, today),
    )
    about = joined(about, seen(one.person))
    mark = None if one.has_offer else Mark(_("No offer yet"), Tone.CAREFUL, "handshake")
    name = chosen(one.name, one.reference)
    return _line(name, about, mark, lambda: open_referral(one.id))


def due_card(due: Sequence[AgencyDue], open_agency: Open, people: Callable[[], object]) -> QFrame:
    """Show how much each agency has due by the next meeting: a count, not a league table."""
    if not due:
        return card(heading(_("Due by the meeting")), label(_("Nothing falls due by then.")))
    total, overdue = sum(one.due for one in due), sum(one.overdue for one in due)
    count = ngettext("{count} action", "{count} actions", total)
    lines: list[QWidget] = [_agency_line(one, open_agency) for one in due[:_MOST]]
    if len(due) > _MOST:
        rest = ngettext("and {count} more agency", "and {count} more agencies", len(due) - _MOST)
        lines.append(ruled(label(rest, "quiet")))
    parts: list[QWidget] = [
        _head(_("Due by the meeting"), Mark(count, Tone.NEUTRAL, "list-checks")),
        *lines,
    ]
    if overdue:
        who = button(_("People with overdue actions"), "link")
        who.clicked.connect(people)
        parts.append(holder(row(who, None)))
    return card(*parts)


def _agency_line(one: AgencyDue, open_agency: Open) -> QFrame:
    counts = _("{count} due", count=one.due)
    if one.overdue:
        counts = _("{count} due, {late} of them overdue", count=one.due, late=one.overdue)
    name = one.name or _("No agency")
    return _line(name, counts, None, lambda: open_agency(one.agency), kind="")


def unsigned_card(meetings: Sequence[MeetingRow], open_meeting: Open) -> QFrame:
    """Show the meetings whose minutes are not approved."""
    lines = [_minutes(one, open_meeting) for one in meetings[:_MOST]]
    count = ngettext("{count} meeting", "{count} meetings", len(meetings))
    return card(_head(_("Minutes to approve"), Mark(count, Tone.NEUTRAL, "pen-line")), *lines)


def _minutes(one: MeetingRow, open_meeting: Open) -> QFrame:
    when = dates.long_day(one.on)
    mark = Mark(words_for(one.status))
    return _line(when, one.reference, mark, lambda: open_meeting(one.id), kind="")


def also_card(week: ThisWeek, open_what: Callable[[str], object]) -> QFrame:
    """Show what else wants somebody."""
    lines: list[QFrame] = []
    if week.without_owner:
        told = ngettext(
            "{count} action has no owner in post.",
            "{count} actions have no owner in post.",
            week.without_owner,
        )
        shown = button(_("Show"), "link", name=_("Show the actions without an owner"))
        shown.clicked.connect(lambda: open_what("ownerless"))
        lines.append(ruled(widened(label(told, wraps=True)), shown))
    if week.disagreements:
        told = ngettext(
            "{count} entry says two things; somebody has to settle it.",
            "{count} entries say two things; somebody has to settle them.",
            week.disagreements,
        )
        settle = button(_("Show"), "link", name=_("Show the entries that say two things"))
        settle.clicked.connect(lambda: open_what("disagreements"))
        lines.append(ruled(widened(label(told, wraps=True)), settle))
    for told in renewal_lines(week.renew):
        renew = button(_("Show"), "link", name=_("Show contacts and words: {told}", told=told))
        renew.clicked.connect(lambda: open_what("contacts"))
        lines.append(ruled(widened(label(told, wraps=True)), renew))
    for agency in week.agreements:
        told = _("The sharing agreement of {agency} ends soon, or has ended.", agency=agency)
        lines.append(ruled(widened(label(told, wraps=True))))
    return card(heading(_("Also")), *lines)


def raising_card(proposals: Sequence[Proposal], show: Callable[[], object]) -> QFrame | None:
    """Show which agencies the chair may speak to: reasons, no ranking; nothing where none is."""
    if not proposals:
        return None
    count = ngettext("{count} agency", "{count} agencies", len(proposals))
    lines: list[QWidget] = [_to_raise(one, show) for one in proposals[:_MOST]]
    if len(proposals) > _MOST:
        lines.append(_more(len(proposals), _("Show all that could be raised"), show))
    told = label(
        _("Undone for long. Only proposed: nothing is raised by itself."), "quiet", wraps=True
    )
    mark = Mark(count, Tone.NEUTRAL, "arrow-up-right")
    return card(_head(_("Could be raised"), mark), told, *lines)


def _to_raise(one: Proposal, show: Callable[[], object]) -> QFrame:
    return _line(one.name or _("Nobody owns them"), proposal_words(one), None, show, kind="")


def has_more(week: ThisWeek) -> bool:
    """Whether there is anything else."""
    return bool(week.without_owner or week.disagreements or week.agreements or week.renew)


def _line(
    name: str, about: str, mark: Mark | None, do: Callable[[], object], *, kind: str = "strong"
) -> QFrame:
    opener = button(_("Open"), "link", name=_("Open {name}", name=name))
    opener.clicked.connect(do)
    words = column(label(name, kind, wraps=True), label(about, "quiet", wraps=True), gap=0)
    chips = [Chip(mark)] if mark else []
    return ruled(widened(holder(words)), *chips, opener)


def _head(title: str, mark: Mark) -> QWidget:
    return holder(row(widened(heading(title)), Chip(mark)))


def _more(count: int, words: str, do: Callable[[], object]) -> QPushButton:
    made = button(_("{words} ({count})", words=words, count=count), "link")
    made.clicked.connect(do)
    return made
