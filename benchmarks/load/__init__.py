"""Load tests of the whole program: its own processes, with invented feeds and a Discord on loopback.

``python -m benchmarks.load`` with one of:

``once``    two workers on PostgreSQL, one killed, the database restarted: is every due message posted once?
``scale``   the same articles with one worker and with two: articles per second, and the cost of an article
``crowd``   thousands of servers and many people on one gateway: how soon they are answered, memory per server
``rest``    how soon each role is ready, and what it uses when idle

Only the program, its processes, its sockets and its database are real; ministers, outlets, servers and readers are
invented. Linux only: processes are measured by /proc.
"""
