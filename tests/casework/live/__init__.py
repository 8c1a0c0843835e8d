"""The mirror of coordinator.casework.live."""
