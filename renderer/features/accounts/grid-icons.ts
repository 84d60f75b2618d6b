/**
 * The grid's signs as drawings inside the page. Its own are pictures in style sheets, which the content
 * security policy refuses and forced colours paint over.
 */
const drawing = (path: string) =>
  `<svg viewBox="0 0 16 16" width="14" height="14" fill="none" stroke="currentColor" stroke-width="2" ` +
  `stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="${path}"/></svg>`;

export const gridIcons: Readonly<Record<string, string>> = {
  sortAscending: drawing('M8 13V3M4 7l4-4 4 4'),
  sortDescending: drawing('M8 3v10M4 9l4 4 4-4'),
  columnMovePin: drawing('M8 2v12M2 8h12'),
  columnMoveMove: drawing('M8 2v12M2 8h12'),
  columnMoveLeft: drawing('M13 8H3M7 4L3 8l4 4'),
  columnMoveRight: drawing('M3 8h10M9 4l4 4-4 4'),
  columnMoveHide: drawing('M3 3l10 10M13 3L3 13'),
  dropNotAllowed: drawing('M3 3l10 10M13 3L3 13'),
};
