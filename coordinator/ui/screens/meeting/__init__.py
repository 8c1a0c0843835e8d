"""One meeting: its agenda before, its minutes after. Running it is a screen of its own."""
