"""Running the exchange machine over any implementation of the log."""

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test


def run(
    machine: type[RuleBasedStateMachine], *, examples: int, steps: int = 80, again: bool = True
) -> None:
    """Run random histories, the same ones `again`; the first broken promise is raised.

    A failure is not shrunk unless asked for (add `Phase.shrink`): it takes minutes.
    """
    how = settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        database=None,
        derandomize=again,
        phases=[Phase.generate],
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(machine, settings=how)
