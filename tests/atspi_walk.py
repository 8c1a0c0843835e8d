"""Walk what a program tells screen readers, from outside: `python3 atspi_walk.py PID`.

For the system's own Python, which has `gi`; prints one line of JSON for each object that is in
sight. Started by `tests/accessibility_tree.py`.
"""

import json
import sys
import time
from typing import Any

import gi  # type: ignore[import-not-found,unused-ignore]  # of the system, not of .venv

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # type: ignore[import-not-found,unused-ignore]  # noqa: E402

_PATIENCE_S = 20.0
_DEEPEST = 60


def program(pid: int) -> Any:
    """Find the program among those that talk to screen readers; it may take a moment to."""
    give_up = time.monotonic() + _PATIENCE_S
    while time.monotonic() < give_up:
        desktop = Atspi.get_desktop(0)
        for at in range(desktop.get_child_count()):
            one = desktop.get_child_at_index(at)
            if one is not None and one.get_process_id() == pid and one.get_child_count():
                return one
        time.sleep(0.1)
    sys.exit("The program does not talk to screen readers.")


def walk(one: Any, depth: int = 0, within: str = "") -> None:
    """Tell of an object and all that is in it, as far as it is in sight."""
    states = one.get_state_set()
    told = {
        "role": one.get_role_name(),
        "name": one.get_name() or "",
        "description": one.get_description() or "",
        "focusable": states.contains(Atspi.StateType.FOCUSABLE),
        "showing": states.contains(Atspi.StateType.SHOWING),
        "within": within,
    }
    if depth and not told["showing"]:
        return
    sys.stdout.write(json.dumps(told) + "\n")
    if depth < _DEEPEST:
        for at in range(one.get_child_count()):
            child = one.get_child_at_index(at)
            if child is not None:
                walk(child, depth + 1, told["name"] or f"{within}/{told['role']}")


if __name__ == "__main__":
    Atspi.init()
    found = program(int(sys.argv[1]))
    for window in range(found.get_child_count()):
        walk(found.get_child_at_index(window))
