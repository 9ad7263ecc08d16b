"""What a statement is for or against, and what two statements have in common."""
