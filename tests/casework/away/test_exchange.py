"""Whatever becomes of packs on their way, nothing is lost, leaked or chosen silently."""

import os

from tests.casework.away.machine import Exchange, Templates
from tests.domain.merging.running import run


def test_packs_may_be_lost_repeated_reordered_and_late(templates: Templates) -> None:
    Exchange.templates = templates
    run(Exchange, examples=40 if os.environ.get("CI") else 4, steps=24)
