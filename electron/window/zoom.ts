/** The steps in which the window is made larger and smaller. */

/** Per cent; a setting may hold any whole one in between. */
const zoomSteps = [80, 90, 100, 110, 125, 150, 175, 200] as const;

/** The next larger (`1`) or smaller (`-1`) step; the end of the row stays the end. */
export function nextZoom(percent: number, direction: 1 | -1): number {
  const steps = direction === 1 ? zoomSteps : zoomSteps.toReversed();
  return steps.find((step) => (step - percent) * direction > 0) ?? percent;
}
