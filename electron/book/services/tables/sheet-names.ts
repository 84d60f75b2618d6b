/** Names of sheets as Excel takes them: at most 31 characters, none of `[]:*?/\`, no two alike, not empty, not `History`. */

const longest = 31;

/** Answers names in the order they are asked for; a name that is taken gets a number. */
export function makeSheetNames(): (wanted: string) => string {
  const taken = new Set<string>(['history']);
  return (wanted) => {
    const clean =
      wanted
        .replace(/[[\]:*?/\\\p{Cc}]+/gu, ' ')
        .replace(/\s+/g, ' ')
        .trim()
        .replace(/^'+|'+$/g, '') || 'Sheet';
    for (let count = 1; ; count += 1) {
      const suffix = count === 1 ? '' : ` (${count})`;
      const name = `${cut(clean, longest - suffix.length)}${suffix}`;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  };
}

/** Never in the middle of a character, never ending in a blank or an apostrophe. */
function cut(text: string, most: number): string {
  return text
    .slice(0, most)
    .replace(/[\ud800-\udbff]$/, '')
    .replace(/[\s']+$/, '');
}
