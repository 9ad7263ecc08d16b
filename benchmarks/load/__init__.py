"""The whole program under load: its own processes, against an invented press and a Discord on loopback.

``python -m benchmarks.load`` with one of:

``once``    two workers on PostgreSQL, one killed for ever, the database restarted: is every due message there once?
``scale``   the same articles with one worker and with two: articles a second, and what an article costs
``crowd``   thousands of servers and many people on one gateway: how soon they are answered, memory a server
``rest``    how soon each role is ready, and what it holds and uses when nothing happens

Nothing is real but the program, its processes, its sockets and its database: ministers, outlets, servers and readers
are made up. Linux alone: what processes use is read from /proc.
"""
