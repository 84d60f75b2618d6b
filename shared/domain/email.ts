/** An e-mail address as it is typed: a name, an @ and where it is received. Only the form is checked; no mail is ever sent. */

/** Trimmed, or `null` when it cannot be an address. Capitals stay as typed. */
export function readEmail(text: string): string | null {
  const address = text.trim();
  if (address.length > 254) return null;
  const parts = /^([^\s@<>()[\],;:"\\]{1,64})@((?:[\p{L}\p{N}-]{1,63}\.)+[\p{L}\p{N}-]{2,63})$/u.exec(
    address,
  );
  if (!parts) return null;
  const [, name = '', domain = ''] = parts;
  if (name.startsWith('.') || name.endsWith('.') || name.includes('..')) return null;
  return domain.split('.').every((label) => !label.startsWith('-') && !label.endsWith('-')) ? address : null;
}
