"""What the small demo found of needs: before people came, and when the panel took them on."""

from collections.abc import Mapping
from datetime import timedelta

from coordinator.casework.needs.enquiries import note_enquiry
from coordinator.casework.needs.profile import record_needs
from coordinator.demo.story import Known, Stage, people
from coordinator.domain.lists.people import EnquiryAnswer, NeedDomain, NeedPart, NeedSeverity
from coordinator.domain.needs.enquiries import Enquiry
from coordinator.domain.needs.rules import PRESENT, Finding, NeedsRound

_D, _S = NeedDomain, NeedSeverity
_BEFORE = timedelta(days=75)
_FIRST: Mapping[NeedDomain, str] = {
    _D.HOUSING: "hhhh",
    _D.ALCOHOL: "hs n",
    _D.DRUGS: "shh?",
    _D.MENTAL_HEALTH: "hs?s",
    _D.PHYSICAL_HEALTH: "?ss ",
    _D.MONEY: "sshs",
    _D.FAMILY: "? ns",
    _D.DAILY_LIVING: "s ns",
}
"""A letter for each of four stories: high, some, none, not known; a blank was not asked."""
_SECOND: Mapping[NeedDomain, str] = {
    _D.HOUSING: "shsh",
    _D.ALCOHOL: "ss n",
    _D.PHYSICAL_HEALTH: "s s?",
    _D.VICTIM: " ?s ",
}
_LETTERS = {"h": _S.HIGH, "s": _S.SOME, "n": _S.NONE, "?": _S.NOT_KNOWN}
_STORIES = 4


def keep_needs(stage: Stage, known: Known) -> None:
    """Note what was found when they were referred and today; of the last nobody asked."""
    place = [one["given"] for one in people()].index(known.told["given"])
    if place == len(people()) - 1:
        return  # nobody has asked yet: that is shown, too
    today, story = stage.desk.today(), place % _STORIES
    first = NeedsRound(_found(_FIRST, story), today - _BEFORE, "The referral")
    record_needs(stage.desk, known.person, first)
    if place % 3:
        again = NeedsRound(_found(_SECOND, story), today)
        record_needs(stage.desk, known.person, again)
    if story == 1:
        waits = Enquiry(EnquiryAnswer.NOT_APPROPRIATE, today, how_we_work="One person, one place.")
        note_enquiry(stage.desk, known.person, waits)


def _found(letters: Mapping[NeedDomain, str], story: int) -> tuple[Finding, ...]:
    return tuple(
        Finding(area, severity, _part(area, severity))
        for area, said in letters.items()
        if (severity := _LETTERS.get(said[story])) is not None
    )


def _part(area: NeedDomain, severity: NeedSeverity) -> NeedPart | None:
    return NeedPart.MAIN if area is _D.HOUSING and severity in PRESENT else None
