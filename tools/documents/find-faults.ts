import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';

/** Folders of a developer's machine, which mean nothing on another. */
const MACHINE_PATH = /(?<![\w.@/-])\/(?:work|home\/[a-z]\w*|Users\/\w+|root)\/[\w.-]+/;
const TEXT = new Set([
  '.ts',
  '.tsx',
  '.mjs',
  '.js',
  '.json',
  '.md',
  '.sql',
  '.yml',
  '.yaml',
  '.css',
  '.html',
  '',
]);

/**
 * What is wrong with the written parts of the repository, one sentence each: a relative link of a Markdown file that leads
 * nowhere, a path of somebody's machine, a download address in the lock file.
 */
export function findDocumentFaults(root: string): string[] {
  return committableFiles(root).flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    return [
      ...(file.endsWith('.md') ? deadLinks(root, file, text) : []),
      ...(file === 'package-lock.json' ? addresses(file, text) : machinePaths(file, text)),
    ];
  });
}

/** What git holds or would add: ignored files are nobody's business. */
function committableFiles(root: string): string[] {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  return execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 })
    .split('\0')
    .filter((file) => file && TEXT.has(extname(file)) && existsSync(join(root, file)));
}

function deadLinks(root: string, file: string, text: string): string[] {
  const prose = text
    .replace(/^```[\s\S]*?^```/gm, (code) => code.replace(/[^\n]/g, ''))
    .replace(/`[^`\n]*`/g, '');
  return [
    ...prose.matchAll(
      /\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)|<(?:img|a)\s[^>]*?(?:src|href)="([^"]+)"/g,
    ),
  ].flatMap((match) => {
    const link = match[1] ?? match[2] ?? '';
    const isElsewhere = /^([a-z]+:|#|\/\/)/i.test(link);
    const path = decodeURIComponent(link.replace(/[#?].*$/, ''));
    if (isElsewhere || existsSync(join(root, dirname(file), path))) return [];
    return [`${file}:${lineOf(prose, match.index)} links to ${link}, which does not exist.`];
  });
}

function machinePaths(file: string, text: string): string[] {
  const match = MACHINE_PATH.exec(text);
  if (!match) return [];
  return [
    `${file}:${lineOf(text, match.index)} names ${match[0]}, a path of one machine. Make it relative.`,
  ];
}

function addresses(file: string, text: string): string[] {
  const index = text.search(/"resolved": "https?:/);
  if (index < 0) return [];
  return [
    `${file}:${lineOf(text, index)} holds a download address. .npmrc says omit-lockfile-registry-resolved=true; run npm install once more.`,
  ];
}

function lineOf(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}
