"""The register of gaps: what the system lacks, since when, with whom it is."""
