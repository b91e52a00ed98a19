"""What all tests share: property tests are the same on every run and never fail for slowness."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "newsgraph", deadline=None, derandomize=True, print_blob=False, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("newsgraph")
