/** A two-way line that carries whole messages in order: a message port, a socket, the channel to a child process. */
export interface Port {
  post(message: Uint8Array): void;
  onMessage(listener: (message: Uint8Array) => void): void;
  /** Called once, when nothing more will come. */
  onClose(listener: () => void): void;
  close(): void;
}
