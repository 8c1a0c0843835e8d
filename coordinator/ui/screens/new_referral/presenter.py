"""Making a referral. No Qt: who might be the same person is looked up while the name is typed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, Protocol
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.directory.page import read_directory
from coordinator.casework.panel.settings import read_topic
from coordinator.casework.people.entering import register_person
from coordinator.casework.people.finding import find_person, find_possible_duplicates
from coordinator.casework.records.drafts import DraftView, drop_draft, keep_draft, read_draft
from coordinator.casework.referrals.asking import draft_referral
from coordinator.domain.directory.rules import DirectoryPage
from coordinator.domain.errors import InvalidFieldsError, RuleError
from coordinator.domain.lists.panel import Topic
from coordinator.domain.outcomes import Changes, Done
from coordinator.domain.panel.settings import Criterion, criteria_of
from coordinator.domain.people.rules import PersonRow
from coordinator.domain.person.pages import PossibleDuplicate
from coordinator.domain.states import Answer
from coordinator.ui.kit.asks import Ask, Kind, choices_of
from coordinator.ui.kit.typed import taken_up, to_keep
from coordinator.ui.lanes.jobs import Jobs, Notify
from coordinator.ui.places.every import Place, ReferralPlace
from coordinator.ui.shared.referral_form import asks_of_referral
from coordinator.wording.refusals.notices import notice_for
from coordinator.wording.translation import _

_FORM = "referral.new"
_CHOSEN = "chosen"  # whom on file it is about; beside the entries, none of which is called so
_ITSELF = UUID(int=0)  # a referral that is not made yet has no id; there is one such form a sitter
Values = Mapping[str, Any]


class View(Protocol):
    """What the presenter asks of the widgets."""

    def show_form(self, person: Sequence[Ask], referral: Sequence[Ask]) -> None:
        """Show the empty form."""

    def show_typed(self, values: Values) -> None:
        """Show what was typed before and never saved."""

    def show_duplicates(self, found: Sequence[PossibleDuplicate]) -> None:
        """List who on file might be the same person."""

    def show_chosen(self, person: PersonRow | None) -> None:
        """Show that it is about somebody on file, or about somebody new."""

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """Say under each entry which rule it breaks."""


class NewReferralPresenter:
    """One referral that is being made."""

    def __init__(
        self, jobs: Jobs, view: View, notify: Notify, go: Callable[[Place], None]
    ) -> None:
        self._jobs, self._view, self._notify, self._go = jobs, view, notify, go
        self._chosen: PersonRow | None = None
        self._registered: UUID | None = None
        self._said: Values = {}
        self._is_kept = False
        self._is_saving = False

    def load(self) -> None:
        """Read what the form offers, and what was typed in it before."""
        self._jobs.query(_read, self._show)

    def look_again(self, _changes: Changes) -> None:
        """What is typed stays as it is."""

    def typed(self, person: Values, said: Values) -> None:
        """Look who on file might be meant, and keep what is typed.

        Args:
            person: Who it is about so far.
            said: Everything that differs from the empty form.
        """
        self._said = dict(said)
        self._keep()
        names = _names(person)
        if self._chosen is not None or not names:
            self._view.show_duplicates(())
            return
        born = person["born_on"] if isinstance(person["born_on"], date) else None
        look = partial(find_possible_duplicates, names=names, born_on=born)
        self._jobs.query(look, self._view.show_duplicates, replaces="duplicates")

    def choose(self, person: PersonRow | None) -> None:
        """Refer somebody on file, or, with nothing, somebody new."""
        self._chosen, self._registered = person, None
        self._keep()
        self._view.show_chosen(person)
        if person is not None:
            self._view.show_duplicates(())

    def save(self, person: Values, referral: Values) -> None:
        """Keep it as a draft referral, and go there."""
        if self._is_saving:
            return
        self._is_saving = True
        if (who := self._who()) is not None:
            self._refer(who, referral)
            return
        act = partial(register_person, **person)
        self._jobs.command(act, then=partial(self._known, referral), refused=self._refused)

    def let_go(self) -> None:
        """Forget what was typed, and whom it was about."""
        self._begin_anew()
        self._jobs.command(_forget, then=lambda _done: self.load())

    def _who(self) -> UUID | None:
        return self._chosen.id if self._chosen else self._registered

    def _known(self, referral: Values, person: UUID) -> None:
        # A referral that is refused does not register them twice, nor after a lock.
        self._registered = person
        self._refer(person, referral)

    def _refer(self, person: UUID, referral: Values) -> None:
        act = partial(_draft, person=person, said=dict(referral))
        self._jobs.command(act, then=self._saved, refused=self._refused)

    def _saved(self, referral: UUID) -> None:
        self._is_saving = False
        self._begin_anew()
        self.load()
        self._go(ReferralPlace(referral))

    def _refused(self, error: Exception) -> bool:
        self._is_saving = False
        self._keep()
        if isinstance(error, InvalidFieldsError):
            self._view.show_faults(error.fields)
        elif isinstance(error, RuleError):
            self._notify(notice_for(error))
        else:
            return False
        return True

    def _begin_anew(self) -> None:
        self._chosen = self._registered = None
        self._said, self._is_kept = {}, False

    def _keep(self) -> None:
        if self._is_saving:
            return  # nothing is kept after the act that forgets it
        kept = to_keep(self._said)
        if (who := self._who()) is not None:
            kept[_CHOSEN] = who.hex
        if kept:
            self._jobs.command(partial(_keep_typed, said=kept))
        elif self._is_kept:
            self._jobs.command(_forget)
        self._is_kept = bool(kept)

    def _show(self, read: "_Read") -> None:
        person = asks_of_person()
        asks = asks_of_referral(read.directory, None, read.today, read.criteria)
        self._view.show_form(person, asks)
        self._chosen = read.chosen
        self._view.show_chosen(read.chosen)
        self._view.show_duplicates(())
        if read.draft is not None:
            self._is_kept = True
            self._said = taken_up((*person, *asks), read.draft.values)
            self._view.show_typed(self._said)


def asks_of_person() -> tuple[Ask, ...]:
    """Ask who a referral is about."""
    return (
        Ask(
            "given_name",
            _("Given name"),
            hint=_("Or what they are known by, when nobody knows their name."),
        ),
        Ask("family_name", _("Family name")),
        Ask("preferred_name", _("Likes to be called")),
        Ask("born_on", _("Date of birth"), Kind.DAY),
        Ask(
            "children_affected",
            _("Are children affected"),
            Kind.CHOICE,
            None,
            choices_of(Answer, _("Nobody has asked yet")),
        ),
    )


def _names(person: Values) -> list[str]:
    """Write every way the name may stand on file; nothing for a single letter."""
    family = person["family_name"].strip()
    firsts = dict.fromkeys((person["given_name"].strip(), person["preferred_name"].strip()))
    written = [f"{first} {family}".strip() for first in firsts if first or family]
    return list(dict.fromkeys(name for name in written if len(name) > 1))


@dataclass(frozen=True, slots=True)
class _Read:
    directory: DirectoryPage
    draft: DraftView | None
    chosen: PersonRow | None
    today: date
    criteria: tuple[Criterion, ...]


def _read(desk: Desk) -> _Read:
    criteria = criteria_of(read_topic(desk, Topic.CRITERIA))
    draft = read_draft(desk, _FORM, _ITSELF)
    chosen = draft.values.get(_CHOSEN) if draft else None
    row = find_person(desk, UUID(hex=chosen)) if chosen else None
    return _Read(read_directory(desk), draft, row, desk.today(), criteria)


def _draft(desk: Desk, person: UUID, said: Values) -> Done[UUID]:
    values = {name: value for name, value in said.items() if value not in (None, "", ())}
    done = draft_referral(desk, person, **values)
    drop_draft(desk, _FORM, _ITSELF)
    return done


def _keep_typed(desk: Desk, said: Values) -> Done[None]:
    keep_draft(desk, _FORM, _ITSELF, seen=0, values=said)
    return Done(None, Changes())


def _forget(desk: Desk) -> Done[None]:
    drop_draft(desk, _FORM, _ITSELF)
    return Done(None, Changes())
