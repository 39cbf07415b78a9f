import { getHeapStatistics } from 'node:v8';
import { gauge, type Telemetry } from '../telemetry/index.ts';
import { problem } from './problem.ts';

const sampleMs = 500;
/** Work that keeps the event loop from turning for this long is more than the process can take. */
const tooLateMs = 1_000;
/** Beyond this part of the heap limit the collector eats the processor, and then the process dies. */
const heapPart = 0.9;
/** Bodies being received and worked on at once. */
const bodyBytesLimit = 256 * 1024 ** 2;
const retryAfterSeconds = 2;

export interface Admission {
  /** Takes a request in, or throws `platform.too_busy` (429) or, while the server stops, `platform.unavailable` (503). */
  enter(bodyBytes: number): void;
  leave(bodyBytes: number): void;
  drain(): void;
  readonly draining: boolean;
  readonly retryAfterSeconds: number;
  close(): void;
}

/** Keeps more work out than the process can take, so that it answers late requests with 429 and never dies of them. */
export function openAdmission(inFlightLimit: number, telemetry: Telemetry): Admission {
  let inFlight = 0;
  let bodyBytes = 0;
  let draining = false;
  let late = false;
  let full = false;
  let expected = performance.now() + sampleMs;
  const timer = setInterval(() => {
    const now = performance.now();
    late = now - expected > tooLateMs;
    expected = now + sampleMs;
    const heap = getHeapStatistics();
    full = heap.used_heap_size > heap.heap_size_limit * heapPart;
  }, sampleMs).unref();
  gauge(telemetry, 'siyu_http_in_flight', 'Requests being worked on', () => inFlight);
  gauge(telemetry, 'siyu_http_in_flight_bytes', 'Bytes of their bodies', () => bodyBytes);

  const reasonToRefuse = (bytes: number) => {
    if (inFlight >= inFlightLimit)
      return { zh: '同时处理的请求过多', en: 'too many requests at once' };
    if (bodyBytes + bytes > bodyBytesLimit && inFlight > 0) {
      return { zh: '同时接收的数据过多', en: 'too much data at once' };
    }
    if (full) return { zh: '内存不足', en: 'memory is short' };
    if (late) return { zh: '处理器繁忙', en: 'the processor is busy' };
    return null;
  };

  return {
    enter(bytes) {
      if (draining) {
        const reason = { zh: '服务正在停止', en: 'it is being stopped' };
        throw problem('platform.unavailable', { reason });
      }
      const reason = reasonToRefuse(bytes);
      if (reason) throw problem('platform.too_busy', { reason });
      inFlight++;
      bodyBytes += bytes;
    },
    leave(bytes) {
      inFlight--;
      bodyBytes -= bytes;
    },
    drain() {
      draining = true;
    },
    get draining() {
      return draining;
    },
    retryAfterSeconds,
    close: () => clearInterval(timer),
  };
}
