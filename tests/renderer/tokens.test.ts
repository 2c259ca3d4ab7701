// @vitest-environment node
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const css = readFileSync(join(import.meta.dirname, '../../renderer/styles/tokens.css'), 'utf8');
const [usual = '', highContrast = ''] = css.split('@media (prefers-contrast: more)');

type Theme = 'light' | 'dark';
const themes: readonly Theme[] = ['light', 'dark'];

/** Pairs of ink and ground that stand on each other somewhere, with the contrast WCAG 2.2 AA asks of them. */
const pairs: readonly [ink: string, ground: string, atLeast: number][] = [
  ...['paper', 'raised', 'sunken', 'accent-wash', 'notice-wash', 'red-wash', 'mark'].map(
    (ground): [string, string, number] => ['ink', ground, 7],
  ),
  ...['quiet', 'accent', 'red', 'notice', 'voice-supervisee', 'voice-supervisor'].flatMap((ink) =>
    ['paper', 'raised', 'sunken'].map((ground): [string, string, number] => [ink, ground, 4.5]),
  ),
  ['quiet', 'accent-wash', 4.5],
  ['accent-ink', 'accent', 4.5],
  ['red-ink', 'red', 4.5],
  ['red', 'red-wash', 4.5],
  ['notice', 'notice-wash', 4.5],
  ['edge', 'paper', 3],
  ['edge', 'raised', 3],
  ['edge', 'sunken', 3],
];

test('Every colour stands out from what it is put on, in the light and in the dark', () => {
  for (const theme of themes) {
    for (const [ink, ground, atLeast] of pairs) {
      const ratio = contrast(colour(usual, ink, theme), colour(usual, ground, theme));
      expect(ratio, `${ink} on ${ground}, ${theme}`).toBeGreaterThanOrEqual(atLeast);
    }
  }
});

test('High contrast raises ink, quiet text and edges above 7 to 1', () => {
  for (const theme of themes) {
    for (const ink of ['ink', 'quiet', 'edge', 'accent']) {
      const ratio = contrast(colour(highContrast, ink, theme), colour(highContrast, 'paper', theme));
      expect(ratio, `${ink}, ${theme}`).toBeGreaterThanOrEqual(7);
    }
  }
});

test('The colours are those of the experience note', () => {
  const light = [
    'paper',
    'ink',
    'quiet',
    'accent',
    'voice-supervisee',
    'voice-supervisor',
    'notice',
    'red',
    'edge',
  ];
  expect(light.map((name) => colour(usual, name, 'light'))).toEqual([
    '#faf7f2',
    '#23201c',
    '#5c554c',
    '#1f5f5b',
    '#6b3f69',
    '#2f5d8a',
    '#8a5a00',
    '#9b2c1f',
    '#8c8272',
  ]);
  expect(['paper', 'ink', 'accent'].map((name) => colour(usual, name, 'dark'))).toEqual([
    '#1c1a18',
    '#ece6dd',
    '#7fc4bc',
  ]);
});

function colour(part: string, name: string, theme: Theme): string {
  const found = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(part);
  const value = theme === 'light' ? found?.[1] : found?.[2];
  if (value === undefined) throw new Error(`There is no colour --${name}.`);
  return value;
}

/** Contrast ratio by WCAG 2.2, "relative luminance". */
function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
