"""Use cases of jobs: starting and steering them, and working on them."""
