"""Many inputs through worker processes, one outcome each, in order."""
