"""The questions after a decision is typed: the chair's alone, does anyone disagree. No Qt."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from uuid import UUID

from coordinator.casework.meetings.decisions import Decided
from coordinator.domain.errors import StaleRecordError
from coordinator.domain.lists.meetings import DecidedHow, DecisionAuthority
from coordinator.domain.meetings.rules import Quorum
from coordinator.domain.states import Sensitivity
from coordinator.ui.screens.live_meeting.meanwhile import theirs_words
from coordinator.ui.screens.live_meeting.questions import (
    Asked,
    Choice,
    Flow,
    Leave,
    Meant,
    Objection,
    Step,
)
from coordinator.wording.labels import label
from coordinator.wording.translation import _, ngettext

_PART = re.compile(r"\d+|[^\d,;&]+")
DECIDED_BY_CHAIR = object()


class Stage(Enum):
    """What is asked now."""

    CHAIR = "chair"
    DISSENT = "dissent"
    WHICH = "which"
    VIEW = "view"
    HOW = "how"
    WHOSE = "whose"


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency in the room, which may see something differently."""

    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class Dissent:
    """What stands of an earlier answer: who sees it differently, and what they say."""

    agencies: tuple[UUID, ...] = ()
    names: tuple[str, ...] = ()
    words: str = field(default="", repr=False)


class Disagreement(Flow):
    """Asks how something was decided and whether anyone disagrees; ends in one act.

    Without a quorum only the chair decides, which is asked first. An agency is named, never a
    person.
    """

    name = "decision"

    def __init__(
        self,
        agencies: Sequence[Agency],
        quorum: Quorum,
        finish: Callable[["Disagreement"], Step],
        *,
        go_back: Callable[[], object] | None = None,
    ) -> None:
        self._agencies, self._quorum = agencies, quorum
        self._finish, self._go_back = finish, go_back
        self.how, self.authority = DecidedHow.AGREED, DecisionAuthority.PANEL
        self.standing: Dissent | None = None
        self.dissent = Dissent()
        self.is_asked = False
        self.seen: int | None = None  # once what others wrote was shown beside it
        self._stage = self._first()

    def stands(self, how: DecidedHow, authority: DecisionAuthority, said: Dissent | None) -> None:
        """Begin with what an earlier wording of the decision says."""
        self.how, self.authority, self.standing = how, authority, said
        self._stage = self._first()

    @property
    def is_settled(self) -> bool:
        """Whether it can be recorded without another word, as not asked."""
        return self._stage is not Stage.CHAIR

    def objection(self, error: Exception) -> Objection | None:
        """Say why it was refused; who has seen what others wrote may write over it."""
        if isinstance(error, StaleRecordError):
            self.seen = error.found
            if {"text", "reason"} >= set(error.theirs):
                return Objection(theirs_words(error))
        return super().objection(error)

    def decided(
        self, text: str, reason: str, sensitivity: Sensitivity = Sensitivity.STANDARD
    ) -> Decided:
        """Give the decision with what was answered, and who may see it."""
        return Decided(
            text,
            reason,
            how=self.how,
            authority=self.authority,
            dissent_asked=self.is_asked,
            dissent_agencies=self.dissent.agencies,
            dissent=self.dissent.words,
            sensitivity=sensitivity,
        )

    def asked(self) -> Asked:
        """Tell what is asked now."""
        match self._stage:
            case Stage.CHAIR:
                return self._ask_chair()
            case Stage.DISSENT:
                return self._ask_dissent()
            case Stage.WHICH:
                return self._ask_which()
            case Stage.VIEW:
                return self._ask_view()
            case Stage.HOW:
                return self._ask_how()
            case Stage.WHOSE:
                return self._ask_whose()

    def typed(self, text: str) -> Meant:
        """Tell which agencies are meant, and offer them by number."""
        if self._stage is not Stage.WHICH:
            return Meant()
        found = self._named(text)
        told = ", ".join(one.name for one in found) if isinstance(found, list) else ""
        return Meant(told, tuple((one.name, one) for one in self._agencies))

    def enter(self, text: str) -> Step:
        """Take the agencies, or what they say."""
        if self._stage is Stage.WHICH:
            found = self._named(text)
            if isinstance(found, Objection):
                return found
            if not found:
                return Objection(_("Type the number of an agency, or part of its name."))
            self._take(found)
            return None
        self.dissent = Dissent(self.dissent.agencies, self.dissent.names, text.strip())
        self.is_asked = True
        return self._finish(self)

    def choose(self, value: object) -> Step:
        """Take an answer by key, or an agency that was offered."""
        match value:
            case Dissent():
                self.dissent, self.is_asked = value, True
                return self._finish(self)
            case Agency():
                self._take([value])
            case DecidedHow():
                self.how, self._stage = value, Stage.WHOSE
            case DecisionAuthority():
                self.authority, self._stage = value, self._first()
            case Stage():
                self._stage = value
            case _:
                return self._by_chair(value)
        return None

    def _by_chair(self, value: object) -> Step:
        if value is not DECIDED_BY_CHAIR:
            return Leave(self._go_back)
        self.how, self._stage = DecidedHow.CHAIR, Stage.DISSENT
        return None

    def _first(self) -> Stage:
        is_chairs = self._quorum.is_met or self.how is DecidedHow.CHAIR
        return Stage.DISSENT if is_chairs else Stage.CHAIR

    def _take(self, agencies: Sequence[Agency]) -> None:
        names = tuple(one.name for one in agencies)
        self.dissent = Dissent(tuple(one.id for one in agencies), names)
        self._stage = Stage.VIEW

    def _named(self, text: str) -> "list[Agency] | Objection":
        found: list[Agency] = []
        parts = (part.strip() for part in _PART.findall(text.replace(" and ", ",")))
        for part in filter(None, parts):
            one = self._one(part)
            if isinstance(one, Objection):
                return one
            if one not in found:
                found.append(one)
        return found

    def _one(self, part: str) -> "Agency | Objection":
        if part.isdigit():
            at = int(part)
            if 1 <= at <= len(self._agencies):
                return self._agencies[at - 1]
            return Objection(_("No agency has the number {number}.", number=part))
        folded = part.casefold()
        like = [one for one in self._agencies if _goes_by(one.name, folded)]
        if len(like) == 1:
            return like[0]
        if like:
            names = ", ".join(one.name for one in like)
            return Objection(_("'{words}' can be {names}.", words=part, names=names))
        return Objection(_("No agency in the room goes by '{words}'.", words=part))

    def _ask_chair(self) -> Asked:
        return Asked(
            _("The room is not quorate: record it as the chair's decision?"),
            told=quorum_told(self._quorum),
            choices=(
                Choice("Y", _("Yes, the chair decides"), DECIDED_BY_CHAIR),
                Choice("N", _("No, go back"), None),
            ),
        )

    def _ask_dissent(self) -> Asked:
        usual = self.how is DecidedHow.AGREED and self.authority is DecisionAuthority.PANEL
        how = _("{how}. {whose}.", how=label(self.how), whose=label(self.authority))
        keeps = []
        if self.standing is not None:
            names = ", ".join(self.standing.names) or _("nobody")
            keeps.append(Choice("K", _("As it stands: {who}", who=names), self.standing))
        return Asked(
            _("Does anyone disagree?"),
            told="" if usual else how,
            choices=(
                *keeps,
                Choice("N", _("Nobody"), Dissent()),
                Choice("Y", _("Yes"), Stage.WHICH),
                Choice("M", _("More: vote, chair, agency"), Stage.HOW),
            ),
        )

    def _ask_which(self) -> Asked:
        return Asked(
            _("Which agencies?"),
            name="dissent_agencies",
            hint=_("Their numbers, such as 1 3, or part of a name"),
        )

    def _ask_view(self) -> Asked:
        names = ", ".join(self.dissent.names)
        return Asked(
            _("What does {agency} say?", agency=names),
            name="dissent",
            hint=_("The view of the agency, never of a person"),
        )

    def _ask_how(self) -> Asked:
        keys = {DecidedHow.AGREED: "A", DecidedHow.CHAIR: "C", DecidedHow.VOTE: "V"}
        choices = tuple(Choice(key, label(how), how) for how, key in keys.items())
        return Asked(_("How was it decided?"), choices=choices)

    def _ask_whose(self) -> Asked:
        keys = {DecisionAuthority.PANEL: "P", DecisionAuthority.AGENCY: "A"}
        choices = tuple(Choice(key, label(whose), whose) for whose, key in keys.items())
        return Asked(_("Whose decision is it?"), choices=choices)


def quorum_told(quorum: Quorum) -> str:
    """Say beforehand that only the chair decides; nothing when enough agencies are there."""
    if quorum.is_met:
        return ""
    if not quorum.needed:
        return _("Nobody is said to be here yet: until then only the chair decides.")
    here = ngettext("{count} agency is here", "{count} agencies are here", quorum.present)
    return _(
        "Not quorate: {here}, {needed} are needed. Only the chair decides.",
        here=here,
        needed=quorum.needed,
    )


def _goes_by(name: str, folded: str) -> bool:
    words = name.casefold()
    return words.startswith(folded) or f" {folded}" in words
