"""Use cases of identity. All take the work first, record on it, and leave committing to the edge."""
