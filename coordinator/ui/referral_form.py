"""What a referral says, as asked when it is made and when it is changed; no Qt."""

from datetime import date
from typing import Any

from coordinator.domain.directory import DirectoryPage
from coordinator.domain.lists.people import ReferralCriterion
from coordinator.domain.referrals import ReferralPage
from coordinator.ui.kit.asks import Ask, Kind, choices_of
from coordinator.wording.translation import _


def asks_of_referral(
    directory: DirectoryPage, page: ReferralPage | None, today: date
) -> tuple[Ask, ...]:
    """Ask for what a referral says; `page` is what it said so far."""
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
            choices_of(ReferralCriterion),
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
