import { type Size, sizes } from '@siyu/simulator';
import { Command, InvalidArgumentError, Option } from 'commander';

export interface DemoOptions {
  readonly data: 'brand' | 'online-retail';
  readonly size: Size;
  readonly port?: number;
  readonly home?: string;
  /** Stop when everything is loaded. */
  readonly exit: boolean;
}

const port = (text: string): number => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0 || number > 65_535) {
    throw new InvalidArgumentError('A port is a whole number from 0 to 65535.');
  }
  return number;
};

/** Reads the demo's arguments; ends the process with a sentence when they are wrong. */
export function readOptions(argv: readonly string[]): DemoOptions {
  const command = new Command('npm run demo --')
    .description('Starts Siyu with a played brand, or with the UCI Online Retail orders')
    .argument('[data]', 'online-retail: real orders instead of the played brand')
    .addOption(
      new Option('--size <size>', 'people of the played brand')
        .choices(Object.keys(sizes))
        .default('default'),
    )
    .option('--port <port>', 'port to listen on; 0 takes a free one', port)
    .option('--home <folder>', 'where the demo keeps its data')
    .option('--exit', 'stop when everything is loaded', false)
    .parse([...argv], { from: 'user' });
  const [data = 'brand'] = command.args;
  if (data !== 'brand' && data !== 'online-retail') {
    command.error(`There is no demo "${data}"; leave it away, or write online-retail.`);
  }
  return { data: data as DemoOptions['data'], ...command.opts<Omit<DemoOptions, 'data'>>() };
}
