"""Agreeing who leads, or handing over: who, what they need, does the person know. No Qt."""

from collections.abc import Sequence
from enum import Enum
from functools import partial
from uuid import UUID

from coordinator.casework.leads.agreeing import agree_lead, hand_over
from coordinator.domain.cases.leads import PossibleLead
from coordinator.domain.meetings.live_views import LiveAround, LiveItem, LiveMeeting
from coordinator.domain.meetings.rules import HERE
from coordinator.domain.states import Answer
from coordinator.ui.screens.live_meeting.questions import (
    Asked,
    Choice,
    Flow,
    Meant,
    Objection,
    Ready,
    Step,
)
from coordinator.ui.screens.live_meeting.words import title
from coordinator.wording.translation import _

_MOST = 6


class Stage(Enum):
    """What is asked now."""

    WHO = "who"
    NOTE = "note"
    KNOWS = "knows"
    WHY_NOT = "why_not"


class LeadFlow(Flow):
    """The lead professional of one case."""

    name = "lead"

    def __init__(
        self, meeting: LiveMeeting, around: LiveAround, item: LiveItem, case: UUID
    ) -> None:
        entry = item.record.entry
        self._case, self._person = case, entry.person
        self._called = title(entry)
        self._old = entry.person.lead_id if entry.person else None
        self._here = {row.professional_id for row in meeting.attendance if row.result in HERE}
        self._around = around
        self._short = {agency.name: agency.short_name for agency in around.agencies}
        self._possible: Sequence[PossibleLead] | None = None
        self._stage = Stage.WHO
        self._who: PossibleLead | None = None
        self._note = ""
        self._told: Answer | None = None

    def take_possible(self, possible: Sequence[PossibleLead]) -> None:
        """Take who may lead, once that has been read."""
        self._possible = sorted(possible, key=lambda one: (one.id not in self._here, one.name))

    def asked(self) -> Asked:
        """Tell what is asked now."""
        match self._stage:
            case Stage.NOTE:
                return Asked(
                    _("What does {name} need to know?", name=self._name), name="lead_note"
                )
            case Stage.KNOWS:
                return self._ask_whether_told()
            case Stage.WHY_NOT:
                why = _("Why has {person} not been told yet?", person=self._called)
                return Asked(why, name="lead_untold")
        return self._ask_who()

    def typed(self, text: str) -> Meant:
        """Tell who is meant."""
        if self._stage is not Stage.WHO or self._possible is None:
            return Meant()
        found = self._like(text)
        offered = tuple((self._called_here(one), one) for one in found[:_MOST])
        if not found:
            return Meant(self._nobody(text))
        if len(found) == 1 and text.strip():
            return Meant(_("Enter takes {name}.", name=self._words(found[0])), offered)
        return Meant(_("Type on, or press Alt and a number."), offered)

    def enter(self, text: str) -> Step:
        """Take words as the answer."""
        said = text.strip()
        if self._stage is Stage.WHO:
            return self._take_words(said)
        if not said:
            return Objection(_("Say it in a few words."))
        if self._stage is Stage.NOTE:
            self._note, self._stage = said, Stage.KNOWS
            return None
        return self._ready({"not-told": said})

    def choose(self, value: object) -> Step:
        """Take somebody who was offered, or whether the person knows."""
        if isinstance(value, PossibleLead):
            return self._take(value)
        self._told = value if isinstance(value, Answer) else None
        if self._old is not None and self._told is not Answer.YES:
            self._stage = Stage.WHY_NOT
            return None
        return self._ready({})

    @property
    def _name(self) -> str:
        return self._who.name if self._who is not None else ""

    def _ask_who(self) -> Asked:
        if self._old is None:
            heading = _("Who is the lead professional?")
            return Asked(heading, name="lead", hint=_("Part of a name, or of an agency"))
        now = self._person.lead if self._person else ""
        return Asked(
            _("Who takes over from {name}?", name=now),
            name="lead",
            hint=_("Part of a name, or of an agency"),
        )

    def _ask_whether_told(self) -> Asked:
        question = _("Does {person} know?", person=self._called)
        return Asked(
            question,
            told=_("{name} is to lead.", name=self._name),
            choices=(
                Choice("Y", _("Yes"), Answer.YES),
                Choice("N", _("Not yet"), Answer.NO),
                Choice("K", _("Not known"), Answer.NOT_KNOWN),
            ),
        )

    def _take_words(self, said: str) -> Step:
        if self._possible is None:
            return Objection(_("A moment: the directory is still being read."))
        if not said:
            return Objection(_("Type part of a name, or of an agency."))
        found = self._like(said)
        same = [one for one in found if said.casefold() in _ways(one)]
        if len(same) == 1:
            return self._take(same[0])
        if len(found) == 1:
            return self._take(found[0])
        if not found:
            return Objection(self._nobody(said))
        return Objection(
            _("{count} people go by this. Type on, or press Alt and a number.", count=len(found))
        )

    def _take(self, who: PossibleLead) -> Step:
        if who.id == self._old:
            return Objection(_("{name} is the lead professional already.", name=who.name))
        self._who = who
        self._stage = Stage.NOTE if self._old is not None else Stage.KNOWS
        return None

    def _ready(self, reasons: dict[str, str]) -> Step:
        if self._who is None:
            return Objection(_("Type part of a name, or of an agency."))
        ends = ("lead", "lead_note", "lead_untold")
        if self._old is None:
            act = partial(
                agree_lead,
                case_id=self._case,
                professional_id=self._who.id,
                person_told=self._told,
            )
            return Ready(act, _("Lead professional agreed"), ends)
        over = partial(
            hand_over,
            case_id=self._case,
            professional_id=self._who.id,
            note=self._note,
            person_told=self._told,
            reasons=reasons,
        )
        return Ready(over, _("Lead professional changed"), ends)

    def _like(self, text: str) -> list[PossibleLead]:
        parts = text.casefold().replace(",", " ").replace("(", " ").replace(")", " ").split()
        return [one for one in self._possible or () if _fits(one, parts)]

    def _words(self, one: PossibleLead) -> str:
        if one.id in self._here:
            return _("{name} ({agency}), in the room", name=one.name, agency=one.agency)
        return _("{name} ({agency})", name=one.name, agency=one.agency)

    def _called_here(self, one: PossibleLead) -> str:
        agency = self._short.get(one.agency) or one.agency
        return _("{name} ({agency})", name=one.name, agency=agency)

    def _nobody(self, text: str) -> str:
        """Say why nobody is meant: left, not to be told, or not on file."""
        parts = text.casefold().split()
        kept = self._person.not_told if self._person else frozenset()
        for one in self._around.professionals:
            if not parts or not _has(f"{one.name} {one.agency} {one.job}", parts):
                continue
            if one.id in kept:
                return _("{name} must not be told about this person.", name=one.name)
            if one.agency_id in kept:
                return _("{agency} must not be told about this person.", agency=one.agency)
            if one.left_on is not None and one.left_on <= self._around.today:
                return _("{name} has left {agency}.", name=one.name, agency=one.agency)
        return _("Nobody in post goes by '{words}'.", words=text.strip())


def _fits(one: PossibleLead, parts: Sequence[str]) -> bool:
    return _has(f"{one.name} {one.agency} {one.job}", parts)


def _has(words: str, parts: Sequence[str]) -> bool:
    """Whether each part begins one of the words."""
    folded = f" {words.casefold()}".replace("-", " ").replace("'", "")
    return all(f" {part.replace(chr(39), '')}" in folded for part in parts)


def _ways(one: PossibleLead) -> tuple[str, ...]:
    return (one.name.casefold(), f"{one.name} ({one.agency})".casefold())
