/** Milliseconds between two attempts. */
const PAUSE = 2000;

/** Tries to reach a web host again until it answers, then calls `onFound` once. Returns a function that gives up. */
export function awaitHost(address: string, onFound: () => void): () => void {
  let socket: WebSocket | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  const attempt = (): void => {
    socket = new WebSocket(address);
    socket.addEventListener('open', () => {
      if (isOver) return;
      isOver = true;
      socket?.close();
      onFound();
    });
    socket.addEventListener('close', () => {
      if (!isOver) timer = setTimeout(attempt, PAUSE);
    });
  };
  timer = setTimeout(attempt, PAUSE);
  return () => {
    isOver = true;
    clearTimeout(timer);
    socket?.close();
  };
}
