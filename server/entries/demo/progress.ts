/** Tells on the terminal how far the work is: one line that is redrawn, or a line every tenth where there is no terminal. */
export interface Progress {
  /** Begins a task; `total` in the unit that `step` counts. */
  task(title: string, total?: number): { step(done: number): void; done(note?: string): void };
}

const width = 28;

export function openProgress(out: NodeJS.WriteStream): Progress {
  return {
    task(title, total) {
      const began = performance.now();
      let steps = 0;
      let toldTenth = 0;
      const draw = (): void => {
        if (total === undefined || total === 0) return;
        const part = Math.min(1, steps / total);
        if (out.isTTY) {
          const full = Math.round(part * width);
          out.write(
            `\r${title} ${'█'.repeat(full)}${'░'.repeat(width - full)} ${Math.floor(part * 100)} %`,
          );
        } else if (Math.floor(part * 10) > toldTenth) {
          toldTenth = Math.floor(part * 10);
          out.write(`${title} ${toldTenth * 10} %\n`);
        }
      };
      if (out.isTTY) out.write(`${title} …`);
      return {
        step(count) {
          const before = steps;
          steps += count;
          if (
            total !== undefined &&
            Math.floor((steps / total) * 200) > Math.floor((before / total) * 200)
          )
            draw();
        },
        done(note = '') {
          const seconds = ((performance.now() - began) / 1000).toFixed(1);
          out.write(
            `${out.isTTY ? '\r\u001b[K' : ''}${title} · ${seconds} s${note === '' ? '' : ` · ${note}`}\n`,
          );
        },
      };
    },
  };
}
