"""What agencies brought: for the chair and the management group, never for a shared screen."""
