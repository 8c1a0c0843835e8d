"""One plan, one lead professional and named actions for each person a panel works with."""

__version__ = "0.1.0"
