"""What a referral says, as asked when it is made and when it is changed; no Qt."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from coordinator.domain.cases.referrals import ReferralPage
from coordinator.domain.directory.rules import DirectoryPage
from coordinator.domain.lists.people import ReferralCriterion
from coordinator.domain.panel.settings import Criterion
from coordinator.ui.kit.asks import Ask, Kind, choices_of
from coordinator.wording.labels import label
from coordinator.wording.translation import _


def asks_of_referral(
    directory: DirectoryPage,
    page: ReferralPage | None,
    today: date,
    criteria: Sequence[Criterion] = (),
) -> tuple[Ask, ...]:
    """Ask for what a referral says.

    Args:
        directory: Who may refer.
        page: What it said so far.
        today: When it is made.
        criteria: Those of the panel, in its words; what was ticked before stands beside them.
    """
    who: tuple[tuple[Any, str], ...] = tuple(
        (one.id, f"{one.name}, {one.agency}") for one in directory.professionals
    )
    referrer = page.referrer_id if page else None
    referred_on = page.row.referred_on if page else today
    return (
        Ask("referrer_id", _("Who refers"), Kind.CHOICE, referrer, ((None, _("Not said")), *who)),
        Ask("referred_on", _("Referred on"), Kind.DAY, referred_on),
        Ask("why_now", _("Why now"), Kind.TEXT, page.why_now if page else ""),
        Ask(
            "criteria",
            _("What brings them to the panel"),
            Kind.MANY,
            page.criteria if page else (),
            _choices(criteria, page.criteria if page else ()),
        ),
        Ask("tried", _("What has been tried"), Kind.TEXT, page.tried if page else ""),
        Ask("risk", _("Risk"), Kind.TEXT, page.risk if page else ""),
        Ask(
            "offer",
            _("What the referrer will keep doing"),
            Kind.TEXT,
            page.offer if page else "",
        ),
        Ask("person_view", _("What the person says"), Kind.TEXT, page.person_view if page else ""),
    )


def _choices(
    criteria: Sequence[Criterion], ticked: Sequence[ReferralCriterion]
) -> tuple[tuple[Any, str], ...]:
    if not criteria:
        return choices_of(ReferralCriterion)
    own = {one.criterion: one.words for one in criteria}
    return tuple((own | {one: label(one) for one in ticked if one not in own}).items())
