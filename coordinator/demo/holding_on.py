"""How nobody is let go in the small demo: looking for people, homes, nights, what they ask for."""

from collections.abc import Mapping
from datetime import date, timedelta

from coordinator.casework.cases.phases import move_phase
from coordinator.casework.cases.protocol_reads import read_protocols
from coordinator.casework.cases.protocols import start_protocol, take_step
from coordinator.casework.directory.services import add_service
from coordinator.casework.housing.log import (
    apply_for_home,
    barrier_from_refusal,
    note_constraint,
    refuse_home,
)
from coordinator.casework.need_to_know.comms import agree_comms_line
from coordinator.casework.outreach.missing import note_found, note_missing
from coordinator.casework.outreach.reads import read_sheet
from coordinator.casework.outreach.results import enter_results
from coordinator.casework.outreach.sheets import assign_lines, make_sheet
from coordinator.casework.tonight.holding import add_coming_move, say_who_holds
from coordinator.casework.voice.wishes import answer_wish, note_wish, tell_person
from coordinator.db.models import HousingApplication, Wish
from coordinator.demo.sitting import seen
from coordinator.demo.story import Stage, Told
from coordinator.demo.stuck import Step, Stuck, ask
from coordinator.demo.words import bundled
from coordinator.domain.cases.rules import MoveIn
from coordinator.domain.housing import NewApplication, Refused
from coordinator.domain.lists.contacts import ContactResult
from coordinator.domain.lists.housing import ConstraintKind, HousingRefusal
from coordinator.domain.lists.outreach import ComingMoveKind, DayPart, ServiceKind
from coordinator.domain.outreach import LineResult
from coordinator.domain.people.comms import NewCommsLine
from coordinator.domain.people.missing import LastKnown
from coordinator.domain.people.wishes import NewWish
from coordinator.domain.states import Answer, CasePhase
from coordinator.domain.tonight import NewHolding, NewMove

_WEEK = timedelta(days=7)


def open_services(stage: Stage) -> None:
    """Write the service directory."""
    for one in bundled("stuck")["service"]:
        words = {key: value for key, value in one.items() if key not in {"agency", "service_kind"}}
        kind, agency = ServiceKind(one["service_kind"]), stage.agencies[one["agency"]]
        add_service(stage.desk, service_kind=kind, agency_id=agency, **words)


def _wish(stuck: Stuck, told: Told) -> None:
    new = NewWish(stuck.person(told), told["words"], stuck.stage.posts[told["owner"]])
    stuck.made[told["key"]] = note_wish(stuck.stage.desk, new).result


def _answer_wish(stuck: Stuck, told: Told) -> None:
    desk, wish = stuck.stage.desk, stuck.made[told["key"]]
    answer_wish(desk, wish, seen=seen(stuck.stage, Wish, wish), answer=told["answer"])
    tell_person(desk, wish, seen=seen(stuck.stage, Wish, wish), told_by=told["told"])


def _comms(stuck: Stuck, told: Told) -> None:
    by = stuck.stage.posts[told["by"]]
    new = NewCommsLine(stuck.person(told), may_say=told["may"], not_say=told["not"], said_by_id=by)
    agree_comms_line(stuck.stage.desk, new)


def _outreach(stuck: Stuck, told: Told) -> None:
    desk, worker = stuck.stage.desk, stuck.stage.posts[told["worker"]]
    people = [stuck.people[one].person for one in told["who"]]
    sheet = make_sheet(desk, desk.today(), people=people).result
    lines = [line.id for line in read_sheet(desk, sheet).lines]
    assign_lines(desk, lines, worker)
    results = map(ContactResult, told["results"])
    at = stuck.stage.moment(desk.today(), 8, 20)
    enter_results(
        desk,
        sheet,
        [LineResult(line, result, at) for line, result in zip(lines, results, strict=True)],
    )


def _sheet(stuck: Stuck, _told: Told) -> None:
    make_sheet(stuck.stage.desk, stuck.stage.desk.today())


def _missing(stuck: Stuck, told: Told) -> None:
    desk = stuck.stage.desk
    police = Answer(told["police"])
    known = LastKnown(
        seen_on=desk.today() - timedelta(days=told["days_ago"]),
        where=told["where"],
        by=told["by"],
        police_told=police,
        police_told_on=desk.today() if police is Answer.YES else None,
        police_reference=told.get("reference", ""),
        not_told_reason=told.get("why_not", ""),
        concern=told["concern"],
    )
    stuck.made[f"{told['key']} missing"] = note_missing(desk, stuck.person(told), known).result


def _found(stuck: Stuck, told: Told) -> None:
    note_found(stuck.stage.desk, stuck.made[f"{told['key']} missing"], note=told["note"])


def _constraint(stuck: Stuck, told: Told) -> None:
    kind = ConstraintKind(told["constraint"])
    note_constraint(stuck.stage.desk, stuck.person(told), kind, details=told["details"])


def _home(stuck: Stuck, told: Told) -> None:
    new = NewApplication(stuck.stage.agencies[told["provider"]], what=told["what"])
    made = apply_for_home(stuck.stage.desk, stuck.person(told), new).result
    stuck.made[f"{told['key']} home"] = made


def _refused(stuck: Stuck, told: Told) -> None:
    """Keep the refusal with its own words, and ask somebody above whoever refused."""
    desk, home = stuck.stage.desk, stuck.made[f"{told['key']} home"]
    until = desk.today() + timedelta(days=told["appeal_days"])
    refused = Refused(HousingRefusal(told["because"]), told["words"], appeal_by=until)
    refuse_home(desk, home, refused, seen=seen(stuck.stage, HousingApplication, home))
    ask(stuck, told, barrier_from_refusal(desk, home).result)


def _moved_in(stuck: Stuck, told: Told) -> None:
    case = stuck.people[told["person"]].case
    home = MoveIn(
        stuck.stage.desk.today() - _WEEK, told["rhythm"], told["landlord_contact"], told["every"]
    )
    if case is not None:
        move_phase(stuck.stage.desk, case, CasePhase.SUSTAINING, move_in=home)


def _protocol(stuck: Stuck, told: Told) -> None:
    desk, known = stuck.stage.desk, stuck.people[told["person"]]
    if known.case is None:
        return
    start_protocol(desk, known.case, why=told["why"])
    steps = read_protocols(desk, known.person)[0].steps
    for step, note in zip(steps, told["notes"], strict=False):
        take_step(desk, step.id, note=note)


def _holds(stuck: Stuck, told: Told) -> None:
    new = NewHolding(
        parts=tuple(map(DayPart, told["parts"])),
        from_on=stuck.stage.desk.today(),
        weekdays=tuple(told["weekdays"]),
        worker_id=stuck.stage.posts[told["by"]],
        what=told["what"],
    )
    say_who_holds(stuck.stage.desk, stuck.person(told), new)


def _move(stuck: Stuck, told: Told) -> None:
    worker = stuck.stage.posts[told["worker"]] if "worker" in told else None
    new = NewMove(
        kind=ComingMoveKind(told["kind"]),
        on=_ahead(stuck, told["days"]),
        at_time=told.get("at", ""),
        place=told.get("place", ""),
        plan=told["plan"],
        worker_id=worker,
    )
    add_coming_move(stuck.stage.desk, stuck.person(told), new)


def _ahead(stuck: Stuck, days: int) -> date:
    return stuck.stage.desk.today() + timedelta(days=days)


STEPS: Mapping[str, Step] = {
    "wish": _wish,
    "answer_wish": _answer_wish,
    "comms": _comms,
    "outreach": _outreach,
    "sheet": _sheet,
    "missing": _missing,
    "found": _found,
    "constraint": _constraint,
    "home": _home,
    "refused": _refused,
    "moved_in": _moved_in,
    "protocol": _protocol,
    "holds": _holds,
    "move": _move,
}
