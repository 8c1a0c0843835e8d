"""Start-up: the command line today; the window joins it here."""


def main() -> None:
    """Run the program; what it needs is imported here, not by a process that lays out a paper."""
    from coordinator.cli.program import main as run

    run()
