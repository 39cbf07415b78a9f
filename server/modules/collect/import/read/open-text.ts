import { createReadStream } from 'node:fs';
import { pipeline, type Readable, Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { FileFormat } from '@siyu/contract/collect';
import { ImportFault } from './import-fault.ts';

/**
 * The text of a file as a stream of strings, unpacked and decoded, without a byte order mark. Bytes that are no text in the
 * stated encoding end it with an `ImportFault`: nothing is replaced in silence.
 */
export function openText(path: string, format: Pick<FileFormat, 'encoding' | 'gzip'>): Readable {
  const bytes = createReadStream(path, { highWaterMark: 256 * 1024 });
  const text = decode(format.encoding);
  const stages = format.gzip ? [bytes, createGunzip(), text] : [bytes, text];
  // Errors of any stage end the last one, where the reader meets them.
  pipeline(stages, () => undefined);
  return text;
}

function decode(encoding: FileFormat['encoding']): Transform {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let read = 0;
  const fault = () =>
    new ImportFault(
      `it is not ${encoding} text near byte ${read}; choose the other encoding`,
      `第 ${read} 字节附近不是 ${encoding} 文本，请改选另一种编码`,
    );
  return new Transform({
    readableObjectMode: true,
    transform(chunk: Buffer, _encoding, done) {
      try {
        const text = decoder.decode(chunk, { stream: true });
        read += chunk.length;
        done(null, text === '' ? undefined : text);
      } catch {
        done(fault());
      }
    },
    flush(done) {
      try {
        const text = decoder.decode();
        done(null, text === '' ? undefined : text);
      } catch {
        done(fault());
      }
    },
  });
}
