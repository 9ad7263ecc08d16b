"""Benchmarks: one command each, listed with their results in README.md beside this file."""
