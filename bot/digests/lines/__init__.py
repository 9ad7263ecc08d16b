"""The lines of a page: what an editor would print of who said what, chosen and worded from a reading. Pure."""
