"""What Django wants to be told of an app before its models."""

from django.apps import AppConfig


class Bench(AppConfig):
    name = "tests.benchmarks"
    label = "bench"
