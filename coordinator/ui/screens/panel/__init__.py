"""The panel: what it is called, who runs it, and everything it decided for itself."""
