import { words } from '../../i18n/words.ts';

export const tourWords = words(
  'tour',
  {
    title: 'Explore what a face-verification API did',
    lead: 'Veriscope reads the transaction log of an identity-verification API from a CSV file and shows it as three tables, queries and a report. It works offline: nothing leaves this computer unless you export it.',
    firstTitle: 'Import a CSV',
    first:
      'See how it is read before anything is loaded. The books of every import balance: rows read = loaded + rejected + duplicates.',
    secondTitle: 'Look at every transaction',
    second:
      'Sort, filter and search millions of rows; see an attempt’s timeline and the other attempts of its process. Or ask in SQL.',
    thirdTitle: 'Export what you found',
    third: 'A report with the figures and where they come from, or the filtered rows as CSV, Parquet or JSON.',
    questions: 'The questions it answers',
    question1: 'Which microservice takes the time?',
    question2: 'What share of processes is accepted, at the first try and in the end?',
    question3: 'Where do people retry, why, and does it help?',
    question4: 'Do attacks show?',
    sample: 'Try it with sample data',
    sampleNote: 'Makes a month of invented transactions ({{rows}} rows) and opens them; takes a few seconds.',
    import: 'Import a CSV file…',
    open: 'Open a workspace…',
    keys: '{{palette}} finds every command, table and column; {{sheet}} lists the shortcuts.',
    dismiss: 'Hide the introduction',
  },
  {
    title: 'Explora lo que hizo una API de verificación facial',
    lead: 'Veriscope lee de un archivo CSV el registro de transacciones de una API de verificación de identidad y lo muestra en tres tablas, consultas y un informe. Trabaja sin conexión: nada sale de este ordenador si no lo exportas.',
    firstTitle: 'Importa un CSV',
    first:
      'Mira cómo se lee antes de cargar nada. Las cuentas de cada importación cuadran: filas leídas = cargadas + rechazadas + duplicadas.',
    secondTitle: 'Mira cada transacción',
    second:
      'Ordena, filtra y busca entre millones de filas; ve los tiempos de un intento y los demás intentos de su proceso. O pregunta en SQL.',
    thirdTitle: 'Exporta lo que encuentres',
    third: 'Un informe con las cifras y su procedencia, o las filas filtradas en CSV, Parquet o JSON.',
    questions: 'Las preguntas que responde',
    question1: '¿Qué microservicio se lleva el tiempo?',
    question2: '¿Qué parte de los procesos se acepta, al primer intento y al final?',
    question3: '¿Dónde se reintenta, por qué, y sirve de algo?',
    question4: '¿Se ven ataques?',
    sample: 'Probar con datos de muestra',
    sampleNote: 'Crea un mes de transacciones inventadas ({{rows}} filas) y las abre; tarda unos segundos.',
    import: 'Importar un archivo CSV…',
    open: 'Abrir un espacio de trabajo…',
    keys: '{{palette}} encuentra cualquier orden, tabla o columna; {{sheet}} muestra los atajos.',
    dismiss: 'Ocultar la introducción',
  },
);
