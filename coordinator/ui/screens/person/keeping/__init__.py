"""What keeps somebody from falling between: who holds, steps, the new home, the housing log."""
