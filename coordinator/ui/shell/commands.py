"""What can be done from anywhere, as actions: the rail, the keys, F1 and Ctrl+K show them."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar
from uuid import UUID

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from coordinator.domain.disclosing.office import PAPERS
from coordinator.domain.lists.panel import Feature
from coordinator.domain.roles import Right, Role, may
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.places.assessments import ToolsPlace
from coordinator.ui.places.away import AwayPlace, ContactsPlace
from coordinator.ui.places.demand import DemandPlace
from coordinator.ui.places.every import (
    AccessPlace,
    AccountabilityPlace,
    ActionsPlace,
    DirectoryPlace,
    DisagreementsPlace,
    DisclosuresPlace,
    EscalationPlace,
    GapsPlace,
    ImportPlace,
    LiveMeetingPlace,
    MeetingPlace,
    MeetingsPlace,
    NewReferralPlace,
    OutreachPlace,
    PacksPlace,
    PanelPlace,
    PapersPlace,
    PeoplePlace,
    Place,
    ReferralPlace,
    ReferralsPlace,
    RequestsPlace,
    RetentionPlace,
    ReturnsPlace,
    ServicesPlace,
    SettingsPart,
    SettingsPlace,
    StuckPlace,
    TonightPlace,
    TrailPlace,
    WeekPlace,
    place_to_note_contact,
)
from coordinator.ui.places.learning import LearningPart, LearningPlace
from coordinator.ui.places.money import MoneyPlace
from coordinator.ui.places.place_plans import PlacePlansPlace
from coordinator.ui.places.report import QualityPlace, ReportPlace
from coordinator.ui.shell.offered import is_offered
from coordinator.ui.sitting import Sitting
from coordinator.wording.refusals.notices import Notice
from coordinator.wording.translation import _

T = TypeVar("T")
Do = Callable[[], object]
_OF_SHARING = ("certificate", "disposals", "access", "access-list", "disclosure-schedule")


@dataclass(frozen=True, slots=True)
class Deeds:
    """What the window does when an action is triggered."""

    go: Callable[[Place], object]
    find: Do
    back: Do
    forward: Do
    lock: Do
    keys: Do
    report: Do
    back_up: Do
    bring_in: Do
    refresh: Do
    look: Callable[[str], object]
    quit: Do
    say_why: Do
    store_trouble: Callable[[Notice], object]
    note: Callable[[BaseException], object]
    sit_down: Callable[[Sitting, str], object]


@dataclass
class Commands:
    """The actions of an open store, hung on the window so that their keys work everywhere.

    Attributes:
        is_away: The store is somebody's own, away from the panel.
        has_work: There is something to go to: not before the first pack.
    """

    window: QWidget
    deeds: Deeds
    role: Role = Role.COORDINATOR
    is_away: bool = False
    has_work: bool = True
    _all: list[QAction] = field(default_factory=list)
    _switched: dict[Feature, QAction] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._on_the_rail()
        self._elsewhere()
        self._once_switched_on()
        self._always()
        self._looks()
        self._at_the_foot()
        self._parts_of_settings()

    def _on_the_rail(self) -> None:
        go = self._going
        self.week = go(_("This week"), WeekPlace(), Key.THIS_WEEK)
        self.people = go(_("People"), PeoplePlace(), Key.PEOPLE)
        self.meetings = go(_("Meetings"), MeetingsPlace(), Key.MEETINGS)
        self.actions = go(_("Actions"), ActionsPlace(), Key.ACTIONS)
        self.stuck = go(_("What is stuck"), StuckPlace(), Key.STUCK)
        self.outreach = go(_("Outreach today"), OutreachPlace(), Key.OUTREACH)
        self.referrals = go(_("Referrals"), ReferralsPlace(), Key.REFERRALS)
        self.directory = go(_("Directory"), DirectoryPlace(), Key.DIRECTORY)
        self.sharing = go(_("Sharing"), DisclosuresPlace(), Key.SHARING)
        away = _("Away and back") if self.is_away else _("Away and back: who has what")
        self.away = go(away, AwayPlace(), Key.AWAY)
        self.working = go(_("Is it working"), ReportPlace(), Key.WORKING)
        self.gaps = go(_("Gaps"), GapsPlace())
        self.learning = go(_("Learning"), LearningPlace())
        for one in (self.gaps, self.learning):  # else under what is stuck, and whether it works
            self._offer(one, on=not may(self.role, Right.SEE_PEOPLE))
        self.trail = go(_("Audit log"), TrailPlace())
        self.settings = go(_("Settings"), SettingsPlace(), Key.SETTINGS)
        self._offer(self.settings, on=self.has_work)  # its first part is one the role may look at

    def _elsewhere(self) -> None:
        """Places that the rail has no room for: Ctrl+K and the pages near them lead there."""
        for text, place in (
            (_("Who holds tonight"), TonightPlace()),
            (_("Gaps: what the system lacks"), GapsPlace()),
            (_("Learning: notes, reviews, programmes"), LearningPlace()),
            (_("What is missing on file, and by whom"), QualityPlace()),
            (_("What agencies brought"), AccountabilityPlace()),
            (_("Demand before and after, unit costs"), DemandPlace()),
            (_("Services: hubs, drop-ins, hours"), ServicesPlace()),
            (_("Disclosures: what left, and is this file ours"), DisclosuresPlace()),
            (_("Access requests: who asked what is held"), AccessPlace()),
            (_("Retention: whose time is over, what was erased"), RetentionPlace()),
            (_("Returns sheets"), ReturnsPlace()),
            (_("Call a professionals' meeting"), MeetingsPlace("call")),
            (_("Outreach huddle now: the daily huddle"), MeetingsPlace("huddle")),
            (_("Wishes without an answer"), ActionsPlace(wishes=True)),
            (_("The panel"), PanelPlace()),
            (_("New referral"), NewReferralPlace()),
            (_("Bring in people or actions from a spreadsheet"), ImportPlace()),
            (_("Entries that say two things"), DisagreementsPlace()),
            (_("Contacts and words"), ContactsPlace()),
        ):
            self._going(text, place)

    def _once_switched_on(self) -> None:
        """Places of what a panel switches on: out of sight until it is known to be on."""
        ways: dict[Feature, tuple[str, Place]] = {
            Feature.ASSESSMENTS: (_("Assessment tools"), ToolsPlace()),
            Feature.MONEY: (_("Money: requests, what is left"), MoneyPlace()),
            Feature.PLACES: (_("Place plans and groups"), PlacePlansPlace()),
            Feature.THEMES: (
                _("Themes: issues of the whole area"),
                LearningPlace(LearningPart.THEMES),
            ),
        }
        self._switched = {feature: self._going(*way) for feature, way in ways.items()}
        self.show_features(frozenset())

    def show_features(self, on: Collection[Feature]) -> None:
        """Lead to what the panel works with, and to nothing else."""
        for feature, one in self._switched.items():
            self._offer(one, on=feature in on and one.property("offered"))

    def _always(self) -> None:
        deeds = self.deeds
        contact = self._made(
            _("Note a contact with anybody"),
            lambda: deeds.go(place_to_note_contact()),
            Key.NOTE_CONTACT,
        )
        self._offer(contact, on=self.has_work and may(self.role, Right.LOG_CONTACTS))
        bring_in = self._made(_("Bring in a file…"), deeds.bring_in)
        self._offer(bring_in, on=may(self.role, Right.UPDATE_ACTIONS))
        why = self._made(_("Say why papers leave"), deeds.say_why)
        self._offer(why, on=self.role is Role.CHAIR)
        self.find = self._made(_("Find a person, an action or a command"), deeds.find, Key.FIND)
        self.back = self._made(_("Back"), deeds.back, Key.BACK)
        self.forward = self._made(_("Forward"), deeds.forward, Key.FORWARD)
        self.lock = self._made(_("Lock"), deeds.lock, Key.LOCK)
        self._made(_("Read this page again"), deeds.refresh, Key.REFRESH)
        self._made(_("Back up now"), deeds.back_up)

    def _at_the_foot(self) -> None:
        self.keys = self._made(_("Keys"), self.deeds.keys, Key.HELP)
        self._made(_("Problem report"), self.deeds.report)
        self._made(_("Leave the program"), self.deeds.quit, Key.QUIT)

    @property
    def places(self) -> tuple[tuple[QAction, str], ...]:
        """The rail, with the icon of each; what a role is not offered is not on it."""
        usual = (
            (self.week, "house"),
            (self.people, "users"),
            (self.meetings, "calendar"),
            (self.actions, "list-checks"),
            (self.stuck, "construction"),
            (self.outreach, "target"),
            (self.referrals, "inbox"),
            (self.directory, "user-round-search"),
            (self.sharing, "share-2"),
            *([(self.away, "arrow-up-right")] if self.is_away else []),  # there it is daily work
            (self.working, "chart-column"),
        )
        shown = tuple(one for one in usual if one[0].isVisible())
        if not self.has_work:
            return ()
        if self.role is Role.AUDITOR:
            return (*shown, (self.trail, "file-text"))
        return shown or ((self.gaps, "construction"), (self.learning, "message-square"))

    @property
    def foot(self) -> tuple[tuple[QAction, str], ...]:
        """Places at the foot of the rail."""
        return ((self.settings, "settings"),) if self.has_work else ()

    @property
    def below(self) -> tuple[tuple[QAction, str], ...]:
        """What can be done at the foot of the rail."""
        return ((self.keys, "keyboard"), (self.lock, "lock"))

    def action_of(self, place: Place) -> QAction:
        """Tell under which action of the rail a place stands."""
        match place:
            case PapersPlace(meeting=UUID()):
                return self.meetings
            case PapersPlace(kind=str() as kind, person=str() as person):
                return self._papers().get(kind, self.people if person else self.actions)
            case DisagreementsPlace(person=None):
                return self.week
            case ImportPlace(target="actions"):
                return self.actions
            case _:
                return self._standing().get(type(place), self.people)

    def _papers(self) -> Mapping[str, QAction]:
        return {
            "cover": self.week,
            "referral-form": self.referrals,
            "escalation": self.stuck,
            "gaps": self.stuck,
            "places": self._figures(),
            "outreach": self.outreach,
            "tonight": self.people,
            "accountability": self.directory,
            "demand": self._figures(),
            "report": self._figures(),
            **dict.fromkeys(_OF_SHARING, self.sharing),
            **dict.fromkeys(PAPERS, self.settings),
        }

    def _standing(self) -> Mapping[type, QAction]:
        return {
            WeekPlace: self.week,
            MeetingsPlace: self.meetings,
            MeetingPlace: self.meetings,
            LiveMeetingPlace: self.meetings,
            RequestsPlace: self.meetings,
            PacksPlace: self.meetings,
            ActionsPlace: self.actions,
            StuckPlace: self.stuck,
            EscalationPlace: self.stuck,
            PlacePlansPlace: self._figures(),
            GapsPlace: self.stuck if self.stuck.isVisible() else self.gaps,
            LearningPlace: self._figures(self.stuck if self.stuck.isVisible() else self.learning),
            ReturnsPlace: self.actions,
            OutreachPlace: self.outreach,
            ReferralsPlace: self.referrals,
            ReferralPlace: self.referrals,
            NewReferralPlace: self.referrals,
            DirectoryPlace: self.directory,
            AccountabilityPlace: self.directory,
            DemandPlace: self._figures(),
            ReportPlace: self.working,
            QualityPlace: self.working,
            MoneyPlace: self._figures(),
            PanelPlace: self.directory,
            ToolsPlace: self.directory,
            ServicesPlace: self.directory,
            DisclosuresPlace: self.sharing,
            AccessPlace: self.sharing,
            RetentionPlace: self.sharing,
            TrailPlace: self._log(),
            SettingsPlace: self.settings,
            ContactsPlace: self.settings,
            AwayPlace: self.away if self.is_away else self.settings,
        }

    def _figures(self, other: QAction | None = None) -> QAction:
        """Give where what is led to from *Is it working* stands, for who is not shown that."""
        return self.working if self.working.isVisible() else other or self.directory

    def _log(self) -> QAction:
        if self.role is Role.AUDITOR:
            return self.trail
        return self.sharing if self.sharing.isVisible() else self.settings

    def store_trouble(self, notice: Notice) -> None:
        """The store cannot be used: more than a line is needed."""
        self.deeds.store_trouble(notice)

    def note(self, error: BaseException) -> None:
        """Note a fault by kind and line."""
        self.deeds.note(error)

    def __iter__(self) -> Iterator[QAction]:
        return (one for one in self._all if one.isVisible())

    def let_go(self) -> None:
        """Take the actions off the window: the store is locked."""
        for action in self._all:
            self.window.removeAction(action)
            action.deleteLater()
        self._all.clear()
        self._switched.clear()

    def _parts_of_settings(self) -> None:
        for part, text in (
            (SettingsPart.USERS, _("Settings: users")),
            (SettingsPart.OWN, _("Settings: your passphrase")),
            (SettingsPart.CODE, _("Settings: recovery code")),
            (SettingsPart.BACKUPS, _("Settings: backups, and bringing one back")),
            (SettingsPart.LOOK, _("Settings: look and locking")),
            (SettingsPart.DEVICE, _("Settings: this device")),
            (SettingsPart.OFFICER, _("Settings: papers for your officer")),
        ):
            self._going(text, SettingsPlace(part))

    def _going(self, text: str, place: Place, key: Key | None = None) -> QAction:
        made = self._made(text, _bound(self.deeds.go, place), key)
        is_wanted = self.has_work and is_offered(self.role, place, is_away=self.is_away)
        made.setProperty("offered", is_wanted)
        return self._offer(made, on=is_wanted)

    def _offer(self, action: QAction, *, on: bool) -> QAction:
        """Leave it in the window, without its keys, where the role has no use for it."""
        action.setVisible(on)
        action.setEnabled(on)
        return action

    def _looks(self) -> None:
        looks: Sequence[tuple[str, str, Key | None]] = (
            (_("Larger text"), "larger", Key.BIGGER),
            (_("Smaller text"), "smaller", Key.SMALLER),
            (_("Text in its usual size"), "usual", Key.USUAL_SIZE),
            (_("Light colours"), "light", None),
            (_("Dark colours"), "dark", None),
            (_("High contrast"), "contrast", None),
            (_("Colours as the desktop has them"), "system", None),
            (_("Clearer letters, or the usual ones"), "letters", None),
        )
        for text, what, key in looks:
            self._made(text, _bound(self.deeds.look, what), key)

    def _made(self, text: str, do: Do, key: Key | None = None) -> QAction:
        action = QAction(text, self.window)
        if key is not None:
            action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda _checked=False: do())
        self.window.addAction(action)
        self._all.append(action)
        return action


def _bound(do: Callable[[T], object], what: T) -> Do:
    return lambda: do(what)
