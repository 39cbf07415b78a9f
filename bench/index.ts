import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import type { BenchSize } from './workload.ts';
import { workloads } from './workloads/index.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: 'string', default: 'full' },
    json: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
  },
});

/** Says what is wrong with the command and how it is written. */
function refuse(sentence: string): never {
  console.error(
    `${sentence}\nUsage: npm run bench -- <${workloads.map(({ name }) => name).join('|')}> [--size small|full] [--json], or --list`,
  );
  process.exit(2);
}

const machine = () => ({
  cpu: cpus()[0]?.model.trim() ?? 'unknown',
  cores: cpus().length,
  memoryGib: Math.round(totalmem() / 1024 ** 3),
  node: process.version,
  platform: `${process.platform} ${process.arch}`,
});

async function measure(name: string, size: BenchSize): Promise<boolean> {
  const workload = workloads.find((candidate) => candidate.name === name);
  if (!workload) refuse(`There is no workload ${name}.`);
  const measured = await workload.run(size);
  if (values.json) {
    console.log(JSON.stringify({ workload: name, size, machine: machine(), ...measured }));
    return measured.holds;
  }
  console.log(`${name} (${size}): ${workload.about}`);
  for (const [label, { median, min, max, unit }] of Object.entries(measured.figures)) {
    console.log(`  ${label.padEnd(26)} ${median} ${unit}  (${min} to ${max})`);
  }
  if (measured.baseline) {
    const { what, figure } = measured.baseline;
    console.log(
      `  baseline: ${what}  ${figure.median} ${figure.unit}  (${figure.min} to ${figure.max})`,
    );
  }
  if (measured.ratio !== null) console.log(`  ratio ${measured.ratio}`);
  console.log(`  ${measured.holds ? 'holds' : 'DOES NOT HOLD'}: ${measured.hold}`);
  return measured.holds;
}

if (values.list) {
  for (const { name, about } of workloads) console.log(`${name.padEnd(10)} ${about}`);
} else {
  const [name] = positionals;
  if (name === undefined) refuse('Name a workload.');
  if (values.size !== 'small' && values.size !== 'full') refuse(`There is no size ${values.size}.`);
  process.exitCode = (await measure(name, values.size)) ? 0 : 1;
}
