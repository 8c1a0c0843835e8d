"""Place plans and the groups behind them."""
