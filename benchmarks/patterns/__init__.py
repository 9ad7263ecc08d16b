"""What the words of strangers cost: every regular expression and every public function they reach, with hostile input."""
