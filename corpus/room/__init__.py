"""The room in which strangers' files are read: a process beside ours, with limits, that may die."""
