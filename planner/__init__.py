"""Heavy-pollution emergency response planner: from an enterprise list to audited curtailment orders."""

__all__ = ["__version__"]

__version__ = "0.1.0"
