const eveningFrom = 18;

/** Whether it is evening here, from 18:00 to midnight: then what is owed is folded, and the place to put things down is not. */
export function isEvening(): boolean {
  return new Date().getHours() >= eveningFrom;
}
