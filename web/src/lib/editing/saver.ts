/**
 * Saves a draft by itself: some time after the last change, one request at a time, each naming the version that it
 * was made from. What is not saved yet lies in the device's store, so neither a crash nor a lost network loses it.
 */
import { isPassing, isProblem } from '@/lib/api/problem';

import { same } from './same';

/** `D` is what is edited: a form's or a flow's definition. */
export interface Draft<D> {
  definition: D;
  version: number;
  updatedBy: string;
}

export type SaveState<D> =
  | { is: 'saved' }
  | { is: 'waiting' }
  | { is: 'saving' }
  /** It cannot be saved as it is: a name is missing. */
  | { is: 'held' }
  /** `again`: it is tried again by itself. */
  | { is: 'failed'; error: Error; again: boolean }
  /** Somebody else saved in the meantime. */
  | { is: 'stale'; theirs: Draft<D> };

/** What is kept on the device: my text, and what it was made from. */
export interface Copy<D> {
  base: D;
  version: number;
  mine: D;
}

export interface Ports<D> {
  put: (definition: D, version: number) => Promise<Draft<D>>;
  get: () => Promise<Draft<D>>;
  keep: (copy: Copy<D> | null) => void;
  savable: (definition: D) => boolean;
  delay?: number;
}

const DELAY_MS = 900;
const AGAIN_MS = 4000;

export class Saver<D> {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | null = null;
  private readonly listeners = new Set<() => void>();
  private current: SaveState<D> = { is: 'saved' };
  private mine: D;
  private sent: D | null = null;

  constructor(
    private saved: Draft<D>,
    private readonly ports: Ports<D>,
  ) {
    this.mine = saved.definition;
  }

  get state(): SaveState<D> {
    return this.current;
  }

  get version(): number {
    return this.saved.version;
  }

  /** What the server has. */
  get base(): D {
    return this.saved.definition;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  change(definition: D): void {
    if (definition === this.mine) return;
    this.mine = definition;
    if (this.clean()) this.ports.keep(null);
    else this.ports.keep({ base: this.base, version: this.version, mine: definition });
    if (this.current.is === 'stale' || this.running) return;
    this.plan(this.ports.delay ?? DELAY_MS);
  }

  /** Saves now what is not saved. False if it could not be. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer);
    while (this.running) await this.running;
    if (!this.clean() && this.current.is !== 'stale') await this.run();
    return this.clean() && this.current.is === 'saved';
  }

  /** After both sides were brought together: `merged` is saved on top of theirs. */
  resolve(theirs: Draft<D>, merged: D): void {
    this.saved = theirs;
    this.mine = merged;
    this.ports.keep(this.clean() ? null : { base: this.base, version: this.version, mine: merged });
    this.show({ is: 'saved' });
    this.plan(0);
  }

  /** No request is started any more; the copy on the device stays. */
  stop(): void {
    clearTimeout(this.timer);
  }

  private clean(): boolean {
    return same(this.mine, this.base);
  }

  private plan(delay: number): void {
    clearTimeout(this.timer);
    if (this.clean()) {
      this.show({ is: 'saved' });
      return;
    }
    if (!this.ports.savable(this.mine)) {
      this.show({ is: 'held' });
      return;
    }
    this.show({ is: 'waiting' });
    this.timer = setTimeout(() => void this.run(), delay);
  }

  private run(): Promise<void> {
    if (!this.ports.savable(this.mine)) return Promise.resolve();
    this.running ??= this.send().finally(() => {
      this.running = null;
      if (this.current.is === 'saving') this.plan(0);
    });
    return this.running;
  }

  private async send(): Promise<void> {
    const sending = this.mine;
    this.show({ is: 'saving' });
    try {
      this.saved = await this.ports.put(sending, this.version);
      if (same(this.mine, sending)) this.mine = this.saved.definition;
      this.ports.keep(this.clean() ? null : { base: this.base, version: this.version, mine: this.mine });
    } catch (error) {
      await this.failed(error, sending);
    }
  }

  private async failed(error: unknown, sending: D): Promise<void> {
    if (isProblem(error, 'stale')) {
      try {
        this.meet(await this.ports.get(), sending);
      } catch (fault) {
        this.giveUp(fault, sending);
      }
      return;
    }
    this.giveUp(error, sending);
  }

  /** An earlier request of ours may have been done although its answer was lost: then theirs is mine. */
  private meet(theirs: Draft<D>, sending: D): void {
    const ours = same(theirs.definition, sending) || (this.sent && same(theirs.definition, this.sent));
    if (ours) {
      this.saved = theirs;
      this.sent = null;
    } else {
      this.show({ is: 'stale', theirs });
    }
  }

  private giveUp(error: unknown, sending: D): void {
    const again = isPassing(error);
    this.sent = again ? sending : null;
    this.show({ is: 'failed', error: error instanceof Error ? error : new Error(String(error)), again });
    if (again) this.timer = setTimeout(() => void this.run(), AGAIN_MS);
  }

  private show(state: SaveState<D>): void {
    this.current = state;
    for (const listener of this.listeners) listener();
  }
}
