import type { Catalogue } from './catalogue.ts';

/** The page that the `type` of every problem points to: what each error means and how to mend it, in both languages. */
export function errorList(catalogue: Catalogue): string {
  const entries = [...catalogue].map(
    ([
      code,
      entry,
    ]) => `<section id="${code}"><h2><code>${code}</code> <small>${entry.status}</small></h2>
<p lang="zh">${plain(entry.zh)}<br>${plain(entry.mendZh)}</p>
<p lang="en">${plain(entry.en)}<br>${plain(entry.mendEn)}</p></section>`,
  );
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>Siyu 错误说明 · Errors</title>
<body style="font:15px/1.6 system-ui;max-width:48rem;margin:2rem auto;padding:0 1rem;color:#222">
<h1>错误说明 · Errors</h1>
${entries.join('\n')}</body></html>`;
}

function plain(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
