// Duebook's icon, drawn by formula so that every size is sharp and the source is text: a ledger page with its column
// of sums, and the mark of one that is settled.

/** Coordinates run from 0 to 1 in both directions, y downwards. */
interface Point {
  x: number;
  y: number;
}

type Colour = readonly [red: number, green: number, blue: number];

/** How far a point is inside a shape, negative outside, in the same unit as the coordinates. */
type Shape = (point: Point) => number;

function roundedBox(left: number, top: number, right: number, bottom: number, radius: number): Shape {
  const centre = { x: (left + right) / 2, y: (top + bottom) / 2 };
  const half = { x: (right - left) / 2 - radius, y: (bottom - top) / 2 - radius };
  return ({ x, y }) => {
    const dx = Math.abs(x - centre.x) - half.x;
    const dy = Math.abs(y - centre.y) - half.y;
    const outside = Math.hypot(Math.max(dx, 0), Math.max(dy, 0));
    return radius - (outside + Math.min(Math.max(dx, dy), 0));
  };
}

function disc(x: number, y: number, radius: number): Shape {
  return (point) => radius - Math.hypot(point.x - x, point.y - y);
}

/** A line with round ends. */
function stroke(from: Point, to: Point, width: number): Shape {
  const along = { x: to.x - from.x, y: to.y - from.y };
  const lengthSquared = along.x ** 2 + along.y ** 2;
  return ({ x, y }) => {
    const share = ((x - from.x) * along.x + (y - from.y) * along.y) / lengthSquared;
    const t = Math.min(1, Math.max(0, share));
    return width / 2 - Math.hypot(x - from.x - t * along.x, y - from.y - t * along.y);
  };
}

const ground: Colour = [22, 78, 99];
const paper: Colour = [250, 250, 247];
const ink: Colour = [148, 171, 181];
const margin: Colour = [222, 116, 84];
const seal: Colour = [21, 128, 90];

/** The layers from the back to the front. Thin lines are left out where they would only blur. */
function layers(size: number): [Shape, Colour][] {
  const fine = size >= 48;
  const row = (y: number): [Shape, Colour][] => [
    [stroke({ x: 0.43, y }, { x: 0.56, y }, fine ? 0.035 : 0.06), ink],
    [stroke({ x: 0.66, y }, { x: 0.7, y }, fine ? 0.035 : 0.06), ink],
  ];
  return [
    [roundedBox(0.04, 0.04, 0.96, 0.96, 0.2), ground],
    [roundedBox(0.23, 0.17, 0.77, 0.83, 0.05), paper],
    ...(fine
      ? ([[stroke({ x: 0.345, y: 0.17 }, { x: 0.345, y: 0.83 }, 0.014), margin]] as [Shape, Colour][])
      : []),
    ...(fine ? [0.29, 0.39, 0.49, 0.59] : [0.33, 0.5]).flatMap(row),
    [disc(0.71, 0.74, 0.205), ground],
    [disc(0.71, 0.74, 0.165), seal],
    [stroke({ x: 0.635, y: 0.745 }, { x: 0.69, y: 0.8 }, 0.045), paper],
    [stroke({ x: 0.69, y: 0.8 }, { x: 0.79, y: 0.685 }, 0.045), paper],
  ];
}

/** The icon as rows of RGBA bytes, top first. */
export function drawIcon(size: number): Buffer {
  const pixels = Buffer.alloc(size * size * 4);
  const stack = layers(size);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const point = { x: (column + 0.5) / size, y: (row + 0.5) / size };
      let red = 0;
      let green = 0;
      let blue = 0;
      let alpha = 0;
      for (const [shape, colour] of stack) {
        // A pixel's coverage goes from none to full over the width of one pixel at the edge.
        const cover = Math.min(1, Math.max(0, shape(point) * size + 0.5));
        const next = cover + alpha * (1 - cover);
        if (next === 0) continue;
        const mix = (over: number, under: number) => (over * cover + under * alpha * (1 - cover)) / next;
        [red, green, blue] = [mix(colour[0], red), mix(colour[1], green), mix(colour[2], blue)];
        alpha = next;
      }
      pixels.set([red, green, blue, alpha * 255].map(Math.round), (row * size + column) * 4);
    }
  }
  return pixels;
}
