/**
 * A PDF as it is: one page at a time on a canvas, fitted to the width or enlarged, with its text for readers of
 * the screen. It draws the very bytes that are kept and printed.
 */
import { ActionIcon, Group, Text, Tooltip } from '@mantine/core';
import {
  IconArrowAutofitWidth,
  IconChevronLeft,
  IconChevronRight,
  IconMail,
  IconMaximize,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useRef, useState } from 'react';
import type { SheetOverlay } from '../../../shared/templates/letters/sheet-geometry.ts';
import { OverlayBoxes, OverlayKey } from './overlay.tsx';
import './pdf.css';

export type PdfViewProps = {
  readonly pdf: Uint8Array;
  /** What the page is, for readers of the screen: `Demand letter to Rosa Delgado`. */
  readonly label: string;
  /** Window, address and folds, which can be shown over the first page. */
  readonly overlay?: SheetOverlay | null | undefined;
  /** Shown from the start. */
  readonly overlayOn?: boolean;
  /** Another version of the same pages follows now and then: the page shown stays until the next is drawn. */
  readonly steady?: boolean;
  /** Offers to show it larger; left out where it is large already. */
  onEnlarge?(): void;
};

/** Times the width of the frame. */
const zooms = [1, 1.25, 1.5, 2, 3] as const;

export function PdfView({
  pdf,
  label,
  overlay = null,
  overlayOn = false,
  steady = false,
  onEnlarge,
}: PdfViewProps) {
  const [document, setDocument] = useState<PDFDocumentProxy | null>(null);
  const [broken, setBroken] = useState(false);
  const [pageNumber, setPageNumber] = useState(1);
  const [zoom, setZoom] = useState(0);
  const [overlaid, setOverlaid] = useState(overlayOn);

  const closeShown = useRef<(() => void) | null>(null);

  useEffect(() => {
    let current = true;
    let close: (() => void) | null = null;
    setBroken(false);
    if (!steady) {
      setDocument(null);
      setPageNumber(1);
    }
    const open = async () => {
      const { openPdf } = await import('./pdf-engine.ts');
      if (!current) return;
      const opened = openPdf(pdf);
      close = opened.close;
      const loaded = await opened.document;
      if (!current) return;
      close = null;
      closeShown.current?.();
      closeShown.current = opened.close;
      setDocument(loaded);
      setPageNumber((now) => Math.min(now, loaded.numPages));
    };
    open().catch(() => {
      if (current) setBroken(true);
    });
    return () => {
      current = false;
      close?.();
    };
  }, [pdf, steady]);
  useEffect(() => () => closeShown.current?.(), []);

  const pages = document?.numPages ?? 0;
  const shown = overlaid && pageNumber === 1 && overlay !== null && overlay.boxes.length > 0 ? overlay : null;
  return (
    <div className="pdf-view">
      <Group justify="space-between" gap="xs" className="pdf-tools" wrap="nowrap">
        <Group gap={2} wrap="nowrap">
          <Tool label="Page before" disabled={pageNumber <= 1} press={() => setPageNumber(pageNumber - 1)}>
            <IconChevronLeft size={16} aria-hidden />
          </Tool>
          <Text size="sm" role="status" className="pdf-page-count">
            {pages === 0 ? 'Opening…' : `Page ${pageNumber} of ${pages}`}
          </Text>
          <Tool label="Next page" disabled={pageNumber >= pages} press={() => setPageNumber(pageNumber + 1)}>
            <IconChevronRight size={16} aria-hidden />
          </Tool>
        </Group>
        <Group gap={2} wrap="nowrap">
          {overlay === null || overlay.boxes.length === 0 ? null : (
            <Tool
              label="Show the window of the envelope"
              disabled={document === null}
              pressed={overlaid}
              press={() => setOverlaid(!overlaid)}
            >
              <IconMail size={16} aria-hidden />
            </Tool>
          )}
          <Tool label="Smaller" disabled={zoom === 0} press={() => setZoom(zoom - 1)}>
            <IconZoomOut size={16} aria-hidden />
          </Tool>
          <Tool label="Larger" disabled={zoom === zooms.length - 1} press={() => setZoom(zoom + 1)}>
            <IconZoomIn size={16} aria-hidden />
          </Tool>
          <Tool label="Fit the width" disabled={zoom === 0} press={() => setZoom(0)}>
            <IconArrowAutofitWidth size={16} aria-hidden />
          </Tool>
          {onEnlarge === undefined ? null : (
            <Tool label="Show it large" disabled={document === null} press={onEnlarge}>
              <IconMaximize size={16} aria-hidden />
            </Tool>
          )}
        </Group>
      </Group>
      {broken ? (
        <Text size="sm" p="sm" role="alert">
          The page could not be drawn here. It can still be printed or saved.
        </Text>
      ) : (
        <>
          {shown === null ? null : <OverlayKey overlay={shown} />}
          <PdfPage
            document={document}
            pageNumber={pageNumber}
            zoom={zooms[zoom] ?? 1}
            label={label}
            overlay={shown}
          />
        </>
      )}
    </div>
  );
}

type ToolProps = {
  readonly label: string;
  readonly disabled: boolean;
  /** Of one that is switched on and off. */
  readonly pressed?: boolean;
  readonly children: React.ReactNode;
  press(): void;
};

function Tool({ label, disabled, pressed, children, press }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        aria-label={label}
        disabled={disabled}
        onClick={press}
        {...(pressed === undefined
          ? {}
          : { 'aria-pressed': pressed, variant: pressed ? 'filled' : 'default' })}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

type PdfPageProps = {
  readonly document: PDFDocumentProxy | null;
  readonly pageNumber: number;
  readonly zoom: number;
  readonly label: string;
  readonly overlay: SheetOverlay | null;
};

/** US Letter, until the page says otherwise. */
const usualShape = 11 / 8.5;

function PdfPage({ document, pageNumber, zoom, label, overlay }: PdfPageProps) {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [frameWidth, setFrameWidth] = useState(0);
  const [shape, setShape] = useState(usualShape);
  const [text, setText] = useState('');

  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const watch = new ResizeObserver(() => setFrameWidth(element.clientWidth));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);

  const width = Math.max(0, Math.floor((frameWidth - 16) * zoom));
  useEffect(() => {
    const target = canvas.current;
    if (!document || !target || width === 0) return;
    let current = true;
    let stop: (() => void) | null = null;
    const draw = async () => {
      const page = await document.getPage(pageNumber);
      if (!current) return;
      const natural = page.getViewport({ scale: 1 });
      setShape(natural.height / natural.width);
      const viewport = page.getViewport({ scale: (width / natural.width) * window.devicePixelRatio });
      // Drawn apart and shown whole, so that the page never goes blank under the eyes.
      const sheet = target.ownerDocument.createElement('canvas');
      sheet.width = Math.round(viewport.width);
      sheet.height = Math.round(viewport.height);
      const drawing = page.render({ canvas: sheet, viewport });
      stop = () => drawing.cancel();
      const [words] = await Promise.all([textOf(page), drawing.promise]);
      if (!current) return;
      target.width = sheet.width;
      target.height = sheet.height;
      target.getContext('2d')?.drawImage(sheet, 0, 0);
      setText(words);
    };
    // A drawing that was overtaken rejects; the one that overtook it shows.
    draw().catch(() => undefined);
    return () => {
      current = false;
      stop?.();
    };
  }, [document, pageNumber, width]);

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section ref={frame} className="pdf-frame" tabIndex={0} aria-label={label}>
      <div className="pdf-sheet" style={{ width, height: width * shape }}>
        <canvas ref={canvas} className="pdf-canvas" aria-hidden />
        {overlay === null || document === null ? null : <OverlayBoxes overlay={overlay} />}
      </div>
      <p className="pdf-text">{text}</p>
    </section>
  );
}

async function textOf(page: PDFPageProxy): Promise<string> {
  const content = await page.getTextContent();
  return content.items.map((item) => ('str' in item ? item.str : '')).join(' ');
}
