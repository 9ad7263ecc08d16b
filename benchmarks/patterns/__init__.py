"""What strangers' words cost: every regular expression and public function they reach, with hostile texts."""
