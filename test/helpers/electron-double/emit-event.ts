import type { EventEmitter } from 'node:events';

/** The part of Electron's events that a listener acts on. */
export interface PreventableEvent {
  preventDefault(): void;
  readonly defaultPrevented: boolean;
}

/** Emits an event that can be prevented; true where a listener did. */
export function emitEvent(emitter: EventEmitter, name: string, ...details: unknown[]): boolean {
  const event = preventable();
  emitter.emit(name, event, ...details);
  return event.defaultPrevented;
}

/** Emits an event whose details lie in the event itself; true where a listener prevented it. */
export function emitDetails(emitter: EventEmitter, name: string, details: object): boolean {
  const event = Object.assign(preventable(), details);
  emitter.emit(name, event);
  return event.defaultPrevented;
}

function preventable(): { preventDefault(): void; defaultPrevented: boolean } {
  return {
    defaultPrevented: false,
    preventDefault() {
      this.defaultPrevented = true;
    },
  };
}
