"""Marks that several screens show: one state is one word, shape and colour everywhere."""

from coordinator.domain.states import ReferralStatus
from coordinator.ui.kit.chips import Mark
from coordinator.ui.kit.tokens import Tone
from coordinator.wording.labels import label

_REFERRALS = {
    ReferralStatus.DRAFT: ("pen-line", Tone.NEUTRAL),
    ReferralStatus.SUBMITTED: ("inbox", Tone.CAREFUL),
    ReferralStatus.SCREENED: ("eye", Tone.CAREFUL),
    ReferralStatus.DEFERRED: ("circle-pause", Tone.NEUTRAL),
    ReferralStatus.ACCEPTED: ("circle-check", Tone.GOOD),
    ReferralStatus.NOT_FOR_US: ("arrow-up-right", Tone.NEUTRAL),
    ReferralStatus.WITHDRAWN: ("x", Tone.NEUTRAL),
}


def referral_mark(status: ReferralStatus) -> Mark:
    """Say where a referral stands."""
    sign, tone = _REFERRALS[status]
    return Mark(label(status), tone, sign)
