/** A part that scrolls by itself; it takes the focus, so that it can be scrolled without a mouse. */
import type { ReactNode, Ref } from 'react';

export type ScrollRegionProps = {
  readonly label: string;
  readonly className: string;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLElement>;
  readonly onScroll?: () => void;
};

export function ScrollRegion({ label, className, children, ref, onScroll }: ScrollRegionProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
    <section className={className} ref={ref} tabIndex={0} aria-label={label} onScroll={onScroll}>
      {children}
    </section>
  );
}
