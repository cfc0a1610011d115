"""Tests that see the panel as a person does: a real server, a real browser, no other machine."""
