"""Twenty officers at the panel for ten minutes: `uv run python -m tests.soak`. Sessions as browsers hold them."""
