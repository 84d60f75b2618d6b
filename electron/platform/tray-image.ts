/**
 * The small mark in the tray, drawn here so that it needs no file: a slate-blue square with a white D, and a red dot while
 * something is due. Pixels as Electron's bitmaps have them: blue, green, red, alpha.
 */

type Colour = readonly [blue: number, green: number, red: number];
const slate: Colour = [0x7a, 0x54, 0x2f];
const white: Colour = [0xff, 0xff, 0xff];
const red: Colour = [0x26, 0x2f, 0xd9];

/** A square of `size` by `size`. */
export function trayPixels(size: number, isDue: boolean): Uint8Array {
  const pixels = new Uint8Array(size * size * 4);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const colour = colourAt((x + 0.5) / size, (y + 0.5) / size, isDue);
      if (colour === null) continue;
      pixels.set([...colour, 0xff], (y * size + x) * 4);
    }
  }
  return pixels;
}

/** Both from 0 to 1; `null` where nothing is drawn. */
function colourAt(x: number, y: number, isDue: boolean): Colour | null {
  const dot = (x - 0.78) ** 2 + (y - 0.22) ** 2;
  if (isDue && dot < 0.05) return red;
  if (isDue && dot < 0.075) return null;
  if (x < 0.06 || x > 0.94 || y < 0.06 || y > 0.94) return null;
  const isStem = x > 0.26 && x < 0.4 && y > 0.22 && y < 0.78;
  const bow = ((x - 0.38) / 0.36) ** 2 + ((y - 0.5) / 0.28) ** 2;
  const hollow = ((x - 0.38) / 0.22) ** 2 + ((y - 0.5) / 0.16) ** 2;
  return isStem || (x >= 0.38 && bow < 1 && hollow > 1) ? white : slate;
}
