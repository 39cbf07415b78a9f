import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What the process says about itself: metrics that modules may add to, and what must hold for it to be ready. */
export interface Telemetry {
  /** A module adds its metrics with `registers: [platform.telemetry.metrics]`; names begin with `siyu_<module>_`. */
  readonly metrics: Registry;
  /** Each rejects with the reason when it does not hold; the name appears in GET /ready. */
  readonly readiness: Map<string, () => Promise<void>>;
  readonly httpSeconds: Histogram<'route' | 'status'>;
  readonly querySeconds: Histogram<'engine' | 'name'>;
  close(): void;
}

/** Opens the metrics of one process. Durations are in seconds. */
export function openTelemetry(): Telemetry {
  const metrics = new Registry();
  collectDefaultMetrics({ register: metrics });
  const registers = [metrics];
  return {
    metrics,
    readiness: new Map(),
    httpSeconds: new Histogram({
      name: 'siyu_http_seconds',
      help: 'Time to answer, by route and status',
      labelNames: ['route', 'status'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15],
      registers,
    }),
    querySeconds: new Histogram({
      name: 'siyu_query_seconds',
      help: 'Time of a statement in an engine, by its name',
      labelNames: ['engine', 'name'],
      buckets: [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 30],
      registers,
    }),
    close: () => metrics.clear(),
  };
}

/** A gauge whose value is asked for when metrics are read. */
export function gauge(telemetry: Telemetry, name: string, help: string, read: () => number): void {
  new Gauge({
    name,
    help,
    registers: [telemetry.metrics],
    collect() {
      this.set(read());
    },
  });
}
