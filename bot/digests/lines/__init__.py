"""Chooses and words the lines of a page: what an editor would print of who said what. Pure."""
