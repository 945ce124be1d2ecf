"""Whether a statement tells of another thing than the one that is asked for."""
