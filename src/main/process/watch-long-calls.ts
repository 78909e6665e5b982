import { CALLS } from '../../shared/contract/calls.ts';
import { decodeFrame } from '../../shared/rpc/frame.ts';
import type { Port } from '../../shared/rpc/port.ts';
import { isCallName } from '../rpc/app-answerer.ts';

/** The same line; `onChange` is told how many of its long calls are under way, whenever that changes. */
export function watchLongCalls(line: Port, onChange: (calls: number) => void): Port {
  const open = new Set<string>();
  line.onClose(() => {
    open.clear();
    onChange(0);
  });
  return {
    post: (message) => {
      line.post(message);
      if (open.size === 0) return;
      const frame = decodeFrame(message);
      if (frame?.kind === 'answer' && open.delete(frame.id)) onChange(open.size);
    },
    onMessage: (listener) => {
      line.onMessage((message) => {
        const frame = decodeFrame(message);
        if (frame?.kind === 'call' && isCallName(frame.name) && CALLS[frame.name].runs === 'long') {
          open.add(frame.id);
          onChange(open.size);
        }
        listener(message);
      });
    },
    onClose: (listener) => line.onClose(listener),
    close: () => line.close(),
  };
}
