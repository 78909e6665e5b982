import { assertNever } from '../../shared/assert-never.ts';
import { MONTHS } from '../../shared/dashboards/calendar-names.ts';
import type { DatePart, TransformColumn } from '../model/column.ts';
import { RESOLUTION_CLASSES } from '../model/resolution-classes.ts';
import { SENTINELS, findTransformColumn } from '../model/transform-columns.ts';
import {
  any,
  choose,
  clock,
  column,
  compare,
  difference,
  filled,
  missing,
  number,
  present,
  product,
  sum,
  text,
  type ClockField,
  type Expression,
} from '../sql/expression.ts';

export const WEEKDAY_NAMES = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

const named = (field: ClockField, of: Expression, names: readonly string[], first: number): Expression =>
  choose(
    names.map((name, index) => ({ if: compare('=', clock(field, of), number(index + first)), give: text(name) })),
    missing,
  );

function datePart(part: DatePart, of: Expression): Expression {
  if (part === 'month-name') return named('month', of, MONTHS, 1);
  if (part === 'weekday-name') return named('weekday', of, WEEKDAY_NAMES, 0);
  return clock(part, of);
}

/** The class of an image with no known size is missing, not the smallest class. */
function resolutionClass(width: Expression, height: Expression): Expression {
  const pixels = product(width, height);
  const [smallest, ...larger] = RESOLUTION_CLASSES.toReversed();
  return choose(
    [
      ...larger
        .toReversed()
        .map(({ name, minimumPixels }) => ({ if: compare('>=', pixels, number(minimumPixels)), give: text(name) })),
      { if: present(pixels), give: text(smallest?.name ?? '') },
    ],
    missing,
  );
}

function aspectRatio(width: Expression, height: Expression): Expression {
  return choose(
    [
      { if: compare('=', width, height), give: text('SQUARE') },
      { if: compare('>', width, height), give: text('LANDSCAPE') },
      { if: present(product(width, height)), give: text('PORTRAIT') },
    ],
    missing,
  );
}

function transformExpression(name: string): Expression {
  const found = findTransformColumn(name);
  if (found === undefined) throw new Error(`the model card has no transform column ${name}`);
  return derivationExpression(found);
}

/** How a transform column is computed from the columns of one staging row. */
export function derivationExpression({ name, derivation }: TransformColumn): Expression {
  switch (derivation.kind) {
    case 'staging':
      return column(name);
    case 'filled':
      return filled(column(name), derivation.value);
    case 'resolution-class':
      return resolutionClass(column(derivation.width), column(derivation.height));
    case 'aspect-ratio':
      return aspectRatio(column(derivation.width), column(derivation.height));
    case 'same':
      return compare('=', transformExpression(derivation.left), transformExpression(derivation.right));
    case 'date-part':
      return datePart(derivation.part, column(derivation.of));
    case 'sum-of-staging':
      return sum(derivation.of.map((staging) => filled(column(staging), SENTINELS.duration)));
    case 'sum-of-transform':
      return sum(derivation.of.map(transformExpression));
    case 'difference':
      return difference(transformExpression(derivation.minuend), transformExpression(derivation.subtrahend));
    default:
      return assertNever(derivation);
  }
}

/** At least one of the columns has a value. */
export function anyPresent(names: readonly string[]): Expression {
  return any(names.map((name) => present(column(name))));
}
