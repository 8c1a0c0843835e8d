"""Every act and read of casework, found in the package, and the rights each asks for.

The rights are found by asking: somebody who may nothing tries, is refused for want of a right, is
given that one, and tries again. What is given to an act is made from what its arguments say they
are; an act that looks at what it is given before it looks at who asks has its own here.
"""

import dataclasses
import importlib
import inspect
import pkgutil
import typing
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from enum import Enum
from pathlib import Path
from types import NoneType, SimpleNamespace, UnionType
from typing import Any
from uuid import UUID

import pytest

import coordinator.casework
from coordinator.casework.desk import Desk, Sitter
from coordinator.domain import roles
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.errors import NotPermittedError
from coordinator.domain.escalations.rules import NewEscalation
from coordinator.domain.housing import NewApplication
from coordinator.domain.lists.outreach import DayPart, ServiceKind
from coordinator.domain.lists.panel import Topic
from coordinator.domain.lists.people import NeedDomain
from coordinator.domain.lists.reasons import NotAcceptedReason, PauseReason
from coordinator.domain.lists.sharing import RelationKind
from coordinator.domain.people.around import Tie
from coordinator.domain.people.assessments import Assessment
from coordinator.domain.people.comms import NewCommsLine
from coordinator.domain.people.wishes import NewWish
from coordinator.domain.roles import Right, Role
from coordinator.domain.states import Answer
from coordinator.domain.stuck.gaps import NewGap
from coordinator.domain.tonight import NewHolding
from tests.casework import needs_on_file
from tests.stores import NOON, TODAY

SOMETHING = UUID(int=7)
_PLAIN: Mapping[type, object] = {
    UUID: SOMETHING,
    str: "Words",
    int: 1,
    float: 1.0,
    bool: True,
    bytes: b"1",
    date: TODAY,
    datetime: NOON,
    time: time(10, 0),
    Path: Path("nowhere"),
}
_PARTS = ("look", "tx", "session")
"""The second argument of what is a part of acts and reads, given their look at the store."""
_WEEK = TODAY + timedelta(days=7)
_GIVEN: Mapping[str, Mapping[str, Any]] = {
    "add_action": {"new": NewAction("Ring", SOMETHING, _WEEK)},
    "merge_agency": {"into": UUID(int=8)},
    **{
        act: {"assessment": Assessment("DASH", TODAY)}
        for act in ("change_assessment", "note_assessment")
    },
    **{act: {"enquiry": needs_on_file.NOT_NOW} for act in ("change_enquiry", "note_enquiry")},
    "record_needs": {"needs": needs_on_file.found(NeedDomain.ALCOHOL)},
    "note_tie": {"tie": Tie(RelationKind.FRIEND, name="Rex")},
    "pause_case": {"because": PauseReason.PRISON, "look_again_on": _WEEK},
    **{
        act: {"topic": Topic.PHRASES}
        for act in ("put_back_lines", "remove_line", "reorder_lines", "restore_shipped")
    },
    "agree_comms_line": {"new": NewCommsLine(SOMETHING, not_say="Anything")},
    "raise_escalation": {"new": NewEscalation(barrier_id=SOMETHING)},
    "turn_into_gap": {"new": NewGap("No rooms that take dogs")},
    "add_goal": {"own_words": "Sleep"},
    "apply_for_home": {"new": NewApplication(provider="A landlord")},
    "record_offer": {"what": "Help"},
    "register_person": {"given_name": "Petroc"},
    "answer_not_for_us": {"because": NotAcceptedReason.BELOW_CRITERIA},
    "add_risk": {"text": "Fire", "person_told": Answer.YES},
    "add_warning": {"text": "Dog", "person_told": Answer.YES},
    "add_strength": {"text": "Sings"},
    "add_service": {"name": "A hub", "service_kind": ServiceKind.HUB},
    "add_template_seats": {"template": "complex_needs"},
    "say_who_holds": {"new": NewHolding((DayPart.DAY,), TODAY, by="A friend")},
    "note_wish": {"new": NewWish(SOMETHING, "A key", SOMETHING)},
    "start_as": {"kind": "complex_needs"},
}


def everything() -> Iterator[Callable[..., object]]:
    """Give every act and read."""
    package = coordinator.casework
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        loaded = importlib.import_module(module.name)
        for name, found in inspect.getmembers(loaded, inspect.isfunction):
            first, *rest = [*inspect.signature(found).parameters, "", ""]
            is_whole = first in {"desk", "office"} and rest[0] not in _PARTS
            if is_whole and not name.startswith("_") and found.__module__ == loaded.__name__:
                yield found


def rights_asked(act: Callable[..., object], desk: Desk, patch: pytest.MonkeyPatch) -> list[Right]:
    """Give the rights an act asks for, in the order it does; none is an act open to all."""
    granted: list[Right] = []
    patch.setattr(roles, "_RIGHTS", {**roles._RIGHTS, Role.COMMISSIONER: granted})
    nobody = dataclasses.replace(desk, sitter=Sitter(SOMETHING, Role.COMMISSIONER), opened=set())
    while True:
        try:
            _try(act, nobody)
        except NotPermittedError as refused:
            if refused.right in granted:  # more than a right is asked: whose it is
                return granted
            granted.append(Right(refused.right))
        except Exception:  # noqa: BLE001 - whatever comes after it was let through
            return granted
        else:
            return granted


def _try(act: Callable[..., object], desk: Desk) -> None:
    first, *others = inspect.signature(act).parameters.values()
    hints = typing.get_type_hints(act, localns={"Office": Any, "Progress": Any})
    given = dict(_GIVEN.get(act.__name__, {}))
    for one in others:
        if one.name not in given and one.default is one.empty and one.kind is not one.VAR_KEYWORD:
            given[one.name] = _filled(hints[one.name])
    at = desk if first.name == "desk" else SimpleNamespace(desk=desk, is_demo=True)
    act(at, **given)


def _filled(kind: Any) -> Any:
    """Make something of a kind."""
    outer = typing.get_origin(kind)
    if outer in {typing.Union, UnionType}:
        inner = typing.get_args(kind)
        return None if NoneType in inner else _filled(inner[0])
    if outer is not None:
        return {} if issubclass(outer, Mapping) else ()
    if kind in _PLAIN:
        return _PLAIN[kind]
    if isinstance(kind, type) and issubclass(kind, Enum):
        return next(iter(kind))
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        hints = typing.get_type_hints(kind)
        return kind(
            **{
                one.name: _filled(hints[one.name])
                for one in dataclasses.fields(kind)
                if one.default is dataclasses.MISSING
                and one.default_factory is dataclasses.MISSING
            }
        )
    return None
