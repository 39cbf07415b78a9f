import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { figure, round } from '../figures.ts';
import { withServer } from '../server.ts';
import type { BenchSize, Measured, Workload } from '../workload.ts';

const most = 0.02;
/** The kernel counts processor time in hundredths of a second. */
const ticksPerSecond = 100;
const settleMs = 20_000;

/** What an installation costs that nobody uses: processor time and memory of the server and of the engine it started. */
export const idle: Workload = {
  name: 'idle',
  about: 'a started server that nobody uses: processor share, resident memory',
  run: (size) => withServer(() => measure(size)),
};

async function measure(size: BenchSize): Promise<Measured> {
  const rounds = size === 'full' ? 4 : 2;
  const roundMs = size === 'full' ? 15_000 : 5_000;
  await sleep(size === 'full' ? settleMs : settleMs / 4);
  const shares: number[] = [];
  const memory: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const before = await familyOf(process.pid);
    const began = performance.now();
    await sleep(roundMs);
    const after = await familyOf(process.pid);
    const elapsed = (performance.now() - began) / 1000;
    shares.push((after.ticks - before.ticks) / ticksPerSecond / elapsed);
    memory.push(after.residentBytes / 1024 ** 2);
  }
  const cpu = figure(
    shares.map((share) => share * 100),
    '% of one core',
  );
  return {
    figures: { cpu, memory: figure(memory, 'MiB resident, engine included') },
    baseline: null,
    ratio: null,
    hold: `processor share below ${most * 100} % of one core`,
    holds: round(cpu.median) < most * 100,
  };
}

/** Processor ticks and resident memory of a process and all its children, from /proc (Linux). */
async function familyOf(root: number): Promise<{ ticks: number; residentBytes: number }> {
  const all = await Promise.all(
    (await readdir('/proc'))
      .filter((name) => /^\d+$/.test(name))
      .map((name) => statOf(Number(name))),
  );
  const alive = all.filter((stat) => stat !== null);
  const family = new Set([root]);
  for (let grew = true; grew; ) {
    grew = false;
    for (const { pid, parent } of alive) {
      if (!family.has(parent) || family.has(pid)) continue;
      family.add(pid);
      grew = true;
    }
  }
  const members = alive.filter(({ pid }) => family.has(pid));
  return {
    ticks: members.reduce((sum, { ticks }) => sum + ticks, 0),
    residentBytes: members.reduce((sum, { residentBytes }) => sum + residentBytes, 0),
  };
}

const pageBytes = 4096;

async function statOf(pid: number) {
  try {
    const text = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The command stands in brackets and may hold spaces; fields are counted from its end.
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [parent = 0, utime = 0, stime = 0, pages = 0] = [
      fields[1],
      fields[11],
      fields[12],
      fields[21],
    ];
    return { pid, parent, ticks: utime + stime, residentBytes: pages * pageBytes };
  } catch {
    // It ended between the list and the look.
    return null;
  }
}
