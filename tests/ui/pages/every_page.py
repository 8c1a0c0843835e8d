"""Every page of the program, made with real rows, for pictures and what holds of all of them."""

from collections.abc import Iterator
from functools import partial
from itertools import chain
from pathlib import Path

from PySide6.QtWidgets import QMainWindow, QWidget

from coordinator.app import _strength, _templates, _weakness
from coordinator.casework.directory.page import read_directory
from coordinator.domain.cases.caseload import CaseloadFilter
from coordinator.ui.kit import theme
from coordinator.ui.kit.sheet import Sheet
from coordinator.ui.places.every import (
    AccessPlace,
    DisagreementsPlace,
    DisclosuresPlace,
    PeoplePlace,
    PersonPlace,
    PlanPlace,
    ReferralsPlace,
    TrailPlace,
    WeekPlace,
)
from coordinator.ui.screens.accountability.view import Part as AccountabilityPart
from coordinator.ui.screens.directory.questions import new_professional
from coordinator.ui.screens.panel.view import Part as PanelPart
from coordinator.ui.shell.commands import Commands
from coordinator.ui.shell.finder import Finder, Target
from coordinator.ui.shell.finding import Finding
from coordinator.ui.shell.first_run import FirstRunPage
from coordinator.ui.shell.helping import ReportDialog, ShortcutsDialog
from coordinator.ui.shell.recovery import RecoveryPage
from coordinator.ui.shell.restore import RestorePage
from coordinator.ui.shell.unlock import UnlockPage
from coordinator.ui.shell.welcome import WelcomePage
from tests.ui.driving import Shown, at_place, deeds, nothing
from tests.ui.immediate import ImmediateJobs
from tests.ui.pages.access_pages import access_list, access_request
from tests.ui.pages.assessment_pages import every_place_of_assessments
from tests.ui.pages.away_pages import every_page_of_away
from tests.ui.pages.casework_pages import (
    accountability,
    clash,
    contact,
    directory,
    disagreements,
    disclosures,
    found_people,
    new_referral,
    new_week,
    newest,
    panel_form,
    panel_part,
    referral,
    trail_checked,
)
from tests.ui.pages.contact_pages import every_page_of_contacts
from tests.ui.pages.demand_pages import every_place_of_demand
from tests.ui.pages.gap_pages import every_place_of_gaps
from tests.ui.pages.keeping_pages import holding_form, tonight
from tests.ui.pages.learning_pages import every_part_of_learning
from tests.ui.pages.meeting_pages import every_place_of_meetings
from tests.ui.pages.money_pages import every_page_of_money
from tests.ui.pages.outreach_pages import every_page_of_outreach
from tests.ui.pages.own_plan_pages import every_own_plan
from tests.ui.pages.place_pages import every_place_of_plans
from tests.ui.pages.report_pages import every_place_of_reports
from tests.ui.pages.retention_pages import every_place_of_retention
from tests.ui.pages.setting_out_pages import every_page_of_setting_out
from tests.ui.pages.settings_pages import settings_pages
from tests.ui.pages.sheet_pages import every_sheet
from tests.ui.pages.stuck_pages import every_stuck
from tests.ui.pages.voice_pages import every_place_of_services, every_place_of_wishes
from tests.ui.panels import MadeUp
from tests.ui.person.person_forms import every_form_about_them

CODE = "3F7KQZ-8HT2WM-P0XNCV-5RJ9AB-E4D6GS-1YKTQ7"


def every_page(panel: MadeUp, look: theme.Look) -> Iterator[Shown]:
    """Give every page there is."""
    yield Shown("welcome", lambda: WelcomePage([Path("/stores/kerrow"), Path("/stores/older")]))
    yield Shown("unlock", lambda: UnlockPage(Path("/stores/kerrow")))
    yield Shown("unlock-refused", _refused)
    yield Shown("restore", lambda: RestorePage(Path("/stores/restored")))
    for at in range(4):
        yield Shown(f"first-run-{at + 1}", partial(_first_run, at))
    yield Shown("recovery", lambda: RecoveryPage(CODE, nothing, lambda _code: True))
    yield from every_place(panel)
    yield Shown("form", partial(_form, panel))
    yield Shown("finder", partial(_finder, panel))
    yield Shown("keys", partial(_keys, panel))
    yield Shown("report", _report)


def _entries(panel: MadeUp) -> Iterator[Shown]:
    """Give what is told of entries: those that say two things, and what of them left."""
    yield Shown("disagreements", partial(disagreements, panel))
    yield Shown("disagreements-none", partial(at_place, panel, DisagreementsPlace()))
    yield Shown("disclosures", partial(disclosures, panel))
    yield Shown("disclosures-none", partial(at_place, panel, DisclosuresPlace(panel.person)))
    yield Shown("access", partial(access_list, panel))
    yield Shown("access-none", partial(at_place, panel, AccessPlace(newest(panel))))
    yield Shown("access-request", partial(access_request, panel))
    yield from every_place_of_retention(panel)
    yield from every_page_of_contacts(panel)
    yield from every_page_of_away(panel)
    yield from every_page_of_setting_out(panel)
    yield Shown("trail", partial(at_place, panel, TrailPlace()))
    yield Shown("trail-checked", partial(trail_checked, panel))


def every_place(panel: MadeUp) -> Iterator[Shown]:
    """Give every screen of an open store."""
    nobody = CaseloadFilter(place="nowhere", without_lead=True)
    yield Shown("this-week", partial(at_place, panel, WeekPlace()))
    yield Shown("this-week-new", new_week)
    yield Shown("people", partial(at_place, panel, PeoplePlace()))
    yield Shown("people-empty", partial(at_place, panel, PeoplePlace(nobody)))
    yield Shown("people-found", partial(found_people, panel))
    yield Shown("person", partial(at_place, panel, PersonPlace(panel.person)))
    yield Shown("person-new", partial(at_place, panel, PersonPlace(newest(panel))))
    yield Shown("tonight", partial(tonight, panel))
    yield Shown("who-holds", partial(holding_form, panel))
    yield Shown("contact", partial(contact, panel))
    yield from _entries(panel)
    yield from every_place_of_meetings(panel)
    yield from every_stuck(panel)
    yield from chain(
        every_place_of_gaps(panel),
        every_place_of_plans(panel),
        every_place_of_demand(panel),
        every_part_of_learning(panel),
    )
    yield Shown("plan", partial(at_place, panel, PlanPlace(panel.person)))
    yield Shown("plan-clash", partial(clash, panel))
    yield from every_own_plan(panel)
    yield Shown("referrals", partial(at_place, panel, ReferralsPlace()))
    yield Shown("referral", partial(referral, panel))
    yield Shown("new-referral", partial(new_referral, panel))
    yield Shown("directory", partial(directory, panel))
    yield from chain(
        every_place_of_services(panel),
        every_place_of_wishes(panel),
        every_form_about_them(panel),
        every_place_of_assessments(panel),
        every_place_of_reports(panel),
        every_page_of_money(panel),
    )
    yield from _of_the_panel(panel)


def _of_the_panel(panel: MadeUp) -> Iterator[Shown]:
    """Give what is looked back on, what the panel decided for itself, and the settings."""
    for of in AccountabilityPart:
        yield Shown(f"accountability-{of.value}", partial(accountability, panel, of))
    for part in (
        PanelPart.PANEL,
        PanelPart.TEXTS,
        PanelPart.TIMES,
        PanelPart.AGENDA,
        PanelPart.PHRASES,
        PanelPart.PROTOCOL,
    ):
        yield Shown(f"panel-{part.name.lower()}", partial(panel_part, panel, part))
    yield Shown("panel-form", partial(panel_form, panel))
    for name, make in every_sheet(panel, at_place):
        yield Shown(name, make)
    for name, make in every_page_of_outreach(panel, at_place):
        yield Shown(name, make)
    for name, make in settings_pages(panel, at_place):
        yield Shown(name, make)


def _refused() -> QWidget:
    page = UnlockPage(Path("/stores/kerrow"))
    page.say(
        "The passphrase or recovery code does not open this store.",
        "Type it again, with care for capitals.",
    )
    return page


def _first_run(at: int) -> QWidget:
    page = FirstRunPage(_templates(), Path("/stores/new"), _strength, _weakness)
    page._show(at)
    return page


def _form(panel: MadeUp) -> QWidget:
    """The longest form, with entries that cannot be kept."""
    window = QMainWindow()
    window.resize(1024, 700)
    question = new_professional(read_directory(panel.sitting.writing))
    sheet = Sheet(question, window)
    sheet.show_faults({"name": "required", "inducted_on": "in-the-future"})
    sheet.owner = window  # type: ignore[attr-defined]
    return sheet


def _finder(panel: MadeUp) -> QWidget:
    window = at_place(panel, WeekPlace())
    window.resize(1024, 700)
    finder = Finder(window)
    jobs = ImmediateJobs(panel.sitting.writing)
    commands = [Target("Lock", "Ctrl+L", "chevron-right", nothing)]
    finding = Finding(jobs, finder, nothing, commands, Target)
    finding.search("lo")
    finder.owner = window  # type: ignore[attr-defined]
    return finder


def _keys(panel: MadeUp) -> QWidget:
    window = QMainWindow()
    window.resize(1024, 700)
    dialog = ShortcutsDialog(window, Commands(window, deeds()))
    dialog.owner = window  # type: ignore[attr-defined]
    return dialog


def _report() -> QWidget:
    window = QMainWindow()
    window.resize(1024, 700)
    dialog = ReportDialog(window, "\n".join(f"Line {at} of a report" for at in range(30)))
    dialog.owner = window  # type: ignore[attr-defined]
    return dialog
