"""Whatever bytes a forecast file holds, reading it ends in a forecast or in findings."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.errors import has_errors
from planner.sources import read_forecast

CELLS = st.sampled_from(
    ["", "80", "-1", "nan", "2026-12-01T00:00:00+08:00", "2026-12-01T01:00:00+08:00", '"', "dust", "é"]
)
ROWS = st.lists(st.lists(CELLS, min_size=1, max_size=4).map(",".join), max_size=8).map("\n".join)
HEADERS = st.sampled_from(["time,aqi", "time,pm25,cause", "time,co,member,o3", "aqi", ""])


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    content=st.one_of(st.binary(max_size=200), st.tuples(HEADERS, ROWS).map(lambda parts: "\n".join(parts).encode()))
)
def test_reading_ends_in_a_forecast_or_in_errors(tmp_path, content):
    path = tmp_path / "forecast.csv"
    path.write_bytes(content)
    forecast, findings = read_forecast(path)
    assert (forecast is None) == has_errors(findings)
