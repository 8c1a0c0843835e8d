"""Reading what a paper needs, for whom, laying it out, recording that it left."""
