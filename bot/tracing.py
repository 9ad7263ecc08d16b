"""Optional OpenTelemetry spans with the attributes of the log lines in them; none without ``start_tracing``."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import structlog

from bot import __version__
from bot.errors import SettingsError
from bot.i18n.messages import translatable

if TYPE_CHECKING:
    from opentelemetry.sdk.trace import SpanProcessor, TracerProvider
    from opentelemetry.trace import Tracer

# of this process, like the log
_tracers: list["Tracer"] = []


@contextmanager
def span(name: str) -> Iterator[None]:
    """Record the block as a span, including an error that leaves it."""
    if not _tracers:
        yield
        return
    told = {f"attache.{key}": str(value) for key, value in structlog.contextvars.get_contextvars().items()}
    with _tracers[-1].start_as_current_span(name, attributes=told):
        yield


def start_tracing(endpoint: str) -> "TracerProvider":
    """Send spans to the collector at ``endpoint`` (OTLP over HTTP) until ``shutdown``. Raises ``SettingsError``."""
    try:
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter  # noqa: PLC0415 - optional
        from opentelemetry.sdk.trace.export import BatchSpanProcessor  # noqa: PLC0415 - optional
    except ModuleNotFoundError as error:
        raise SettingsError(translatable("start-no-tracing"), resource="OTEL_EXPORTER_OTLP_ENDPOINT") from error
    return trace_to(BatchSpanProcessor(OTLPSpanExporter(f"{endpoint.rstrip('/')}/v1/traces")))


def trace_to(processor: "SpanProcessor") -> "TracerProvider":
    """Pass spans to ``processor`` from now on."""
    from opentelemetry.sdk.resources import Resource  # noqa: PLC0415 - optional
    from opentelemetry.sdk.trace import TracerProvider  # noqa: PLC0415 - optional

    provider = TracerProvider(resource=Resource({"service.name": "attache", "service.version": __version__}))
    provider.add_span_processor(processor)
    _tracers.append(provider.get_tracer("attache", __version__))
    return provider


def stop_tracing() -> None:
    """Create no more spans."""
    _tracers.clear()
