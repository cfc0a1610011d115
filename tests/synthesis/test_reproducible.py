"""The same bytes from the same seed, whatever the process."""

import os
import subprocess
import sys

import pytest

from planner.sources.synthesis import write_list
from planner.sources.synthesis.draws import Draws
from tests.project import ROOT
from tests.synthesis.cities import texts

PROGRAM = """
import sys
from planner.sources.synthesis import synthesize_city, write_list
write_list(synthesize_city(300, 5), sys.argv[1])
"""


def written(path, hash_seed):
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
    subprocess.run([sys.executable, "-c", PROGRAM, str(path)], cwd=ROOT, env=environment, check=True)
    return path.read_bytes()


def test_two_processes_with_other_hash_seeds_write_the_same_bytes(tmp_path):
    assert written(tmp_path / "one.csv", "1") == written(tmp_path / "two.csv", "4711")


def test_the_shipped_demo_list_is_what_the_stated_command_makes(tmp_path):
    write_list(texts(), tmp_path / "demo.csv")
    assert (tmp_path / "demo.csv").read_bytes() == (ROOT / "data" / "enterprises.csv").read_bytes()


def test_another_seed_makes_another_city():
    assert not texts(300, 5).equals(texts(300, 6))


def test_the_file_ends_its_lines_with_a_line_feed_and_has_no_byte_order_mark(tmp_path):
    write_list(texts(100, 7), tmp_path / "city.csv")
    body = (tmp_path / "city.csv").read_bytes()
    assert body.startswith(b"source_id,")
    assert b"\r" not in body
    assert body.endswith(b"\n")


def test_the_first_draws_of_a_topic_never_change():
    assert Draws(seed=1).uniform("county", 3) == pytest.approx(FIRST_DRAWS, abs=0)


FIRST_DRAWS = [0.49015917139268217, 0.6167955481006465, 0.28974776246889977]
