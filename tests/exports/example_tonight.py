"""A paper of who holds tonight, for tests."""

from datetime import timedelta

from coordinator.domain.papers.tonight import AheadLine, HeldLine, TonightLine, TonightPaper
from coordinator.domain.tonight import PartState
from tests.exports.example_basics import DAY, imprint

_DAYS = 7
_P, _L, _N = PartState.PROMISED, PartState.PLANNED, PartState.NOBODY


def tonight(people: int = 3, days: int = _DAYS, **changes: object) -> TonightPaper:
    """Somebody with most to see to, somebody who is held, and somebody without a basis."""
    strip = ((None, _N, _P), (_L, _N, _N), (_N, _N, _N), *[(_L, _P, _N)] * (days - 3))
    open_one = TonightLine(
        "KT (SC-0142)",
        lead="Rhys Roskilly",
        strip=strip,
        tonight=HeldLine("nobody", _N),
        held=(
            HeldLine("Evening, Fri 20 to Sun 22: nobody", _N),
            HeldLine("Evening, Mon 23 to Wed 25: Kasia Dębska (Kerrow Mental Health)", _P),
            HeldLine("Day, Sat 21: Dylan Ashdown (Kerrow Police), planned: tries again", _L),
            HeldLine("Night, Thu 19: her sister", _P),
        ),
        ahead=(
            AheadLine(
                "Fri 20 Nov: Release from prison, 10:00, main gate",
                "Nobody is named to be there",
                is_met=False,
            ),
            AheadLine("Mon 23 Nov: Court, 09:30", "Rhys Roskilly is there"),
        ),
    )
    held = TonightLine(
        "JB (SC-0007)",
        lead="Kasia Dębska",
        strip=tuple((_P, _P, _P) for _day in range(days)),
        tonight=HeldLine("Kasia Dębska (Kerrow Mental Health)", _P),
        held=(HeldLine("Evening, Fri 20 to Wed 25: Kasia Dębska (Kerrow Mental Health)", _P),),
    )
    bare = TonightLine("SC-0009", strip=strip, is_bare=True)
    known: dict[str, object] = {
        "days": tuple(DAY + timedelta(days=at) for at in range(days)),
        "until": "Until the panel on Thu 26 Nov",
        "told": "2 people have an evening or a weekend with nobody.",
        "lines": ([open_one, held, bare] * people)[:people],
    }
    known["lines"] = tuple(known["lines"])  # type: ignore[arg-type]
    return TonightPaper(imprint("who holds tonight"), **{**known, **changes})  # type: ignore[arg-type]
