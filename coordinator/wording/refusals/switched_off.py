"""What a panel does not work with, and where that is changed; see `rules`."""

from collections.abc import Mapping

from coordinator.wording.translation import N_

_NEXT = N_("It is switched on on the page The panel, under Off until you need it.")

GUARDS: Mapping[str, tuple[str, str]] = {
    "assessments-off": (N_("This panel does not use assessments."), _NEXT),
    "money-off": (N_("This panel does not use personal budgets."), _NEXT),
    "places-off": (N_("This panel does not use place plans and groups."), _NEXT),
    "themes-off": (N_("This panel keeps no register of themes."), _NEXT),
}
