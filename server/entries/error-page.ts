import type { Catalogue } from '../platform/http/index.ts';

/** docs/errors.md: every error by module, what it means and how to mend it, in both languages. */
export function errorPage(catalogue: Catalogue): string {
  const byModule = Map.groupBy(catalogue, ([code]) => code.slice(0, code.indexOf('.')));
  const sections = [...byModule].map(([module, entries]) => {
    const rows = entries.map(([code, entry]) =>
      [
        `<a id="${code}"></a>\`${code}\``,
        `${entry.status}${entry.retryable ? ' ↻' : ''}`,
        `${entry.en}<br>${entry.mendEn}`,
        `${entry.zh}<br>${entry.mendZh}`,
      ]
        .map((cell) => cell.replaceAll('|', '\\|'))
        .join(' | '),
    );
    const head = ['| Code | Status | English | 中文 |', '|---|---|---|---|'];
    return [`## ${module}`, '', ...head, ...rows.map((row) => `| ${row} |`), ''].join('\n');
  });
  return `# Errors

Written by \`npm run siyu -- docs errors\` from the registries in \`contract/*/errors.ts\`; a test keeps both equal.
Every error answer is \`application/problem+json\` (RFC 9457) with \`code\`, \`status\`, \`title\`, \`mend\`, \`retryable\` and \`params\`.
↻ marks those that may pass when the request is repeated after \`Retry-After\`.

${sections.join('\n')}`;
}
