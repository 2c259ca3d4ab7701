/** The groups of a recovery code as it is written, `XXXX-XXXX-…`. */
export function groupsOf(code: string): readonly string[] {
  return code.split(/[-\s]+/).filter((group) => group !== '');
}

/** Whether what was typed back is the group, read as Crockford's base32 reads it: case aside, O is 0, I and L are 1. */
export function isSameGroup(typed: string, group: string): boolean {
  return normalise(typed) === normalise(group);
}

function normalise(text: string): string {
  return text.toUpperCase().replace(/[-\s]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
}
