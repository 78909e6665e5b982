import type { DuckDbSession } from '../../engine/duckdb-session.ts';
import type { LensValue } from '../../engine/lens-reader.ts';

const MILLISECONDS_BETWEEN_LOOKS = 200;

/** Runs a COPY and returns how many rows it wrote; tells now and then what share of the work is done. */
export async function copyToFile(
  lens: DuckDbSession,
  sql: string,
  parameters: readonly LensValue[],
  onShare: (share: number) => void,
): Promise<number> {
  await lens.run('SET enable_progress_bar = true');
  await lens.run('SET enable_progress_bar_print = false');
  await lens.run('SET progress_bar_time = 0');
  const look = setInterval(() => {
    const { percentage } = lens.connection.progress;
    if (percentage > 0) onShare(Math.min(1, percentage / 100));
  }, MILLISECONDS_BETWEEN_LOOKS);
  try {
    return Number((await lens.row(sql, parameters))['Count']);
  } finally {
    clearInterval(look);
  }
}
