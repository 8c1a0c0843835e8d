"""Place plans and the groups behind them: written, read, and never naming anybody."""
