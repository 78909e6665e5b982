import type { IHeaderComp, IHeaderParams } from 'ag-grid-community';
import { useSyncExternalStore, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { CardColumn } from '../../../../shared/contract/model-card.ts';
import { ColumnHead } from './column-head.tsx';
import type { PageRow } from './page-row.ts';
import styles from './column-head.module.css';

/** What the grid tells of the head of a column. */
export interface HeadPlaceParams extends IHeaderParams<PageRow> {
  readonly card: CardColumn;
  readonly places: HeadPlaces;
}

interface Place {
  readonly element: HTMLElement;
  readonly params: HeadPlaceParams;
}

/** Where in the grid a head stands at present. The grid makes and takes away places as one scrolls. */
export class HeadPlaces {
  readonly #listeners = new Set<() => void>();
  #places: readonly Place[] = [];

  readonly all = (): readonly Place[] => this.#places;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  add(place: Place): void {
    this.#change([...this.#places, place]);
  }

  remove(element: HTMLElement): void {
    this.#change(this.#places.filter((place) => place.element !== element));
  }

  #change(places: readonly Place[]): void {
    this.#places = places;
    for (const listener of this.#listeners) listener();
  }
}

/** A place for a head, as the grid asks for it. */
export class HeadPlace implements IHeaderComp {
  readonly #element = document.createElement('div');
  #places: HeadPlaces | null = null;

  init(params: HeadPlaceParams): void {
    this.#element.className = styles['place'] ?? '';
    this.#places = params.places;
    params.places.add({ element: this.#element, params });
  }

  getGui(): HTMLElement {
    return this.#element;
  }

  /** A head reads all that changes from the table's page. */
  refresh({ card }: HeadPlaceParams): boolean {
    return (
      this.#places?.all().some(({ element, params }) => element === this.#element && params.card === card) === true
    );
  }

  destroy(): void {
    this.#places?.remove(this.#element);
  }
}

/** Draws the heads where the grid has places for them. */
export function Heads({ places }: { readonly places: HeadPlaces }): ReactNode {
  return useSyncExternalStore(places.subscribe, places.all).map(({ element, params }) =>
    createPortal(
      <ColumnHead card={params.card} progressSort={params.progressSort} eGridHeader={params.eGridHeader} />,
      element,
      params.card.name,
    ),
  );
}
