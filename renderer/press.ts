/*
 * While a pointer is held down nothing that was read is put on the screen: it would move a button from under the finger,
 * the press would begin on one thing and end on another, and be lost.
 */

/** Longer than a press. Where the release goes to a list or a menu of the system's own, the page never hears of it. */
const PRESS_MS = 1_000;

const held: (() => void)[] = [];
let isDown = false;
let timer: ReturnType<typeof setTimeout> | undefined;

window.addEventListener(
  'pointerdown',
  () => {
    isDown = true;
    endIn(PRESS_MS);
  },
  true,
);
for (const end of ['pointerup', 'pointercancel', 'blur'] as const) {
  // The click comes in the same turn as the release; what was held comes after it.
  window.addEventListener(end, () => isDown && endIn(0), true);
}

function endIn(milliseconds: number): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    isDown = false;
    for (const work of held.splice(0)) work();
  }, milliseconds);
}

/** Runs work at once or, while a pointer is held down, right after it was let go and has been acted on; in the order it came. */
export function afterPress(work: () => void): void {
  if (isDown) held.push(work);
  else work();
}
