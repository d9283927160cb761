"""Use cases of integrations. `webhooks.py` what a member sets up · `deliveries.py` how events get there."""
