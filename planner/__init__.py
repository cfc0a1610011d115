"""Heavy-pollution emergency response planner: from an enterprise list to audited curtailment orders."""

import os

__all__ = ["__version__"]

__version__ = "0.1.0"

# Where lxml is at hand openpyxl reads with it, past defusedxml: entity bombs in an uploaded workbook would be expanded.
# It asks once, when it is first imported; whoever imports a room has been here before.
os.environ["OPENPYXL_LXML"] = "False"
