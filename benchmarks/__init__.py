"""What each operation costs, as counts and as ratios measured side by side in one run. Nothing here is a timed test."""
