import { fork, type ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { MessagePort } from 'node:worker_threads';
import type Electron from 'electron';
import { handOn } from './message-channel.ts';
import type { ChildMessage } from './utility-child.ts';

const CHILD = fileURLToPath(new URL('./utility-child.ts', import.meta.url));

type ProcessShape = Pick<Electron.UtilityProcess, 'kill' | 'postMessage' | 'pid'>;

/** A utility process, played by a real child process: it can be killed, and its ports close with it. */
export class UtilityProcess extends EventEmitter implements ProcessShape {
  /** Those that run, the latest last. */
  static readonly running: UtilityProcess[] = [];

  static fork(modulePath: string, args: string[] = [], { env }: Electron.ForkOptions = {}): UtilityProcess {
    return new UtilityProcess(
      fork(CHILD, [modulePath, ...args], {
        serialization: 'advanced',
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
        env: env as NodeJS.ProcessEnv,
      }),
    );
  }

  readonly #child: ChildProcess;
  readonly #ports = new Map<number, MessagePort>();
  #last = 0;
  #isUp = false;

  private constructor(child: ChildProcess) {
    super();
    this.#child = child;
    UtilityProcess.running.push(this);
    child.on('message', (message: ChildMessage) => this.#take(message));
    child.on('error', () => undefined);
    child.once('spawn', () => {
      this.#isUp = true;
      this.emit('spawn');
    });
    child.once('exit', (code) => {
      UtilityProcess.running.splice(UtilityProcess.running.indexOf(this), 1);
      for (const port of this.#ports.values()) port.close();
      this.emit('exit', code ?? 9);
    });
  }

  get pid(): number | undefined {
    return this.#isUp && this.#child.exitCode === null ? this.#child.pid : undefined;
  }

  postMessage(data: unknown, transfer: Electron.MessagePortMain[] = []): void {
    const ports = transfer.map((given) => {
      const id = ++this.#last;
      const port = handOn(given);
      this.#ports.set(id, port);
      port.on('message', (message: unknown) => this.#send({ kind: 'port-message', port: id, data: message }));
      port.once('close', () => this.#send({ kind: 'port-close', port: id }));
      return id;
    });
    this.#send({ kind: 'message', data, ports });
  }

  kill(): boolean {
    return this.#child.kill();
  }

  /** As `kill -9` would. */
  endByForce(): void {
    this.#child.kill('SIGKILL');
  }

  #send(message: ChildMessage): void {
    if (this.#child.connected) this.#child.send(message, () => undefined);
  }

  #take(message: ChildMessage): void {
    if (message.kind === 'message') this.emit('message', message.data);
    else if (message.kind === 'port-message') this.#ports.get(message.port)?.postMessage(message.data);
    else this.#ports.get(message.port)?.close();
  }
}
