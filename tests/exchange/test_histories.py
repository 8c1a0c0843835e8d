"""Whatever becomes of packs on their way, nothing is lost, leaked or chosen silently.

A long run by hand: `LONG_EXCHANGE=400 ./run test tests/exchange/test_histories.py` plays so many
histories, other ones every time.
"""

import os

from tests.domain.merging.running import run
from tests.exchange.machine import Exchange
from tests.exchange.prepared import Templates

LONG = int(os.environ.get("LONG_EXCHANGE", "0"))
EXAMPLES = 16 if os.environ.get("CI") else 3


def test_packs_may_be_lost_repeated_reordered_and_late(templates: Templates) -> None:
    Exchange.templates = templates
    run(Exchange, examples=LONG or EXAMPLES, steps=40, again=not LONG)
