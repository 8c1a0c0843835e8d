"""Ending a process at each step of a piece of work, to see what a crash leaves behind."""

import os
import sys
import warnings
from collections.abc import Callable, Iterator
from types import FrameType

_KILLED, _FAILED = 9, 7


def crash_at_every_step(work: Callable[[], object], *, most: int = 2_000) -> Iterator[int]:
    """Do the work in a child process that dies before its 1st call into the system, its 2nd, ...

    Yields the step after each death, so that the caller can look at what is left; ends once the
    work got through. The caller puts the old state back itself.
    """
    for step in range(1, most):
        outcome = _outcome(work, step)
        if outcome == 0:
            return
        if outcome != _KILLED:
            raise RuntimeError("the work failed by itself")
        yield step
    raise RuntimeError("the work never ended")


def crash_at(work: Callable[[], object], step: int) -> bool:
    """Do the work in a child process that dies before that call; whether it got through before.

    For work of too many steps to end it at each.
    """
    outcome = _outcome(work, step)
    if outcome not in {0, _KILLED}:
        raise RuntimeError("the work failed by itself")
    return outcome == 0


def _outcome(work: Callable[[], object], step: int) -> int:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # the child only writes and dies
        child = os.fork()
    if not child:
        _work_until(work, step)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _work_until(work: Callable[[], object], step: int) -> None:
    left = step

    def count(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal left
        if event == "c_call":
            left -= 1
            if not left:
                os._exit(_KILLED)

    sys.setprofile(count)
    status = _FAILED
    try:
        work()
        status = 0
    finally:
        os._exit(status)
