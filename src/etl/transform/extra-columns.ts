import type { ColumnKind } from '../model/column.ts';
import { MICROSERVICES, SIDES, type Microservice, type MicroserviceName, type Side } from '../model/microservices.ts';
import { STAGING_COLUMNS } from '../model/staging-columns.ts';
import { SENTINELS } from '../model/transform-columns.ts';
import { choose, column, filled, missing, sum, type Expression } from '../sql/expression.ts';
import { anyPresent } from './derivation-expression.ts';

/**
 * Columns that we compute beside the 67 published ones, for the lens only. Each name starts with `x_`, so that no
 * export of the published table can hold one by mistake.
 */
export interface ExtraColumn {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly unit: string | null;
  readonly meaning: { readonly en: string; readonly es: string };
  readonly microservice: MicroserviceName;
  readonly side?: Side;
  readonly timing?: 'execution' | 'queue';
  readonly expression: Expression;
}

/** What an attempt column tells of its transaction; computed over all transactions of a process, so not a scalar expression. */
export const ATTEMPT_COLUMNS = [
  {
    name: 'x_attempt_number',
    type: 'BIGINT',
    meaning: {
      en: 'Position of the attempt in its process, from 1',
      es: 'Posición del intento en su proceso, desde 1',
    },
  },
  {
    name: 'x_attempts_in_process',
    type: 'BIGINT',
    meaning: { en: 'Attempts in the whole process', es: 'Intentos en todo el proceso' },
  },
  {
    name: 'x_is_final_attempt',
    type: 'BOOLEAN',
    meaning: {
      en: 'Last attempt of its process: the row of no_retries',
      es: 'Último intento de su proceso: la fila de no_retries',
    },
  },
  {
    name: 'x_seconds_since_previous_attempt',
    type: 'DOUBLE',
    meaning: {
      en: 'Seconds since the attempt before (missing for the first)',
      es: 'Segundos desde el intento anterior (falta en el primero)',
    },
  },
  {
    name: 'x_without_process',
    type: 'BOOLEAN',
    meaning: {
      en: 'The transaction carries no process id and stands as a process of its own',
      es: 'La transacción no trae id de proceso y cuenta como un proceso propio',
    },
  },
] as const;

/** Name of the lens column with a part of a microservice's time; missing where the microservice was not executed. */
export function microserviceTimeColumn(microservice: MicroserviceName, part: 'execution' | 'queue' | Side): string {
  return `x_${part}_ms_${microservice}`;
}

/** Name of the lens column that tells whether a microservice ran at all in the transaction. */
export function executedColumn(microservice: MicroserviceName): string {
  return `x_executed_${microservice}`;
}

const times = (service: Microservice): typeof STAGING_COLUMNS =>
  STAGING_COLUMNS.filter((staging) => staging.kind === 'duration' && staging.microservice === service.name);

/** Missing where none of the parts is known: not executed is not zero. */
function knownSum(names: readonly string[]): Expression {
  return choose(
    [{ if: anyPresent(names), give: sum(names.map((name) => filled(column(name), SENTINELS.duration))) }],
    missing,
  );
}

const PART_LABEL = {
  execution: { en: 'Execution time', es: 'Tiempo de ejecución' },
  queue: { en: 'Queue time', es: 'Tiempo de cola' },
  near: { en: 'Time for the near image', es: 'Tiempo de la imagen cercana' },
  far: { en: 'Time for the far image', es: 'Tiempo de la imagen lejana' },
} as const;

function partsOf(service: Microservice): readonly (keyof typeof PART_LABEL)[] {
  return ['execution', ...(service.queued ? (['queue'] as const) : []), ...(service.images === 'each' ? SIDES : [])];
}

/** Execution, queue, near and far time of each microservice and whether it ran, from one staging row. */
export const EXTRA_COLUMNS: readonly ExtraColumn[] = MICROSERVICES.flatMap((service) => [
  ...partsOf(service).map((part): ExtraColumn => {
    const names = times(service)
      .filter((staging) => staging.timing === part || staging.side === part)
      .map((staging) => staging.name);
    return {
      name: microserviceTimeColumn(service.name, part),
      kind: 'duration',
      unit: 'ms',
      meaning: {
        en: `${PART_LABEL[part].en} of ${service.name} (missing: not executed)`,
        es: `${PART_LABEL[part].es} de ${service.name} (falta: no se ejecutó)`,
      },
      microservice: service.name,
      ...(part === 'near' || part === 'far' ? { side: part } : { timing: part }),
      expression: knownSum(names),
    };
  }),
  {
    name: executedColumn(service.name),
    kind: 'boolean',
    unit: null,
    meaning: {
      en: `${service.name} was executed for at least one image`,
      es: `${service.name} se ejecutó para al menos una imagen`,
    },
    microservice: service.name,
    expression: anyPresent(times(service).map((staging) => staging.name)),
  },
]);
