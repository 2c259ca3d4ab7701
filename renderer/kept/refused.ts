/**
 * Whether a field within holds something that is refused, which then has the focus: closing the form would look as though it had
 * been kept.
 */
export function leadsToRefused(fields: HTMLElement | null): boolean {
  const refused = fields?.querySelector<HTMLElement>('[aria-invalid="true"]');
  refused?.focus();
  return refused != null;
}
