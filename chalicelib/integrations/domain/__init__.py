"""The rules of webhooks: pure, without a clock and without I/O.

`webhooks.py` the subscription · `deliveries.py` one event's way to it · `signing.py` how a receiver knows it is us
"""
