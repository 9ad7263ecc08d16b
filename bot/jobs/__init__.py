"""Durable work: due work is found in the archive's tables, run as jobs, and resumed after a crash."""
