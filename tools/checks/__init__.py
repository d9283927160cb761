"""What CI runs, in the order in which it is cheap to fail."""
