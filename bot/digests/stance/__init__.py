"""What a statement holds: for or against which subject, and what two statements have in common."""
