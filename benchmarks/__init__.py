"""What is measured, against what: one command each, listed in README.md beside this file."""
