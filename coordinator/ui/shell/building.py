"""Which screen belongs to which place: the only module that knows them all.

A screen joins with one builder here and one line in the table; its modules are loaded on the first
visit.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from coordinator.ui.kit.screen import Screen
from coordinator.ui.places import every as places
from coordinator.ui.places.assessments import AssessmentsPlace, ToolsPlace
from coordinator.ui.places.away import AwayPlace, ContactsPlace
from coordinator.ui.places.demand import DemandPlace
from coordinator.ui.places.every import Place
from coordinator.ui.places.learning import LearningPlace
from coordinator.ui.places.money import MoneyPlace
from coordinator.ui.places.place_plans import PlacePlansPlace
from coordinator.ui.places.report import QualityPlace, ReportPlace
from coordinator.ui.shell.workplace import Workplace

if TYPE_CHECKING:
    from coordinator.ui.sitting import SetOut


def build_screen(place: Place, work: Workplace) -> Screen:
    """Build the screen of a place; before the first pack there is one, whatever the place."""
    if work.sitting.set_out is not None:
        return _setting_out(place, work.sitting.set_out, work)
    return _BUILDERS[type(place)](place, work)


def _setting_out(place: Place, set_out: "SetOut", work: Workplace) -> Screen:
    from coordinator.ui.screens.setting_out import screen

    file = place.file if isinstance(place, AwayPlace) else None
    ways = screen.Ways(set_out, work.deeds.sit_down, work.toast)
    return screen.build(work.jobs, ways, file)


def _week(_place: places.WeekPlace, work: Workplace) -> Screen:
    from coordinator.ui.screens.this_week import screen

    return screen.build(work.jobs, work.go, work.toast, work.sitting.panel)


def _people(place: places.PeoplePlace, work: Workplace) -> Screen:
    from coordinator.ui.screens.people import screen

    return screen.build(work.jobs, work.go, work.moved, place.wanted)


def _person(place: places.PersonPlace, work: Workplace) -> Screen:
    from coordinator.ui.screens.person import screen

    return screen.build(work.jobs, work.tell, work.go, place.person)


def _plan(place: places.PlanPlace, work: Workplace) -> Screen:
    if place.in_easy_words:
        from coordinator.ui.screens.own_plan import screen as own

        return own.build(work.jobs, work.tell, work.go, place.person)
    from coordinator.ui.screens.plan import screen

    return screen.build(work.jobs, work.tell, work.go, place.person)


def _assessments(place: AssessmentsPlace, work: Workplace) -> Screen:
    from coordinator.ui.screens.assessments import screen

    return screen.build(work.jobs, work.tell, work.go, place.person)


def _tools(_place: ToolsPlace, work: Workplace) -> Screen:
    from coordinator.ui.screens.tools import screen

    return screen.build(work.jobs, work.tell, work.go)


def _disagreements(place: places.DisagreementsPlace, work: Workplace) -> Screen:
    from coordinator.ui.screens.disagreements import screen

    return screen.build(work.jobs, work.tell, work.go, place.person)


def _tonight(_place: places.TonightPlace, work: Workplace) -> Screen:
    from coordinator.ui.screens.tonight import screen

    return screen.build(work.jobs, work.go)


def _meetings(place: places.MeetingsPlace, work: Workplace) -> Screen:
    from coordinator.ui.screens.meetings import screen

    return screen.build(work.jobs, work.go, work.toast, place, work.stays_at)


def _meeting(place: places.MeetingPlace, work: Workplace) -> Screen:
    from coordinator.ui.screens.meeting import screen

    return screen.build(work.jobs, work.go, work.toast, place.meeting)


def _live_meeting(place: places.LiveMeetingPlace, work: Workplace) -> Screen:
    from coordinator.ui.screens.live_meeting import screen

    ways = screen.Ways(work.go, work.stays_at, work.toast, work.tell)
    return screen.build(work.jobs, ways, place)


def _requests(place: places.RequestsPlace, work: Workplace) -> Screen:
    from coordinator.ui.screens.requests import screen

    return screen.build(work.jobs, work.tell, work.moved, work.toast, place)


def _papers(place: places.PapersPlace, work: Workplace) -> Screen:
    from coordinator.ui.screens.papers import screen

    tells = (work.moved, work.toast, work.tell, work.go)
    return screen.build(work.jobs, *tells, place)


def _packs(place: places.PacksPlace, work: Workplace) -> Screen:
    from coordinator.ui.screens.packs import screen

    return screen.build(work.jobs, work.toast, place.meeting)


def _actions(place: places.ActionsPlace, work: Workplace) -> Screen:
    from coordinator.ui.screens.actions import screen

    return screen.build(work.jobs, work.go, work.moved, work.toast, place)


def _stuck(place: places.StuckPlace, work: Workplace) -> Screen:
    from coordinator.ui.screens.stuck import screen

    return screen.build(work.jobs, screen.Ways(work.go, work.moved, work.toast), place)


def _escalation(place: places.EscalationPlace, work: Workplace) -> Screen:
    from coordinator.ui.screens.escalation import screen

    ways = screen.Ways(work.go, work.toast, work.tell)
    return screen.build(work.jobs, ways, place.escalation)


def _accountability(place: places.AccountabilityPlace, work: Workplace) -> Screen:
    from coordinator.ui.screens.accountability import screen

    return screen.build(work.jobs, work.go, work.moved, work.toast, place)


def _demand(place: DemandPlace, work: Workplace) -> Screen:
    from coordinator.ui.screens.demand import screen

    return screen.build(work.jobs, work.go, work.moved, place)


def _report(place: ReportPlace, work: Workplace) -> Screen:
    from coordinator.ui.screens.report import screen

    return screen.build(work.jobs, work.go, work.moved, place)


def _quality(_place: QualityPlace, work: Workplace) -> Screen:
    from coordinator.ui.screens.quality import screen

    return screen.build(work.jobs, work.go)


def _money(_place: MoneyPlace, work: Workplace) -> Screen:
    from coordinator.ui.screens.money import screen

    return screen.build(work.jobs, work.go)


def _returns(place: places.ReturnsPlace, work: Workplace) -> Screen:
    from coordinator.ui.screens.returns import screen

    return screen.build(work.jobs, work.go, work.toast, place.file)


def _outreach(place: places.OutreachPlace, work: Workplace) -> Screen:
    from coordinator.ui.screens.outreach import screen

    return screen.build(work.jobs, work.go, work.moved, work.toast, place)


def _referrals(_place: places.ReferralsPlace, work: Workplace) -> Screen:
    from coordinator.ui.screens.referrals import screen

    return screen.build(work.jobs, work.go)


def _referral(place: places.ReferralPlace, work: Workplace) -> Screen:
    from coordinator.ui.screens.referral import screen

    return screen.build(work.jobs, work.tell, work.go, place.referral)


def _new_referral(_place: places.NewReferralPlace, work: Workplace) -> Screen:
    from coordinator.ui.screens.new_referral import screen

    return screen.build(work.jobs, work.tell, work.go)


def _bringing_in(place: places.ImportPlace, work: Workplace) -> Screen:
    from coordinator.ui.screens.bringing_in import screen
    from coordinator.ui.screens.bringing_in.ways import Ways

    lent = work.sitting
    ways = Ways(lent.bring_in, lent.take_back, work.go, work.toast)
    return screen.build(work.jobs, ways, place)


def _gaps(place: places.GapsPlace, work: Workplace) -> Screen:
    from coordinator.ui.screens.gaps import screen
    from coordinator.ui.screens.gaps.presenter import Around

    around = Around(work.go, work.moved, work.toast, work.tell)
    return screen.build(work.jobs, around, place)


def _learning(place: LearningPlace, work: Workplace) -> Screen:
    from coordinator.ui.screens.learning import screen
    from coordinator.ui.screens.learning.presenter import Around

    around = Around(work.go, work.moved, work.toast, work.tell)
    return screen.build(work.jobs, around, place)


def _place_plans(place: PlacePlansPlace, work: Workplace) -> Screen:
    from coordinator.ui.screens.places import screen
    from coordinator.ui.screens.places.presenter import Around

    around = Around(work.go, work.moved, work.toast, work.tell)
    return screen.build(work.jobs, around, place)


def _directory(_place: places.DirectoryPlace, work: Workplace) -> Screen:
    from coordinator.ui.screens.directory import screen

    return screen.build(work.jobs, work.tell, work.go)


def _services(_place: places.ServicesPlace, work: Workplace) -> Screen:
    from coordinator.ui.screens.services import screen

    return screen.build(work.jobs, work.toast, work.go)


def _disclosures(place: places.DisclosuresPlace, work: Workplace) -> Screen:
    from coordinator.ui.screens.disclosures import screen

    return screen.build(work.jobs, work.go, place.person)


def _access(place: places.AccessPlace, work: Workplace) -> Screen:
    from coordinator.ui.screens.access import screen

    return screen.build(work.jobs, work.go, place)


def _retention(place: places.RetentionPlace, work: Workplace) -> Screen:
    from coordinator.ui.screens.retention import screen

    ways = screen.Ways(work.go, work.toast, work.sitting.erase)
    return screen.build(work.jobs, ways, place)


def _trail(_place: places.TrailPlace, work: Workplace) -> Screen:
    from coordinator.ui.screens.trail import screen

    return screen.build(work.jobs, work.go, work.toast, work.sitting.keeping.backups_folder)


def _panel(_place: places.PanelPlace, work: Workplace) -> Screen:
    from coordinator.ui.screens.panel import screen

    return screen.build(work.jobs, work.tell, work.toast, work.go)


def _contacts(place: ContactsPlace, work: Workplace) -> Screen:
    from coordinator.ui.screens.contacts import screen

    return screen.build(work.jobs, work.tell, work.toast, place)


def _away(place: AwayPlace, work: Workplace) -> Screen:
    from coordinator.ui.screens.away import screen

    ways = screen.Ways(work.sitting.packs(), work.go, work.toast, work.tell, work.deeds.lock)
    return screen.build(work.jobs, ways, place)


def _settings(place: places.SettingsPlace, work: Workplace) -> Screen:
    from coordinator.ui.screens.settings import screen

    around = screen.Around(
        work.device,
        work.deeds.keys,
        work.deeds.report,
        work.moved,
        to_panel=lambda: work.go(places.PanelPlace()),
        to_paper=lambda name: work.go(places.PapersPlace(kind=name)),
        to_trail=lambda: work.go(places.TrailPlace()),
        to_contacts=lambda: work.go(ContactsPlace()),
        to_away=lambda: work.go(AwayPlace()),
    )
    return screen.build(work.jobs, work.sitting, around, place.part)


_BUILDERS: Mapping[type, Callable[[Any, Workplace], Screen]] = MappingProxyType(
    {
        places.WeekPlace: _week,
        places.PeoplePlace: _people,
        places.PersonPlace: _person,
        places.PlanPlace: _plan,
        AssessmentsPlace: _assessments,
        ToolsPlace: _tools,
        places.DisagreementsPlace: _disagreements,
        ContactsPlace: _contacts,
        AwayPlace: _away,
        places.TonightPlace: _tonight,
        places.MeetingsPlace: _meetings,
        places.MeetingPlace: _meeting,
        places.LiveMeetingPlace: _live_meeting,
        places.RequestsPlace: _requests,
        places.PacksPlace: _packs,
        places.PapersPlace: _papers,
        places.ActionsPlace: _actions,
        places.StuckPlace: _stuck,
        places.EscalationPlace: _escalation,
        places.AccountabilityPlace: _accountability,
        DemandPlace: _demand,
        ReportPlace: _report,
        QualityPlace: _quality,
        MoneyPlace: _money,
        places.ReturnsPlace: _returns,
        places.OutreachPlace: _outreach,
        places.ReferralsPlace: _referrals,
        places.ReferralPlace: _referral,
        places.NewReferralPlace: _new_referral,
        places.ImportPlace: _bringing_in,
        places.GapsPlace: _gaps,
        LearningPlace: _learning,
        PlacePlansPlace: _place_plans,
        places.DirectoryPlace: _directory,
        places.ServicesPlace: _services,
        places.DisclosuresPlace: _disclosures,
        places.AccessPlace: _access,
        places.RetentionPlace: _retention,
        places.TrailPlace: _trail,
        places.PanelPlace: _panel,
        places.SettingsPlace: _settings,
    }
)
