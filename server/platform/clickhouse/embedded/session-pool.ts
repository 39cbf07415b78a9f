import type { Session } from 'chdb';

/**
 * Sessions of one lane. A session runs one statement at a time and a statement that waits inside it would hold a libuv
 * thread, so waiting happens here.
 */
export class SessionPool {
  readonly #open: () => Promise<Session>;
  readonly #size: number;
  readonly #idle: Session[] = [];
  readonly #waiting: ((session: Session) => void)[] = [];
  #opened = 0;

  constructor(size: number, open: () => Promise<Session>) {
    this.#size = size;
    this.#open = open;
  }

  /** Waits for a free session. Rejects with the signal's reason when that comes first. */
  async take(signal: AbortSignal | undefined): Promise<Session> {
    signal?.throwIfAborted();
    const idle = this.#idle.pop();
    if (idle) return idle;
    if (this.#opened < this.#size) {
      this.#opened++;
      return this.#open();
    }
    return new Promise((resolve, reject) => {
      const onAbort = () => {
        this.#waiting.splice(this.#waiting.indexOf(resume), 1);
        reject(signal?.reason);
      };
      const resume = (session: Session) => {
        signal?.removeEventListener('abort', onAbort);
        resolve(session);
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      this.#waiting.push(resume);
    });
  }

  give(session: Session): void {
    const next = this.#waiting.shift();
    if (next) next(session);
    else this.#idle.push(session);
  }
}
