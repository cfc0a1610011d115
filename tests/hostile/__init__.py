"""Files that mean harm, and files that were damaged on purpose; `python -m tests.hostile 50000 --seed 1` makes many."""
