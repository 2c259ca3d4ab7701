/** An event whose listener may prevent what it announces. */
export type Preventable = { defaultPrevented: boolean; preventDefault: () => void };

/** A fresh preventable event with Electron's further fields. */
export function preventable<T extends object>(fields: T): T & Preventable {
  const event = {
    ...fields,
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true;
    },
  };
  return event;
}
