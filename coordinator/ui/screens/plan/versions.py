"""What belongs to a plan beside its texts: since agreed, offers, agreed versions."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QFrame, QWidget

from coordinator.domain.plans.views import OfferRow, PlanView, VersionView
from coordinator.domain.states import OfferStatus
from coordinator.ui.kit.boxes import card, column, flow, holder, row, ruled, wide
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.chips import Chip, Mark
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.tokens import Tone
from coordinator.ui.kit.versions import change_lines, version_lines
from coordinator.ui.screens.plan.wishes import OpenPlan, Wish
from coordinator.ui.shared.kept_back import kept_back
from coordinator.wording import dates
from coordinator.wording.holding import constraint_words
from coordinator.wording.labels import label as words_for
from coordinator.wording.translation import _

Wished = Callable[[Wish, object], None]
_OFFERS = {
    OfferStatus.OFFERED: Mark("", Tone.NEUTRAL, "handshake"),
    OfferStatus.AGREED: Mark("", Tone.NEUTRAL, "check"),
    OfferStatus.DELIVERED: Mark("", Tone.GOOD, "circle-check"),
    OfferStatus.WITHDRAWN: Mark("", Tone.CAREFUL, "x"),
}


def since_agreed(plan: PlanView) -> QFrame:
    """Tell what changed since the plan was agreed last."""
    if not plan.version:
        return card(
            heading(_("Since agreed")),
            label(_("It has not been agreed yet."), "quiet", wraps=True),
        )
    if not plan.since_agreed:
        return card(heading(_("Since agreed")), label(_("Nothing has changed."), "quiet"))
    return card(heading(_("Since agreed")), *change_lines(plan.since_agreed))


def home(plan: PlanView) -> QFrame:
    """List what a home must allow for; it is noted on the person's page."""
    lines = [
        ruled(wide(label(constraint_words(one), wraps=True)), *kept_back(one.sensitivity))
        for one in plan.constraints
    ]
    return card(heading(_("A home must allow for")), *lines)


def offers(plan: PlanView, wished: Wished, *, may_edit: bool) -> QFrame:
    """List what agencies contribute."""
    add = button(_("Add an offer"), "", "plus")
    add.clicked.connect(lambda: wished(Wish.ADD_OFFER, None))
    add.setVisible(may_edit)
    lines = [_offer(one, wished, may_edit=may_edit) for one in plan.offers]
    none = [] if lines else [label(_("No agency has offered anything yet."), "quiet", wraps=True)]
    return card(row(wide(heading(_("Offers"))), add), *none, *lines)


def versions(opened: OpenPlan, wished: Wished, shown: VersionView | None) -> QFrame:
    """List every agreed version, newest first; the one asked for is told below its line."""
    if not opened.versions:
        none = _("None yet. Each time the plan is agreed, what it says is kept as a version.")
        return card(heading(_("Versions")), label(none, "quiet", wraps=True))
    lines = version_lines(opened.versions, shown, lambda one: wished(Wish.VERSION, one))
    return card(heading(_("Versions")), *lines)


def _offer(one: OfferRow, wished: Wished, *, may_edit: bool) -> QFrame:
    line = one.line
    told = [line.what, line.amount, _period(line.from_on, line.to_on), one.status_note]
    words = column(
        label(line.agency, "strong", wraps=True),
        label(". ".join(part.rstrip(".") for part in told if part), wraps=True),
        gap=2,
    )
    mark = _OFFERS[line.status]
    parts: list[QWidget] = [Chip(Mark(words_for(line.status), mark.tone, mark.sign))]
    parts += kept_back(line.sensitivity)
    if may_edit:
        change = button(
            _("Change"), "link", name=_("Change the offer of {agency}", agency=line.agency)
        )
        change.clicked.connect(lambda: wished(Wish.OFFER_DETAILS, one))
        became = button(
            _("What became of it"),
            "link",
            name=_("What became of the offer of {agency}", agency=line.agency),
        )
        became.clicked.connect(lambda: wished(Wish.OFFER_STATUS, one))
        became.setVisible(line.status is not OfferStatus.DELIVERED)
        parts += [change, became]
    words.addWidget(flow(*parts))
    return ruled(wide(holder(words)))


def _period(start: date | None, end: date | None) -> str:
    words = dates.period(start, end) if start or end else ""
    return words[:1].upper() + words[1:]
