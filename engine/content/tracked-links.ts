/** A template whose static addresses became link tags, and these addresses in order of first appearance. */
export interface LinkedTemplate {
  readonly source: string;
  readonly links: readonly string[];
}

const liquid = /\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g;
const linkTag = /^\{%-?\s*link\s+(?:'([^']*)'|"([^"]*)")\s*-?%\}$/;
/** Addresses end at white space, quotes, brackets of sentences and everything outside ASCII (Chinese text follows directly). */
const inText = /https?:\/\/[A-Za-z0-9\-._~:/?#@!$&*+,;=%[\]]+/g;
const inHref = /(\bhref\s*=\s*)(?:"(https?:\/\/[^"'<>\s]+)"|'(https?:\/\/[^"'<>\s]+)')/gi;

/**
 * Turns every static address into a tag `{% link '…' %}`, so that its clicks are counted: in HTML those of `href`, in plain text
 * all. An address that a variable continues (`https://a.cn/{{ x }}`) is not static and stays as it is.
 *
 * @example trackedLinks('看 https://a.cn/x。', 'text').source // "看 {% link 'https://a.cn/x' %}。"
 */
export function trackedLinks(source: string, format: 'text' | 'html'): LinkedTemplate {
  const links: string[] = [];
  const tagOf = (url: string): string => {
    if (!links.includes(url)) links.push(url);
    return `{% link '${url.replaceAll("'", '%27')}' %}`;
  };
  const rewrite = format === 'html' ? html(tagOf) : text(tagOf);
  let result = '';
  let from = 0;
  for (const found of source.matchAll(liquid)) {
    result += rewrite(source.slice(from, found.index), found[0].startsWith('{{'));
    const explicit = linkTag.exec(found[0]);
    result += explicit ? tagOf(explicit[1] ?? explicit[2] ?? '') : found[0];
    from = found.index + found[0].length;
  }
  return { source: result + rewrite(source.slice(from), false), links };
}

type Rewrite = (piece: string, continues: boolean) => string;

function text(tagOf: (url: string) => string): Rewrite {
  return (piece, continues) =>
    piece.replace(inText, (found, at: number) => {
      const isCut = continues && at + found.length === piece.length;
      if (isCut) return found;
      const url = found.replace(/[.,;:!?\]]+$/, '');
      return tagOf(url) + found.slice(url.length);
    });
}

function html(tagOf: (url: string) => string): Rewrite {
  return (piece) =>
    piece.replace(inHref, (_, before: string, double?: string, single?: string) => {
      const url = (double ?? single ?? '').replaceAll('&amp;', '&');
      return `${before}"${tagOf(url)}"`;
    });
}
