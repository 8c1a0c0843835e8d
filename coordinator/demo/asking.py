"""Somebody in the small demo asks what is held about them; the officer has it, not all decided."""

from collections.abc import Sequence
from datetime import timedelta

from coordinator.casework.access.requests import begin_access_request, name_officer, note_identity
from coordinator.demo.story import Known, Stage
from coordinator.domain.access.rules import NewAccessRequest


def ask_what_is_held(stage: Stage, known: Sequence[Known]) -> None:
    """Record the request of whoever the story says asked."""
    for one in known:
        if (told := one.told.get("asks_what_is_held")) is not None:
            today = stage.desk.today()
            new = NewAccessRequest(today - timedelta(days=told["days_ago"]), told["asked_by"])
            request = begin_access_request(stage.desk, one.person, new).result
            checked = today - timedelta(days=told["checked_days_ago"])
            note_identity(stage.desk, request, on=checked, how=told["how"])
            name_officer(stage.desk, request, officer=told["officer"])
