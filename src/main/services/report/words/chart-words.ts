import type { Language } from '../../../../shared/language.ts';
import { some, type Counted } from './counted.ts';

const en = {
  accepted: 'accepted (ok)',
  notAccepted: 'not accepted (error)',
  other: 'other clients',
  noClient: '(no client)',
  noClass: '(size missing)',
  overall: (rate: string) => `all: ${rate}`,
  share: 'Share',
  n: 'n',
  steps: { day: 'Day', week: 'Week from', month: 'Month' },
  perStep: { day: 'Transactions per day', week: 'Transactions per week', month: 'Transactions per month' },
  volumeTitle: {
    day: (day: string, n: string, share: string) => `Busiest day: ${day}, with ${n} transactions (${share})`,
    week: (day: string, n: string, share: string) => `Busiest week: from ${day}, with ${n} transactions (${share})`,
    month: (day: string, n: string, share: string) => `Busiest month: ${day}, with ${n} transactions (${share})`,
  },
  volumeCaption: (what: string, n: string) => `${what} on the local clock, stacked by client. n = ${n} transactions.`,
  emptyDays: (empty: string, span: Counted) => `Without any transaction: ${empty} of ${some(span, 'day', 'days')}.`,
  total: 'All',
  responsesTitle: (share: string) => `${share} of the transactions were accepted`,
  responsesTitleNext: (share: string, description: string, nextShare: string) =>
    `${share} of the transactions were accepted; the most frequent other answer is ${description} (${nextShare})`,
  responsesCaption: (n: string) => `Transactions by final answer, on a logarithmic axis. n = ${n} transactions.`,
  code: 'Code',
  answer: 'Answer',
  status: 'Status',
  meaning: 'Meaning',
  unknownCode: 'not in the catalogue',
  clientTitle: (low: string, lowClient: string, high: string, highClient: string) =>
    `Acceptance per transaction runs from ${low} (${lowClient}) to ${high} (${highClient})`,
  clientTitleAlone: (rate: string) => `Acceptance per transaction is ${rate}`,
  clientCaption: (n: string) =>
    `Accepted transactions of all transactions of a client, with Wilson 95 % intervals; the dashed line is the share over all clients. n = ${n} transactions.`,
  client: 'Client',
  acceptedColumn: 'Accepted',
  rate: 'Rate',
  interval: '95 % interval',
  clientNote: 'Clients differ in devices and image sizes: a lower rate is not by itself a worse client.',
  attemptsTitle: (share: string) => `${share} of the processes end after one attempt`,
  attemptsCaption: (n: string, mean: string, p95: string, max: string) =>
    `Processes by number of attempts. n = ${n} processes; mean ${mean}, p95 ${p95}, most ${max}.`,
  attempts: 'Attempts',
  processes: 'Processes',
  andMore: (from: string) => `${from} or more`,
  byAttemptTitle: (first: string, second: string) =>
    `${first} of first attempts are accepted, ${second} of second ones`,
  byAttemptTitleAlone: (first: string) => `${first} of first attempts are accepted`,
  byAttemptCaption: (n: string) =>
    `Accepted transactions by position of the attempt in its process, with Wilson 95 % intervals. n = ${n} transactions.`,
  attempt: 'Attempt',
  recoveryNote: (rate: string, n: string) =>
    `Recovery: ${rate} of the ${n} processes whose first attempt failed were accepted later.`,
  withoutIdNote: (n: string) => `${n} of the processes are a single transaction without a process id.`,
  clockTitle: (weekday: string, hour: string, rows: Counted) =>
    `Busiest hour: ${weekday}, ${hour} (${some(rows, 'row', 'rows')})`,
  clockCaption: (table: string, n: string) => `Rows of ${table} by weekday and hour on the local clock. n = ${n} rows.`,
  weekday: 'Weekday',
  cell: (from: string, to: string) => (from === to ? from : `${from}–${to}`),
  meanTitle: (first: string, second: string, share: string) => `${first} and ${second} take ${share} of the total time`,
  meanTitleNone: 'Mean time per microservice',
  meanCaption: (n: string) => `Mean milliseconds and share of the total time. n = ${n} transactions with a total time.`,
  perTransaction: 'per transaction (not executed = 0 ms)',
  perExecuted: 'per transaction in which it was executed',
  meanText: (ms: string, share: string) => `${ms} ms · ${share}`,
  executedText: (ms: string) => `${ms} ms`,
  microservice: 'Microservice',
  meanPerTransaction: 'Mean per transaction (ms)',
  meanPerExecuted: 'Mean per executed (ms)',
  executed: 'Executed in',
  executionMean: 'Execution (ms)',
  queueMean: 'Queue (ms)',
  nearMean: 'Near (ms)',
  farMean: 'Far (ms)',
  otherTime: 'other',
  totalTime: 'total',
  otherNote: (negative: string, n: string, min: string) =>
    `“other” is the total time less that of all microservices. It is negative in ${negative} of ${n} transactions (least ${min} ms), where near and far image ran side by side; it is not clipped.`,
  percentileTitle: (name: string, ms: string) => `${name} has the longest p95: ${ms} ms`,
  percentileCaption:
    'Milliseconds over the transactions in which the microservice was executed; exact. p99 is left out under 1,000 values.',
  classTitle: (description: string, share: string, name: string, acceptedShare: string) =>
    `${share} of the answers “${description}” come with ${name} images, against ${acceptedShare} of the accepted ones`,
  resolutionTitleNone: 'Answers by resolution class of the near image',
  aspectTitleNone: 'Answers by aspect ratio of the near image',
  resolutionCaption: (n: string) =>
    `Share of each answer's transactions by resolution class of the near image. n = ${n} transactions.`,
  aspectCaption: (n: string) =>
    `Share of each answer's transactions by aspect ratio of the near image. n = ${n} transactions.`,
  sizesNote: (sizes: string) => `Most frequent near image sizes: ${sizes}.`,
  nText: (n: string) => `n = ${n}`,
};

const es: typeof en = {
  accepted: 'aceptada (ok)',
  notAccepted: 'no aceptada (error)',
  other: 'otros clientes',
  noClient: '(sin cliente)',
  noClass: '(sin tamaño)',
  overall: (rate) => `todos: ${rate}`,
  share: 'Parte',
  n: 'n',
  steps: { day: 'Día', week: 'Semana desde', month: 'Mes' },
  perStep: { day: 'Transacciones por día', week: 'Transacciones por semana', month: 'Transacciones por mes' },
  volumeTitle: {
    day: (day, n, share) => `Día con más carga: ${day}, con ${n} transacciones (${share})`,
    week: (day, n, share) => `Semana con más carga: desde ${day}, con ${n} transacciones (${share})`,
    month: (day, n, share) => `Mes con más carga: ${day}, con ${n} transacciones (${share})`,
  },
  volumeCaption: (what, n) => `${what} según el reloj local, apiladas por cliente. n = ${n} transacciones.`,
  emptyDays: (empty, span) => `Sin ninguna transacción: ${empty} de ${some(span, 'día', 'días')}.`,
  total: 'Todas',
  responsesTitle: (share) => `El ${share} de las transacciones se aceptó`,
  responsesTitleNext: (share, description, nextShare) =>
    `El ${share} de las transacciones se aceptó; la otra respuesta más frecuente es ${description} (${nextShare})`,
  responsesCaption: (n) => `Transacciones por respuesta final, en escala logarítmica. n = ${n} transacciones.`,
  code: 'Código',
  answer: 'Respuesta',
  status: 'Estado',
  meaning: 'Significado',
  unknownCode: 'no está en el catálogo',
  clientTitle: (low, lowClient, high, highClient) =>
    `La aceptación por transacción va de ${low} (${lowClient}) a ${high} (${highClient})`,
  clientTitleAlone: (rate) => `La aceptación por transacción es ${rate}`,
  clientCaption: (n) =>
    `Transacciones aceptadas entre todas las del cliente, con intervalos de Wilson del 95 %; la línea discontinua es la parte sobre todos los clientes. n = ${n} transacciones.`,
  client: 'Cliente',
  acceptedColumn: 'Aceptadas',
  rate: 'Tasa',
  interval: 'Intervalo del 95 %',
  clientNote:
    'Los clientes difieren en dispositivos y tamaños de imagen: una tasa menor no significa por sí sola un cliente peor.',
  attemptsTitle: (share) => `El ${share} de los procesos termina tras un intento`,
  attemptsCaption: (n, mean, p95, max) =>
    `Procesos por número de intentos. n = ${n} procesos; media ${mean}, p95 ${p95}, máximo ${max}.`,
  attempts: 'Intentos',
  processes: 'Procesos',
  andMore: (from) => `${from} o más`,
  byAttemptTitle: (first, second) => `Se acepta el ${first} de los primeros intentos y el ${second} de los segundos`,
  byAttemptTitleAlone: (first) => `Se acepta el ${first} de los primeros intentos`,
  byAttemptCaption: (n) =>
    `Transacciones aceptadas por posición del intento en su proceso, con intervalos de Wilson del 95 %. n = ${n} transacciones.`,
  attempt: 'Intento',
  recoveryNote: (rate, n) =>
    `Recuperación: el ${rate} de los ${n} procesos cuyo primer intento falló se aceptó después.`,
  withoutIdNote: (n) => `${n} de los procesos son una sola transacción sin id de proceso.`,
  clockTitle: (weekday, hour, rows) => `Hora con más carga: ${weekday}, ${hour} (${some(rows, 'fila', 'filas')})`,
  clockCaption: (table, n) => `Filas de ${table} por día de la semana y hora del reloj local. n = ${n} filas.`,
  weekday: 'Día de la semana',
  cell: (from, to) => (from === to ? from : `${from}–${to}`),
  meanTitle: (first, second, share) => `${first} y ${second} toman el ${share} del tiempo total`,
  meanTitleNone: 'Tiempo medio por microservicio',
  meanCaption: (n) => `Media en milisegundos y parte del tiempo total. n = ${n} transacciones con tiempo total.`,
  perTransaction: 'por transacción (no ejecutado = 0 ms)',
  perExecuted: 'por transacción en la que se ejecutó',
  meanText: (ms, share) => `${ms} ms · ${share}`,
  executedText: (ms) => `${ms} ms`,
  microservice: 'Microservicio',
  meanPerTransaction: 'Media por transacción (ms)',
  meanPerExecuted: 'Media por ejecución (ms)',
  executed: 'Ejecutado en',
  executionMean: 'Ejecución (ms)',
  queueMean: 'Cola (ms)',
  nearMean: 'Cercana (ms)',
  farMean: 'Lejana (ms)',
  otherTime: 'otros',
  totalTime: 'total',
  otherNote: (negative, n, min) =>
    `«otros» es el tiempo total menos el de todos los microservicios. Es negativo en ${negative} de ${n} transacciones (mínimo ${min} ms), donde la imagen cercana y la lejana corrieron a la vez; no se recorta.`,
  percentileTitle: (name, ms) => `${name} tiene el p95 más largo: ${ms} ms`,
  percentileCaption:
    'Milisegundos sobre las transacciones en las que el microservicio se ejecutó; exactos. p99 se omite con menos de 1.000 valores.',
  classTitle: (description, share, name, acceptedShare) =>
    `El ${share} de las respuestas «${description}» viene con imágenes ${name}, frente al ${acceptedShare} de las aceptadas`,
  resolutionTitleNone: 'Respuestas por clase de resolución de la imagen cercana',
  aspectTitleNone: 'Respuestas por relación de aspecto de la imagen cercana',
  resolutionCaption: (n) =>
    `Parte de las transacciones de cada respuesta por clase de resolución de la imagen cercana. n = ${n} transacciones.`,
  aspectCaption: (n) =>
    `Parte de las transacciones de cada respuesta por relación de aspecto de la imagen cercana. n = ${n} transacciones.`,
  sizesNote: (sizes) => `Tamaños más frecuentes de la imagen cercana: ${sizes}.`,
  nText: (n) => `n = ${n}`,
};

export const CHART_WORDS = { en, es } satisfies Record<Language, typeof en>;
export type ChartWords = typeof en;
