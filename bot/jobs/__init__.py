"""Durable work: what is due is found in the archive's tables, carried out as jobs, and taken up again after a crash."""
