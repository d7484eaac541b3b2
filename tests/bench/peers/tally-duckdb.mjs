// usage: tally-duckdb.mjs THREADS FILE
// Reviews, ships and mean score of each tool, as CSV.
import { createRequire } from 'node:module';
const { DuckDBInstance } = createRequire(`${process.env.PEERS}/`)('@duckdb/node-api');

const [threads, file] = process.argv.slice(2);
const instance = await DuckDBInstance.create(':memory:', {
  threads,
  preserve_insertion_order: 'false',
});
const connection = await instance.connect();
await connection.run(`
  COPY (
    SELECT tool, count(*), count(*) FILTER (verdict = 'ship'), avg(score)
    FROM read_json('${file}', format = 'newline_delimited', columns = {
      type: 'VARCHAR', tool: 'VARCHAR', verdict: 'VARCHAR', score: 'DOUBLE'})
    WHERE type = 'review'
    GROUP BY tool
  ) TO '/dev/stdout' (FORMAT csv, HEADER false)`);
connection.closeSync();
