"""Every sweep of the product, for the worker and for the test clock."""

from api.notifications import sweeps as notifications

__all__ = ["notifications"]
