/** Puts a text on the clipboard; whether it got there. Falls back to the older way where the browser denies the newer. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

function copyBySelection(text: string): boolean {
  const focused = document.activeElement;
  const copying = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  };
  document.addEventListener('copy', copying, { once: true });
  // The only way left where the asynchronous clipboard is not permitted.
  // oxlint-disable-next-line typescript/no-deprecated -- see above
  const isCopied = document.execCommand('copy');
  document.removeEventListener('copy', copying);
  if (focused instanceof HTMLElement) focused.focus();
  return isCopied;
}
