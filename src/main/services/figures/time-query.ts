import { MICROSERVICES, type Microservice } from '../../../etl/model/microservices.ts';
import { OTHER_MICROSERVICES_TOTAL, microserviceTotalColumn } from '../../../etl/model/transform-columns.ts';
import { executedColumn, microserviceTimeColumn } from '../../../etl/transform/extra-columns.ts';

const TOTAL = 'total_time_ms';
const KNOWN = `"${TOTAL}" IS NOT NULL`;
const PARTS = ['execution', 'queue', 'near', 'far'] as const;
export type TimePart = (typeof PARTS)[number];

/** Whether the time of a microservice has that part. */
export function hasPart(service: Microservice, part: TimePart): boolean {
  return part === 'execution' || (part === 'queue' ? service.queued : service.images === 'each');
}

// Compensated sums (favg, fsum), so that the order in which threads finish shows in the last digit at most.
const aggregates = (service: Microservice): readonly string[] => {
  const { name } = service;
  const time = `"${microserviceTotalColumn(name)}"`;
  const ran = `FILTER ("${executedColumn(name)}")`;
  return [
    `favg(${time}) AS "${name}:mean"`,
    `fsum(${time}) FILTER (${KNOWN}) AS "${name}:sum"`,
    `count(*) ${ran} AS "${name}:executed"`,
    `favg(${time}) ${ran} AS "${name}:mean_executed"`,
    `quantile_cont(${time}, [0.5, 0.95, 0.99]) ${ran} AS "${name}:quantiles"`,
    ...PARTS.filter((part) => hasPart(service, part)).flatMap((part) => {
      const column = `"${microserviceTimeColumn(name, part)}"`;
      return [`count(${column}) AS "${name}:${part}:n"`, `favg(${column}) AS "${name}:${part}:mean"`];
    }),
  ];
};

const OTHER = `"${OTHER_MICROSERVICES_TOTAL}"`;
const QUANTILED = [...MICROSERVICES.map(({ name }) => name), 'other'];

/**
 * One row with every time figure of the transactions `from` a table: columns `<microservice>:<figure>`, `other:<figure>`
 * and `total:<figure>`, in milliseconds.
 */
export const timeQuery = (from: string): string => `WITH times AS (
  SELECT ${MICROSERVICES.flatMap(aggregates).join(',\n    ')},
    count(${OTHER}) AS "other:n",
    favg(${OTHER}) AS "other:mean",
    fsum(${OTHER}) AS "other:sum",
    count(*) FILTER (${OTHER} < 0) AS "other:negative",
    min(${OTHER}) AS "other:min",
    quantile_cont(${OTHER}, [0.5, 0.95, 0.99]) AS "other:quantiles",
    count("${TOTAL}") AS "total:n",
    favg("${TOTAL}") AS "total:mean",
    fsum("${TOTAL}") AS "total:sum",
    stddev_samp("${TOTAL}") AS "total:std",
    min("${TOTAL}") AS "total:min",
    max("${TOTAL}") AS "total:max",
    quantile_cont("${TOTAL}", [0.5, 0.95, 0.99, 0.25, 0.75]) AS "total:quantiles"
  ${from}
)
SELECT * EXCLUDE (${[...QUANTILED, 'total'].map((name) => `"${name}:quantiles"`).join(', ')}),
  ${[...QUANTILED, 'total'].flatMap((name) => ['p50', 'p95', 'p99'].map((label, index) => `"${name}:quantiles"[${index + 1}] AS "${name}:${label}"`)).join(',\n  ')},
  "total:quantiles"[4] AS "total:p25",
  "total:quantiles"[5] AS "total:p75"
FROM times`;
