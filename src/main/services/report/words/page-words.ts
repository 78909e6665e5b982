import type { ProfileTable } from '../../../../shared/contract/profile.ts';
import type { DashboardPageName } from '../../../../shared/dashboards/declared-query.ts';
import type { Language } from '../../../../shared/language.ts';
import { some, type Counted } from './counted.ts';

const en = {
  eyebrow: 'Veriscope report',
  contents: 'Contents',
  skipToContent: 'Skip to content',
  dataTable: 'Show the data',
  subtitle: (transactions: Counted, processes: Counted, clients: Counted) =>
    `${some(transactions, 'transaction', 'transactions')} in ${some(processes, 'process', 'processes')} of ${some(clients, 'client', 'clients')}`,
  period: 'Period',
  periodText: (first: string, last: string) => `${first} – ${last}`,
  table: 'Table',
  tables: {
    staging: 'staging: transactions as imported',
    transform: 'transform: one row per transaction, sentinels filled in',
    no_retries: 'no_retries: last transaction of every process',
  } satisfies Record<ProfileTable, string>,
  profileTable: 'Profiled table',
  filter: 'Filter',
  generated: 'Generated',
  product: 'Program',
  timeZone: 'Time zone',
  oneOffset: (offset: string) =>
    `Every date carries the offset ${offset}. Days, weekdays and hours are those of the local clock that each date carries.`,
  severalOffsets: (offsets: string) =>
    `Dates carry the offsets ${offsets}. Days, weekdays and hours are those of the local clock that each date carries.`,
  noOffset: 'There is no date.',
  pages: {
    clients: 'Clients',
    times: 'Microservice times',
    retries: 'Retries',
    quality: 'PAD and quality',
  } satisfies Record<DashboardPageName, string>,
  emptyView: 'No transaction is left under these filters.',
  sections: {
    figures: 'Headline figures',
    source: 'Source and ledger',
    volume: 'Volume and answers',
    acceptance: 'Acceptance',
    retries: 'Attempts and retries',
    time: 'Time per microservice',
    images: 'Images',
    views: 'Saved views',
    alerts: 'What to look at first',
    profile: 'Every column',
  },
  leads: {
    figures:
      'Rates state their unit and carry a Wilson 95 % interval. Counts and percentiles are exact: every row is counted, none is sampled.',
    time: 'Execution and queue time, near and far image together. A microservice that was not executed counts as 0 ms per transaction, as published, and not at all per executed transaction.',
    alerts: (columns: string) =>
      `Found in the ${columns} columns of the profiled table; ranked by kind of finding and by the share of rows that it touches.`,
    profile: (rows: Counted) =>
      `Each column over ${some(rows, 'row', 'rows')}, all of the profiled table. Bars span the 0.5th to the 99.5th percentile; what lies outside is counted beside them.`,
    views: 'Pages of the dashboards that were marked for the report, each under its own filters.',
    view: (page: string, table: string, filter: string) => `Page “${page}” · ${table} · ${filter}`,
    filtered: 'The figures are about the filtered transactions; the profile describes the whole table.',
  },
  cards: {
    transactions: 'Transactions',
    transactionsNote: (days: Counted) => `API calls, on ${some(days, 'day', 'days')}`,
    processes: 'Processes',
    processesNote: (mean: string) => `${mean} attempts per process on average`,
    persons: 'Persons',
    personsNote: 'distinct pseudonyms of documents',
    acceptance: 'Acceptance per transaction',
    firstTry: 'First-try acceptance',
    final: 'Final acceptance',
    time: 'Total time, mean',
    timeNote: (p95: string, n: string) => `ms · p95 ${p95} ms · n = ${n} transactions`,
    pad: 'PAD reject rate',
    ofTransactions: (n: string) => `n = ${n} transactions`,
    ofProcesses: (n: string) => `n = ${n} processes`,
    ofPad: (n: string) => `n = ${n} transactions that reached PAD`,
    interval: (bounds: string) => `95 %: ${bounds}`,
  },
  padNote:
    'The PAD reject rate is the share of transactions answered with a PAD reject among those that reached presentation attack detection. It is neither APCER nor BPCER: a production log does not say which presentations were attacks, and both need that ground truth.',
  pseudonymNote:
    'Clients, persons, accounts and processes are shown by pseudonyms. Pseudonymous is not anonymous: whoever holds the key can link them again.',
  percentileNote:
    'Percentiles are exact and interpolate between neighbouring values. p99 is left out under 1,000 values.',
  footer: (product: string, moment: string) =>
    `Made by Veriscope ${product} on ${moment}. This file is complete: it loads nothing and runs no program.`,
};

const es: typeof en = {
  eyebrow: 'Informe de Veriscope',
  contents: 'Contenido',
  skipToContent: 'Ir al contenido',
  dataTable: 'Mostrar los datos',
  subtitle: (transactions, processes, clients) =>
    `${some(transactions, 'transacción', 'transacciones')} en ${some(processes, 'proceso', 'procesos')} de ${some(clients, 'cliente', 'clientes')}`,
  period: 'Periodo',
  periodText: (first, last) => `${first} – ${last}`,
  table: 'Tabla',
  tables: {
    staging: 'staging: transacciones tal como se importaron',
    transform: 'transform: una fila por transacción, con centinelas',
    no_retries: 'no_retries: última transacción de cada proceso',
  },
  profileTable: 'Tabla perfilada',
  filter: 'Filtro',
  generated: 'Generado',
  product: 'Programa',
  timeZone: 'Zona horaria',
  oneOffset: (offset) =>
    `Todas las fechas llevan la diferencia ${offset}. Días, días de la semana y horas son los del reloj local que lleva cada fecha.`,
  severalOffsets: (offsets) =>
    `Las fechas llevan las diferencias ${offsets}. Días, días de la semana y horas son los del reloj local que lleva cada fecha.`,
  noOffset: 'No hay ninguna fecha.',
  pages: {
    clients: 'Clientes',
    times: 'Tiempos por microservicio',
    retries: 'Reintentos',
    quality: 'PAD y calidad',
  },
  emptyView: 'Con estos filtros no queda ninguna transacción.',
  sections: {
    figures: 'Cifras principales',
    source: 'Origen y cuentas',
    volume: 'Volumen y respuestas',
    acceptance: 'Aceptación',
    retries: 'Intentos y reintentos',
    time: 'Tiempo por microservicio',
    images: 'Imágenes',
    views: 'Vistas guardadas',
    alerts: 'Qué mirar primero',
    profile: 'Todas las columnas',
  },
  leads: {
    figures:
      'Cada tasa dice su unidad y lleva un intervalo de Wilson del 95 %. Cuentas y percentiles son exactos: se cuentan todas las filas, sin muestreo.',
    time: 'Tiempo de ejecución y de cola, imagen cercana y lejana juntas. Un microservicio que no se ejecutó cuenta como 0 ms por transacción, como se publicó, y no cuenta por transacción ejecutada.',
    alerts: (columns) =>
      `Hallado en las ${columns} columnas de la tabla perfilada; en orden de tipo de hallazgo y de la parte de filas que toca.`,
    profile: (rows) =>
      `Cada columna sobre ${some(rows, 'fila', 'filas')}, todas las de la tabla perfilada. Las barras van del percentil 0,5 al 99,5; lo que queda fuera se cuenta al lado.`,
    views: 'Páginas de los paneles que se marcaron para el informe, cada una con sus propios filtros.',
    view: (page: string, table: string, filter: string) => `Página «${page}» · ${table} · ${filter}`,
    filtered: 'Las cifras tratan de las transacciones filtradas; el perfil describe la tabla entera.',
  },
  cards: {
    transactions: 'Transacciones',
    transactionsNote: (days) => `llamadas a la API, en ${some(days, 'día', 'días')}`,
    processes: 'Procesos',
    processesNote: (mean) => `${mean} intentos por proceso en promedio`,
    persons: 'Personas',
    personsNote: 'seudónimos distintos de documentos',
    acceptance: 'Aceptación por transacción',
    firstTry: 'Aceptación al primer intento',
    final: 'Aceptación final',
    time: 'Tiempo total, media',
    timeNote: (p95, n) => `ms · p95 ${p95} ms · n = ${n} transacciones`,
    pad: 'Tasa de rechazo PAD',
    ofTransactions: (n) => `n = ${n} transacciones`,
    ofProcesses: (n) => `n = ${n} procesos`,
    ofPad: (n) => `n = ${n} transacciones que llegaron a PAD`,
    interval: (bounds) => `95 %: ${bounds}`,
  },
  padNote:
    'La tasa de rechazo PAD es la parte de transacciones respondidas con un rechazo PAD entre las que llegaron a la detección de ataques de presentación. No es APCER ni BPCER: un registro de producción no dice qué presentaciones fueron ataques, y ambas necesitan esa verdad de referencia.',
  pseudonymNote:
    'Clientes, personas, cuentas y procesos se muestran con seudónimos. Seudónimo no es anónimo: quien tenga la clave puede volver a vincularlos.',
  percentileNote:
    'Los percentiles son exactos e interpolan entre valores vecinos. p99 se omite con menos de 1.000 valores.',
  footer: (product, moment) =>
    `Hecho por Veriscope ${product} el ${moment}. Este archivo está completo: no carga nada ni ejecuta ningún programa.`,
};

export const PAGE_WORDS = { en, es } satisfies Record<Language, typeof en>;
export type PageWords = typeof en;
