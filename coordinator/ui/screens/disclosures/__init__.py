"""What left the panel: the log, whether a file is ours, what came back."""
