"""What is to be made, and a paper that was read and waits to be laid out."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from uuid import UUID

from coordinator.domain.accountability import Period
from coordinator.domain.actions.rows import TrackerFilter
from coordinator.domain.demand.views import Wanted
from coordinator.domain.disclosing.sendings import STAYS, Sending
from coordinator.domain.person.case_sheets import Audience
from coordinator.domain.roles import Right
from coordinator.exports.composing import Model, PaperKind

_OF_OWN_PEOPLE = frozenset(
    {
        PaperKind.PLAN,
        PaperKind.PLAN_PAGE,
        PaperKind.MY_PLAN,
        PaperKind.MY_PLAN_LARGE,
        PaperKind.MY_PLAN_PLAIN,
        PaperKind.JOURNEY,
        PaperKind.ASSESSMENTS,
        PaperKind.HAND_OVER,
        PaperKind.REFERRAL_FORM,
    }
)
"""What a lead professional hands out: about their own people, and the blank form to refer one."""


def right_for(kind: PaperKind) -> Right:
    """Say which right somebody needs to make a kind of paper."""
    return Right.EXPORT if kind in _OF_OWN_PEOPLE else Right.EXPORT_PANEL


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be made.

    `meeting` is a reference, `next` or `last`; `person` a reference, everybody with a live plan
    when empty, and needed for a letter; `agency` the name of the agency the copy is for, the
    panel's own when empty.
    `escalation` is a number, every open one when empty; its copy is for its receiver, and an
    agency narrows to those that ask somebody there. `since` is the day from which a register of
    gaps tells what changed; `on` and `area` say which outreach sheet: today's of everywhere when
    empty; `period` what a report looks back on, a rolling quarter when empty; `narrowed` what of a
    tracker is told; `demand` which windows, and whose;
    `place_plan` the number of one plan, all when empty. `sending` says how what is for
    somebody outside goes there, and why.
    """

    kind: PaperKind
    folder: Path
    meeting: str = "last"
    person: str = ""
    agency: str = ""
    escalation: str = ""
    password: str = field(default="", repr=False)
    with_sheet: bool = True
    since: date | None = None
    on: date | None = None
    area: str = ""
    period: Period | None = None
    sending: Sending = STAYS
    narrowed: TrackerFilter = field(default_factory=TrackerFilter)
    demand: Wanted = field(default_factory=Wanted)
    place_plan: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """One paper before it is laid out.

    Attributes:
        subject: Whose it is: a reference.
        name: How its file begins: its kind, numbers and days; nothing that somebody typed.
        to: Who at the agency it is written to; nobody in particular when empty.
        order: What gives this paper and no other, to read it again before it leaves.
        moment: When it was read, as `read_moment` marks it.
    """

    kind: PaperKind
    audience: Audience = field(repr=False)
    model: Model = field(repr=False)
    subject: str
    name: str
    person: UUID | None = None
    meeting: UUID | None = None
    to: str = ""
    order: Order | None = field(default=None, repr=False)
    moment: tuple[object, ...] = field(default=(), repr=False, compare=False)

    @property
    def goes_out(self) -> bool:
        """Whether it is for somebody else than the panel's own office."""
        return bool(self.audience.name)

    @property
    def is_their_own(self) -> bool:
        """Whether it is for the person it is about or their officer, who need no reason."""
        return self.goes_out and self.audience.agency is None and self.audience.reader is None
