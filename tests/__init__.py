"""Tests of the planner: a folder mirrors a room, `health` walks the whole tree, `browser` drives the panel."""
