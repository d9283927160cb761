"""The rules: pure, without a clock and without I/O.

`notices.py` who should know what · `batching.py` how many mails are enough · `preferences.py` which kinds
somebody wants
"""
