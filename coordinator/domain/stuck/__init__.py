"""What is stuck, what is lacking, and what unblocked the like before."""
