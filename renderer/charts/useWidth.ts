import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** Until it is known, and where nothing is laid out. */
const usualWidth = 720;

/**
 * The width an element has, in whole pixels, followed as it changes: a drawing made for that width keeps its letters at their size in a
 * narrow window and at 400 % zoom.
 */
export function useWidth<E extends HTMLElement>(): { ref: RefObject<E | null>; width: number } {
  const ref = useRef<E>(null);
  const [width, setWidth] = useState(usualWidth);
  useLayoutEffect(() => {
    const { current } = ref;
    if (current === null) return;
    const measure = () => setWidth(Math.max(240, Math.floor(current.clientWidth)) || usualWidth);
    if (current.clientWidth > 0) measure();
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return { ref, width };
}
