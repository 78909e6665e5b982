import { DuckDBInstance } from '@duckdb/node-api';

// The peer of the import benchmark: one CSV into one DuckDB table, nothing else.
const [database = '', csv = ''] = process.argv.slice(2);
const instance = await DuckDBInstance.create(database);
const connection = await instance.connect();
await connection.run(`CREATE TABLE raw AS SELECT * FROM read_csv('${csv.replaceAll("'", "''")}')`);
connection.closeSync();
instance.closeSync();
