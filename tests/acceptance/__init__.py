"""The program as an operator starts it, on the wall clock, against a Discord and sites on loopback: real sockets only.

``python -m pytest -m acceptance`` runs these tests, and nothing else does. Each module has one process of the bot for
all of its tests, which stand in the order of a story; the last ones look whether everything was left as it should be.
"""
