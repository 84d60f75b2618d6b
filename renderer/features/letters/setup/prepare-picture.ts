/**
 * A chosen picture made ready for paper, in the window's sandbox, where a damaged file can do no harm: turned as its camera meant,
 * cut to what is not white, made as small as print allows, and written anew, so that nothing else of the file (places, names) goes along.
 */
import { largestPicture } from '../../../../shared/domain/picture.ts';

/** In dots: about twice what the place on the sheet can show. */
const most = {
  logo: { width: 1200, height: 480 },
  signature: { width: 960, height: 320 },
} as const;

/** `null` for a picture that cannot be read, or that is white all over. */
export async function preparePicture(
  bytes: Uint8Array<ArrayBuffer>,
  kind: keyof typeof most,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const bitmap = await createImageBitmap(new Blob([bytes])).catch(() => null);
  if (bitmap === null || bitmap.width === 0 || bitmap.height === 0) return null;
  const inked = inkOf(bitmap);
  if (inked === null) return null;
  let scale = Math.min(1, most[kind].width / inked.width, most[kind].height / inked.height);
  for (let tries = 0; tries < 8; tries += 1) {
    const canvas = drawn(bitmap, inked, scale);
    for (const type of ['image/png', 'image/jpeg'] as const) {
      const written = await writtenAs(canvas, type);
      if (written !== null && written.length <= largestPicture.bytes) return written;
    }
    scale *= 0.75;
  }
  return null;
}

type Part = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

/** What is neither white nor clear, with a dot around it. Looked for in a copy that is small enough to be quick. */
function inkOf(bitmap: ImageBitmap): Part | null {
  const shrink = Math.min(1, 1000 / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * shrink));
  const height = Math.max(1, Math.round(bitmap.height * shrink));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return null;
  context.drawImage(bitmap, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4;
      const clear = (data[at + 3] ?? 0) < 12;
      const white = (data[at] ?? 0) > 246 && (data[at + 1] ?? 0) > 246 && (data[at + 2] ?? 0) > 246;
      if (clear || white) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  }
  if (right < 0) return null;
  const back = 1 / shrink;
  const from = { left: Math.max(0, (left - 1) * back), top: Math.max(0, (top - 1) * back) };
  return {
    ...from,
    width: Math.min(bitmap.width, (right + 2) * back) - from.left,
    height: Math.min(bitmap.height, (bottom + 2) * back) - from.top,
  };
}

function drawn(bitmap: ImageBitmap, part: Part, scale: number): OffscreenCanvas {
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(part.width * scale)),
    Math.max(1, Math.round(part.height * scale)),
  );
  const context = canvas.getContext('2d');
  if (context) {
    // Paper is white, and a JPEG knows nothing that is clear.
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.imageSmoothingQuality = 'high';
    context.drawImage(
      bitmap,
      part.left,
      part.top,
      part.width,
      part.height,
      0,
      0,
      canvas.width,
      canvas.height,
    );
  }
  return canvas;
}

async function writtenAs(
  canvas: OffscreenCanvas,
  type: 'image/png' | 'image/jpeg',
): Promise<Uint8Array<ArrayBuffer> | null> {
  const blob = await canvas.convertToBlob({ type, quality: 0.9 });
  // A browser that cannot write the one writes the other.
  return blob.type === type ? new Uint8Array(await blob.arrayBuffer()) : null;
}
