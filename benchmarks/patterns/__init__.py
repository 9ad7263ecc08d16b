"""The cost of untrusted text: every regular expression and public function it reaches, with hostile texts."""
