// usage: POLARS_MAX_THREADS=N tally-polars.mjs FILE
// Reviews, ships and mean score of each tool, as CSV.
import { createRequire } from 'node:module';
const pl = createRequire(`${process.env.PEERS}/`)('nodejs-polars');

const [file] = process.argv.slice(2);
const tally = pl
  .scanJson(file, {
    schema: {
      type: pl.Utf8,
      tool: pl.Utf8,
      verdict: pl.Utf8,
      score: pl.Float64,
    },
  })
  .filter(pl.col('type').eq(pl.lit('review')))
  .groupBy('tool')
  .agg(
    pl.col('type').count().alias('reviews'),
    pl.col('verdict').eq(pl.lit('ship')).sum().alias('ship'),
    pl.col('score').mean().alias('mean'),
  )
  .collectSync();
process.stdout.write(tally.writeCSV({ includeHeader: false }));
