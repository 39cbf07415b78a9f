import { type Context, type Liquid, Tag, type TagToken, type TopLevelToken } from 'liquidjs';

/** Name in the scope under which the renderer hands over what each address is replaced by. */
export const linksInScope = '_links';

/** `{% link 'https://…' %}`: the tracked form of an address, or the address itself where nothing is tracked. */
export class LinkTag extends Tag {
  readonly url: string;

  constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid) {
    super(token, rest, liquid);
    const quoted = /^\s*(?:'([^']*)'|"([^"]*)")\s*$/.exec(token.args);
    this.url = quoted?.[1] ?? quoted?.[2] ?? '';
    if (!/^https?:\/\/[^\s<>"']+$/.test(this.url)) {
      throw new Error('link needs one address in quotes that begins with http:// or https://');
    }
  }

  *render(context: Context): Generator<unknown, string, unknown> {
    const scope = context.environments as Readonly<Record<string, unknown>>;
    const links = scope[linksInScope];
    yield;
    return (links instanceof Map && links.get(this.url)) || this.url;
  }
}
