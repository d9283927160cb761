"""Use cases: who is told (`notices.py`), and what a member chooses for himself (`choosing.py`)."""
