"""What is stuck for everybody: barriers, gaps, what unblocked the like before."""
