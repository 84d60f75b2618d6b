/** A finished page as a small tree: what stands on it, without what makes it look so. Nothing in it is ever run or fetched. */
import { Parser } from 'htmlparser2';

export type PageTag = {
  readonly tag: string;
  readonly classes: ReadonlySet<string>;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: PageNode[];
};
export type PageNode = PageTag | string;

/** The page's tree and the text of its style. */
export function readPageTree(html: string): { readonly root: PageTag; readonly style: string } {
  const root = tagOf('page', {});
  const open: PageTag[] = [root];
  let style = '';
  let inStyle = false;
  const parser = new Parser({
    onopentag(tag, attributes) {
      if (tag === 'style') inStyle = true;
      const made = tagOf(tag, attributes);
      open.at(-1)?.children.push(made);
      open.push(made);
    },
    ontext(text) {
      if (inStyle) style += text;
      else open.at(-1)?.children.push(text);
    },
    onclosetag(tag) {
      if (tag === 'style') inStyle = false;
      if (open.length > 1) open.pop();
    },
  });
  parser.write(html);
  parser.end();
  return { root, style };
}

function tagOf(tag: string, attributes: Readonly<Record<string, string>>): PageTag {
  const classes = new Set((attributes.class ?? '').split(/\s+/).filter((one) => one !== ''));
  return { tag, classes, attributes, children: [] };
}

/** The first tag that fits, in the order of the page. */
export function findTag(from: PageTag, fits: (tag: PageTag) => boolean): PageTag | null {
  for (const child of from.children) {
    if (typeof child === 'string') continue;
    if (fits(child)) return child;
    const inner = findTag(child, fits);
    if (inner) return inner;
  }
  return null;
}

export function plainTextOf(node: PageNode): string {
  return typeof node === 'string' ? node : node.children.map(plainTextOf).join('');
}
