import { useEffect, useRef } from 'react';

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/**
 * Calls `onIdle` once when nobody has touched the window for `after` milliseconds, and again after the next such pause.
 * Measured by the wall clock, so that an hour with the lid closed counts as an hour.
 */
export function useIdle(after: number, onIdle: () => void): void {
  const latest = useRef(onIdle);
  useEffect(() => {
    latest.current = onIdle;
  });
  useEffect(() => {
    let lastSign = Date.now();
    let told = false;
    const note = () => {
      lastSign = Date.now();
      told = false;
    };
    const check = () => {
      if (told || Date.now() - lastSign < after) return;
      told = true;
      latest.current();
    };
    const timer = setInterval(check, Math.min(1000, after));
    for (const sign of signs) document.addEventListener(sign, note, { capture: true, passive: true });
    return () => {
      clearInterval(timer);
      for (const sign of signs) document.removeEventListener(sign, note, { capture: true });
    };
  }, [after]);
}
