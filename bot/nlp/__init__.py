"""Reading: a text becomes an analysis (sentences, summary, who said what). Pure, CPU-bound, run in worker processes."""
