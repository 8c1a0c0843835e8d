"""What an agency offers, in one line: *housing: a room at the hostel until Christmas*. No Qt."""

import re
from collections.abc import Sequence
from functools import partial
from uuid import UUID

from coordinator.casework.meetings.offers import record_offer
from coordinator.domain.directory.rules import AgencyRow
from coordinator.domain.meetings.live_views import LiveAround, LiveMeeting
from coordinator.domain.meetings.rules import HERE
from coordinator.domain.spoken.few import for_few
from coordinator.domain.spoken.kinds import ways_of
from coordinator.domain.states import AgencyStatus
from coordinator.ui.screens.live_meeting.questions import (
    Asked,
    Flow,
    Meant,
    Objection,
    Ready,
    Step,
)
from coordinator.wording.spoken import few_sentence
from coordinator.wording.translation import _

_CUT = re.compile(r"\s*:\s*|\s+[-\u2013]\s+")


class OfferFlow(Flow):
    """An offer for one person."""

    name = "offer"

    def __init__(self, meeting: LiveMeeting, around: LiveAround, person: UUID) -> None:
        here = {row.agency_id for row in meeting.attendance if row.result in HERE}
        standing = [one for one in around.agencies if one.status is AgencyStatus.ACTIVE]
        self._agencies = sorted(standing, key=lambda one: (one.id not in here, one.name))
        self._here = here
        self._person = person
        self._meeting = meeting.header.row.id
        self._chosen: tuple[str, AgencyRow] | None = None
        self._text = ""

    def asked(self) -> Asked:
        """Tell what is asked."""
        return Asked(
            _("Who offers what?"),
            name="offer",
            hint=_("housing: a room at the hostel until Christmas"),
        )

    def typed(self, text: str) -> Meant:
        """Tell which agency offers what."""
        self._text = text
        few = for_few(text)
        words, what = _cut(few.text)
        if not words:
            return Meant(few_sentence(few.sensitivity))
        found = self._meant(words)
        if len(found) == 1 and what:
            told = _("{agency} offers: {what}", agency=found[0].name, what=what)
            return Meant("\n".join(filter(None, (few_sentence(few.sensitivity), told))))
        if len(found) == 1:
            return Meant(found[0].name)
        if found:
            offered = tuple((one.name, one) for one in found)
            return Meant(_("Which of these?"), offered)
        return Meant(_("No agency goes by '{words}'.", words=words) if what else "")

    def enter(self, text: str) -> Step:
        """Take the line."""
        few = for_few(text)
        words, what = _cut(few.text)
        if not words or not what:
            return Objection(
                _("Begin with the agency and a colon, then what it offers: housing: a room.")
            )
        found = self._meant(words)
        if not found:
            return Objection(_("No agency goes by '{words}'.", words=words))
        if len(found) > 1:
            names = ", ".join(one.name for one in found)
            return Objection(
                _("'{words}' can be {names}. Press Alt and a number.", words=words, names=names)
            )
        act = partial(
            record_offer,
            person_id=self._person,
            agency_id=found[0].id,
            meeting_id=self._meeting,
            what=_capital(what),
            sensitivity=few.sensitivity,
        )
        return Ready(act, _("Offer recorded"), ("offer",))

    def choose(self, value: object) -> Step:
        """Take one of the agencies the words can mean."""
        if isinstance(value, AgencyRow):
            words, what = _cut(for_few(self._text).text)
            self._chosen = (words.casefold(), value)
            if what:
                return self.enter(self._text)
        return None

    def _meant(self, words: str) -> Sequence[AgencyRow]:
        folded = words.casefold()
        if self._chosen is not None and self._chosen[0] == folded:
            return [self._chosen[1]]
        for like in (_is_called, _is_of_kind, _begins_with, _has_word):
            found = [one for one in self._agencies if like(one, folded)]
            here = [one for one in found if one.id in self._here]
            if found:
                return here if len(here) == 1 else found
        return ()


def _cut(text: str) -> tuple[str, str]:
    first, *rest = _CUT.split(text.strip(), maxsplit=1)
    return first.strip(), rest[0].strip() if rest else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _is_called(one: AgencyRow, folded: str) -> bool:
    return folded in {one.name.casefold(), one.short_name.casefold()}


def _is_of_kind(one: AgencyRow, folded: str) -> bool:
    return folded in ways_of(one.agency_kind)


def _begins_with(one: AgencyRow, folded: str) -> bool:
    names = (one.name.casefold(), one.short_name.casefold())
    return any(name.startswith(folded) for name in names)


def _has_word(one: AgencyRow, folded: str) -> bool:
    return f" {folded}" in one.name.casefold()
