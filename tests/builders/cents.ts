/** `-1234.50` as a file holds it, in cents; an empty cell is nothing. */
export function parseCents(text: string): number {
  if (text === '') return 0;
  const parts = /^(-?)(\d+)\.(\d\d)$/.exec(text);
  if (!parts) throw new Error(`no sum: ${text}`);
  return (parts[1] === '-' ? -1 : 1) * (Number(parts[2]) * 100 + Number(parts[3]));
}
