"""The pages of referrals as they would be shown, on a real store."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.referrals.lists import read_referral
from coordinator.domain.cases.referrals import ReferralRow
from coordinator.domain.people.rules import PersonRow
from coordinator.domain.person.pages import PossibleDuplicate
from coordinator.domain.states import ReferralStatus
from coordinator.ui.kit.asks import Ask
from coordinator.ui.screens.new_referral.presenter import NewReferralPresenter
from coordinator.ui.screens.referral.presenter import (
    OpenReferral,
    ReferralPresenter,
    Step,
)
from coordinator.ui.screens.referrals.presenter import ReferralsPresenter
from coordinator.ui.shared.asking import Asking
from tests.ui.desks import Forms, Told
from tests.ui.immediate import ImmediateJobs


class List:
    """The queue as it would be shown."""

    def __init__(self, desk: Desk) -> None:
        self.rows: list[ReferralRow] = []
        self.told = Told()
        self.jobs = ImmediateJobs(desk)
        self.presenter = ReferralsPresenter(self.jobs, self, self.told.go)
        self.presenter.load()

    def show_referrals(self, rows: Sequence[ReferralRow], today: date, *, answered: bool) -> None:
        self.rows = list(rows)


class Page:
    """One referral as it would be shown."""

    def __init__(self, desk: Desk, referral: UUID) -> None:
        self.desk, self.referral = desk, referral
        self.opened: OpenReferral | None = None
        self.told, self.forms = Told(), Forms()
        self.jobs = ImmediateJobs(desk)
        self.presenter = ReferralPresenter(
            self.jobs,
            self,
            Asking(self.jobs, self.forms),
            self.told.tell,
            self.told.go,
            referral,
        )
        self.jobs.listeners.append(self.presenter.look_again)
        self.presenter.load()

    def show_referral(self, opened: OpenReferral) -> None:
        self.opened = opened

    @property
    def steps(self) -> tuple[Step, ...]:
        assert self.opened is not None
        return self.opened.steps

    @property
    def status(self) -> ReferralStatus:
        return read_referral(self.desk, self.referral).row.status


class New:
    """A referral that is being made."""

    def __init__(self, desk: Desk) -> None:
        self.found: list[PossibleDuplicate] = []
        self.chosen: PersonRow | None = None
        self.faults: dict[str, str] = {}
        self.typed: dict[str, Any] = {}
        self.told = Told()
        self.jobs = ImmediateJobs(desk)
        self.presenter = NewReferralPresenter(self.jobs, self, self.told.tell, self.told.go)
        self.presenter.load()

    def show_form(self, person: Sequence[Ask], referral: Sequence[Ask]) -> None:
        lines = {ask.name: ask.value or "" for ask in person}
        self.blank_person = lines | {"born_on": None, "children_affected": None}
        self.blank = {ask.name: ask.value for ask in referral}

    def show_typed(self, values: Mapping[str, Any]) -> None:
        self.typed = dict(values)

    def show_duplicates(self, found: Sequence[PossibleDuplicate]) -> None:
        self.found = list(found)

    def show_chosen(self, person: PersonRow | None) -> None:
        self.chosen = person

    def show_faults(self, faults: Mapping[str, str]) -> None:
        self.faults = dict(faults)

    def type(self, **values: Any) -> None:
        who = {name: values.get(name, was) for name, was in self.blank_person.items()}
        self.presenter.typed(who, values)

    def save(self, person: dict[str, Any], **referral: Any) -> None:
        self.presenter.save(self.blank_person | person, self.blank | referral)
