"""What AWS does for the flow engine, in process and quickly: the table, and all that calls our functions in between.

`rows.py` answers for DynamoDB, `outside.py` for the bus, queues, executions, schedules and mail, `wire.py` hands them
the requests of our real clients, `driver.py` calls our functions as AWS would. A thousand runs take minutes, every
call can meet a fault, and all of it can be put back to where it was.
"""
