import { assertNever } from '../../shared/assert-never.ts';
import { CLOCK_POSITIONS, type Dialect } from './dialect.ts';
import type { Expression } from './expression.ts';

/** The expression as text of one dialect. Every compound is parenthesised, so precedence never differs. */
export function render(expression: Expression, dialect: Dialect): string {
  const sql = (inner: Expression): string => render(inner, dialect);
  switch (expression.kind) {
    case 'column':
      return dialect.identifier(expression.name);
    case 'number':
      return dialect.real(expression.value);
    case 'text':
      return dialect.text(expression.value);
    case 'filled':
      return `COALESCE(${sql(expression.of)}, ${dialect.real(expression.value)})`;
    case 'sum':
      return `(${expression.of.map(sql).join(' + ')})`;
    case 'difference':
      return `(${sql(expression.minuend)} - ${sql(expression.subtrahend)})`;
    case 'product':
      // Floating, because a whole-number product of two absurd sizes overflows in some engines and not in others.
      return `(${dialect.real(1)} * ${sql(expression.left)} * ${sql(expression.right)})`;
    case 'compare':
      return `(${sql(expression.left)} ${expression.operator} ${sql(expression.right)})`;
    case 'present':
      return `(${sql(expression.of)} IS NOT NULL)`;
    case 'any':
      return `(${expression.of.map(sql).join(' OR ')})`;
    case 'choose': {
      const branches = expression.when.map((branch) => `WHEN ${sql(branch.if)} THEN ${sql(branch.give)}`);
      return `CASE ${branches.join(' ')} ELSE ${sql(expression.otherwise)} END`;
    }
    case 'missing':
      return 'NULL';
    case 'clock': {
      const of = sql(expression.of);
      if (expression.field === 'weekday') return dialect.weekday(`substr(${of}, 1, 10)`);
      const [from, length] = CLOCK_POSITIONS[expression.field];
      return dialect.toInteger(`substr(${of}, ${from}, ${length})`);
    }
    default:
      return assertNever(expression);
  }
}
