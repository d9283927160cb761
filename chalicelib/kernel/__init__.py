"""What every context speaks: errors, ids, time, money, actor, events, pages and the unit of work.

Standard library only, no I/O; everything else may import it and it imports nothing of ours.
"""
