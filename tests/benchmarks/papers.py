"""How long papers take beside the same content in plain Platypus."""

from coordinator.exports.composing import PaperKind
from coordinator.exports.worker import lay_out
from tests.benchmarks.measuring import Row, compare
from tests.benchmarks.naive_papers import naive_minutes, naive_pack
from tests.exports import examples

_MEETING, _PANEL = 25, 200  # people in the minutes of a meeting, in a large panel's pack
_NAIVE = "naive Platypus, same content"


def rows() -> list[Row]:
    """Ours are tagged, with fallback fonts and finished for their reader; the limit is not."""
    people = tuple(examples.discussed(f"SC-{place:04}") for place in range(_MEETING))
    minutes, pack = examples.minutes(people=people), examples.pack(_PANEL)
    return [
        compare(
            f"minutes of {_MEETING} people",
            lambda: lay_out(PaperKind.MINUTES, minutes),
            lambda: naive_minutes(minutes),
            limit_is=_NAIVE,
            rounds=3,
        ),
        compare(
            f"pack of {_PANEL} people",
            lambda: lay_out(PaperKind.PACK, pack),
            lambda: naive_pack(pack),
            limit_is=_NAIVE,
            rounds=2,
        ),
    ]
