"""What makes the shipped papers: the templates of Word files and the subset of the fonts."""
