/**
 * Puts text on the clipboard, without its looks. Through the copy command and not `navigator.clipboard`: the window is
 * given no permissions, and a press of a button is enough for this one.
 */
export function copyText(text: string): void {
  function put(event: ClipboardEvent) {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
  }
  document.addEventListener('copy', put, { capture: true, once: true });
  document.execCommand('copy');
  document.removeEventListener('copy', put, { capture: true });
}
