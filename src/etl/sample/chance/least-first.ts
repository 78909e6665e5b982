import { itemAt } from './item-at.ts';

interface Entry<T> {
  readonly key: number;
  readonly item: T;
}

/** Items by a number, the least first: a binary heap. */
export class LeastFirst<T> {
  readonly #heap: Entry<T>[] = [];

  /** The least number held; infinity where nothing is held. */
  get least(): number {
    return this.#heap[0]?.key ?? Number.POSITIVE_INFINITY;
  }

  push(key: number, item: T): void {
    const heap = this.#heap;
    let place = heap.length;
    heap.push({ key, item });
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (itemAt(heap, parent).key <= key) break;
      heap[place] = itemAt(heap, parent);
      place = parent;
    }
    heap[place] = { key, item };
  }

  /** Takes the item with the least number. */
  pop(): T {
    const heap = this.#heap;
    const first = itemAt(heap, 0);
    const moved = heap.pop();
    if (moved !== undefined && heap.length > 0) this.#sink(moved);
    return first.item;
  }

  #sink(entry: Entry<T>): void {
    const heap = this.#heap;
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && itemAt(heap, child + 1).key < itemAt(heap, child).key) child++;
      if (itemAt(heap, child).key >= entry.key) break;
      heap[place] = itemAt(heap, child);
      place = child;
    }
    heap[place] = entry;
  }
}
