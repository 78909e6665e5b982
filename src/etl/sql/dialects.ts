import { decimalPointed, quoted, type Dialect } from './dialect.ts';

const REAL_KINDS = { score: true, probability: true, duration: true } as const;

export const DUCKDB: Dialect = {
  name: 'duckdb',
  identifier: (name) => quoted(name, '"'),
  text: (value) => quoted(value, "'"),
  real: (value) => `${decimalPointed(value)}::DOUBLE`,
  type: (kind) =>
    kind in REAL_KINDS ? 'DOUBLE' : kind === 'integer' ? 'BIGINT' : kind === 'boolean' ? 'BOOLEAN' : 'VARCHAR',
  toInteger: (sql) => `CAST(${sql} AS BIGINT)`,
  weekday: (sql) => `dayofweek(CAST(${sql} AS DATE))`,
};

/** STRICT tables know five types; a truth value is an INTEGER 0 or 1. */
export const SQLITE: Dialect = {
  name: 'sqlite',
  identifier: (name) => quoted(name, '"'),
  text: (value) => quoted(value, "'"),
  real: decimalPointed,
  type: (kind) => (kind in REAL_KINDS ? 'REAL' : kind === 'integer' || kind === 'boolean' ? 'INTEGER' : 'TEXT'),
  toInteger: (sql) => `CAST(${sql} AS INTEGER)`,
  weekday: (sql) => `CAST(strftime('%w', ${sql}) AS INTEGER)`,
};
