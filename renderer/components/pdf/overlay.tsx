/** What paper cannot show: where the window of the envelope will lie, the room for the address, and the folds. Over the first page. */
import type { OverlayBox, SheetOverlay } from '../../../shared/templates/letters/sheet-geometry.ts';

export type OverlayProps = { readonly overlay: SheetOverlay };

export function OverlayBoxes({ overlay: { page, boxes, foldsMm } }: OverlayProps) {
  return (
    <svg
      className="pdf-overlay"
      viewBox={`0 0 ${page.widthMm} ${page.heightMm}`}
      preserveAspectRatio="none"
      aria-hidden
    >
      {boxes.map(({ kind, box }) => (
        <rect
          key={kind}
          data-kind={kind}
          x={box.left}
          y={box.top}
          width={box.right - box.left}
          height={box.bottom - box.top}
        />
      ))}
      {foldsMm.map((fold) => (
        <line key={fold} x1={0} x2={page.widthMm} y1={fold} y2={fold} />
      ))}
    </svg>
  );
}

/** Each line has a look of its own beside its colour: plain, dashed, filled, long dashes. */
export function OverlayKey({ overlay: { boxes, foldsMm } }: OverlayProps) {
  return (
    <ul className="pdf-overlay-key" aria-label="What is drawn over the page">
      {boxes
        .filter(({ kind }) => kind !== 'return_window')
        .map(({ kind, label }) => (
          <li key={kind}>
            <Sample kind={kind} />
            {label}
          </li>
        ))}
      {foldsMm.length === 0 ? null : (
        <li>
          <svg className="pdf-overlay-sample" viewBox="0 0 22 12" width="22" height="12" aria-hidden>
            <g className="pdf-overlay">
              <line x1="1" x2="21" y1="6" y2="6" />
            </g>
          </svg>
          Folds
        </li>
      )}
    </ul>
  );
}

function Sample({ kind }: { readonly kind: OverlayBox['kind'] }) {
  return (
    <svg viewBox="0 0 22 12" width="22" height="12" aria-hidden>
      <g className="pdf-overlay">
        <rect data-kind={kind} x="1" y="1" width="20" height="10" />
      </g>
    </svg>
  );
}
