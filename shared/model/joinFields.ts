/** Field by field; null when both changed one, and differently. */
export function joinFields(
  base: Readonly<Record<string, unknown>>,
  first: Readonly<Record<string, unknown>>,
  second: Readonly<Record<string, unknown>>,
): Record<string, unknown> | null {
  const joined: Record<string, unknown> = {};
  for (const key of new Set([...Object.keys(first), ...Object.keys(second)])) {
    const isUnchanged = JSON.stringify(first[key]) === JSON.stringify(base[key]);
    const wanted = isUnchanged ? second[key] : first[key];
    const isAgreed = [base[key], first[key]].some(
      (value) => JSON.stringify(value) === JSON.stringify(second[key]),
    );
    if (!isUnchanged && !isAgreed) return null;
    if (wanted !== undefined) joined[key] = wanted;
  }
  return joined;
}
