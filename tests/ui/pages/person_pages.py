"""The page of a person as it would be shown, on a real store."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.domain.people.contacts import ContactPage
from coordinator.domain.person.pages import PersonPage
from coordinator.domain.plans.views import VersionView
from coordinator.domain.records.history import HistoryView
from coordinator.ui.screens.person.opened import OpenedPerson
from coordinator.ui.screens.person.presenter import PersonPresenter
from coordinator.ui.screens.person.steps import Step
from coordinator.ui.shared.asking import Asking
from coordinator.ui.shared.chasing import Chase
from tests.ui.desks import Forms, Told
from tests.ui.immediate import ImmediateJobs


class Page:
    """One person, with what the presenter was given and what it showed."""

    def __init__(self, desk: Desk, person: UUID) -> None:
        self.desk, self.person = desk, person
        self.opened: list[OpenedPerson] = []
        self.older: list[HistoryView] = []
        self.contacts: list[ContactPage] = []
        self.versions: list[VersionView] = []
        self.earlier: dict[UUID, HistoryView] = {}
        self.is_empty = False
        self.texts: tuple[Chase, ...] = ()
        self.told, self.forms = Told(), Forms()
        self.jobs = ImmediateJobs(desk)
        asking = Asking(self.jobs, self.forms)
        self.presenter = PersonPresenter(
            self.jobs, self, asking, self.told.tell, self.told.go, person
        )
        self.jobs.listeners.append(self.presenter.look_again)
        self.presenter.load()

    def show_person(self, opened: OpenedPerson) -> None:
        self.opened.append(opened)

    def add_history(self, history: HistoryView) -> None:
        self.older.append(history)

    def add_contacts(self, contacts: ContactPage) -> None:
        self.contacts.append(contacts)

    def show_version(self, version: VersionView) -> None:
        self.versions.append(version)

    def show_texts(self, texts: Sequence[Chase]) -> None:
        self.texts = tuple(texts)

    def show_earlier_words(self, note: UUID, history: HistoryView) -> None:
        self.earlier[note] = history

    def show_nobody(self) -> None:
        self.is_empty = True

    @property
    def shown(self) -> OpenedPerson:
        return self.opened[-1]

    @property
    def page(self) -> PersonPage:
        return self.shown.page

    @property
    def steps(self) -> tuple[Step, ...]:
        return self.shown.steps

    def do(self, step: Step, about: object = None, **answers: Any) -> None:
        """Ask for a step and answer its form."""
        self.presenter.do(step, about)
        if answers or self.forms.question is not None:
            self.forms.answer(**answers)
