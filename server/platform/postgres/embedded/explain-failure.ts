/** What PostgreSQL writes when it fails, and what the person who started it can do about it. */
const remedies: readonly [pattern: RegExp, remedy: string][] = [
  [/No space left on device/, 'The disk is full. Free space and start again; nothing is lost.'],
  [
    /Disk quota exceeded/,
    'The disk quota is used up. Free space and start again; nothing is lost.',
  ],
  [
    /error while loading shared libraries|Library not loaded/,
    'Its libraries are incomplete. Run `npm rebuild` (npm must be allowed to run install scripts).',
  ],
  [
    /database files are incompatible|was initialized by PostgreSQL version/,
    'The data was written by another version of PostgreSQL. Start the version of Siyu that wrote it, run `siyu backup`, and restore that with this version.',
  ],
  [
    /could not (?:create|map|resize).*shared memory|Cannot allocate memory/,
    'There is not enough memory. PostgreSQL needs about 400 MB.',
  ],
  [
    /Address already in use|already exists.*socket/,
    'Its socket is in use by another PostgreSQL. Stop that one.',
  ],
  [/Read-only file system/, 'The disk is read-only. Choose another data folder with SIYU_HOME.'],
  [
    /Permission denied/,
    'The account it runs under may not use a file of the data folder. Restore the ownership of that file.',
  ],
  [
    /invalid (?:primary )?checkpoint|could not locate a valid checkpoint|PANIC/,
    'The database is damaged. Restore a backup with `siyu restore`.',
  ],
];

/** One plain message: what failed, PostgreSQL's own last words, and the remedy when the cause is known. */
export function explainFailure(what: string, output: string): string {
  const lines = output.trim().split('\n');
  const telling = lines.filter((line) => /FATAL|PANIC|error|could not|fatal/i.test(line));
  const words = (telling.length > 0 ? telling : lines)
    .slice(-3)
    .map((line) => line.replace(/^.*?(?:FATAL|PANIC|LOG|initdb: error):\s*/, '').trim())
    .join('; ');
  const remedy = remedies.find(([pattern]) => pattern.test(output))?.[1];
  return [`${what}: ${words || 'it gave no reason'}.`, remedy].filter(Boolean).join(' ');
}
