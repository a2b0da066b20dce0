"""(c) The list in Django REST Framework: model serializers, ``select_related`` and ``prefetch_related``."""

import os
from typing import Any
from urllib.parse import parse_qs, urlsplit

import django
from django.conf import settings

_address = urlsplit(os.environ["BENCH_DATABASE_URL"])
settings.configure(
    SECRET_KEY="for the benchmark only",
    ALLOWED_HOSTS=["*"],
    ROOT_URLCONF=__name__,
    INSTALLED_APPS=["rest_framework", "tests.benchmarks.django_app.Bench"],
    REST_FRAMEWORK={
        "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
        "DEFAULT_AUTHENTICATION_CLASSES": [],
        "DEFAULT_PERMISSION_CLASSES": [],
        "UNAUTHENTICATED_USER": None,
    },
    USE_TZ=True,
    DATABASES={
        "default": {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": _address.path.strip("/"),
            "USER": _address.username or "postgres",
            "HOST": _address.hostname or parse_qs(_address.query)["host"][0],
            "CONN_MAX_AGE": None,
        }
    },
)
django.setup()

from django.core.wsgi import get_wsgi_application  # noqa: E402 -- Django wants its settings first
from django.db import models  # noqa: E402
from django.urls import path  # noqa: E402
from rest_framework import generics, serializers  # noqa: E402
from rest_framework.request import Request  # noqa: E402
from rest_framework.response import Response  # noqa: E402


class Country(models.Model):
    id = models.UUIDField(primary_key=True)
    iso3 = models.TextField()
    name = models.TextField()

    class Meta:
        app_label = "bench"
        db_table = "bench_country"
        managed = False


class Objective(models.Model):
    number = models.SmallIntegerField(primary_key=True)

    class Meta:
        app_label = "bench"
        db_table = "bench_objective"
        managed = False


class Practice(models.Model):
    id = models.UUIDField(primary_key=True)
    title = models.TextField()
    summary = models.TextField()
    status = models.TextField()
    visibility = models.TextField()
    type_of_practice = models.TextField(null=True)
    language = models.TextField()
    starts_on = models.DateField(null=True)
    published_at = models.DateTimeField()
    version = models.IntegerField()
    country = models.ForeignKey(Country, on_delete=models.PROTECT)
    objectives = models.ManyToManyField(Objective, through="PracticeObjective")

    class Meta:
        app_label = "bench"
        db_table = "bench_practice"
        managed = False


class PracticeObjective(models.Model):
    practice = models.ForeignKey(Practice, on_delete=models.CASCADE)
    objective = models.ForeignKey(Objective, on_delete=models.PROTECT)

    class Meta:
        app_label = "bench"
        db_table = "bench_practice_objectives"
        managed = False


class CountrySerializer(serializers.ModelSerializer):
    class Meta:
        model = Country
        fields = ("id", "iso3", "name")


class PracticeSerializer(serializers.ModelSerializer):
    champion = CountrySerializer(source="country")
    objectives = serializers.PrimaryKeyRelatedField(many=True, read_only=True)

    class Meta:
        model = Practice
        fields = (
            "id", "title", "summary", "status", "visibility", "type_of_practice", "language", "starts_on", "published_at",
            "version", "objectives", "champion",
        )  # fmt: skip


class PracticeList(generics.ListAPIView):
    serializer_class = PracticeSerializer

    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        objective, limit = int(request.query_params["objective"]), int(request.query_params["limit"])
        found = (
            Practice.objects.filter(status="published", objectives=objective)
            .select_related("country")
            .prefetch_related("objectives")
            .order_by("-published_at")[:limit]
        )
        return Response({"items": self.get_serializer(found, many=True).data})


urlpatterns = [path("practices", PracticeList.as_view())]
application = get_wsgi_application()
