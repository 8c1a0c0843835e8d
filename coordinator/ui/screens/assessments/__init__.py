"""What one person was scored here, and assessed with elsewhere, in one place."""
