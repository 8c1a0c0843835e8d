"""What settings do with users, passphrases and the recovery code. No Qt."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.directory.page import read_directory
from coordinator.casework.stores.passphrases import Newcomer
from coordinator.casework.stores.users import NewMaster, UserRow, read_users
from coordinator.domain.directory.rules import ProfessionalRow
from coordinator.domain.outcomes import Changes, Done, RecordKind
from coordinator.domain.progress import Progress
from coordinator.ui.kit.asks import Keeper
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.screens.settings.faults import Form, told_in
from coordinator.ui.screens.settings.questions import newcomer, removal
from coordinator.ui.shared.asking import ANEW, Asking
from coordinator.ui.shared.unfinished import Unfinished
from coordinator.ui.sitting import Keeping
from coordinator.wording.translation import _, ngettext

Values = Mapping[str, Any]
_SHOWN = (RecordKind.USER, RecordKind.PROFESSIONAL, RecordKind.AGENCY)


@dataclass(frozen=True, slots=True)
class UsersPage:
    """Who may open the store, and who could be let in.

    Attributes:
        me: The user who sits there, if they are one.
        others: People of the directory who are no users.
        agencies: For somebody new: id and name.
    """

    users: tuple[UserRow, ...]
    me: UUID | None
    others: tuple[ProfessionalRow, ...]
    agencies: tuple[tuple[UUID, str], ...]


class UsersView(Form, Protocol):
    """What the presenter asks of the widgets."""

    def show_users(self, page: UsersPage) -> None:
        """Show who may open the store."""

    def ask_whom(self, keeper: Keeper) -> None:
        """Ask who is to be let in, beginning with what was typed before."""

    def show_done(self, told: str) -> None:
        """Close the form that is open and say what was done."""

    def offer_new_master(self, name: str) -> None:
        """Say that somebody is removed, and what a new master key would be good for."""

    def show_code(self, code: str) -> None:
        """Close the form and show a recovery code to be noted."""

    def show_changing(self) -> None:
        """Say that the store is being copied under its new key."""


class UsersPresenter:
    """Who may open the store."""

    def __init__(
        self,
        jobs: Jobs,
        view: UsersView,
        asking: Asking,
        keeping: Keeping,
        lock: Callable[[str], object],
    ) -> None:
        self._jobs, self._view, self._asking = jobs, view, asking
        self._keeping, self._lock = keeping, lock
        self._typed: Mapping[UUID, str] = {}
        self._code = ""
        self._unfinished: Unfinished | None = None

    def load(self) -> None:
        """Read who may open it."""
        self._jobs.query(_read, self._view.show_users, replaces="users")

    def look_again(self, changes: Changes) -> None:
        """Read again when something shown was written."""
        if changes.touch(*_SHOWN):
            self.load()

    def begin_adding(self, page: UsersPage) -> None:
        """Ask who is to be let in; what is typed is kept until they are, but for secrets."""
        unfinished = Unfinished(self._jobs, newcomer(page.others, page.agencies), ANEW, 0)
        self._unfinished = unfinished
        unfinished.look(lambda: self._view.ask_whom(unfinished))

    def add(self, values: Values) -> None:
        """Let somebody open the store: somebody of the directory, or somebody new."""
        who, role, words = values["who"], values["role"], values["passphrase"]
        if who is None:
            newcomer = Newcomer(values["name"], values["agency_id"], values["job"])
            add = partial(self._keeping.add_newcomer, newcomer, role, words)
        else:
            add = partial(self._keeping.add_user, who, role, words)
        told = _("They can open the store from now on, with a passphrase of their own.")

        def act(_desk: Desk) -> Done[Any]:
            return add()

        self._jobs.command(
            self._unfinished.ended_by(act) if self._unfinished is not None else act,
            then=lambda _user: self._view.show_done(told),
            refused=told_in(self._view, "who", "passphrase"),
        )

    def give(self, user: UserRow, passphrase: str) -> None:
        """Give another user a new passphrase."""
        told = _("{name} has a new passphrase; the one before opens nothing.", name=user.name)
        self._jobs.command(
            lambda _desk: self._keeping.give_passphrase(user.id, passphrase),
            then=lambda _none: self._view.show_done(told),
            refused=told_in(self._view, "passphrase"),
        )

    def ask_removal(self, user: UserRow) -> None:
        """Ask why somebody's way in is taken away; then offer a new master key."""

        def act(said: Values, _seen: int) -> Callable[[Desk], Done[None]]:
            return lambda _desk: self._keeping.remove_user(user.id, said["reason"])

        def offer(_none: None) -> None:
            self._view.offer_new_master(user.name)

        self._asking.put(removal(user), act, about=user.id, then=offer)

    def prepare_master(self, typed: Mapping[UUID, str]) -> None:
        """Try the passphrases for a new master key, then show the code that will go with it."""
        self._typed = {user: words for user, words in typed.items() if words}

        def show(_none: None) -> None:
            self._code = self._keeping.draft_code()
            self._view.show_code(self._code)

        self._jobs.query(
            lambda _desk: self._keeping.check_present(self._typed),
            show,
            refused=told_in(self._view),
            journalled=True,  # the lane that owns the keys
        )

    def change_master(self) -> None:
        """The code is noted: give the store its new master key, then lock it."""
        typed, code = self._typed, self._code
        self._view.show_changing()

        def work(progress: Progress) -> NewMaster:
            return self._keeping.change_master(typed, code, progress)

        self._jobs.long(
            _("Copying the store under its new key"),
            work,
            self._tell_changed,
            refused=told_in(self._view),
        )

    def forget(self) -> None:
        """Let go of passphrases and of the code."""
        self._typed, self._code = {}, ""

    def _tell_changed(self, made: NewMaster) -> None:
        self.forget()
        told = _("The store has a new master key. Type your passphrase to go on.")
        if left := len(made.without_way_in):
            told += " " + ngettext(
                "{count} user needs a new passphrase: Settings, Users.",
                "{count} users need a new passphrase: Settings, Users.",
                left,
            )
        self._lock(told)


class OwnView(Form, Protocol):
    """The form for one's own passphrase."""

    def show_done(self, told: str) -> None:
        """Empty the form and say what was done."""


class OwnPresenter:
    """One's own passphrase."""

    def __init__(self, jobs: Jobs, view: OwnView, keeping: Keeping) -> None:
        self._jobs, self._view, self._keeping = jobs, view, keeping

    def change(self, present: str, passphrase: str) -> None:
        """Change it, if the one of now is right."""
        told = _("Your passphrase is changed; the one before opens this store no more.")
        self._jobs.command(
            lambda _desk: self._keeping.change_own(present, passphrase),
            then=lambda _none: self._view.show_done(told),
            refused=told_in(self._view, "passphrase"),
        )


class CodeView(Form, Protocol):
    """The page of the recovery code."""

    def show_code(self, code: str) -> None:
        """Show a code that opens nothing yet."""

    def show_done(self, told: str) -> None:
        """Put the code away and say what was done."""


class CodePresenter:
    """The recovery code: shown and noted first; then it takes over from the one before."""

    def __init__(self, jobs: Jobs, view: CodeView, keeping: Keeping) -> None:
        self._jobs, self._view, self._keeping = jobs, view, keeping
        self._code = ""

    def begin(self) -> None:
        """Show a new code."""
        self._code = self._keeping.draft_code()
        self._view.show_code(self._code)

    def leave(self) -> None:
        """Let go of a code that did not take over."""
        self._code = ""

    def take(self) -> None:
        """The code is noted: from now on it opens the store."""
        code = self._code
        told = _("The new code opens the store. Destroy the old one.")

        def done(_none: None) -> None:
            self.leave()
            self._view.show_done(told)

        self._jobs.command(
            lambda _desk: self._keeping.take_code(code),
            then=done,
            refused=told_in(self._view),
        )


def _read(desk: Desk) -> UsersPage:
    users = tuple(read_users(desk))
    directory = read_directory(desk)
    known = {user.professional for user in users}
    mine = desk.sitter.professional
    return UsersPage(
        users=users,
        me=next((user.id for user in users if user.professional == mine), None),
        others=tuple(one for one in directory.professionals if one.id not in known),
        agencies=tuple((one.id, one.name) for one in directory.agencies),
    )
