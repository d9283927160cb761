"""Use cases of the directory. Each loads the org snapshot, decides in `domain`, and records rows, audit and events."""
