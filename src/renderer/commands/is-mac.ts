/** Whether shortcuts go by the customs of a Mac. */
export function isMac(): boolean {
  return navigator.userAgent.includes('Macintosh');
}
