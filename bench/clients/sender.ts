import { Agent, request } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';

/** What the sender is told: where to, as whom, what, and over how many connections. */
export interface SenderWork {
  readonly url: string;
  readonly authorization: string;
  readonly bodies: readonly string[];
  readonly connections: number;
}

/** How long each request took until it was acknowledged, milliseconds; how often it was told to wait. */
export interface SenderReport {
  readonly acknowledgedMs: readonly number[];
  readonly told429: number;
}

const { url, authorization, bodies, connections } = workerData as SenderWork;
const agent = new Agent({ keepAlive: true, maxSockets: connections });
const acknowledgedMs: number[] = [];
let told429 = 0;
let next = 0;

const post = (body: string): Promise<{ status: number; retryAfter: number }> =>
  new Promise((resolve, reject) => {
    const call = request(
      url,
      {
        method: 'POST',
        agent,
        headers: {
          authorization,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
        },
      },
      (answer) => {
        answer.resume();
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            retryAfter: Number(answer.headers['retry-after'] ?? 1),
          }),
        );
      },
    );
    call.on('error', reject);
    call.end(body);
  });

async function lane(): Promise<void> {
  for (let place = next++; place < bodies.length; place = next++) {
    const began = performance.now();
    for (;;) {
      const { status, retryAfter } = await post(bodies[place] as string);
      if (status === 200) break;
      if (status !== 429) throw new Error(`The server answered ${status}.`);
      told429++;
      await new Promise((resolve) => setTimeout(resolve, retryAfter * 1000));
    }
    acknowledgedMs.push(performance.now() - began);
  }
}

await Promise.all(Array.from({ length: connections }, lane));
agent.destroy();
parentPort?.postMessage({ acknowledgedMs, told429 } satisfies SenderReport);
