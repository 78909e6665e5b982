/** A dialect-free scalar expression: the transform is built of these and rendered by one code generator. */
export type Expression =
  | { readonly kind: 'column'; readonly name: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'filled'; readonly of: Expression; readonly value: number }
  | { readonly kind: 'sum'; readonly of: readonly Expression[] }
  | { readonly kind: 'difference'; readonly minuend: Expression; readonly subtrahend: Expression }
  | { readonly kind: 'product'; readonly left: Expression; readonly right: Expression }
  | {
      readonly kind: 'compare';
      readonly operator: '=' | '>' | '>=';
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'present'; readonly of: Expression }
  | { readonly kind: 'any'; readonly of: readonly Expression[] }
  | { readonly kind: 'choose'; readonly when: readonly Branch[]; readonly otherwise: Expression }
  | { readonly kind: 'missing' }
  /** The whole-number field of the local clock in a canonical timestamp text. */
  | { readonly kind: 'clock'; readonly field: ClockField; readonly of: Expression };

/** `weekday` counts from Sunday = 0. */
export type ClockField = 'year' | 'month' | 'day' | 'weekday' | 'hour' | 'minute';

export interface Branch {
  readonly if: Expression;
  readonly give: Expression;
}

export const column = (name: string): Expression => ({ kind: 'column', name });
export const number = (value: number): Expression => ({ kind: 'number', value });
export const text = (value: string): Expression => ({ kind: 'text', value });
/** `of`, or `value` where it is missing. */
export const filled = (of: Expression, value: number): Expression => ({ kind: 'filled', of, value });
/** Added from left to right, so that every engine rounds alike. */
export const sum = (of: readonly Expression[]): Expression => ({ kind: 'sum', of });
export const difference = (minuend: Expression, subtrahend: Expression): Expression => ({
  kind: 'difference',
  minuend,
  subtrahend,
});
export const product = (left: Expression, right: Expression): Expression => ({ kind: 'product', left, right });
export const compare = (operator: '=' | '>' | '>=', left: Expression, right: Expression): Expression => ({
  kind: 'compare',
  operator,
  left,
  right,
});
export const present = (of: Expression): Expression => ({ kind: 'present', of });
export const any = (of: readonly Expression[]): Expression => ({ kind: 'any', of });
export const choose = (when: readonly Branch[], otherwise: Expression): Expression => ({
  kind: 'choose',
  when,
  otherwise,
});
export const clock = (field: ClockField, of: Expression): Expression => ({ kind: 'clock', field, of });
export const missing: Expression = { kind: 'missing' };
