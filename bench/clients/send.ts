import { Worker } from 'node:worker_threads';
import type { SenderReport, SenderWork } from './sender.ts';

/** Sends bodies from a thread of its own, so that the client's work does not stand in the server's way more than it must. */
export function send(work: SenderWork): Promise<SenderReport> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./sender.ts', import.meta.url), { workerData: work });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
