import { copyFileSync, readFileSync, utimesSync } from 'node:fs';
import { basename, join } from 'node:path';
import { appWords } from '../../src/renderer/app/app-words.ts';
import { columnsStepWords } from '../../src/renderer/features/import/columns-step-words.ts';
import { confirmStepWords } from '../../src/renderer/features/import/confirm-step-words.ts';
import { importOutcomeWords } from '../../src/renderer/features/import/import-outcome-words.ts';
import { importWords } from '../../src/renderer/features/import/import-words.ts';
import { ledgerWords } from '../../src/renderer/features/ledger/ledger-words.ts';
import { reasonWords } from '../../src/renderer/features/ledger/reject-words.ts';
import { rejectsWords } from '../../src/renderer/features/ledger/rejects-words.ts';
import { detailWords } from '../../src/renderer/features/tables/detail/detail-words.ts';
import type { Language } from '../../src/shared/language.ts';
import { dropOnWindow } from './dropped-file.ts';
import { keepPictures } from './look.ts';
import { ExportDialog } from './pages/export-dialog.ts';
import { ImportPage } from './pages/import-page.ts';
import { QueryPage } from './pages/query-page.ts';
import { RejectsPage } from './pages/rejects-page.ts';
import { ReportDialog } from './pages/report-dialog.ts';
import { SettingsPage } from './pages/settings-page.ts';
import { TablePage } from './pages/table-page.ts';
import { expect, test } from './window-test.ts';
import { BROKEN, dateInBook, GOOD_ROWS, numberInBook } from './workspace-maker.ts';

const JOURNEYS = [
  { language: 'en', theme: 'light' },
  { language: 'es', theme: 'dark' },
] as const satisfies readonly { readonly language: Language; readonly theme: string }[];

for (const { language, theme } of JOURNEYS)
  test(`from a dropped file to a report and an export, ${language} and ${theme}`, async ({
    app: first,
    host,
    made,
  }) => {
    const { page } = first;
    const pictures = keepPictures(page, `journey-${language}-${theme}`);
    const documents = join(host.home, 'Documents');

    const settings = new SettingsPage(first);
    await settings.open();
    await settings.paint(theme);
    const app = await settings.speak(language);
    const { say, speech } = { say: app.say.bind(app), speech: app.speech };
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
    await app.follow('home');
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await pictures.keep('1-home', 'large');

    // A browser does not tell where a dropped file lies: the host finds it.
    const file = join(host.home, 'enero.csv');
    copyFileSync(made.file, file);
    utimesSync(file, new Date(), new Date());
    await dropOnWindow(page, file);
    const wizard = new ImportPage(app);
    await expect(app.title).toHaveText(say(importWords, 'title'));
    await expect(wizard.preview.getByRole('columnheader', { name: 'file_token' })).toBeVisible();
    await pictures.keep('2-wizard-file', 'large');
    await wizard.name('viaje');
    await wizard.next();
    await expect(app.main.getByText(say(columnsStepWords, 'everyKnown'))).toBeVisible();
    await pictures.keep('3-wizard-columns');
    await wizard.next();
    await expect(app.main.getByText(say(confirmStepWords, 'readyTitle'))).toBeVisible();
    await pictures.keep('4-wizard-import');
    await wizard.start();

    const books = { read: GOOD_ROWS + 2, loaded: GOOD_ROWS, rejected: 1, duplicates: 1 };
    await expect(wizard.books(books)).toBeAttached();
    await expect(
      app.main.getByText(say(importOutcomeWords, 'doneTitleRejects', { file: basename(file) })),
    ).toBeVisible();
    await pictures.keep('5-ledger', 'large');

    const rejects = new RejectsPage(app);
    await app.button(ledgerWords, 'seeRejects').click();
    await rejects.choose(BROKEN.line);
    await expect(rejects.detail.getByText(say(reasonWords, 'not-a-number')).first()).toBeVisible();
    await expect(rejects.cell(BROKEN.column)).toHaveValue(BROKEN.text);
    await pictures.keep('6-reject');
    await rejects.cell(BROKEN.column).fill('three hundred');
    await rejects.loadAgain();
    await expect(rejects.detail.getByRole('status')).toHaveText(
      say(rejectsWords, 'stillWrongColumn', { column: BROKEN.column, reason: say(reasonWords, 'not-a-number') }),
    );
    await rejects.cell(BROKEN.column).fill(BROKEN.mended);
    await rejects.loadAgain();
    await expect(app.notifications).toContainText(say(rejectsWords, 'loadedTitle'));
    await expect(app.main.getByText(say(rejectsWords, 'emptyTitle'))).toBeVisible();
    await pictures.keep('7-no-rejects');

    const workspace = join(documents, 'viaje.veriscope');
    const all = GOOD_ROWS + 1;
    const table = new TablePage(app);
    await app.follow('transform');
    await table.rowsShown();
    await table.expectCount(all, all);
    await pictures.keep('8-table', 'large');
    await table.sortBy('date');
    await table.sortBy('date');
    await expect(table.head('date')).toHaveAttribute('aria-sort', 'descending');
    await expect(table.cell(0, 'date')).toHaveText(dateInBook(workspace, 'max'));
    await table.filterByValues('summary_status', 'error');
    const errors = numberInBook(workspace, "SELECT count(*) FROM transform WHERE summary_status = 'error'");
    await table.expectCount(errors, all);
    await expect.poll(() => table.texts('summary_status', 3)).toEqual(['error', 'error', 'error']);
    await table.filterByText('summary_desc', 'FACE');
    await table.findColumn('total_time_ms');
    await table.filterByRange('total_time_ms', { from: '500' });
    const filtered = numberInBook(
      workspace,
      `SELECT count(*) FROM transform
        WHERE summary_status = 'error' AND summary_desc LIKE '%face%' AND total_time_ms >= 500`,
    );
    expect(filtered).toBeGreaterThan(3);
    expect(filtered).toBeLessThan(errors);
    await table.expectCount(filtered, all);
    await table.fromMenu('total_time_ms', 'freezeLeft');
    await expect.poll(async () => (await table.columnsInSight())[0]).toBe('total_time_ms');
    await table.findColumn('prob_ibeta2_clip_far_img');
    await expect(table.head('prob_ibeta2_clip_far_img')).toBeInViewport();
    expect((await table.columnsInSight())[0]).toBe('total_time_ms');
    await pictures.keep('9-table-filtered', 'large');

    await table.cell(0, 'total_time_ms').click();
    const detail = page.getByRole('complementary');
    await expect(detail.getByRole('img', { name: speech.like(detailWords, 'chartTold') })).toBeVisible();
    await expect(detail.getByText(say(detailWords, 'attempts'))).toBeVisible();
    await pictures.keep('10-detail', 'large');
    await detail.getByRole('button', { name: say(detailWords, 'close') }).click();
    await expect(detail).toBeHidden();

    const exporting = new ExportDialog(app);
    await exporting.open();
    await pictures.keep('11-export');
    const out = join(documents, 'filas.csv');
    await exporting.exportTo(out);
    await expect(exporting.done(filtered)).toBeVisible();
    expect(readFileSync(out, 'utf8').trimEnd().split('\n')).toHaveLength(filtered + 1);

    const query = new QueryPage(app);
    await app.follow('query');
    await query.type('SELECT convenio, count(*) AS n FROM transform GROUP BY convenio ORDER BY n DESC');
    await query.run();
    await expect(query.columnHeads).toHaveText(['convenio', 'n']);
    await pictures.keep('12-query');
    await query.showChart();
    await expect(query.chart).toBeVisible();
    await pictures.keep('13-chart');

    const report = new ReportDialog(app);
    await report.open();
    await pictures.keep('14-report');
    const written = join(documents, 'informe.html');
    await report.writeTo(written);
    await expect(report.done).toBeVisible({ timeout: 30_000 });
    await report.close();
    const html = readFileSync(written, 'utf8');
    expect(html).toContain(`lang="${language}"`);
    expect(html).toContain('viaje');

    await app.follow('home');
    await expect(app.main.getByRole('link', { name: 'viaje' })).toBeVisible();
    await expect(app.main.getByRole('table')).toContainText(app.number(all));
    await expect(app.navigation.getByText(say(appWords, 'settings'))).toBeVisible();
    await pictures.keep('15-home-again');
  });
