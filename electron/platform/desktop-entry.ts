/** An entry of the desktop that starts Duebook, as freedesktop.org’s Desktop Entry Specification writes it. */

export function desktopEntryOf(program: string, args: readonly string[]): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Duebook',
    `Exec=${[program, ...args].map(quoted).join(' ')}`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
}

/** One word of a command: in quotes, with what is special to a shell and to the entry made plain. */
function quoted(word: string): string {
  const inQuotes = word.replace(/[\\"`$]/g, '\\$&').replaceAll('%', '%%');
  // A string of the entry takes each backslash twice.
  return `"${inQuotes.replaceAll('\\', '\\\\')}"`;
}
